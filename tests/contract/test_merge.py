"""Two copies of a study, edited apart, become one again."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tenun.coding.facets import facets_from
from tenun.corpus.sources import Appraisal, Reliability
from tenun.corpus.study import Bilingual, Decision, StudyConfig
from tenun.errors import InputRefused
from tenun.store import backup, open_study
from tenun.study.add_source import add_source
from tenun.study.appraise_source import appraise_source
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.codebook.edit_code import edit_code
from tenun.study.codebook.remove_code import remove_code
from tenun.study.merging.kept_conflicts import merge_conflicts
from tenun.study.merging.merge_rows import MergeReport
from tenun.study.merging.merge_study import MERGE, merge_study
from tenun.study.opening import new_scope
from tenun.study.scope import StudyScope
from tenun.study.stale import etag as version_of
from tenun.study.write_memo import revise_memo, write_memo

TEXT = "Kopi dari Kintamani dijual di Mossel Bay 🪁. Wisatawan datang pada musim kering.\n\nDewan kota setuju."
KOPI, DEWAN = "Kopi dari Kintamani", "Dewan kota setuju"
FACETS = {"actor": "own", "basis": "stated", "voice": "first-hand", "polarity": "supports", "time": "at", "case": "x"}


@dataclass
class Two:
    """Two copies: `here` takes in what `there` has."""

    here: StudyScope
    there: StudyScope

    def merge(self) -> MergeReport:
        """Merge there into here."""
        return merge_study(self.here, self.there.store)

    def back(self) -> MergeReport:
        """And the other way."""
        return merge_study(self.there, self.here.store)


def by(scope: StudyScope, coder: str) -> StudyScope:
    return StudyScope(scope.store, coder)


def began(location: str | Path, guid: str, key: str) -> StudyScope:
    """A study with one source and two codes whose ids are the same wherever it is made."""
    config = StudyConfig(
        key, Bilingual("B"), Bilingual(), Decision(Bilingual("D"), "2020-01-01"), None, Bilingual(), ()
    )
    scope = new_scope(location, config, guid=guid, coder="wayan")
    add_source(scope, key="S01", title="Satu", kind="news", language="id", text=TEXT)
    with scope.store.command("set-up", "wayan") as change:
        text = scope.store.rows("representation")[0]
        for number, name in enumerate(("MKT", "TOU"), 1):
            row = {"guid": f"00000000-0000-4000-8000-00000000000{number}", "key": name, "label_en": name, "version": 1}
            change.insert("code", row)
        assert text["text"] == TEXT
    return scope


@pytest.fixture
def copies(location: str, key: str, tmp_path: Path) -> Iterator[Two]:
    """Two studies that were made alike and know nothing of each other's log."""
    guid = str(uuid.uuid4())
    with began(location, guid, key).store as one, began(tmp_path / "other.tenun", guid, key).store as other:
        yield Two(StudyScope(one, "wayan"), StudyScope(other, "thandi"))


@pytest.fixture
def parted(tmp_path: Path) -> Iterator[Two]:
    """A study and its copy on a second laptop."""
    scope = began(tmp_path / "one.tenun", str(uuid.uuid4()), "parted")
    scope.store.close()
    backup(tmp_path / "one.tenun", tmp_path / "two.tenun")
    with open_study(tmp_path / "one.tenun") as one, open_study(tmp_path / "two.tenun") as other:
        yield Two(StudyScope(one, "wayan"), StudyScope(other, "thandi"))


def coded(scope: StudyScope) -> list[tuple[str, str, str]]:
    table = scope.store.codings()
    return sorted(zip(table["coder"], table["code"], table["quote"], strict=True))


def code(scope: StudyScope, quote: str = KOPI, key: str = "MKT", **facets: str) -> str:
    return code_passage(scope, "S01", quote, key, facets=facets_from({**FACETS, **facets}))


def kinds(report: MergeReport) -> list[tuple[str, str]]:
    return [(one.table, one.kind) for one in report.conflicts]


def test_codings_of_both_are_kept(copies: Two) -> None:
    code(copies.here)
    code(copies.there)
    code(copies.there, DEWAN, "TOU")
    report = copies.merge()
    assert report.conflicts == ()
    assert coded(copies.here) == [
        ("thandi", "MKT", KOPI),
        ("thandi", "TOU", DEWAN),
        ("wayan", "MKT", KOPI),
    ]
    assert copies.here.store.count("source") == copies.here.store.count("representation") == 1
    assert copies.here.store.verify() == []


def test_merging_twice_changes_nothing(copies: Two) -> None:
    code(copies.here)
    code(copies.there, DEWAN)
    copies.merge()
    before, revision = copies.here.store.dump(), copies.here.store.revision
    again = copies.merge()
    assert again.merged_before
    assert (again.added, again.changed, again.removed) == ({}, {}, {})
    assert (copies.here.store.dump(), copies.here.store.revision) == (before, revision)


def test_one_undo_takes_a_merge_back(copies: Two) -> None:
    code(copies.here)
    before = copies.here.store.dump()
    code(copies.there, DEWAN)
    add_source(copies.there, key="S02", title="Dua", kind="news", language="id", text="Teks kedua.")
    copies.merge()
    assert copies.here.store.text(copies.here.source_row("S02")["representation"]) == "Teks kedua."
    copies.here.store.undo("wayan")
    assert copies.here.store.dump() == before
    copies.merge()
    assert len(coded(copies.here)) == 2


def test_the_same_passage_coded_differently_by_one_coder_is_for_a_person(copies: Two) -> None:
    mine = code(by(copies.here, "putu"), actor="own")
    code(by(copies.there, "putu"), actor="partner")
    report = copies.merge()
    assert kinds(report) == [("coding", "same-place")]
    (conflict,) = report.conflicts
    assert (conflict.here, conflict.there) == ({"actor": "own"}, {"actor": "partner"})
    assert conflict.guid == mine
    assert "S01" in conflict.what
    assert "MKT" in conflict.what
    assert "putu" in conflict.what
    assert copies.here.store.rows("coding")[0]["actor"] == "own"
    assert merge_conflicts(copies.here) == report.conflicts == copies.merge().conflicts


def test_a_new_code_of_the_same_name_on_both_sides_stays_twice(copies: Two) -> None:
    add_code(copies.here, key="NEW", label_en="Coffee")
    add_code(copies.there, key="NEW", label_en="Council")
    code(copies.there, DEWAN, "NEW")
    report = copies.merge()
    assert kinds(report) == [("code", "same-key")]
    labels = {row["key"]: row["label_en"] for row in copies.here.store.rows("code")}
    assert (labels["NEW"], labels["NEW-2"]) == ("Coffee", "Council")
    assert coded(copies.here) == [("thandi", "NEW-2", DEWAN)]
    code(copies.there, KOPI, "NEW")
    assert copies.merge().conflicts == ()
    assert [row[1] for row in coded(copies.here)] == ["NEW-2", "NEW-2"]


def test_appraisals_that_differ_are_for_a_person(copies: Two) -> None:
    letters: tuple[tuple[StudyScope, Reliability], ...] = ((copies.here, "A"), (copies.there, "C"))
    for scope, letter in letters:
        appraise_source(by(scope, "putu"), "S01", Appraisal(letter, 2))
    report = copies.merge()
    assert ("appraisal", "same-place") in kinds(report)
    assert copies.here.store.rows("appraisal")[0]["reliability"] == "A"


def test_a_source_erased_here_does_not_come_back(copies: Two) -> None:
    code(copies.there)
    write_memo(
        copies.there, kind="memo", body="about it", target_table="source", target=copies.there.source_row("S01")["guid"]
    )
    copies.here.store.erase(copies.here.source_row("S01")["guid"], "wayan")
    copies.merge()
    for table in ("source", "representation", "passage", "coding", "memo"):
        assert copies.here.store.count(table) == 0, table
    assert copies.here.store.verify() == []


def test_a_source_erased_there_is_erased_here(copies: Two, location: str) -> None:
    code(copies.here)
    copies.there.store.erase(copies.there.source_row("S01")["guid"], "thandi")
    report = copies.merge()
    assert report.erased == 1
    assert copies.here.store.count("source") == copies.here.store.count("coding") == 0
    assert copies.here.store.verify() == []
    if report.backup:
        assert KOPI.encode() not in Path(report.backup).read_bytes()


def test_a_change_of_one_side_is_taken_over(parted: Two) -> None:
    edit_code(parted.there, "MKT", meaning_changed=True, definition_en="Markets abroad")
    guid = parted.there.code_row("TOU")["guid"]
    remove_code(parted.there, guid, version_of(parted.there.code_row("TOU")))
    report = parted.merge()
    assert report.conflicts == ()
    assert parted.here.code_row("MKT")["definition_en"] == "Markets abroad"
    assert parted.here.store.count("code") == 1
    assert parted.here.store.verify() == []
    assert Path(report.backup).exists()
    assert parted.back().conflicts == ()
    assert parted.here.store.count("code") == parted.there.store.count("code") == 1


def test_a_code_edited_on_both_sides_is_for_a_person(parted: Two) -> None:
    edit_code(parted.here, "MKT", meaning_changed=True, definition_en="Markets here")
    edit_code(parted.there, "MKT", meaning_changed=True, definition_en="Markets there")
    code(parted.there)
    report = parted.merge()
    assert kinds(report) == [("code", "both-changed")]
    assert report.conflicts[0].there == {"definition_en": "Markets there"}
    assert parted.here.code_row("MKT")["definition_en"] == "Markets here"
    assert parted.here.store.rows("coding")[0]["code_version"] == 1
    edit_code(parted.here, "MKT", meaning_changed=False, definition_en="Both")
    code(parted.there, DEWAN)
    assert parted.merge().conflicts == ()
    assert parted.here.code_row("MKT")["definition_en"] == "Both"


def test_a_code_deleted_here_and_used_there_comes_back_and_is_named(parted: Two) -> None:
    remove_code(parted.here, parted.here.code_row("TOU")["guid"], version_of(parted.here.code_row("TOU")))
    code(parted.there, DEWAN, "TOU")
    report = parted.merge()
    assert kinds(report) == [("code", "deleted-here")]
    assert coded(parted.here) == [("thandi", "TOU", DEWAN)]


def test_a_code_deleted_there_and_used_here_stays_and_is_named(parted: Two) -> None:
    code(parted.here, DEWAN, "TOU")
    remove_code(parted.there, parted.there.code_row("TOU")["guid"], version_of(parted.there.code_row("TOU")))
    report = parted.merge()
    assert kinds(report) == [("code", "used-here")]
    assert coded(parted.here) == [("wayan", "TOU", DEWAN)]


def test_what_was_undone_there_is_no_change(parted: Two) -> None:
    code(parted.there)
    parted.there.store.undo("thandi")
    edit_code(parted.there, "MKT", meaning_changed=False, label_en="Other")
    parted.there.store.undo("thandi")
    before = {name: rows for name, rows in parted.here.store.dump().items() if name != "analysis_run"}
    report = parted.merge()
    assert report.conflicts == ()
    assert not report.changed
    assert {name: rows for name, rows in parted.here.store.dump().items() if name not in ("analysis_run", "coder")} == {
        name: rows for name, rows in before.items() if name != "coder"
    }


def test_a_memo_edited_by_both_is_for_a_person(tmp_path: Path) -> None:
    scope = began(tmp_path / "one.tenun", str(uuid.uuid4()), "memo")
    guid = write_memo(scope, kind="memo", body="first")
    scope.store.close()
    backup(tmp_path / "one.tenun", tmp_path / "two.tenun")
    with open_study(tmp_path / "one.tenun") as one, open_study(tmp_path / "two.tenun") as other:
        for store, body in ((one, "mine"), (other, "theirs")):
            row = store.row("memo", guid)
            assert row is not None
            revise_memo(StudyScope(store, "wayan"), guid, version_of(row), body=body)
        report = merge_study(StudyScope(one, "wayan"), other)
        assert kinds(report) == [("memo", "both-changed")]
        assert (report.conflicts[0].here, report.conflicts[0].there) == ({"body": "mine"}, {"body": "theirs"})
        assert one.rows("memo")[0]["body"] == "mine"


def test_codings_into_a_round_that_was_locked_here_stay_out(parted: Two) -> None:
    code(parted.here)
    code(parted.there, DEWAN)
    with parted.here.store.command("lock", "wayan") as change:
        change.update("round", parted.here.store.rows("round")[0]["guid"], locked=True)
    report = parted.merge()
    assert ("coding", "round-locked") in kinds(report)
    assert coded(parted.here) == [("wayan", "MKT", KOPI)]


def test_another_study_is_refused(copies: Two, tmp_path: Path) -> None:
    with began(tmp_path / "third.tenun", str(uuid.uuid4()), "third").store as third:
        with pytest.raises(InputRefused) as refused:
            merge_study(copies.here, third)
        assert refused.value.code == "merge.other-study"


def test_the_merge_is_in_the_log(parted: Two) -> None:
    code(parted.there)
    parted.merge()
    assert parted.here.store.log(1)[0].operation == "merge_study"
    assert parted.here.store.count("analysis_run", method=MERGE) == 1
