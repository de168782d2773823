"""Undo and redo of every command, across restarts, and refused where somebody came between."""

from __future__ import annotations

import random

import pytest
from tests.contract.conftest import again
from tests.contract.small_study import TEXT, Small, add_source, fill

from tenun.errors import Conflict
from tenun.store import Change, StudyStore


def refusal(store: StudyStore, coder: str, way: str = "undo") -> str:
    """The code of the Conflict that undoing or redoing raises."""
    with pytest.raises(Conflict) as refused:
        getattr(store, way)(coder)
    return refused.value.code


def test_undo_and_redo_of_all_kinds_of_steps_across_restarts(store: StudyStore) -> None:
    small = fill(store)
    with store.command("code", "wayan") as change:
        passage = small.passage(change, 5, 13)
        coding = small.coding(change, passage)
    before = store.dump()
    with store.command("rework", "wayan") as change:
        change.update("coding", coding, code=small.codes["TOU"], memo="Lebih tepat.", weight=0.25)
        other = small.passage(change, 18, 28)
        change.update("coding", coding, passage=other)
        change.delete("passage", passage)
        add_source(change, "S02", "Laut biru.")
        change.set_study(config={"seed": 7}, title_id="Dua kota")
    after = store.dump()
    assert after != before
    with again(store) as opened:
        event = opened.undo("wayan")
        assert (event.operation, event.undoes) == ("undo", 3)
        assert opened.dump() == before
        assert opened.search("laut") == []
    with again(store) as opened:
        event = opened.redo("wayan")
        assert (event.operation, event.undoes) == ("redo", 4)
        assert opened.dump() == after
        assert [hit.source for hit in opened.search("laut")] == ["S02"]
        opened.undo("wayan")
        opened.undo("wayan")
        assert opened.count("coding") == 0
        assert opened.verify() == []


def test_nothing_to_undo_or_redo(store: StudyStore) -> None:
    assert refusal(store, "wayan") == "store.nothing-to-undo"
    assert refusal(store, "wayan", "redo") == "store.nothing-to-redo"
    fill(store)
    assert refusal(store, "wayan") == "store.nothing-to-undo"


def test_each_coder_undoes_his_own(store: StudyStore) -> None:
    small = fill(store)
    for coder, start in (("wayan", 0), ("thandi", 5), ("wayan", 14)):
        with store.command("code", coder) as change:
            small.coding(change, small.passage(change, start, start + 4), coder=coder)
    store.undo("wayan")
    store.undo("wayan")
    assert [row["quote"] for row in store.rows("passage")] == [TEXT[5:9]]
    store.undo("thandi")
    assert store.count("passage") == 0
    store.redo("wayan")
    assert [row["quote"] for row in store.rows("passage")] == [TEXT[0:4]]


def test_a_new_command_ends_what_could_be_redone(store: StudyStore) -> None:
    small = fill(store)
    with store.command("label", "wayan") as change:
        change.update("code", small.codes["MKT"], label_en="Market")
    store.undo("wayan")
    with store.command("label", "wayan") as change:
        change.update("code", small.codes["MKT"], label_en="Trade")
    assert refusal(store, "wayan", "redo") == "store.nothing-to-redo"
    store.undo("wayan")
    assert store.rows("code", key="MKT")[0]["label_en"] == ""


def test_another_coders_command_leaves_redo_alone(store: StudyStore) -> None:
    small = fill(store)
    with store.command("label", "wayan") as change:
        change.update("code", small.codes["MKT"], label_en="Market")
    store.undo("wayan")
    with store.command("label", "thandi") as change:
        change.update("code", small.codes["TOU"], label_en="Tourism")
    store.redo("wayan")
    assert [row["label_en"] for row in store.rows("code")] == ["Motive", "Market", "Tourism"]


def test_undo_is_refused_when_another_column_of_the_row_moved_on(store: StudyStore) -> None:
    small = fill(store)
    with store.command("label", "wayan") as change:
        change.update("code", small.codes["MKT"], label_en="Market")
    with store.command("label", "thandi") as change:
        change.update("code", small.codes["MKT"], label_id="Pasar")
    before = store.dump()
    assert refusal(store, "wayan") == "store.moved-on"
    assert store.dump() == before
    store.undo("thandi")
    store.undo("wayan")
    assert store.rows("code", key="MKT")[0]["label_en"] == ""


def test_undo_of_a_row_that_was_changed_or_removed_since_is_refused(store: StudyStore) -> None:
    fill(store)
    with store.command("add", "wayan") as change:
        case = change.insert("case", {"key": "dps"})[0]
    with store.command("label", "thandi") as change:
        change.update("case", case, label_en="Denpasar")
    assert refusal(store, "wayan") == "store.moved-on"
    with store.command("remove", "thandi") as change:
        change.delete("case", case)
    assert refusal(store, "wayan") == "store.moved-on"


def test_undo_of_a_row_that_others_refer_to_is_refused(store: StudyStore) -> None:
    fill(store)
    with store.command("add", "wayan") as change:
        code = change.insert("code", {"key": "NEW"})[0]
    with store.command("add", "thandi") as change:
        change.insert("code", {"key": "NEW-1", "parent": code})
    assert refusal(store, "wayan") == "store.still-referenced"


def test_undo_of_a_removal_is_refused_when_its_place_is_taken(store: StudyStore) -> None:
    small = fill(store)
    with store.command("remove", "wayan") as change:
        change.delete("code", small.codes["TOU"])
    with store.command("add", "thandi") as change:
        change.insert("code", {"key": "TOU"})
    assert refusal(store, "wayan") == "store.duplicate"


def test_undo_of_a_removal_is_refused_when_what_it_refers_to_is_gone(store: StudyStore) -> None:
    small = fill(store)
    with store.command("remove", "wayan") as change:
        change.delete("code", small.codes["TOU"])
    with store.command("remove", "thandi") as change:
        change.delete("code", small.codes["MKT"])
        change.delete("code", small.codes["MOT"])
    assert refusal(store, "wayan") == "store.moved-on"


def test_a_passage_that_somebody_else_coded_meanwhile_stays_until_nobody_needs_it(store: StudyStore) -> None:
    small = fill(store)
    before = store.dump()
    with store.command("code", "wayan") as change:
        passage = small.passage(change, 5, 13)
        small.coding(change, passage)
    with store.command("code", "thandi") as change:
        small.coding(change, passage, coder="thandi")
    both = store.dump()
    store.undo("wayan")
    assert [row["coder"] for row in store.rows("coding")] == [small.coders["thandi"]]
    store.redo("wayan")
    assert store.dump() == both
    store.undo("wayan")
    store.undo("thandi")
    assert store.dump() == before
    store.redo("thandi")
    assert store.count("coding") == 1
    store.redo("wayan")
    assert store.dump() == both
    assert store.verify() == []


def test_locking_a_round_cannot_be_undone_nor_what_lies_in_it(store: StudyStore) -> None:
    small = fill(store)
    with store.command("code", "wayan") as change:
        small.coding(change, small.passage(change, 5, 13))
    with store.command("lock", "thandi") as change:
        change.update("round", small.round, locked=True)
    assert refusal(store, "wayan") == "store.round-locked"
    assert refusal(store, "thandi") == "store.cannot-undo"
    assert [event.undoable for event in store.log()] == [False, True, True]


def test_the_log_says_what_can_be_undone(store: StudyStore) -> None:
    small = fill(store)
    for label in ("A", "B"):
        with store.command("label", "wayan") as change:
            change.update("code", small.codes["MKT"], label_en=label)
    store.undo("wayan")
    log = store.log()
    assert [(event.seq, event.operation, event.undoes, event.undoable) for event in log] == [
        (4, "undo", 3, False), (3, "label", None, False), (2, "label", None, True), (1, "set-up", None, True),
    ]  # fmt: skip
    assert store.log(limit=2) == log[:2]
    assert store.revision == 4
    assert not any(event.erased for event in log)


@pytest.mark.parametrize("operation", ["undo", "redo", "erased", "migrated"])
def test_the_stores_own_operations_are_not_for_commands(store: StudyStore, operation: str) -> None:
    with pytest.raises(ValueError, match=operation), store.command(operation, "wayan"):
        raise AssertionError("unreachable")


def random_step(small: Small, store: StudyStore, change: Change, dice: random.Random) -> None:
    """One of the things that people do, at random."""
    kind = dice.choice(["code", "code", "recode", "remove", "move", "label", "memo", "new-code", "settings", "source"])
    codings = store.rows("coding") if kind in {"recode", "remove", "move"} else []
    if kind == "recode" and codings:
        change.update("coding", dice.choice(codings)["guid"], memo=f"memo {dice.random()}", weight=dice.random())
    elif kind == "remove" and codings:
        change.delete("coding", dice.choice(codings)["guid"])
    elif kind == "move" and codings:
        coding, passage = dice.choice(codings), dice.choice(codings)["passage"]
        taken = {(row["passage"], row["code"], row["coder"]) for row in codings}
        if (passage, coding["code"], coding["coder"]) not in taken:
            change.update("coding", coding["guid"], passage=passage)
    elif kind == "label":
        change.update("code", small.codes[dice.choice(["MKT", "TOU"])], label_en=f"label {dice.random()}")
    elif kind == "memo":
        change.insert("memo", {"kind": "journal", "body": f"catatan {dice.random()}", "coder": small.coders["wayan"]})
    elif kind == "new-code":
        change.insert("code", {"key": f"K{dice.random()}", "parent": small.codes["MOT"], "include": ["a", "b"]})
    elif kind == "settings":
        change.set_study(config={"seed": dice.randrange(1_000)})
    elif kind == "source":
        add_source(change, f"S{dice.random()}", f"Teks nomor {dice.random()}.\n\nParagraf kedua.")
    else:
        code_somewhere(small, store, change, dice)


def code_somewhere(small: Small, store: StudyStore, change: Change, dice: random.Random) -> None:
    """Code a stretch of the text, on a passage that is there already where there is one."""
    start = dice.randrange(len(TEXT) - 20)
    end = start + dice.randrange(1, 20)
    there = store.rows("passage", representation=small.representation, start_cp=start, end_cp=end)
    passage = there[0]["guid"] if there else small.passage(change, start, end)
    code = dice.choice(["MKT", "TOU"])
    if not store.count("coding", passage=passage, code=small.codes[code]):
        small.coding(change, passage, code, memo=f"{dice.random()}")


def test_undo_of_random_operations_returns_the_identical_dump(store: StudyStore) -> None:
    """1,000 operations on SQLite; fewer on a server, where each costs several round trips.

    Batches spare the test most of its waiting for the disk; the study is closed and opened between them.
    """
    small = fill(store)
    states = [store.dump()]
    dice = random.Random(2019)
    batches, size = (10, 100) if store.location.endswith(".tenun") else (3, 30)
    for number in range(batches):
        with store.batch():
            for _ in range(size):
                with store.command(f"step {number}", "wayan") as change:
                    while not change.recorder.frames:
                        random_step(small, store, change, dice)
        states.append(store.dump())
    for state in reversed(states[:-1]):
        store = again(store)
        with store.batch():
            for _ in range(size):
                store.undo("wayan")
        assert store.dump() == state
    with store.batch():
        for _ in range(batches * size):
            store.redo("wayan")
    assert store.dump() == states[-1]
    assert store.revision == 1 + 3 * batches * size
    assert store.verify() == []
    store.close()
