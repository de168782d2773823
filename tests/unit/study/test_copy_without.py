"""A copy for others has no word of a confidential source, in no table, and the masked one the same figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.confidential_study import KEY, PLANTED, PUBLIC, SECRET, confidential_study

from tenun.errors import InputRefused
from tenun.study.exporting.confidential import restricted_sources
from tenun.study.exporting.copy_without import copy_without
from tenun.study.measure_agreement import agreement_summary, measure_agreement
from tenun.study.projects.sidecar import ORDER
from tenun.study.rank_motives import rank_motives
from tenun.study.scope import StudyScope
from tenun.text.hashes import sha256_text


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    made = confidential_study(tmp_path / "study.tenun")
    yield made
    made.store.close()


def revise(scope: StudyScope, key: str, **fields: str) -> None:
    with scope.store.command("revise", "ayu") as change:
        change.update("source", scope.source_row(key)["guid"], **fields)


@pytest.mark.parametrize("masked", [False, True])
def test_no_row_of_the_copy_has_a_planted_word(scope: StudyScope, masked: bool) -> None:
    with copy_without(scope, masked=masked) as (copy, _):
        for table in (*ORDER, "study"):
            told = json.dumps(copy.store.rows(table), ensure_ascii=False).casefold()
            assert [word for word in PLANTED if word in told] == [], table
        assert copy.store.text(copy.source_row("S01")["representation"]) == PUBLIC
        assert [row["title"] for row in copy.store.rows("memo")] == ["Plan"]
        assert copy.store.verify() == []


def test_the_originals_stay_here_too(scope: StudyScope) -> None:
    secret = next(row["blob"] for row in scope.store.rows("representation") if row["text"] == SECRET)
    with copy_without(scope, masked=True) as (copy, _), pytest.raises(InputRefused):
        copy.store.blob(secret)


def test_what_was_left_out_is_said_with_hashes_and_counts(scope: StudyScope) -> None:
    with copy_without(scope) as (copy, left_out):
        assert copy.store.count("source") == 2
        assert set(copy.store.codings()["source"]) == {"S01", "S02"}
    (one,) = left_out.sources
    assert (one.why, one.passages, one.codings, one.length_cp) == ("confidentiality", 2, 3, len(SECRET))
    assert one.text_sha256 == sha256_text(SECRET)
    assert one.key != KEY


def test_the_masked_copy_gives_the_same_figures(scope: StudyScope) -> None:
    ranking, agreed = rank_motives(scope), agreement_summary(measure_agreement(scope))
    with copy_without(scope, masked=True) as (copy, left_out):
        again = rank_motives(copy)
        again_agreed = agreement_summary(measure_agreement(copy))
    for summary in (agreed, again_agreed):
        del summary["disagreements"][0]["source"]
    assert again_agreed == agreed
    for name in ("motives", "verdict", "fragility", "by_coder"):
        assert repr(getattr(again, name)).replace("X01", KEY) == repr(getattr(ranking, name))
    assert left_out.sources[0].key == "X01"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"confidentiality": "public"}, None),
        ({"confidentiality": "Tidak rahasia."}, None),
        ({"confidentiality": "names of staff"}, "confidentiality"),
        ({"consent": "written, 2 May 2021"}, None),
        ({"consent": "only without the name"}, "consent"),
        ({"consent": "dicabut"}, "consent"),
    ],
)
def test_what_counts_as_restricted(scope: StudyScope, fields: dict[str, str], expected: str | None) -> None:
    revise(scope, "S01", **fields)
    assert {one.key: one.why for one in restricted_sources(scope)}.get("S01") == expected


def test_a_source_that_there_is_not_cannot_be_left_out(scope: StudyScope) -> None:
    with pytest.raises(InputRefused):
        restricted_sources(scope, ["S99"])


def test_a_study_without_restrictions_is_given_as_it_is(scope: StudyScope) -> None:
    revise(scope, KEY, confidentiality="open")
    with copy_without(scope) as (copy, left_out):
        assert copy is scope
        assert left_out.sources == ()
