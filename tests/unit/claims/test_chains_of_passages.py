"""Overlapping passages count once: chains against connected parts of an overlap graph."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.evidence_tables import coding, make_codebook, make_codings, make_sources, make_study

from tenun.claims.chains import chain_counts
from tenun.claims.evidence import gather_evidence
from tenun.claims.signs import hear

SPAN = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda place: (place[0], place[0] + place[1]))
ROW = st.tuples(st.sampled_from("SR"), st.sampled_from(["MKT", "MKT-1", "TC"]), st.sampled_from("AB"), SPAN)


def counts(rows: list[dict[str, object]], view: str) -> list[int]:
    codebook, config = make_codebook(("MKT", "TC")), make_study(("MKT", "TC"))
    evidence = gather_evidence(make_codings(rows), make_sources("S", "R"), codebook, config)
    return chain_counts(hear(evidence), view).tolist()


def parts(spans: list[tuple[str, str, tuple[int, int]]]) -> list[set[int]]:
    """Connected parts of the graph whose edges are spans of one source that share a code point."""
    together = [{at} for at in range(len(spans))]
    for (a, (source_a, _, (start_a, end_a))), (b, (source_b, _, (start_b, end_b))) in combinations(enumerate(spans), 2):
        shared = min(end_a, end_b) - max(start_a, start_b)
        same_empty = start_a == end_a and (start_a, end_a) == (start_b, end_b)
        if source_a == source_b and (shared > 0 or same_empty):
            first = next(part for part in together if a in part)
            second = next(part for part in together if b in part)
            if first is not second:
                together.remove(second)
                first |= second
    return together


@settings(deadline=None, max_examples=60)
@given(st.lists(ROW, max_size=14))
def test_chains_are_the_connected_parts(rows: list[tuple[str, str, str, tuple[int, int]]]) -> None:
    table = [coding(source, code, coder, span=span) for source, code, coder, span in rows]
    coders = {coder for _, _, coder, _ in rows}
    for at, motive in enumerate(("MKT", "TC")):
        spans = [(source, coder, span) for source, code, coder, span in rows if code.startswith(motive)]
        found = parts(spans)
        assert counts(table, "either")[at] == len(found)
        assert counts(table, "both")[at] == sum({spans[i][1] for i in part} == coders for part in found)


def test_touching_passages_do_not_chain_and_shared_ones_do() -> None:
    touching = [coding("S", "MKT", span=(0, 10)), coding("S", "MKT", span=(10, 20))]
    assert counts(touching, "either") == [2, 0]
    assert counts([*touching, coding("S", "MKT-1", span=(9, 11))], "either") == [1, 0]


def test_representations_and_motives_keep_chains_apart() -> None:
    other = coding("S", "MKT", representation="translation-of-S", span=(0, 10))
    assert counts([coding("S", "MKT"), coding("S", "TC"), other], "either") == [2, 1]


def test_opposition_is_no_supporting_passage() -> None:
    assert counts([coding("S", "MKT"), coding("S", "MKT", span=(50, 60), polarity="opposes")], "either") == [1, 0]


@pytest.mark.parametrize("passages", [["p1"], ["p1", "p2"], ["p1", "p2", "p2"]])
def test_a_region_of_an_image_is_a_chain_of_its_own(passages: list[str]) -> None:
    rows = [coding("S", "MKT", span=(None, None), passage=guid) for guid in passages]
    assert counts([*rows, coding("S", "MKT", span=(0, 5))], "either") == [len(set(passages)) + 1, 0]
