"""What holds for every test: where TENUN_NO_SKIPS is set, as in CI, a test that is skipped fails the run."""

from __future__ import annotations

import os

import pytest


def _skipped(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return reporter.stats.get("skipped", []) if reporter and os.environ.get("TENUN_NO_SKIPS") else []


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run for a skipped test."""
    if _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the skipped tests."""
    for report in _skipped(terminalreporter.config):
        terminalreporter.write_line(f"SKIPPED, which fails here (TENUN_NO_SKIPS): {report.nodeid}", red=True)
