"""One browser for all of these tests, and real servers on real study files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.served_study import copied, serving

from tenun.server.run import Ready
from tenun.server.web_app import BUILT
from tenun.study.importing.import_paths import import_paths
from tenun.study.make_study import make_study
from tenun.study.run_demo import example_folder

api = pytest.importorskip("playwright.sync_api", reason="the browser tests take playwright")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
PATIENCE_MS = 150_000


@pytest.fixture(scope="session")
def browser() -> Iterator[api.Browser]:
    """Chromium, started once."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    if not (BUILT / "index.html").is_file():
        pytest.skip("the web app has not been built: python hatch_build.py")
    api.expect.set_options(timeout=PATIENCE_MS)
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def worked_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked study, brought in once."""
    path = tmp_path_factory.mktemp("worked") / "worked.tenun"
    import_paths(str(path), [example_folder()])
    return path


@pytest.fixture(scope="session")
def worked(worked_template: Path) -> Iterator[Ready]:
    """A server on the worked study, which tests only read."""
    with serving([worked_template]) as running:
        yield running


@pytest.fixture
def worked_copy(worked_template: Path, tmp_path: Path) -> Iterator[Ready]:
    """A server on a worked study that the test may change."""
    with serving([copied(worked_template, tmp_path)]) as running:
        yield running


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    """A study with a title and nothing in it."""
    path = tmp_path / "empty.tenun"
    make_study(str(path), title="Why the two cities", date="2019-11-27", coder="ana").store.close()
    return path


@pytest.fixture
def empty(empty_file: Path) -> Iterator[Ready]:
    """A server on an empty study."""
    with serving([empty_file]) as running:
        yield running
