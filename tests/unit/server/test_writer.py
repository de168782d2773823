"""The writing thread: one commit for many, each command on its own, nothing told before it is durable."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path

import pytest

from tenun.errors import Conflict, InputRefused, StoreUnavailable
from tenun.server.memory import Memory
from tenun.server.writer import Writer
from tenun.study.codebook.add_code import add_code
from tenun.study.opening import open_scope
from tenun.study.scope import StudyScope


@pytest.fixture
def scope(study_file: Path) -> Iterator[StudyScope]:
    """An open study."""
    opened = open_scope(study_file, coder="ana")
    yield opened
    opened.store.close()


@pytest.fixture
def writer(scope: StudyScope) -> Iterator[Writer]:
    """Its writing thread."""
    running = Writer(scope.store)
    yield running
    running.close()


def test_commands_that_wait_share_a_commit(scope: StudyScope) -> None:
    commits: list[int] = []
    writer = Writer(scope.store, told=lambda: commits.append(scope.store.revision))
    hold, begun = threading.Event(), threading.Event()
    first = writer.submit(lambda: (begun.set(), hold.wait()))
    assert begun.wait(10)
    before = scope.store.revision
    waiting = [writer.submit(lambda key=f"K{number}": add_code(scope, key=key)) for number in range(40)]
    hold.set()
    wait([first, *waiting])
    writer.close()
    assert scope.store.revision == before + 40
    assert commits == [before, before + 40]


def test_one_that_fails_takes_no_other_with_it(scope: StudyScope, writer: Writer) -> None:
    hold = threading.Event()
    writer.submit(hold.wait)
    waiting = [writer.submit(lambda key=key: add_code(scope, key=key)) for key in ("A", "A", "", "B")]
    hold.set()
    wait(waiting)
    assert [type(future.exception()) for future in waiting] == [type(None), Conflict, InputRefused, type(None)]
    assert {row["key"] for row in scope.store.rows("code")} >= {"A", "B"}


def test_a_store_that_fails_acknowledges_none(scope: StudyScope, writer: Writer) -> None:
    def broken() -> None:
        raise StoreUnavailable("store.disk-full", where="x")

    hold = threading.Event()
    writer.submit(hold.wait)
    before = scope.store.revision
    waiting = [writer.submit(lambda: add_code(scope, key="A")), writer.submit(broken)]
    hold.set()
    wait(waiting)
    assert [type(future.exception()) for future in waiting] == [StoreUnavailable, StoreUnavailable]
    assert scope.store.revision == before
    assert writer.submit(lambda: add_code(scope, key="A")).result()


def test_a_command_sees_those_before_it(scope: StudyScope, writer: Writer) -> None:
    hold = threading.Event()
    writer.submit(hold.wait)
    writer.submit(lambda: add_code(scope, key="A"))
    seen = writer.submit(lambda: scope.store.count("code", key="A"))
    outside = scope.store.count("code", key="A")
    hold.set()
    assert (seen.result(), outside) == (1, 0)


def test_what_ends_its_own_transaction_stands_alone(scope: StudyScope, writer: Writer) -> None:
    def own() -> bool:
        with scope.store.batch():
            return True

    waiting = [writer.submit(lambda: add_code(scope, key="A")), writer.submit(own, alone=True)]
    assert waiting[1].result()
    assert waiting[0].exception() is None


def test_after_closing_nothing_is_taken(scope: StudyScope) -> None:
    writer = Writer(scope.store)
    last = writer.submit(lambda: add_code(scope, key="A"))
    writer.close()
    assert last.result()
    with pytest.raises(StoreUnavailable):
        writer.submit(lambda: None)


def test_memory_holds_until_its_tables_change(scope: StudyScope) -> None:
    memory, made = Memory(scope.store), list[str]()
    for _ in range(3):
        memory.recall("codes", ("code",), lambda: made.append("codes"))
        memory.recall("sources", ("source",), lambda: made.append("sources"))
    assert made == ["codes", "sources"]
    add_code(scope, key="A")
    memory.recall("codes", ("code",), lambda: made.append("codes"))
    memory.recall("sources", ("source",), lambda: made.append("sources"))
    assert made == ["codes", "sources", "codes"]
    scope.store.undo("ana")
    memory.recall("codes", ("code",), lambda: made.append("codes"))
    assert made == ["codes", "sources", "codes", "codes"]
    memory.forget("codes")
    memory.recall("codes", ("code",), lambda: made.append("codes"))
    assert len(made) == 5
