"""The published order, theory and rivals beside the worked study's ranking, by hand."""

from __future__ import annotations

from tests.factories.evidence_tables import (
    Bilingual,
    attest,
    coding,
    make_codebook,
    make_codings,
    make_source,
    make_sources,
    make_study,
)
from tests.factories.worked_study import (
    ADM,
    BIL,
    IDP,
    MKT,
    RELEASE,
    TC,
    worked_codebook,
    worked_codings,
    worked_config,
    worked_sources,
)

from tenun.claims.evidence import gather_evidence
from tenun.claims.published import compare_published
from tenun.claims.ranking import rank, switch_table
from tenun.claims.results import PublishedComparison
from tenun.claims.rivals import rival_threads
from tenun.claims.theory import theory_facets
from tenun.coding.codebook import Code, Codebook
from tenun.corpus.study import PublishedRanking


def compare(order: tuple[tuple[str, ...], ...]) -> PublishedComparison:
    arguments = (worked_codings(), worked_sources(), worked_codebook(), worked_config())
    return compare_published(rank(*arguments), switch_table(*arguments), PublishedRanking(Bilingual("P"), order))


def test_what_it_would_take_to_agree_with_the_published_first() -> None:
    # MKT has 5, BIL 1 - 1 = 0: six further witnesses put it alone at 6.
    found = compare(((BIL,), (MKT, TC, IDP, ADM)))
    assert found.first == (BIL,)
    assert found.groups_needed == 6
    assert found.rank_published == {BIL: 1.0, MKT: 3.5, TC: 3.5, IDP: 3.5, ADM: 3.5}
    assert found.rank_evidence == {MKT: 1.0, TC: 2.0, IDP: 3.5, ADM: 3.5, BIL: 5.0}
    assert found.switches_agreeing == ()
    assert found.methods_agreeing == ("stated_priority",)
    assert found.carried_by == {"stated_priority": ("S13",)}


def test_a_published_first_that_the_evidence_shares() -> None:
    found = compare(((MKT,), (TC,)))
    assert found.groups_needed == 0
    assert found.rank_published == {MKT: 1.0, TC: 2.0}
    assert found.switches_agreeing == (
        "any-actor",
        "any-time",
        "any-case",
        "synthetic",
        "compilations",
        "no-grouping",
        "by-institution",
        "equal-weights",
    )
    assert found.methods_agreeing == ("passages", "independent_support", "weighted_support")
    assert found.carried_by["passages"] == (RELEASE, "S05", "S13", "S18", "S26")


def test_published_ties_need_all_their_motives() -> None:
    # TC 4 and ADM 3 must both pass MKT's 5: two and three more.
    assert compare(((TC, ADM), (MKT,))).groups_needed == 5


def test_theory_is_read_off_the_codes() -> None:
    # Economic codes: those of MKT and TC-TOUR. Their chains: MKT's 11, and tourism's S05, S06 x 2, S09 x 2 (404-489 and
    # 490-644), S26; S09's 490-644 and S26's 116-208 are the market's too, so 11 + 4.
    evidence = gather_evidence(worked_codings(), worked_sources(), worked_codebook(), worked_config())
    (row,) = theory_facets(evidence)
    assert (row.facet, row.value, row.passages) == ("lecours_layer", "economic", 15)
    assert row.groups == (RELEASE, "S05", "S13", "S18", "S26")
    assert row.codes == ("MOT-MKT", "MKT-ACCESS", "MKT-SME", "TC-TOUR")


def test_theory_values_stand_by_witnesses() -> None:
    book = Codebook(
        [
            Code("MOT", "Motive"),
            Code("MKT", "Market", parent="MOT", attributes={"layer": "economic", "phase": "late"}),
            Code("TC", "Tourism", parent="MOT", attributes={"layer": "cultural"}),
        ]
    )
    rows = [*attest({"MKT": ["S1"], "TC": ["S1", "S2"]}), coding("S3", "TC", polarity="opposes")]
    evidence = gather_evidence(make_codings(rows), make_sources("S1", "S2", "S3"), book, make_study(("MKT", "TC")))
    found = [(row.facet, row.value, row.passages, row.groups) for row in theory_facets(evidence)]
    assert found == [
        ("layer", "cultural", 2, ("S1", "S2")),
        ("layer", "economic", 1, ("S1",)),
        ("phase", "late", 1, ("S1",)),
    ]


def test_rivals_count_whoever_speaks_before_the_decision() -> None:
    rows = [
        coding("S1", "DET-OFFER", actor="partner"),
        coding("S2", "DET", "B", actor="national", polarity="opposes"),
        coding("S3", "DET-OFFER", actor="partner", time="after"),
        coding("S4", "DET-OFFER", actor="partner", case="elsewhere"),
        coding("S5", "DET-OFFER", actor="partner"),
        coding("S1", "MKT"),
    ]
    sources = [*make_sources("S1", "S2", "S3", "S4"), make_source("S5", synthetic=True)]
    (thread,) = rival_threads(make_codings(rows), sources, make_codebook(), make_study(rivals=("DET",)))
    assert (thread.code, thread.label_en) == ("DET", "Determinant")
    assert (thread.supports, thread.opposes) == (("S1",), ("S2",))
    assert thread.passages == ("text-of-S1:0-10",)
    assert thread.opposing_passages == ("text-of-S2:0-10",)
    assert rival_threads(make_codings(rows), sources, make_codebook(), make_study()) == ()


def test_a_rival_that_one_coder_alone_heard_stands() -> None:
    rows = [
        coding("S1", "DET", "A"),
        coding("S2", "DET", "A", polarity="opposes"),
        coding("S1", "MKT", "B"),
        coding("S2", "MKT", "B"),
    ]
    (thread,) = rival_threads(
        make_codings(rows), make_sources("S1", "S2"), make_codebook(), make_study(rivals=("DET",))
    )
    assert (thread.supports, thread.opposes) == (("S1",), ("S2",))


def test_where_nothing_is_above_nothing_no_method_agrees() -> None:
    rows = [*attest({"MKT": ["S1"], "TC": ["S1"]}), *attest({"MKT": ["S2"], "TC": ["S2"]}, polarity="opposes")]
    arguments = (make_codings(rows), make_sources("S1", "S2"), make_codebook(("MKT", "TC")), make_study(("MKT", "TC")))
    published = PublishedRanking(Bilingual("P"), (("MKT", "TC"),))
    found = compare_published(rank(*arguments), switch_table(*arguments), published)
    assert "independent_support" not in found.methods_agreeing
    assert "stated_priority" not in found.methods_agreeing


def test_a_denial_of_the_first_place_is_theirs_who_made_it() -> None:
    rows = [
        *attest({"MKT": ["S1", "S2"], "TC": ["S1", "S3"]}),
        coding("S4", "MKT", priority="first", polarity="opposes"),
    ]
    sources = make_sources("S1", "S2", "S3", "S4")
    found = rank(make_codings(rows), sources, make_codebook(("MKT", "TC")), make_study(("MKT", "TC")))
    assert {row.id: row.denied_first_by for row in found.motives} == {"MKT": ("S4",), "TC": ()}
