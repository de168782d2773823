"""What a merge leaves to a person is kept, settled once, and does not come back."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.contract.test_merge import FACETS, KOPI, Two, began, by, code, coded, copies, kinds, parted

from tenun.coding.facets import facets_from
from tenun.errors import Conflict, InputRefused
from tenun.store import backup, open_study
from tenun.study.codebook.add_code import add_code
from tenun.study.codebook.edit_code import edit_code
from tenun.study.codebook.remove_code import remove_code
from tenun.study.merging.kept_conflicts import merge_conflicts
from tenun.study.merging.merge_rows import MergeConflict
from tenun.study.merging.merge_study import look_at_merge, merge_study
from tenun.study.merging.settle_conflict import Choice, choices, find_conflict, settle_conflict, version_of
from tenun.study.scope import StudyScope
from tenun.study.stale import Stale
from tenun.study.write_memo import write_memo

__all__ = ["copies", "parted"]


def only(scope: StudyScope) -> MergeConflict:
    (found,) = merge_conflicts(scope)
    return found


def settle(scope: StudyScope, choice: Choice, **words: str) -> None:
    settle_conflict(scope, only(scope).id, choice, words=words)


@pytest.fixture
def memos(tmp_path: Path) -> Iterator[tuple[Two, str]]:
    """A memo that both sides have written on since they parted."""
    scope = began(tmp_path / "one.tenun", str(uuid.uuid4()), "memo")
    guid = write_memo(scope, kind="memo", body="first")
    scope.store.close()
    backup(tmp_path / "one.tenun", tmp_path / "two.tenun")
    with open_study(tmp_path / "one.tenun") as one, open_study(tmp_path / "two.tenun") as other:
        two = Two(StudyScope(one, "wayan"), StudyScope(other, "thandi"))
        for here, body in ((two.here, "mine"), (two.there, "theirs")):
            write(here, guid, body)
        yield two, guid


def write(scope: StudyScope, guid: str, body: str) -> None:
    with scope.store.command("revise_memo", scope.coder) as change:
        change.update("memo", guid, body=body)


def body(scope: StudyScope, guid: str) -> str:
    row = scope.store.row("memo", guid)
    assert row is not None
    return str(row["body"])


@pytest.mark.parametrize(
    ("choice", "words", "left"),
    [
        ("mine", {}, "mine"),
        ("theirs", {}, "theirs"),
        ("both", {}, "mine\n\ntheirs"),
        ("edited", {"body": "agreed"}, "agreed"),
    ],
)
def test_a_person_takes_one_version_both_or_words_of_their_own(
    memos: tuple[Two, str], choice: Choice, words: dict[str, str], left: str
) -> None:
    two, guid = memos
    two.merge()
    assert choices(only(two.here)) == ("mine", "theirs", "both", "edited")
    settle(two.here, choice, **words)
    assert body(two.here, guid) == left
    assert merge_conflicts(two.here) == ()
    (kept,) = merge_conflicts(two.here, every=True)
    assert (kept.choice, kept.settled_by) == (choice, "wayan")
    assert (kept.here, kept.there) == ({"body": "mine"}, {"body": "theirs"})
    assert two.here.store.log(1)[0].operation == "settle_conflict"
    assert two.here.store.verify() == []


def test_a_conflict_says_who_wrote_each_version_and_when(memos: tuple[Two, str]) -> None:
    two, _ = memos
    mine, theirs = two.here.store.log(1)[0], two.there.store.log(1)[0]
    two.merge()
    found = only(two.here)
    assert (found.here_by, found.here_at) == ("wayan", mine.at)
    assert (found.there_by, found.there_at) == ("thandi", theirs.at)


def test_an_undo_opens_it_again(memos: tuple[Two, str]) -> None:
    two, guid = memos
    two.merge()
    before = two.here.store.dump()
    settle(two.here, "theirs")
    two.here.store.undo("wayan")
    assert two.here.store.dump() == before
    assert only(two.here).choice is None
    two.here.store.redo("wayan")
    assert body(two.here, guid) == "theirs"
    assert merge_conflicts(two.here) == ()


def test_what_was_settled_does_not_come_back_from_the_same_copy(memos: tuple[Two, str]) -> None:
    two, guid = memos
    two.merge()
    settle(two.here, "mine")
    write_memo(two.there, kind="memo", body="another")
    report = two.merge()
    assert report.added["memo"] == 1
    assert (report.conflicts, merge_conflicts(two.here), body(two.here, guid)) == ((), (), "mine")


def test_a_version_that_is_new_is_a_new_conflict(memos: tuple[Two, str]) -> None:
    two, guid = memos
    two.merge()
    settle(two.here, "mine")
    write(two.there, guid, "theirs again")
    two.merge()
    assert only(two.here).there == {"body": "theirs again"}


@pytest.mark.parametrize("choice", ["mine", "theirs", "both"])
def test_the_other_copy_takes_a_decision_over(memos: tuple[Two, str], choice: Choice) -> None:
    two, guid = memos
    two.merge()
    settle(two.here, choice)
    assert two.back().conflicts == ()
    assert merge_conflicts(two.there) == ()
    assert body(two.there, guid) == body(two.here, guid)


@pytest.mark.parametrize("choice", ["mine", "theirs", "both"])
def test_a_decision_reaches_a_copy_that_had_the_conflict_too(memos: tuple[Two, str], choice: Choice) -> None:
    two, guid = memos
    two.merge()
    assert len(two.back().conflicts) == 1
    settle(two.here, choice)
    two.back()
    assert merge_conflicts(two.there) == ()
    assert body(two.there, guid) == body(two.here, guid)
    (kept,) = merge_conflicts(two.there, every=True)
    assert kept.settled_by in ("wayan", "")


def test_a_decision_does_not_reach_over_what_was_written_after_it(memos: tuple[Two, str]) -> None:
    two, guid = memos
    two.merge()
    two.back()
    settle(two.here, "mine")
    write(two.there, guid, "written since")
    two.back()
    assert body(two.there, guid) == "written since"
    assert len(merge_conflicts(two.there)) == 1


def test_what_both_say_by_now_needs_no_decision(memos: tuple[Two, str]) -> None:
    two, guid = memos
    two.merge()
    write(two.here, guid, "theirs")
    assert merge_conflicts(two.here) == ()


def test_a_stale_or_a_second_decision_is_refused(memos: tuple[Two, str]) -> None:
    two, guid = memos
    two.merge()
    found = only(two.here)
    version = version_of(two.here, found)
    write(two.here, guid, "newer")
    with pytest.raises(Stale):
        settle_conflict(two.here, found.id, "theirs", version=version)
    assert body(two.here, guid) == "newer"
    settle_conflict(two.here, found.id, "mine", version=version_of(two.here, found))
    with pytest.raises(Conflict) as refused:
        settle_conflict(two.here, found.id, "theirs")
    assert refused.value.code == "merge.settled-already"


def test_a_choice_or_words_that_do_not_fit_are_refused(memos: tuple[Two, str]) -> None:
    two, _ = memos
    two.merge()
    for words in ({}, {"kind": "journal"}):
        with pytest.raises(InputRefused) as refused:
            settle_conflict(two.here, only(two.here).id, "edited", words=words)
        assert refused.value.code == "merge.which-words"
    with pytest.raises(InputRefused):
        find_conflict(two.here, "")
    assert find_conflict(two.here, only(two.here).id[:8]) == only(two.here).id


def test_facets_of_one_coding_come_from_one_side(copies: Two) -> None:
    mine = code(by(copies.here, "putu"), actor="own")
    code(by(copies.there, "putu"), actor="partner")
    copies.merge()
    assert choices(only(copies.here)) == ("mine", "theirs")
    with pytest.raises(InputRefused):
        settle(copies.here, "both")
    settle(copies.here, "theirs")
    (row,) = copies.here.store.rows("coding")
    assert (row["guid"], row["actor"]) == (mine, "partner")


def test_a_locked_round_is_not_written_to(parted: Two) -> None:
    code(by(parted.here, "putu"), actor="own")
    code(by(parted.there, "putu"), actor="partner")
    parted.merge()
    lock(parted.here, locked=True)
    with pytest.raises(Conflict) as refused:
        settle(parted.here, "theirs")
    assert refused.value.code == "study.round-locked"
    settle(parted.here, "mine")


def lock(scope: StudyScope, *, locked: bool) -> None:
    with scope.store.command("lock", scope.coder) as change:
        change.update("round", scope.store.rows("round")[0]["guid"], locked=locked)


def test_a_coding_left_out_of_a_locked_round_comes_in_once_it_is_open(parted: Two) -> None:
    code(parted.here)
    code(parted.there, KOPI)
    lock(parted.here, locked=True)
    parted.merge()
    (left_out,) = (one.id for one in merge_conflicts(parted.here) if one.kind == "round-locked")
    with pytest.raises(Conflict):
        settle_conflict(parted.here, left_out, "theirs")
    lock(parted.here, locked=False)
    settle_conflict(parted.here, left_out, "theirs")
    assert coded(parted.here) == [("thandi", "MKT", KOPI), ("wayan", "MKT", KOPI)]
    assert merge_conflicts(parted.here) == ()


@pytest.mark.parametrize(("choice", "label"), [("mine", "Coffee"), ("theirs", "Council"), ("both", "Coffee")])
def test_two_new_codes_of_one_name_become_one_or_stay_two(copies: Two, choice: Choice, label: str) -> None:
    add_code(copies.here, key="NEW", label_en="Coffee")
    add_code(copies.there, key="NEW", label_en="Council")
    code(copies.there, KOPI, "NEW")
    copies.merge()
    settle(copies.here, choice)
    labels = {row["key"]: row["label_en"] for row in copies.here.store.rows("code")}
    assert labels["NEW"] == label
    assert ("NEW-2" in labels) == (choice == "both")
    assert coded(copies.here) == [("thandi", "NEW-2" if choice == "both" else "NEW", KOPI)]
    assert merge_conflicts(copies.here) == ()
    assert copies.here.store.verify() == []


def test_a_code_that_takes_the_other_definition_makes_a_version(parted: Two) -> None:
    edit_code(parted.here, "MKT", meaning_changed=True, definition_en="Markets here")
    edit_code(parted.there, "MKT", meaning_changed=True, definition_en="Markets there")
    parted.merge()
    settle(parted.here, "both")
    row = parted.here.code_row("MKT")
    assert row["definition_en"] == "Markets here\n\nMarkets there"
    versions = parted.here.store.rows("code_version", code=row["guid"])
    assert [one["number"] for one in versions][-1] == row["version"] == 3
    assert versions[-1]["meaning_changed"]
    assert parted.back().conflicts == ()
    assert parted.there.code_row("MKT")["definition_en"] == row["definition_en"]


@pytest.mark.parametrize(("choice", "left"), [("mine", 1), ("theirs", 2)])
def test_a_code_deleted_here_that_came_back_goes_or_stays(parted: Two, choice: Choice, left: int) -> None:
    edit_code(parted.there, "TOU", meaning_changed=False, label_en="Tourists")
    remove_code(parted.here, parted.here.code_row("TOU")["guid"], "*")
    parted.merge()
    assert only(parted.here).kind == "deleted-here"
    settle(parted.here, choice)
    assert parted.here.store.count("code") == left
    parted.back()
    assert parted.there.store.count("code") == left
    assert merge_conflicts(parted.there) == ()


def test_what_is_in_use_is_not_removed(parted: Two) -> None:
    code(parted.here, KOPI, "TOU")
    remove_code(parted.there, parted.there.code_row("TOU")["guid"], "*")
    parted.merge()
    with pytest.raises(Conflict) as refused:
        settle(parted.here, "theirs")
    assert refused.value.code == "merge.still-used"
    settle(parted.here, "mine")
    assert coded(parted.here) == [("wayan", "TOU", KOPI)]


def test_codings_of_others_in_a_blind_round_are_not_shown(copies: Two) -> None:
    code(by(copies.here, "putu"), actor="own")
    code(by(copies.there, "putu"), actor="partner")
    copies.merge()
    with copies.here.store.command("blind", "wayan") as change:
        change.update("round", copies.here.store.rows("round")[0]["guid"], blind=True)
    assert merge_conflicts(copies.here) == ()
    assert len(merge_conflicts(by(copies.here, "putu"))) == 1


def test_what_is_kept_of_a_source_goes_with_it(copies: Two) -> None:
    secret = "He said it in confidence"
    for scope, voice in ((copies.here, "first-hand"), (copies.there, "reported")):
        code(by(scope, "putu"), voice=voice)
        with scope.store.command("memo", "putu") as change:
            change.update("coding", scope.store.rows("coding")[0]["guid"], memo=f"{secret} {voice}")
    copies.merge()
    assert only(copies.here).there is not None
    copies.here.store.erase(copies.here.source_row("S01")["guid"], "wayan")
    assert copies.here.store.count("merge_conflict") == 0
    assert copies.here.store.verify() == []
    if copies.here.store.location.endswith(".tenun"):
        assert secret.encode() not in Path(copies.here.store.location).read_bytes()


def test_a_look_changes_nothing_and_says_what_a_merge_then_does(copies: Two) -> None:
    code(by(copies.here, "putu"), actor="own")
    code(by(copies.there, "putu"), actor="partner")
    code(copies.there, KOPI, "TOU", case="y")
    before, revision = copies.here.store.dump(), copies.here.store.revision
    seen = look_at_merge(copies.here, copies.there.store)
    assert (copies.here.store.dump(), copies.here.store.revision) == (before, revision)
    report = copies.merge()
    assert (seen.added, seen.changed, kinds(seen)) == (report.added, report.changed, kinds(report))
    assert report.added["coding"] == 1


def test_what_the_other_took_and_left_alone_is_not_asked_again(parted: Two) -> None:
    guid = code(parted.here)
    parted.back()
    with parted.here.store.command("memo", "wayan") as change:
        change.update("coding", guid, memo="afterthought")
    assert parted.merge().conflicts == ()
    assert parted.here.store.rows("coding")[0]["memo"] == "afterthought"
    assert facets_from(FACETS).actor == "own"
    assert merge_study(parted.there, parted.here.store).conflicts == ()
    assert parted.there.store.rows("coding")[0]["memo"] == "afterthought"
