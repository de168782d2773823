"""A copy handed in for merging may be anything: it is read apart, rebuilt, or refused, and the study stays as it is."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.contract.small_study import TEXT, fill

from tenun.errors import InputRefused
from tenun.store import StudyStore, backup, create, open_study
from tenun.store.migrating import SHIPPED
from tenun.study.merging.merge_study import look_at_merge, merge_study
from tenun.study.merging.read_copy import opened_copy
from tenun.study.scope import StudyScope

Harm = Callable[[sqlite3.Connection], object]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[StudyStore]:
    with create(tmp_path / "here.tenun", key="here") as store:
        fill(store)
        yield store


@pytest.fixture
def copy(here: StudyStore, tmp_path: Path) -> Path:
    """A copy with a coding of its own."""
    path = backup(here.location, tmp_path / "copy.tenun")
    with open_study(path) as store, store.command("code", "thandi") as change:
        representation = store.rows("representation")[0]["guid"]
        words = {"quote": TEXT[:4], "prefix": "", "suffix": TEXT[4:52]}
        passage = change.insert("passage", {"representation": representation, "start_cp": 0, "end_cp": 4, **words})[0]
        change.insert("coding", {
            "passage": passage, "code": store.rows("code")[1]["guid"], "coder": store.rows("coder")[0]["guid"],
            "round": store.rows("round")[0]["guid"], "actor": "own", "basis": "stated", "polarity": "supports",
            "time": "at", "priority": "none",
        })  # fmt: skip
    return path


def harmed(copy: Path, harm: Harm) -> Path:
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    harm(connection)
    connection.close()
    return copy


def test_an_honest_copy_merges_as_it_does_when_it_is_opened_itself(here: StudyStore, copy: Path) -> None:
    with open_study(copy, read_only=True) as store:
        plain = look_at_merge(StudyScope(here, "wayan"), store)
        dump = store.dump()
    before = copy.read_bytes()
    with opened_copy(copy) as store:
        assert {name: rows for name, rows in store.dump().items() if name != "segment"} == {
            name: rows for name, rows in dump.items() if name != "segment"
        }
        report = merge_study(StudyScope(here, "wayan"), store)
    assert copy.read_bytes() == before
    assert (report.added, report.conflicts) == (plain.added, ())
    assert here.count("coding") == 1
    assert here.verify() == []


def test_what_another_file_does_by_itself_does_not_come_along(here: StudyStore, copy: Path) -> None:
    harmed(copy, lambda c: c.executescript(
        "CREATE TRIGGER spy AFTER INSERT ON memo BEGIN DELETE FROM coding; END;"
        "CREATE VIEW sneaky AS SELECT * FROM source; CREATE TABLE more (x);"
    ))  # fmt: skip
    with opened_copy(copy) as store, store.reading() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    assert not names & {"spy", "sneaky", "more"}


def _bomb(connection: sqlite3.Connection) -> None:
    packer = zlib.compressobj(9)
    parts = [packer.compress(b" " * (1 << 20)) for _ in range(300)]
    connection.execute("UPDATE event_payload SET forward = ?", (b"".join([*parts, packer.flush()]),))


HARMS: dict[str, Harm] = {
    "a quote that is not in the text": lambda c: c.execute("UPDATE passage SET quote = 'Kata'"),
    "a text that is not its hash": lambda c: c.execute("UPDATE representation SET text = text || 'x'"),
    "a row behind the log's back": lambda c: c.execute("UPDATE coding SET actor = 'partner'"),
    "bytes where words belong": lambda c: c.execute("UPDATE code SET label_en = CAST(x'ff00' AS BLOB)"),
    "words where a number belongs": lambda c: c.execute("UPDATE code SET version = 'one'"),
    "a guid cut short": lambda c: c.execute("UPDATE code SET guid = x'00' WHERE id = 1"),
    "json that is none": lambda c: c.execute("UPDATE source SET origins = '[['"),
    "json nested without end": lambda c: c.execute("UPDATE source SET origins = ?", ("[" * 200_000,)),
    "a payload that unpacks without end": _bomb,
    "a payload that is no stream": lambda c: c.execute("UPDATE event_payload SET forward = x'0011'"),
    "a chain that is broken": lambda c: c.execute("UPDATE event SET prev_hash = 'x'"),
    "a table that is gone": lambda c: c.executescript("PRAGMA foreign_keys = OFF; DROP TABLE study"),
    "a view in the place of a table": lambda c: c.executescript(
        "ALTER TABLE coding RENAME TO m; CREATE VIEW coding AS SELECT 1 AS id, 1 AS study_id, x'00' AS guid"
    ),
    "two studies": lambda c: c.execute(
        "INSERT INTO study SELECT 2, randomblob(16), 'b', '', '', '{}', 0, '' FROM study"
    ),
}


@pytest.mark.parametrize("harm", HARMS)
def test_what_does_not_hold_together_is_refused(here: StudyStore, copy: Path, harm: str) -> None:
    before = here.dump()
    with pytest.raises(InputRefused) as refused, opened_copy(harmed(copy, HARMS[harm])):
        pass
    assert refused.value.code == "merge.copy-broken"
    assert refused.value.where == "copy.tenun"
    assert here.dump() == before


@pytest.mark.parametrize("cut", [0, 50, 3_000, 20_000])
def test_a_file_cut_off_is_refused(here: StudyStore, copy: Path, cut: int) -> None:
    copy.write_bytes(copy.read_bytes()[:cut])
    with pytest.raises(InputRefused) as refused, opened_copy(copy):
        pass
    assert refused.value.code in ("merge.copy-broken", "exchange.project-broken")


@pytest.mark.parametrize("at", range(100, 40_000, 3_989))
def test_a_flipped_byte_is_refused_or_does_no_harm(here: StudyStore, copy: Path, at: int) -> None:
    content = bytearray(copy.read_bytes())
    content[at % len(content)] ^= 0x55
    copy.write_bytes(content)
    try:
        with opened_copy(copy) as store:
            merge_study(StudyScope(here, "wayan"), store)
    except InputRefused:
        assert here.count("coding") == 0
    assert here.verify() == []


def test_a_file_of_another_version_says_what_to_do(here: StudyStore, copy: Path) -> None:
    with (
        pytest.raises(InputRefused) as refused,
        opened_copy(harmed(copy, lambda c: c.execute(f"PRAGMA user_version = {SHIPPED.head - 1}"))),
    ):
        pass
    assert refused.value.code == "merge.copy-version"
