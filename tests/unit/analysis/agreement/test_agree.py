"""Two coders of a small study, figures worked out by hand."""

from collections.abc import Iterable
from random import Random
from typing import Any

import pandas as pd
import pytest

from tenun.analysis.agreement import agree
from tenun.analysis.results import Agreement, Interval
from tenun.coding.codebook import Code, Codebook
from tenun.coding.codings import CODINGS_COLUMNS
from tenun.errors import InputRefused, NotComputable
from tenun.text.spans import Span

BOOK = Codebook(
    [
        Code("M", "Motive"),
        Code("M1", "Market", parent="M"),
        Code("M1A", "Access", parent="M1"),
        Code("M2", "Tourism", parent="M"),
        Code("D", "Determinant"),
    ]
)
MOTIVES = ("M1", "M2")
TEXT = "Aa. Bb. Cc. Dd."
SENTENCES = [Span(0, 3), Span(4, 7), Span(8, 11), Span(12, 15)]


def row(coder: str, sentence: int, code: str, source: str = "S1", status: str = "accepted") -> dict[str, Any]:
    span = SENTENCES[sentence]
    return {
        "coder": coder, "source": source, "code": code, "representation": f"r-{source}", "status": status,
        "start_cp": span.start_cp, "end_cp": span.end_cp,
    }  # fmt: skip


def frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(CODINGS_COLUMNS))


ROWS = [
    row("A", 0, "M1A"), row("A", 1, "M1A"), row("A", 3, "D"),
    row("B", 0, "M1A"), row("B", 1, "M2"),
    row("B", 3, "D", status="proposed"), row("C", 2, "D"), row("A", 2, "D", source="S2"),
]  # fmt: skip


def agreement(rows: Iterable[dict[str, Any]] = ROWS, **more: Any) -> Agreement:
    read = more.pop("read", {"A": {"S1", "S2"}, "B": {"S1"}})
    texts = {"r-S1": TEXT, "r-S2": TEXT}
    return agree(frame(rows), texts, read, BOOK, MOTIVES, more.pop("groups", [("S1", ("S1",))]), **more)


def test_figures_at_code_level_over_all_units() -> None:
    level = agreement().level("code")
    assert (level.units, level.percent) == (4, 0.5)
    assert level.alpha_nominal == pytest.approx(1 - 0.5 * 56 / 44)
    assert level.kappa == pytest.approx(1 / 3)
    assert level.alpha_masi == pytest.approx(1 - 0.5 * 56 / 44), "no two labels share a code: MASI is nominal here"


def test_figures_without_the_units_that_both_left_empty() -> None:
    level = agreement().level("code", empty=False)
    assert (level.units, level.percent) == (3, pytest.approx(1 / 3))
    assert level.alpha_nominal == pytest.approx(1 - (2 / 3) * 30 / 24)


def test_at_motive_level_codes_roll_up_and_others_fall_away() -> None:
    found = agreement()
    assert (found.level("motive").units, found.level("motive").percent) == (4, 0.75)
    assert (found.level("motive", empty=False).units, found.level("motive", empty=False).percent) == (2, 0.5)
    assert [motive.code for motive in found.per_motive] == ["M1", "M2"]


def test_each_code_is_judged_alone() -> None:
    access, tourism, determinant = agreement().per_code
    assert (access.code, access.both, access.only_first, access.only_second, access.neither) == ("M1A", 1, 1, 0, 2)
    assert (access.kappa, access.percent) == (pytest.approx(0.5), 0.75)
    assert (tourism.code, tourism.only_second, tourism.kappa) == ("M2", 1, pytest.approx(0))
    assert (determinant.code, determinant.only_first) == ("D", 1), "a proposed coding does not count"


def test_every_unit_on_which_they_differ_is_listed() -> None:
    found = agreement().disagreements
    assert [(each.span, each.labels) for each in found] == [
        (SENTENCES[1], (("M1A",), ("M2",))),
        (SENTENCES[3], (("D",), ())),
    ]
    assert {(each.source, each.representation) for each in found} == {("S1", "r-S1")}


def test_sets_that_overlap_are_nearer_for_masi_than_for_nominal() -> None:
    level = agreement([*ROWS, row("B", 1, "M1A")]).level("code")
    assert level.alpha_masi is not None
    assert level.alpha_nominal is not None
    assert level.alpha_masi > level.alpha_nominal


def test_characters_as_units_count_what_is_not_white_space() -> None:
    level = agreement(unit="character").level("code")
    assert (level.units, level.percent) == (12, 0.5)


def test_a_source_both_read_and_left_empty_gives_units() -> None:
    read = {"A": {"S1", "S2"}, "B": {"S1", "S2"}}
    rows = [one for one in ROWS if one["source"] == "S1"]
    uncoded = pd.DataFrame({"source": ["S2"], "representation": ["r-S2"]})
    for known in ({"uncoded": uncoded}, {"representations": {"S2": "r-S2"}}):
        found = agreement(rows, read=read, **known)
        assert (found.level("code").units, found.level("code").percent) == (8, 0.75)
        assert found.sources == ("S1", "S2")
    with pytest.raises(InputRefused, match="S2"):
        agreement(rows, read=read)


def test_two_codings_by_one_person_are_intra_coder() -> None:
    assert not agreement().intra
    assert agreement(same_person=[("B", "A")]).intra


def test_the_order_of_rows_does_not_matter_and_that_of_coders_only_mirrors() -> None:
    rows = [*ROWS]
    Random(1).shuffle(rows)
    assert agreement(rows) == agreement()
    turned = agreement(coders=("B", "A"))
    assert turned.levels == agreement().levels
    assert [code.only_first for code in turned.per_code] == [code.only_second for code in agreement().per_code]


def test_below_ten_groups_the_interval_is_missing_with_its_reason() -> None:
    level = agreement().level("code")
    assert level.alpha_nominal_interval is None
    assert level.undefined["alpha_nominal_interval"] == "analysis.too-few-groups"


def test_where_all_fall_in_one_category_figures_are_missing_with_their_reason() -> None:
    rows = [row(coder, sentence, "M2") for coder in "AB" for sentence in range(4)]
    level = agreement(rows).level("code")
    assert (level.percent, level.alpha_nominal, level.alpha_masi, level.kappa) == (1.0, None, None, None)
    assert {level.undefined[name] for name in ("alpha_nominal", "alpha_masi", "kappa")} == {"analysis.one-category"}
    assert agreement(rows).per_code[0].reason == "analysis.one-category"


def test_a_view_without_units_has_no_figures() -> None:
    level = agreement([row("A", 0, "D")]).level("motive", empty=False)
    assert (level.units, level.percent) == (0, None)
    assert set(level.undefined.values()) == {"analysis.nothing-paired"}


def test_independence_groups_are_resampled_as_wholes() -> None:
    sources = [f"S{at:02}" for at in range(24)]
    rows = [
        row(coder, sentence, "M1A" if coder == "A" or at % 3 else "M2", source)
        for at, source in enumerate(sources) for coder in "AB" for sentence in (0, 2)
    ]  # fmt: skip
    texts = {f"r-{source}": TEXT for source in sources}
    pairs = [(f"G{at:02}", (sources[2 * at], sources[2 * at + 1])) for at in range(12)]
    read = {"A": set(sources), "B": set(sources)}
    alone = agree(frame(rows), texts, read, BOOK, MOTIVES, [])
    grouped = agree(frame(rows), texts, read, BOOK, MOTIVES, pairs)
    merged = agree(frame(rows), texts, read, BOOK, MOTIVES, [("one", tuple(sources[:16]))])
    first, second = (found.level("code").alpha_nominal_interval for found in (alone, grouped))
    assert isinstance(first, Interval)
    assert isinstance(second, Interval)
    assert first != second
    assert alone.level("code").alpha_nominal == grouped.level("code").alpha_nominal
    assert merged.level("code").undefined["alpha_masi_interval"] == "analysis.too-few-groups"


@pytest.mark.parametrize(
    ("read", "kind", "code"),
    [
        ({"A": {"S1"}}, NotComputable, "one-coder"),
        ({"A": {"S1"}, "B": {"S2"}}, NotComputable, "no-shared-sources"),
        ({"A": {"S1"}, "B": {"S1"}, "C": {"S1"}}, InputRefused, "which-coders"),
        ({"A": {"S9"}, "B": {"S9"}}, InputRefused, "text-missing"),
    ],
)
def test_what_cannot_be_compared_says_why(read: dict[str, set[str]], kind: type[Exception], code: str) -> None:
    with pytest.raises(kind) as refused:
        agreement(read=read)
    assert vars(refused.value)["code"] == f"analysis.{code}"


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(InputRefused, match="paragraph"):
        agreement(unit="paragraph")


def test_turns_are_units_where_the_transcript_has_them() -> None:
    turns = {"r-S1": [Span(0, 7), Span(8, 15)]}
    found = agreement(unit="turn", turns=turns)
    assert (found.unit, found.level("code").units) == ("turn", 2)
    assert [unit.span for unit in found.disagreements] == [Span(0, 7), Span(8, 15)]
    assert found.disagreements[0].labels == (("M1A",), ("M1A", "M2"))


def test_without_a_transcript_there_is_no_agreement_by_turn() -> None:
    with pytest.raises(NotComputable) as refused:
        agreement(unit="turn")
    assert refused.value.code == "analysis.no-turns"
