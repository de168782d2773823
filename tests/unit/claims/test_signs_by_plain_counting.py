"""What each witness says of each motive, against the rules of METHODS section 1 spelt out row by row."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.evidence_tables import coding, make_codebook, make_codings, make_source, make_study

from tenun.claims.admissibility import admissible
from tenun.claims.evidence import gather_evidence
from tenun.claims.signs import hear
from tenun.claims.switch_table import count_first_places
from tenun.claims.switches import SWITCHES, check_switches
from tenun.claims.verdict import leaders_in
from tenun.coding.facets import TOKENS
from tenun.corpus.sources import VOICE_OF_KIND, Source
from tenun.errors import InputRefused

MOTIVES = ("MKT", "TC")
CODEBOOK, CONFIG = make_codebook(MOTIVES), make_study(MOTIVES)
SOURCES = [
    make_source("S1", "official", published="2019-11-27", publisher="City"),
    make_source("S2", "news", published="2019", origins=("S1",)),
    make_source("S3", "book", published="2018", publisher="City"),
    make_source("S4", "journal", origins=("PR", "S3")),
    make_source("S5", "interview", published="2019-10", synthetic=True),
    make_source("S6", "news", published="2020-01-01", origins=("PR",)),
    make_source("S7", "abstract", published="2019-11", inclusion="excluded"),
]
ONE_OF = {name: st.sampled_from(tokens) for name, tokens in TOKENS.items() if name != "voice"}
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            **ONE_OF,
            "voice": st.sampled_from([None, *TOKENS["voice"]]),
            "case": st.sampled_from([None, "here", "elsewhere"]),
            "source": st.sampled_from([source.key for source in SOURCES]),
            "code": st.sampled_from(["MKT", "MKT-1", "TC", "TC-2", "MOT", "PRC"]),
            "coder": st.sampled_from("AB"),
            "round": st.sampled_from([1, 2]),
            "status": st.sampled_from(["accepted", "accepted", "proposed", "rejected"]),
            "span": st.tuples(st.integers(0, 5), st.integers(6, 9)),
        }
    ),
    max_size=12,
)
SOME_SWITCHES = st.sets(st.sampled_from(list(SWITCHES)))


def counts(row: dict[str, Any], on: set[str]) -> bool:
    """METHODS section 1, one sentence a line."""
    source = next(source for source in SOURCES if source.key == row["source"])
    voice = row["voice"] or VOICE_OF_KIND[source.kind]
    by_then = source.published is not None and source.key not in ("S2", "S6")
    return (
        row["status"] == "accepted"
        and source.inclusion == "included"
        and ("synthetic" in on or not source.synthetic)
        and ("compilations" in on or len(source.origins) < 2)
        and ("any-actor" in on or row["actor"] == "own")
        and ("any-time" in on or row["time"] in ("before", "at"))
        and ("any-case" in on or row["case"] in (None, "here"))
        and ("no-second-hand" not in on or voice != "analyst")
        and ("stated-only" not in on or (row["basis"] == "stated" and voice != "analyst"))
        and ("contemporaneous" not in on or by_then)
        and row["code"] not in ("MOT", "PRC")
    )


def witness(source: Source, on: set[str]) -> str:
    """Which witness a source belongs to: S2 copies S1; S1 and S3 are spoken by the city; S6 prints a release."""
    if source.key == "S4":
        return "S4"
    if "by-institution" in on:
        return {"S1": "City", "S2": "City", "S3": "City", "S6": "PR"}.get(source.key, f"Publisher of {source.key}")
    if "no-grouping" in on:
        return source.key
    return {"S2": "S1", "S6": "PR"}.get(source.key, source.key)


def plain_signs(rows: list[dict[str, Any]], on: set[str], coders: set[str]) -> dict[tuple[str, str], int]:
    said: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if row["coder"] in coders and counts(row, on):
            source = next(source for source in SOURCES if source.key == row["source"])
            said.setdefault((witness(source, on), row["code"].split("-")[0]), set()).add(row["polarity"])
    return {cell: 1 if "supports" in polarities else -1 for cell, polarities in said.items()}


def table_of(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return make_codings(coding(**row) for row in rows)


@settings(deadline=None, max_examples=150)
@given(ROWS, SOME_SWITCHES)
def test_signs_are_those_counted_row_by_row(rows: list[dict[str, Any]], on: set[str]) -> None:
    testimony = hear(gather_evidence(table_of(rows), SOURCES, CODEBOOK, CONFIG), check_switches(on))
    coders = {row["coder"] for row in rows if row["status"] == "accepted"}
    alone = {coder: plain_signs(rows, on, {coder}) for coder in coders}
    expected = {**alone, "either": plain_signs(rows, on, coders)}
    shared = {cell for signs in alone.values() for cell in signs}
    same = {cell: {signs.get(cell, 0) for signs in alone.values()} for cell in shared}
    expected["both"] = {cell: values.pop() for cell, values in same.items() if len(values) == 1}
    for view, signs in expected.items():
        found = testimony.signs[testimony.view(view)]
        assert {
            (group.id, motive): int(found[g, m])
            for g, group in enumerate(testimony.groups)
            for m, motive in enumerate(MOTIVES)
            if found[g, m]
        } == signs
    heard = {view: {group for group, _ in signs} for view, signs in expected.items()}
    heard["both"] = set.intersection(*({g for g, _ in signs} for signs in alone.values())) if alone else set()
    for view, groups in heard.items():
        assert set(testimony.names(testimony.heard[testimony.view(view)])) == groups


@settings(deadline=None, max_examples=60)
@given(ROWS, SOME_SWITCHES)
def test_admissible_rows_are_those_that_count(rows: list[dict[str, Any]], on: set[str]) -> None:
    table = table_of(rows)
    found = admissible(table, SOURCES, CODEBOOK, CONFIG, switches=on)
    assert found.index.tolist() == [at for at, row in enumerate(rows) if counts(row, on)]
    assert [code.split("-")[0] for code in found["code"]] == found["motive"].tolist()
    assert found["voice"].notna().all()


@settings(deadline=None, max_examples=3)
@given(ROWS.filter(lambda rows: len(rows) > 6))
def test_every_combination_of_switches_and_coders(rows: list[dict[str, Any]]) -> None:
    """The one-pass switch table against hearing the witnesses anew under each of the 2^11 settings."""
    evidence = gather_evidence(table_of(rows), SOURCES, CODEBOOK, CONFIG)
    first, sole = dict.fromkeys(MOTIVES, 0), dict.fromkeys(MOTIVES, 0)
    for setting in range(2 ** len(SWITCHES)):
        on = [name for bit, name in enumerate(SWITCHES) if setting >> bit & 1]
        testimony = hear(evidence, on)
        for view in evidence.views:
            leaders = leaders_in(testimony, view)
            for motive in leaders:
                first[motive] += 1
                sole[motive] += len(leaders) == 1
    assert count_first_places(evidence) == (
        list(first.values()),
        list(sole.values()),
        2 ** len(SWITCHES) * len(evidence.views),
    )


def test_counting_rounds_and_their_coders() -> None:
    rows = [coding("S1", "MKT", "A"), coding("S1", "TC", "B", round=2)]
    codings = make_codings(rows)
    assert gather_evidence(codings, SOURCES, CODEBOOK, CONFIG).coders == ("A", "B")
    assert gather_evidence(codings, SOURCES, CODEBOOK, CONFIG, counting_rounds=[2]).coders == ("B",)


def test_a_study_without_a_case_asks_for_none() -> None:
    table = make_codings([coding("S1", "MKT", case="elsewhere")])
    assert admissible(table, SOURCES, CODEBOOK, make_study(MOTIVES, case=None)).shape[0] == 1
    assert admissible(table, SOURCES, CODEBOOK, CONFIG).empty


def test_an_unknown_code_or_switch_or_a_reserved_coder_is_refused() -> None:
    with pytest.raises(InputRefused, match="MKT-9"):
        gather_evidence(make_codings([coding("S1", "MKT-9")]), SOURCES, CODEBOOK, CONFIG)
    with pytest.raises(InputRefused, match="either"):
        gather_evidence(make_codings([coding("S1", "MKT", "either")]), SOURCES, CODEBOOK, CONFIG)
    with pytest.raises(InputRefused, match="Did you mean no-second-hand"):
        check_switches(["no-secondhand"])
