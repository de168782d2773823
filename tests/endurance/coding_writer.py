"""A program that codes and acknowledges, to be killed: `python -m tests.endurance.coding_writer`.

It reads `PATH COUNT CODER` lines, codes in a process of its own for each, writes `ack GUID` after every command that
returned, and `gone` when that process has ended, however it ended. Forking spares two hundred starts of Python.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.contract.small_study import FACETS

from tenun.store import Change, StudyStore, open_study, sqlite


def say(line: str) -> None:
    """Write a line at once and in one piece."""
    os.write(1, f"{line}\n".encode())


def code_until_killed(path: Path, count: int, coder: str) -> None:
    """Code passage after passage, acknowledging each."""
    with open_study(path) as store:
        say(f"pid {os.getpid()}")
        for number in range(count):
            with store.command(f"code {number}", coder) as change:
                guid = add_coding(store, change, coder)
            say(f"ack {guid}")


def add_coding(store: StudyStore, change: Change, coder: str) -> str:
    """A passage, its coding and a memo: three rows that belong together."""
    (representation,) = store.rows("representation")
    at = store.count("passage")
    passage = change.insert(
        "passage",
        {
            "representation": representation["guid"],
            "start_cp": at,
            "end_cp": at + 9,
            "quote": representation["text"][at : at + 9],
        },
    )[0]
    row = {
        "passage": passage,
        "code": store.rows("code")[0]["guid"],
        "coder": store.rows("coder", name=coder)[0]["guid"],
    }
    coding = change.insert("coding", {**FACETS, **row, "round": store.rows("round")[0]["guid"]})[0]
    change.insert("memo", {"kind": "note", "body": "x" * 500, "target_table": "coding", "target": coding})
    return coding


def main() -> None:
    """Serve one line after the other."""
    if synchronous := os.environ.get("TENUN_TEST_SYNCHRONOUS"):
        sqlite.PRAGMAS["synchronous"] = int(synchronous)
    say("ready")
    for line in sys.stdin:
        path, count, coder = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            code_until_killed(Path(path), int(count), coder)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say(f"gone {status}")


if __name__ == "__main__":
    main()
