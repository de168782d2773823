"""Witnesses: grouping by origin, duplicates, compilations, classes, institutions."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.evidence_tables import make_source

from tenun.corpus.sources import Source
from tenun.corpus.witnesses import Group, witnesses


def members(groups: tuple[Group, ...]) -> dict[str, tuple[str, ...]]:
    return {group.id: group.sources for group in groups}


def test_copies_of_one_release_are_one_witness() -> None:
    release = ("PR-DPS-2019-12",)
    sources = [make_source("S09", origins=release), make_source("S10", origins=release), make_source("S13", "abstract")]
    assert members(witnesses(sources)) == {"PR-DPS-2019-12": ("S09", "S10"), "S13": ("S13",)}


def test_copies_of_copies_join_the_first_origin() -> None:
    sources = [
        make_source("S05", origins=("X",)),
        make_source("S06", origins=("S05",)),
        make_source("S01", origins=("S06",)),
    ]
    assert members(witnesses(sources)) == {"X": ("S01", "S05", "S06")}


def test_an_origin_among_the_sources_names_and_classes_the_group() -> None:
    law, copy = (
        make_source("S20", "law", published="2020"),
        make_source("S01", "news", published="2019", origins=("S20",)),
    )
    assert witnesses([copy, law]) == (Group("S20", ("S01", "S20"), "official", ("Publisher of S20",)),)


def test_class_is_the_earliest_sources_where_the_origin_is_unknown() -> None:
    sources = [
        make_source("S01", "journal", published="2020-05", origins=("X",)),
        make_source("S02", "news", published="2019", origins=("X",)),
        make_source("S03", "official", origins=("X",)),
    ]
    assert witnesses(sources)[0].source_class == "news"
    assert witnesses(sources, origin_kinds={"X": "official"})[0].source_class == "official"
    undated = [make_source("S03", "official", origins=("X",)), make_source("S02", "book", origins=("X",))]
    assert witnesses(undated)[0].source_class == "literature"


def test_a_confirmed_duplicate_joins_and_the_earliest_names_the_group() -> None:
    sources = [make_source("S01", published="2021"), make_source("S02", published="2020"), make_source("S03")]
    assert members(witnesses(sources, [("S01", "S02")])) == {"S02": ("S01", "S02"), "S03": ("S03",)}
    copied = [make_source("S01"), make_source("S02", origins=("X",))]
    assert members(witnesses(copied, [("S02", "S01")])) == {"X": ("S01", "S02")}


def test_a_compilation_joins_none_and_counts_only_when_asked() -> None:
    sources = [
        make_source("S01", origins=("X", "Y")),
        make_source("S02", origins=("X",)),
        make_source("S03", origins=("S01",)),
    ]
    assert members(witnesses(sources, [("S01", "S02")])) == {"X": ("S02",)}
    both = witnesses(sources, [("S01", "S02")], compilations=True)
    assert members(both) == {"S01": ("S01", "S03"), "X": ("S02",)}
    assert [group.compilation for group in both] == [True, False]
    assert members(witnesses(sources, grouping="none")) == {"S02": ("S02",), "S03": ("S03",)}


def test_witnesses_of_one_institution_are_one_when_asked() -> None:
    sources = [
        make_source("S05", institution="The city"),
        make_source("S06", origins=("S05",), institution="Somebody who copied"),
        make_source("S09", origins=("PR",), publisher="Kompas"),
        make_source("S10", origins=("PR",), institution="The city"),
        make_source("S11", publisher="Kompas"),
    ]
    assert [group.institutions for group in witnesses(sources)] == [("The city",), ("The city",), ("Kompas",)]
    by_institution = witnesses(sources, grouping="institution")
    assert members(by_institution) == {"Kompas": ("S11",), "The city": ("S05", "S06", "S09", "S10")}


def test_a_copy_speaks_for_its_origin_and_not_for_its_publisher() -> None:
    sources = [make_source("S09", origins=("PR",), publisher="Kompas"), make_source("S11", publisher="Kompas")]
    assert len(witnesses(sources, grouping="institution")) == 2


def test_a_circle_of_origins_is_one_witness() -> None:
    sources = [
        make_source("S2", origins=("S1",), published="2020"),
        make_source("S1", origins=("S2",), published="2021"),
    ]
    assert members(witnesses(sources)) == {"S2": ("S1", "S2")}


@pytest.mark.parametrize("grouping", ["origin", "none", "institution"])
def test_no_sources_no_witnesses(grouping: str) -> None:
    assert witnesses([], grouping=grouping) == ()


KEYS = [f"S{number}" for number in range(8)]
ORIGINS = st.lists(st.sampled_from([*KEYS, "X", "Y"]), max_size=2, unique=True).map(tuple)


@st.composite
def source_lists(draw: st.DrawFn) -> list[Source]:
    return [make_source(key, origins=tuple(o for o in draw(ORIGINS) if o != key)) for key in KEYS]


@settings(deadline=None)
@given(
    source_lists(),
    st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=4),
    st.permutations(range(8)),
)
def test_groups_are_the_connected_parts_of_the_graph(
    sources: list[Source], pairs: list[tuple[str, str]], order: list[int]
) -> None:
    """Against a walk over the graph of single origins and duplicates."""
    links = [(s.key, s.origins[0]) for s in sources if len(s.origins) == 1]
    several = {s.key for s in sources if len(s.origins) > 1}
    links += [(a, b) for a, b in pairs if a not in several and b not in several]
    reached: dict[str, set[str]] = {}
    for key in KEYS:
        seen, waiting = set(), [key]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += [b for a, b in links if a == name] + [a for a, b in links if b == name]
        reached[key] = seen
    groups = witnesses(sources, pairs, compilations=True)
    of = {key: group.id for group in groups for key in group.sources}
    for a, b in combinations(KEYS, 2):
        assert (of[a] == of[b]) == (b in reached[a])
    shuffled = [sources[place] for place in order]
    assert witnesses(shuffled, pairs, compilations=True) == groups
