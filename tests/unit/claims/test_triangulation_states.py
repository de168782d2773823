"""Triangulation by kind of source: agreement, partial, dissonance, silence, unread."""

from __future__ import annotations

from tests.factories.evidence_tables import coding, make_codebook, make_codings, make_source, make_study

from tenun.claims.evidence import Evidence, gather_evidence
from tenun.claims.results import TriangulationCell
from tenun.claims.triangulation import motives_under, triangulate

SOURCES = [
    make_source("N1"),
    make_source("N2"),
    make_source("N3"),
    make_source("O1", "law"),
    make_source("B1", "book"),
    make_source("B2", "abstract", origins=("B1",)),
    make_source("I1", "interview", synthetic=True),
    make_source("C1", "official", origins=("X", "Y")),
]
ROWS = [
    coding("N1", "MKT-1"),
    coding("N2", "MKT", "B", polarity="opposes"),
    coding("O1", "TC"),
    coding("O1", "TC", "B", polarity="opposes", span=(20, 30)),
    coding("B2", "IDP", polarity="opposes"),
    coding("I1", "MKT"),
]


def evidence() -> Evidence:
    return gather_evidence(make_codings(ROWS), SOURCES, make_codebook(), make_study())


def cells(**options: object) -> dict[tuple[str, str], TriangulationCell]:
    read = options.pop("read_sources", {})
    return {(cell.motive, cell.source_class): cell for cell in triangulate(evidence(), read, **options)}


def test_states_from_the_evidence_alone() -> None:
    found = cells()
    market = found["MKT", "news"]
    assert (market.state, market.supporting, market.opposing, market.silent) == ("partial", ("N1",), ("N2",), ())
    assert found["TC", "official"].state == "partial"
    assert found["IDP", "literature"].state == "dissonance"
    assert found["IDP", "literature"].opposing == ("B1",)
    assert found["MKT", "literature"].state is None
    assert len(found) == 5 * 4


def test_a_source_read_for_everything_is_silent_where_nothing_was_found() -> None:
    found = cells(read_sources={"A": {"N3", "B2"}, "B": {"N1"}})
    assert found["TC", "news"].state == "silence"
    assert found["TC", "news"].silent == ("N1", "N3")
    assert found["MKT", "literature"].silent == ("B1",)
    assert found["IDP", "literature"].state == "dissonance"
    assert found["TC", "official"].silent == ()


def test_coverage_is_for_one_code_and_the_motives_at_or_below_it() -> None:
    found = cells(coverage=[("N3", "TC", "A")])
    assert found["TC", "news"].state == "silence"
    assert found["IDP", "news"].state is None
    assert cells(coverage=[("N3", "MOT", "A")])["BIL", "news"].silent == ("N3",)
    assert cells(coverage=[("N3", "BIL-1", "A")])["BIL", "news"].state is None
    assert motives_under(make_codebook(), "MOT", ["MKT", "TC"]) == {"MKT", "TC"}


def test_what_is_set_aside_is_unread() -> None:
    assert cells(read_sources={"A": {"I1", "C1"}})["MKT", "interview"].state is None
    assert cells(read_sources={"A": {"I1", "C1"}})["MKT", "official"].state is None
    assert cells(switches=["synthetic"])["MKT", "interview"].state == "agreement"
    assert cells(read_sources={"A": {"C1"}}, switches=["compilations"])["MKT", "official"].silent == ("C1",)
