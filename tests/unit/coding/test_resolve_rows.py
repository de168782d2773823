"""From rows to codings: each cell checked, each row whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenun.coding.codebook import Code, Codebook
from tenun.coding.coverage import whole_codebook
from tenun.coding.resolution import MOST_PROPOSALS, Resolution, resolve
from tenun.coding.rows import CodingRow
from tenun.corpus.sources import Source
from tenun.corpus.study import Bilingual, Decision, StudyConfig

BOOK = Codebook(
    [Code("M", "Motive"), Code("M1", "Market", parent="M"), Code("M1A", "Access", parent="M1"), Code("R;1", "Rival")]
)
CONFIG = StudyConfig(
    "s", Bilingual("S"), Bilingual(), Decision(Bilingual("D"), "2019-11-27"), "here", Bilingual(), ("M1",)
)
TEXTS = {"S1": "Kami setuju karena pasar. Pasar itu besar.", "S2": "Mereka tidak setuju."}
SOURCES = [Source(key, key, "news", "id", guid=f"g-{key}", representation=f"r-{key}") for key in TEXTS]
ROW = CodingRow(
    "S1",
    "karena pasar",
    "M1",
    "A",
    "1",
    "own",
    "stated",
    "",
    "supports",
    "at",
    "here",
    "none",
    "",
    where="codings/c.csv:2",
)


def _resolve(*rows: CodingRow, config: StudyConfig = CONFIG) -> Resolution:
    return resolve(rows, SOURCES, BOOK, TEXTS, config, names={"a.md": "S1"}, refused={"bad.txt"})


def _codes(*rows: CodingRow) -> list[str]:
    return [problem.code.partition(".")[2] for problem in _resolve(*rows).problems]


def test_a_row_becomes_a_coding() -> None:
    (coding,), uncoded, problems = _resolve(ROW)
    assert (coding.code, coding.coder, coding.round, coding.facets.case) == ("M1", "A", 1, "here")
    assert coding.passage.quote == "karena pasar"
    assert coding.passage.prefix == "Kami setuju "
    assert (uncoded, problems) == ((), ())


def test_the_same_rows_give_the_same_guids_and_another_study_others() -> None:
    first, again = _resolve(ROW).codings[0], _resolve(ROW).codings[0]
    other = _resolve(ROW, config=replace(CONFIG, id="t")).codings[0]
    assert first == again
    assert first.guid != other.guid


@pytest.mark.parametrize("code", ["M1; M1A", "M1|M1A", "M1 | M1A ;"])
def test_several_codes_in_a_cell_make_several_codings_of_one_passage(code: str) -> None:
    codings = _resolve(replace(ROW, code=code)).codings
    assert [coding.code for coding in codings] == ["M1", "M1A"]
    assert len({coding.passage.guid for coding in codings}) == 1


def test_a_code_with_a_separator_in_its_key_is_taken_whole() -> None:
    assert [coding.code for coding in _resolve(replace(ROW, code="R;1")).codings] == ["R;1"]


def test_an_empty_code_is_a_passage_left_uncoded_with_its_reason() -> None:
    result = _resolve(replace(ROW, code=" ", memo="courtesy"))
    assert result.codings == ()
    assert [(left.coder, left.reason) for left in result.uncoded] == [("A", "courtesy")]


@pytest.mark.parametrize("name", ["S1", "a.md", "sources/a.md"])
def test_a_source_goes_by_its_key_or_its_file(name: str) -> None:
    assert len(_resolve(replace(ROW, source=name)).codings) == 1


@pytest.mark.parametrize(
    ("change", "code", "nearest"),
    [
        ({"code": "m1"}, "unknown-code", "M1"),
        ({"code": "M1;M9"}, "unknown-code", "M"),
        ({"code": "Acces"}, "unknown-code", "M1A"),
        ({"source": "S 2"}, "unknown-source", "S2"),
        ({"quote": "karena pasaran"}, "quote-missing", "karena pasar"),
        ({"quote": "tidak setuju"}, "quote-elsewhere", "S2"),
        ({"quote": "zzz qqq"}, "quote-unlike", None),
        ({"quote": "asar"}, "quote-not-unique", "asar."),
        ({"quote": ""}, "quote-empty", None),
        ({"actor": "partnr"}, "unknown-token", "partner"),
        ({"polarity": "+"}, "unknown-token", None),
        ({"round": "0"}, "bad-round", None),
        ({"round": "two"}, "bad-round", None),
        ({"weight": "-1"}, "bad-weight", None),
        ({"weight": "nan"}, "bad-weight", None),
        ({"status": "accept"}, "unknown-token", "accepted"),
    ],
)
def test_a_wrong_cell_keeps_the_whole_row_out_and_is_told_with_its_place(
    change: dict[str, str], code: str, nearest: str | None
) -> None:
    result = _resolve(replace(ROW, **change))
    assert result.codings == result.uncoded == ()
    assert [(problem.code, problem.nearest, problem.where) for problem in result.problems] == [
        (f"coding.{code}", nearest, "codings/c.csv:2")
    ]
    assert result.problems[0].text("en")
    assert result.problems[0].hint("id") is not None


def test_tokens_may_be_written_with_capitals_spaces_and_underscores() -> None:
    (coding,) = _resolve(replace(ROW, voice="First hand", actor="OWN")).codings
    assert (coding.facets.voice, coding.facets.actor) == ("first-hand", "own")


def test_a_coding_beats_the_default_of_the_study_which_beats_that_of_the_facet() -> None:
    config = replace(CONFIG, defaults={"actor": "partner", "time": "before"})
    (coding,) = _resolve(replace(ROW, actor="", time="after"), config=config).codings
    assert (coding.facets.actor, coding.facets.time, coding.facets.polarity) == ("partner", "after", "supports")


def test_facets_without_column_and_default_are_told_once_a_table() -> None:
    bare = CodingRow("S1", "karena pasar", "M1", "A", where="codings/bare.csv:2")
    rows = (bare, replace(bare, code="M1A", where="codings/bare.csv:3"))
    (problem,) = _resolve(*rows).problems
    assert (problem.code, problem.where) == ("coding.default-taken", "codings/bare.csv")
    assert problem.parameters["taken"] == "actor = own, basis = stated, polarity = supports, time = at"
    config = replace(CONFIG, defaults={"actor": "own", "basis": "stated", "polarity": "supports", "time": "at"})
    assert _resolve(*rows, config=config).problems == ()


def test_a_row_without_a_coder_goes_to_the_name_of_its_table() -> None:
    result = _resolve(replace(ROW, coder=""))
    assert [coding.coder for coding in result.codings] == ["c"]
    assert [(problem.code, problem.where) for problem in result.problems] == [("coding.coder-unnamed", "codings/c.csv")]


def test_what_was_said_already_is_left_out() -> None:
    assert _codes(ROW, replace(ROW, actor="partner")) == ["coded-twice"]
    assert _codes(replace(ROW, code=""), replace(ROW, code="")) == ["uncoded-twice"]
    assert _codes(ROW, replace(ROW, round="2"), replace(ROW, coder="B")) == []


def test_a_passage_both_coded_and_left_uncoded_stays_coded() -> None:
    result = _resolve(replace(ROW, code=""), ROW)
    assert len(result.codings) == 1
    assert result.uncoded == ()
    assert [problem.code for problem in result.problems] == ["coding.coded-and-uncoded"]


def test_rows_of_a_refused_source_are_counted() -> None:
    problems = _resolve(replace(ROW, source="bad.txt"), replace(ROW, source="bad.txt")).problems
    assert [(problem.code, problem.parameters["rows"]) for problem in problems] == [("coding.source-left-out", 2)]


def test_a_case_spelt_almost_like_the_one_in_question_is_warned_of() -> None:
    assert _codes(replace(ROW, case="Here")) == ["case-like"]
    assert _codes(replace(ROW, case="elsewhere-else")) == []


def test_likely_readings_are_searched_for_a_bounded_number_of_rows() -> None:
    rows = [replace(ROW, quote=f"karena pasar{n}") for n in range(MOST_PROPOSALS + 5)]
    nearest = [problem.nearest for problem in _resolve(*rows).problems]
    assert len(nearest) == MOST_PROPOSALS + 5
    assert sum(found is not None for found in nearest) == MOST_PROPOSALS


def test_coverage_is_what_a_coder_read_for_and_did_not_find() -> None:
    result = _resolve(replace(ROW, code="M1A"), replace(ROW, source="S2", quote="Mereka", code="", coder="B"))
    source_of = {"r-S1": "S1", "r-S2": "S2"}
    study = "00000000-0000-5000-8000-000000000000"
    rows = list(whole_codebook(result.codings, result.uncoded, BOOK, source_of, study))
    assert [(row.source, row.coder, row.code) for row in rows] == [
        ("S1", "A", "R;1"), ("S2", "B", "M"), ("S2", "B", "M1"), ("S2", "B", "M1A"), ("S2", "B", "R;1"),
    ]  # fmt: skip


def test_a_region_or_time_is_a_problem_where_sources_are_texts() -> None:
    codings, _, (problem,) = _resolve(replace(ROW, place="3@40,60,120,80"))
    assert (codings, problem.code, problem.where) == ((), "coding.place-in-folder", ROW.where)
    assert problem.parameters == {"place": "3@40,60,120,80"}
