"""The order comes from the codings: it moves with them, and with nothing else."""

from __future__ import annotations

from dataclasses import asdict, replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.evidence_tables import coding, make_codebook, make_codings, make_source, make_sources, make_study
from tests.factories.worked_study import (
    BIL,
    MOTIVES,
    PARTS,
    worked_codebook,
    worked_codings,
    worked_config,
    worked_sources,
)

from tenun.claims.input_hash import _representation_in_source
from tenun.claims.ranking import rank, switch_table
from tenun.claims.results import Ranking
from tenun.claims.rules import rules_of
from tenun.corpus.sources import Appraisal
from tenun.errors import InputRefused, NotComputable, message_of


def ranked(codings: pd.DataFrame, **options: Any) -> Ranking:
    return rank(codings, worked_sources(), worked_codebook(), worked_config(), **options)


BASE = ranked(worked_codings())


@settings(deadline=None, max_examples=20)
@given(st.permutations(MOTIVES))
def test_permuting_the_codes_permutes_the_ranking(order: list[str]) -> None:
    """Every code becomes the motive it counts for, and the motives are exchanged."""
    to = dict(zip(MOTIVES, order, strict=True))
    rolled = {part: to[motive] for motive, parts in PARTS.items() for part in parts} | to
    codings = worked_codings()
    permuted = ranked(codings.assign(code=codings["code"].map(rolled)))
    for motive in MOTIVES:
        before, after = BASE.motive(motive), permuted.motive(to[motive])
        assert (after.scores, after.witnesses, after.passages) == (before.scores, before.witnesses, before.passages)
        assert after.p_first == pytest.approx(before.p_first, abs=1e-12)
    assert permuted.fragility == replace(
        BASE.fragility, motive=to[BASE.fragility.motive or ""], rival=to[BASE.fragility.rival or ""]
    )
    assert [row.scores for row in permuted.motives] == [row.scores for row in BASE.motives]
    assert permuted.verdict.leaders == tuple(to[leader] for leader in BASE.verdict.leaders)


@settings(deadline=None, max_examples=15)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_and_sources_is_nothing(random: Any) -> None:
    codings, sources = worked_codings(), worked_sources()
    rows = list(range(len(codings)))
    random.shuffle(rows)
    random.shuffle(sources)
    shuffled = codings.iloc[rows].reset_index(drop=True)
    assert asdict(rank(shuffled, sources, worked_codebook(), worked_config())) == asdict(BASE)


def test_coders_names_are_nothing_but_names() -> None:
    codings = worked_codings()
    swapped = ranked(codings.assign(coder=codings["coder"].map({"A": "zainal", "B": "ayu"})))
    assert swapped.motives == BASE.motives
    assert swapped.by_coder["zainal"] == BASE.by_coder["A"]
    assert swapped.by_coder["ayu"] == BASE.by_coder["B"]
    assert swapped.input_hash != BASE.input_hash


def test_the_hash_forgets_the_ids_of_a_database() -> None:
    codings = worked_codings()
    renamed = codings.assign(
        guid=codings["guid"] + "x", representation=codings["representation"] + "y", passage="z" + codings["passage"]
    )
    assert ranked(renamed).input_hash == BASE.input_hash
    assert ranked(codings.assign(memo="thought again", quote="?")).input_hash == BASE.input_hash


def test_the_hash_sees_where_a_region_or_time_is() -> None:
    def hashed(place: str | None, guid: str = "seen") -> str:
        seen = coding("S1", "MKT", span=(None, None), passage=guid, place=place)
        codings = make_codings([seen, coding("S1", "TC")])
        return rank(codings, make_sources("S1"), make_codebook(), make_study()).input_hash

    assert hashed("40,20,120,60") == hashed("40,20,120,60", "made again")
    places = [None, "40,20,120,60", "41,20,120,60", "1@40,20,120,60", "00:00:01–00:00:02"]
    assert len({hashed(place) for place in places}) == len(places)


def test_the_hash_of_a_study_of_texts_is_what_it_was_before_there_were_places() -> None:
    codings = make_codings([coding("S1", "MKT"), coding("S2", "TC")])
    study = (make_sources("S1", "S2"), make_codebook(), make_study())
    before = "b8e3420dd4aa0c9bf9fe216aa9257b510baf00b1c70bbfabb51c886b822b3411"
    assert rank(codings, *study).input_hash == before
    assert rank(codings.drop(columns="place"), *study).input_hash == before


@pytest.mark.parametrize(
    ("column", "value"),
    [("start_cp", 0), ("coder", "B"), ("time", "at"), ("priority", "first"), ("round", 2), ("case", None)],
)
def test_the_hash_sees_every_change_that_figures_could(column: str, value: object) -> None:
    codings = worked_codings()
    codings.loc[0, column] = value
    assert ranked(codings).input_hash != BASE.input_hash


def test_the_hash_sees_sources_codebook_and_settings() -> None:
    codings, book, config = worked_codings(), worked_codebook(), worked_config()
    first, *rest = worked_sources()
    changed = [
        rank(codings, [replace(first, published="2017"), *rest], book, config),
        rank(codings, [replace(first, appraisal=Appraisal("A")), *rest], book, config),
        rank(codings, [replace(first, inclusion="excluded"), *rest], book, config),
        rank(codings, [first, *rest], book, worked_config(unjudged_weight=0.2)),
        rank(codings, [first, *rest], book, worked_config(origin_kinds={"PR-DPS-2019-12": "official"})),
        rank(codings, [first, *rest], book, config, confirmed_duplicates=[("S13", "S27")]),
        rank(codings, [first, *rest], book, config, ledger=dict.fromkeys(MOTIVES, 1.0)),
    ]
    hashes = {ranking.input_hash for ranking in changed}
    assert len(hashes) == len(changed)
    assert BASE.input_hash not in hashes


def test_rules_are_hashed_with_what_was_asked() -> None:
    assert BASE.rules["motives"] == list(MOTIVES)
    asked = [
        ranked(worked_codings(), switches=["any-time"]),
        ranked(worked_codings(), coder="A"),
        ranked(worked_codings(), counting_rounds=[1]),
    ]
    assert len({ranking.rules_hash for ranking in [BASE, *asked]}) == 4
    assert {ranking.input_hash for ranking in asked} == {BASE.input_hash}
    assert ranked(worked_codings(), switches=["stated-only", "any-time"]).switches == ("any-time", "stated-only")


def test_only_accepted_codings_of_counting_rounds() -> None:
    codings = worked_codings()
    bilateral = codings["code"].isin([BIL, *PARTS[BIL]])
    assert (
        ranked(codings.assign(status=codings["status"].mask(bilateral, "proposed"))).motive(BIL).witnesses.supports
        == ()
    )
    assert (
        ranked(codings.assign(round=codings["round"].mask(bilateral, 2)), counting_rounds={1}).motive(BIL).passages
        == ()
    )


def test_a_ledger_gives_causal_weight_and_its_margin() -> None:
    ledger = dict(zip(MOTIVES, [3.0, 9.0, -2.0, 0.0, 1.0], strict=True))
    ranking = ranked(worked_codings(), ledger=ledger)
    assert {row.id: row.scores.causal_weight for row in ranking.motives} == ledger
    assert ranking.fragility.ledger_margin_db == 6.0
    assert ranking.consensus is not None
    assert "causal_weight" in ranking.consensus.methods
    assert "causal_weight" not in ranking.not_computable
    partial = ranked(worked_codings(), ledger={BIL: 3.0})
    assert partial.motive(BIL).scores.causal_weight == 3.0
    assert partial.not_computable["causal_weight"] == "claims.no-ledger"


def test_sources_that_cannot_be_judged_are_tried_at_two_weights() -> None:
    sources = [*make_sources("S1", "S2", "S3"), make_source("S4", "book", letter="F"), make_source("S5", letter="A")]
    rows = [coding(f"S{n}", "MKT") for n in (1, 4, 5)] + [coding("S2", "TC")]
    ranking = rank(make_codings(rows), sources, make_codebook(), make_study())
    assert ranking.motive("MKT").scores.weighted_support == pytest.approx(0.5 + 0.5 + 1)
    assert ranking.unjudged_sensitivity["0.2"]["MKT"] == pytest.approx(1.4)
    assert ranking.unjudged_sensitivity["1"]["MKT"] == pytest.approx(3.0)
    equal = rank(make_codings(rows), sources, make_codebook(), make_study(), switches=["equal-weights"])
    assert equal.motive("MKT").scores.weighted_support == 3


def test_a_study_without_evidence_is_ranked_all_the_same() -> None:
    for codings in (make_codings([]), make_codings([coding("S1", "PRC")])):
        ranking = rank(codings, make_sources("S1"), make_codebook(), make_study())
        assert (ranking.n, ranking.verdict.level, ranking.verdict.leaders) == (0, "not_assessable", ())
        assert all(row.p_first is None and row.rank_probabilities is None for row in ranking.motives)
        assert ranking.consensus is None
        assert ranking.kendalls_w is None
        assert set(ranking.not_computable) >= {"p_first", "consensus", "kendalls_w", "causal_weight"}
        table = switch_table(codings, make_sources("S1"), make_codebook(), make_study())
        assert set(table.share_first.values()) == {0.0}
    assert rank(make_codings([]), [], make_codebook(), make_study()).groups == ()


def test_every_reason_has_words_that_its_values_fill() -> None:
    rankings = [
        rank(make_codings([]), [], make_codebook(), make_study()),
        rank(make_codings([coding("S1", "MKT")]), make_sources("S1"), make_codebook(), make_study()),
        rank(
            make_codings([coding("S1", f"M{n}") for n in range(8)]),
            make_sources("S1"),
            make_codebook([f"M{n}" for n in range(9)]),
            make_study([f"M{n}" for n in range(9)]),
        ),
    ]
    seen = set()
    for ranking in rankings:
        for name, code in ranking.not_computable.items():
            seen.add(code)
            assert message_of(code).en
            values = ranking.not_computable_values[name]
            assert NotComputable(code, **values).text("id")
    assert seen >= {"claims.no-method", "claims.too-many-motives", "claims.fewer-than-two-methods", "claims.no-coders"}


def test_an_unknown_coder_is_refused() -> None:
    with pytest.raises(InputRefused, match="A, B"):
        ranked(worked_codings(), coder="C")
    with pytest.raises(InputRefused, match="contemporaneous"):
        ranked(worked_codings(), switches=["contemporary"])


def test_the_hash_tells_two_versions_of_a_text_apart() -> None:
    codings = worked_codings()
    first = codings["source"] == codings.loc[0, "source"]
    codings["representation"] = codings["representation"].mask(first & (codings["code"] == codings.loc[0, "code"]), "y")
    assert ranked(codings).input_hash != BASE.input_hash


def test_versions_of_a_text_are_numbered_within_their_source() -> None:
    evidence: Any = SimpleNamespace(source=np.array([0, 1, 1]), representation=np.array([2, 0, 1]))
    assert _representation_in_source(evidence).tolist() == [0, 0, 1]


def test_the_rules_of_a_plain_study_are_these() -> None:
    rules = rules_of(worked_config())
    assert rules["coder"] == "headline"
    assert rules_of(worked_config(), coder="A")["coder"] == "A"
    assert rules["admissible"] == {
        "status": "accepted",
        "inclusion": "included",
        "synthetic": False,
        "actor": "own",
        "time": ["before", "at"],
        "origins_at_most": 1,
    }
    prior = rules["prior"]
    assert isinstance(prior, dict)
    assert (prior["mu"][:2], prior["kappa"][:3]) == ([0.025, 0.075], [0.5, 0.711823, 1.013384])
    assert prior["mu"] == [round(mean, 6) for mean in prior["mu"]]
