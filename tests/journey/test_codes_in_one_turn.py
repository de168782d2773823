"""Codes that lie in one turn of a transcript, and codes that follow each other, found by a query."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenun.study.code_passage import code_passage
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study
from tenun.study.retrieve_passages import Query, Relation, Term, retrieve, visible_columns

TRANSCRIPT = """---
kind: interview
language: en
title: An interview
---
[00:00:01] Interviewer: Why this city?

[00:00:05] Official: The market drew us. Tourists came with it.

[00:00:20] Interviewer: And the state?

[00:00:25] Official: Ties of state came later.
"""
QUOTES = {"MOT-MKT": "The market drew us.", "MOT-TC": "Tourists came with it.", "MOT-BIL": "Ties of state came later."}


def test_what_follows_in_the_same_sentence_follows(tmp_path: Path) -> None:
    scope = make_study(str(tmp_path / "s.tenun"), title="S", date="2019-11-27", framework="south-south-sister-city")
    (tmp_path / "I1.md").write_text(TRANSCRIPT, "utf-8")
    assert not import_documents(scope, [tmp_path / "I1.md"]).errors
    for code, quote in (("MOT-MKT", "The market"), ("MOT-TC", "drew us")):
        code_passage(scope, "I1", quote, code)
    codes = {row["key"]: row["guid"] for row in scope.store.rows("code")}
    found = {}
    for first, then in (("MOT-MKT", "MOT-TC"), ("MOT-TC", "MOT-MKT")):
        terms = (Term("is", (codes[first],)), Term("followed", (codes[then],), near_cp=0, near_unit="sentences"))
        found[first] = len(retrieve(scope, Query(terms), visible_columns(scope)))
    scope.store.close()
    assert found == {"MOT-MKT": 1, "MOT-TC": 0}


@pytest.mark.parametrize(
    ("relation", "most", "unit", "wanted"),
    [
        ("same_turn", 0, "characters", {"MOT-TC"}),
        ("followed", 1, "sentences", {"MOT-TC"}),
        ("followed", 1_000, "characters", {"MOT-TC", "MOT-BIL"}),
        ("followed", 0, "words", {"MOT-TC"}),
    ],
)
def test_a_query_knows_turns_and_what_follows(
    tmp_path: Path, relation: Relation, most: int, unit: str, wanted: set[str]
) -> None:
    scope = make_study(str(tmp_path / "s.tenun"), title="S", date="2019-11-27", framework="south-south-sister-city")
    (tmp_path / "I1.md").write_text(TRANSCRIPT, "utf-8")
    assert not import_documents(scope, [tmp_path / "I1.md"]).errors
    for code, quote in QUOTES.items():
        code_passage(scope, "I1", quote, code)
    codes = {row["key"]: row["guid"] for row in scope.store.rows("code")}
    columns = visible_columns(scope)
    found = set()
    for code in QUOTES:
        terms = (Term("is", (codes["MOT-MKT"],)), Term(relation, (codes[code],), near_cp=most, near_unit=unit))  # type: ignore[arg-type]
        if code != "MOT-MKT" and len(retrieve(scope, Query(terms), columns)):
            found.add(code)
    scope.store.close()
    assert found == wanted
