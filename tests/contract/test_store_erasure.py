"""Erasure leaves the chain whole and nothing of the source; verification sees everything else."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import text as sql
from tests.contract.conftest import again
from tests.contract.small_study import Small, add_source, fill

from tenun.errors import Conflict, InputRefused
from tenun.store import StudyStore
from tenun.store.erasing import DEPENDENT
from tenun.store.schema import metadata

SECRET = "Rahasia narasumber: xylotermak.\n\nTidak boleh disebut."


def tamper(store: StudyStore, statement: str, **given: object) -> None:
    """Change the database behind the store's back."""
    with store._engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(sql(statement), given)


def with_secret(store: StudyStore) -> tuple[Small, str]:
    """The small study and a second source, coded by two people, partly undone, spoken of in many places."""
    small = fill(store)
    with store.command("import", "wayan") as change:
        source, representation, _ = add_source(change, "S02", SECRET)
        change.insert("appraisal", {"source": source, "coder": small.coders["wayan"], "reliability": "B",
                                    "credibility": 2, "reliability_why": "xylotermak"})  # fmt: skip
        change.insert("landmark", {"representation": representation, "kind": "turn", "start_cp": 0, "end_cp": 7,
                                   "attributes": {"speaker": "xylotermak"}})  # fmt: skip
        change.insert("coverage", {"source": source, "code": small.codes["TOU"], "coder": small.coders["wayan"],
                                   "round": small.round})  # fmt: skip
    secret = Small(source, representation, "", small.coders, small.round, small.codes)
    with store.command("code", "thandi") as change:
        passage = secret.passage(change, 20, 30, SECRET)
        coding = secret.coding(change, passage, coder="thandi", memo="xylotermak lagi")
        change.insert("memo", {"kind": "note", "body": "xylotermak", "target_table": "coding", "target": coding})
        change.insert("link", {"from_table": "coding", "from_guid": coding, "to_table": "code",
                               "to_guid": small.codes["MKT"], "relation": "xylotermak"})  # fmt: skip
        claim = change.insert("claim", {"key": "C1", "kind": "motive", "code": small.codes["MKT"]})[0]
        change.insert("evidence", {"claim": claim, "coding": coding, "role": "supports", "reason": "xylotermak"})
        change.insert("event_fact", {"key": "E1", "date": "2019-12", "sources": ["S01", "S02"], "passages": [passage]})
        change.insert("conflict", {"key": "D1", "sides": [{"sources": ["S02"], "passages": [passage]}]})
        change.insert("analysis_run", {"method": "rank", "input_hash": "x", "result": {"passages": [passage]}})
    with store.command("code", "thandi") as change:
        secret.coding(change, secret.passage(change, 0, 7, SECRET), "TOU", "thandi")
    store.undo("thandi")
    with store.command("code", "wayan") as change:
        small.coding(change, small.passage(change, 0, 4))
    return small, source


def test_erasure_reaches_everything_that_hangs_on_the_source(store: StudyStore) -> None:
    small, source = with_secret(store)
    event = store.erase(source, "wayan")
    assert event.operation == "erased"
    assert "xylotermak" not in str(store.dump())
    assert store.search("xylotermak") == []
    assert [row["key"] for row in store.rows("source")] == ["S01"]
    assert store.count("claim") == 1
    assert store.count("evidence") == store.count("memo") == store.count("link") == store.count("analysis_run") == 0
    assert store.rows("event_fact")[0]["sources"] == ["S01"]
    assert store.rows("event_fact")[0]["passages"] == []
    assert store.rows("conflict")[0]["sides"] == [{"sources": [], "passages": []}]
    assert store.count("coding", coder=small.coders["wayan"]) == 1


def test_erasure_leaves_the_chain_whole_with_exactly_its_gaps(store: StudyStore) -> None:
    _, source = with_secret(store)
    hashes = [event.hash for event in store.log()]
    store.erase(source, "wayan")
    with again(store) as opened:
        log = opened.log()
        assert [event.hash for event in log[1:]] == hashes
        assert [event.seq for event in log if event.erased] == [5, 4, 3, 2]
        assert opened.verify() == []


def test_erasure_cannot_be_undone_and_ends_what_could_be(store: StudyStore) -> None:
    _, source = with_secret(store)
    store.erase(source, "wayan")
    with pytest.raises(Conflict) as refused:
        store.undo("wayan")
    assert refused.value.code == "store.cannot-undo"
    with pytest.raises(Conflict) as refused:
        store.redo("thandi")
    assert refused.value.code == "store.nothing-to-redo"
    with pytest.raises(Conflict) as refused:
        store.undo("thandi")
    assert refused.value.code == "store.nothing-to-undo"


def test_a_source_whose_import_was_undone_can_still_be_erased(store: StudyStore) -> None:
    fill(store)
    with store.command("import", "wayan") as change:
        source, _, sha256 = add_source(change, "S02", SECRET)
    store.undo("wayan")
    assert store.blob(sha256) == SECRET.encode()
    store.erase(source, "thandi")
    with pytest.raises(InputRefused):
        store.blob(sha256)
    assert [event.seq for event in store.log() if event.erased] == [3, 2]
    assert store.verify() == []


def test_bytes_that_another_source_uses_stay(store: StudyStore) -> None:
    fill(store)
    with store.command("import", "wayan") as change:
        first, _, sha256 = add_source(change, "S02", SECRET)
    with store.command("import", "wayan") as change:
        second, _, _ = add_source(change, "S03", SECRET)
    store.erase(first, "wayan")
    assert store.blob(sha256) == SECRET.encode()
    store.erase(second, "wayan")
    with pytest.raises(InputRefused):
        store.blob(sha256)


def test_erasing_again_finds_nothing_left_and_erasing_nothing_is_refused(store: StudyStore) -> None:
    _, source = with_secret(store)
    event = store.erase(source, "wayan")
    assert store.erase(source, "wayan") == event
    assert store.revision == event.seq
    with pytest.raises(InputRefused) as refused:
        store.erase(str(uuid.uuid4()), "wayan")
    assert refused.value.code == "store.no-such-source"


def test_erasure_knows_every_table_that_hangs_on_a_source() -> None:
    hanging, size = {"source"}, 0
    while size < len(hanging):
        size = len(hanging)
        for name, table in metadata.tables.items():
            targets = {key.column.table.name for key in table.foreign_keys}
            if targets & hanging and name not in {"segment"}:
                hanging.add(name)
    assert hanging | {"memo", "link"} == set(DEPENDENT)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE event SET coder = 'somebody' WHERE seq = 2 AND study_id = :study", "event"),
        ("UPDATE event SET hash = prev_hash WHERE seq = 2 AND study_id = :study", "event"),
        ("DELETE FROM event WHERE seq = 2 AND study_id = :study", "event"),
        ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event WHERE study_id = :study) AND study_id = :study",
         "event"),
        ("DELETE FROM event_payload WHERE seq = 2 AND study_id = :study", "payload"),
        ("UPDATE event_payload SET forward = inverse, inverse = forward WHERE seq = 1 AND study_id = :study",
         "payload"),
        ("UPDATE representation SET text = 'Kota ' || text WHERE study_id = :study", "text"),
        ("UPDATE passage SET quote = 'x' WHERE study_id = :study", "quote"),
        ("UPDATE passage SET end_cp = 99999 WHERE study_id = :study", "quote"),
        ("UPDATE passage SET suffix = 'x' WHERE study_id = :study", "quote"),
        ("UPDATE blob SET length = length + 1 WHERE study_id = :study", "blob"),
        ("DELETE FROM blob_chunk WHERE blob_id IN (SELECT id FROM blob WHERE study_id = :study)", "blob"),
    ],
)  # fmt: skip
def test_verification_names_what_does_not_hold(store: StudyStore, statement: str, what: str) -> None:
    small = fill(store)
    with store.command("code", "wayan") as change:
        small.coding(change, small.passage(change, 5, 13))
    assert store.verify() == []
    key = store.study_id
    tamper(store, statement, study=key)
    assert what in {problem.what for problem in store.verify()}


def test_verification_sees_an_erasure_that_was_not_carried_out(store: StudyStore) -> None:
    _, source = with_secret(store)
    store.erase(source, "wayan")
    tamper(
        store,
        "INSERT INTO event_payload (study_id, seq, nonce, forward, inverse) "
        "SELECT study_id, 2, nonce, forward, inverse FROM event_payload WHERE seq = 1 AND study_id = :study",
        study=store.study_id,
    )
    assert [problem.where for problem in store.verify()] == ["event 2"]
