"""The worked study, figure by figure, beside the working by hand.

Witnesses: S06 repeats S05; S09, S10 and S11 print the release PR-DPS-2019-12. With admissible codings: the release, S05
(with S06), S13, S18, S26, so n = 5.

c_gm, coder A      MKT TC IDP ADM BIL   coder B      MKT TC IDP ADM BIL
release             1   1   1   1   0                 1   1   1   1   0
S05 (S06)           1   1   0   0  -1                 1   1   0   1   0
S13                 1   1   1   1   1                 1   1   1   1   1
S18                 0   0   1   0   0                 1   0   1   0   0
S26                 1   1   0   0   0                 1   1   0   0   0
support             4   4   3   2   0                 5   4   3   3   1

either              5   4   3   3   0   (S05: B's silence leaves A's -1 on BIL)
both                4   4   3   2   1   (S05 on BIL: A -1, B 0, so 0; S05 on ADM: A 0, B 1, so 0)

S18 under A: its time is na for MKT, so only IDP counts.

Weights, either: release .8 (S09) for MKT, TC, IDP and .6 (S11) for ADM; S05 .8; S13 .8; S18 .6; S26 .8.
MKT .8+.8+.8+.6+.8 = 3.8   TC 4 x .8 = 3.2   IDP .8+.8+.6 = 2.2   ADM .6+.8+.8 = 2.2   BIL .8-.8 = 0

Passages, either: MKT S05 2, S06 1, S09 1, S10 2, S11 2, S13 1, S18 1, S26 1 = 11; TC S05 1, S06 2, S09 3, S13 1, S26 1
= 8; IDP S09 1, S10 1, S13 1, S18 2 = 5; ADM S05 1, S11 1, S13 1 = 3; BIL S13 1.

Breadth: news (release, S05) and literature (S13, S18, S26); BIL has news -1 and literature +1, so 1; all others 2.

W: ranks        passages     1 2 3 4 5           rank sums 9 12 16 17 21, mean 15
                independent  1 2 3.5 3.5 5       S = 36+9+1+4+36 = 86
                weighted     1 2 3.5 3.5 5       ties 6+6+60+60 = 132
                breadth      2.5 x 4, 5          W = 12x86 / (25x120 - 5x132) = 1032/2340
                priority     3.5 x 4, BIL 1
"""

from __future__ import annotations

import pytest
from tests.factories.worked_study import (
    ADM,
    BIL,
    IDP,
    MKT,
    MOTIVES,
    RELEASE,
    TC,
    worked_codebook,
    worked_codings,
    worked_config,
    worked_sources,
)

from tenun.claims.ranking import rank, switch_table
from tenun.claims.results import Ranking, SwitchTable

ORDER = [MKT, TC, IDP, ADM, BIL]


def ranked(**options: object) -> Ranking:
    return rank(worked_codings(), worked_sources(), worked_codebook(), worked_config(), **options)


@pytest.fixture(scope="module")
def ranking() -> Ranking:
    return ranked()


@pytest.fixture(scope="module")
def table() -> SwitchTable:
    return switch_table(worked_codings(), worked_sources(), worked_codebook(), worked_config())


def figures(ranking: Ranking, score: str) -> list[float]:
    return [getattr(ranking.motive(motive).scores, score) for motive in ORDER]


def test_five_witnesses_by_name(ranking: Ranking) -> None:
    assert ranking.n == 5
    assert [group.id for group in ranking.groups] == [RELEASE, "S05", "S13", "S18", "S26"]
    assert ranking.groups[0].sources == ("S09", "S10", "S11")
    assert ranking.groups[1].sources == ("S05", "S06")


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("passages", [11, 8, 5, 3, 1]),
        ("independent_support", [5, 4, 3, 3, 0]),
        ("weighted_support", [3.8, 3.2, 2.2, 2.2, 0.0]),
        ("breadth", [2, 2, 2, 2, 1]),
        ("stated_priority", [0, 0, 0, 0, 1]),
        ("causal_weight", [None] * 5),
    ],
)
def test_six_scores(ranking: Ranking, score: str, expected: list[float]) -> None:
    assert figures(ranking, score) == (pytest.approx(expected) if score != "causal_weight" else expected)


# P(first) in the order MKT, TC, IDP, ADM, BIL: computed twice by independent code when METHODS was written.
BY_CODER = {
    "A": ([4, 4, 3, 2, 0], [0.378, 0.378, 0.161, 0.069, 0.015]),
    "B": ([5, 4, 3, 3, 1], [0.556, 0.221, 0.099, 0.099, 0.024]),
    "either": ([5, 4, 3, 3, 0], [0.677, 0.189, 0.064, 0.064, 0.005]),
    "both": ([4, 4, 3, 2, 1], [0.344, 0.344, 0.175, 0.090, 0.048]),
}


@pytest.mark.parametrize("coder", BY_CODER)
def test_each_coder_either_and_both(ranking: Ranking, coder: str) -> None:
    support, p_first = BY_CODER[coder]
    own = ranking.by_coder[coder]
    assert [own[motive].independent_support for motive in ORDER] == support
    assert [own[motive].p_first for motive in ORDER] == pytest.approx(p_first, abs=1e-3)
    alone = ranked(coder=coder)
    assert figures(alone, "independent_support") == support
    assert [alone.motive(motive).p_first for motive in ORDER] == pytest.approx(p_first, abs=1e-3)
    assert alone.p_first_basis == coder


def test_headline_is_the_mean_over_coders(ranking: Ranking) -> None:
    assert ranking.p_first_basis == "headline"
    expected = [0.467, 0.299, 0.130, 0.084, 0.020]
    assert [ranking.motive(motive).p_first for motive in ORDER] == pytest.approx(expected, abs=1e-3)
    for row in ranking.motives:
        assert sum(row.rank_probabilities or ()) == pytest.approx(1)
        assert row.p_first == (row.rank_probabilities or (None,))[0]


def test_passages_as_one_coder_counts_them() -> None:
    # A: MKT S05, S06, S09, S10 x 2, S11 x 2, S13, S26; TC S05, S06, S09 x 2 (touching, not sharing), S13, S26.
    assert figures(ranked(coder="A"), "passages") == [9, 6, 4, 2, 1]
    # Both: chains that hold a span of each; MKT loses S05's second and S18, TC S06's first and S09's two single ones.
    assert figures(ranked(coder="both"), "passages") == [9, 5, 4, 2, 1]


def test_methods_agree_little(ranking: Ranking) -> None:
    assert ranking.kendalls_w == pytest.approx(1032 / 2340)
    assert ranking.consensus is not None
    assert ranking.consensus.methods == (
        "passages",
        "independent_support",
        "weighted_support",
        "breadth",
        "stated_priority",
    )
    assert ranking.consensus.orders == (((MKT,), (TC,), (IDP, ADM), (BIL,)),)


def test_one_witness_carries_the_lead(ranking: Ranking) -> None:
    # MKT leads TC by 1; only S18 has one and not the other.
    weak = ranking.fragility
    assert (weak.motive, weak.groups_to_remove, weak.groups, weak.unique, weak.rival) == (MKT, 1, ("S18",), True, TC)


def test_verdict_is_not_told_apart(ranking: Ranking) -> None:
    assert ranking.verdict.level == "not_told_apart"
    assert ranking.verdict.leaders == (MKT,)
    assert TC in ranking.verdict.not_separable
    assert BIL not in ranking.verdict.not_separable
    failed = {condition.code: condition for condition in ranking.verdict.failed_conditions}
    assert failed["fewer-than-ten-witnesses"].values == (5,)
    assert failed["fragile"].groups == ("S18",)
    assert failed["coders-differ"].coders == ("A", "both")
    assert failed["switches-unseat"].switches == ("no-second-hand", "stated-only", "contemporaneous")
    assert "one-institution" not in failed
    assert "first-hand-puts-another-first" not in failed


def test_the_bilateral_relation_leads_by_one_analyst_alone(ranking: Ranking, table: SwitchTable) -> None:
    bilateral = ranking.motive(BIL)
    assert bilateral.scores.stated_priority == 1
    assert bilateral.put_first_by == ("S13",)
    assert bilateral.second_hand == ("S13",)
    assert bilateral.witnesses.opposes_only == ("S05",)
    assert all(row.put_first_by == () for row in ranking.motives if row.id != BIL)
    assert {row.switch: row.stated_priority[BIL] for row in table.rows}["no-second-hand"] == 0


def test_voices_are_counted_by_name(ranking: Ranking) -> None:
    # S13 and S18 are abstracts, S26 an article: a writer attributes. News quotes or paraphrases: it reports.
    market = ranking.motive(MKT)
    assert market.witnesses.supports == (RELEASE, "S05", "S13", "S18", "S26")
    assert market.second_hand == ("S13", "S18", "S26")
    assert market.first_hand == ()


# Each switch alone: n, and the support of MKT, TC, IDP, ADM, BIL by either coder.
#   any-actor       S02 speaks of the governor's wish for TC and MKT
#   any-time        S18 already has MKT by B; S19 adds ADM, S27 MKT and TC and denies BIL
#   any-case        S15 adds the other partner's BIL
#   synthetic       the invented interview adds MKT
#   no-second-hand  the release and S05 remain; A's inferred denial of BIL counts
#   stated-only     the same two, without what is inferred: the street name (IDP), the denial (BIL)
#   contemporaneous S05 and S06 alone were printed before the signing
#   no-grouping     S05 S06 S09 S10 S11 S13 S18 S26 one by one: MKT all 8; TC S05 S06 S09 S13 S26; IDP S09 S10 S13 S18
SWITCHED = {
    "any-actor": (6, [6, 5, 3, 3, 0]),
    "any-time": (7, [6, 5, 3, 4, -1]),
    "any-case": (6, [5, 4, 3, 3, 1]),
    "synthetic": (6, [6, 4, 3, 3, 0]),
    "compilations": (5, [5, 4, 3, 3, 0]),
    "no-second-hand": (2, [2, 2, 1, 2, -1]),
    "stated-only": (2, [2, 2, 0, 2, 0]),
    "contemporaneous": (1, [1, 1, 0, 1, -1]),
    "no-grouping": (8, [8, 5, 4, 3, 0]),
    "by-institution": (5, [5, 4, 3, 3, 0]),
    "equal-weights": (5, [5, 4, 3, 3, 0]),
}


@pytest.mark.parametrize("switch", SWITCHED)
def test_each_switch_alone(table: SwitchTable, switch: str) -> None:
    n, support = SWITCHED[switch]
    row = {row.switch: row for row in table.rows}[switch]
    assert (row.n, [row.independent_support[motive] for motive in ORDER]) == (n, support)
    alone = ranked(switches=[switch])
    assert (alone.n, figures(alone, "independent_support")) == (n, support)
    assert alone.switches == (switch,)
    assert (row.p_first is None) == (n < 4)
    assert row.leaders == tuple(m for m, count in zip(ORDER, support, strict=True) if count == max(support))


def test_switch_table_is_complete(table: SwitchTable) -> None:
    assert [row.switch for row in table.rows] == list(SWITCHED)
    assert table.combinations == 2**11 * 4
    assert table.share_first[BIL] == 0


# Without a source: a copy takes its words only, the witness stays while one of its sources does.
WITHOUT = {
    "S06": (5, [5, 4, 3, 3, 0]),
    "S05": (5, [5, 4, 3, 2, 1]),  # the denial of BIL and B's ADM stood in S05, not in S06
    "S09": (5, [5, 3, 3, 3, 0]),  # the release's tourism stood in S09 alone
    "S10": (5, [5, 4, 3, 3, 0]),
    "S11": (5, [5, 4, 3, 2, 0]),  # the release's ADM stood in S11 alone
    "S13": (4, [4, 3, 2, 2, -1]),
    "S18": (4, [4, 4, 2, 3, 0]),
    "S26": (4, [4, 3, 3, 3, 0]),
}


@pytest.mark.parametrize("missing", WITHOUT)
def test_without_any_one_source(missing: str) -> None:
    n, support = WITHOUT[missing]
    kept = [source for source in worked_sources() if source.key != missing]
    ranking = rank(worked_codings(), kept, worked_codebook(), worked_config())
    assert (ranking.n, figures(ranking, "independent_support")) == (n, support)
    assert all(row.p_first is not None for row in ranking.motives)


def test_motives_stand_in_the_order_of_attestation(ranking: Ranking) -> None:
    assert [row.id for row in ranking.motives] == list(MOTIVES)
    assert ranking.not_computable == {"causal_weight": "claims.no-ledger"}


def test_passages_by_guid_in_order_of_source_and_place(ranking: Ranking) -> None:
    assert ranking.motive(ADM).passages == (
        "text-of-S05:368-440",
        "text-of-S11:945-1133",
        "text-of-S11:1098-1132",
        "text-of-S13:637-822",
        "text-of-S13:777-821",
    )
    assert ranking.motive(BIL).opposing_passages == ("text-of-S05:1027-1157",)
