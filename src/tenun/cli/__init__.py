"""The command line: one file a group of commands; no rule lives here."""

from __future__ import annotations


def main() -> None:
    """Run a command; errors become a sentence, a hint and an exit code."""
    from tenun.cli.app import run

    run()
