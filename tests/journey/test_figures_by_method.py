"""Every method on a study that has what it takes, and its refusals on one that has not, at the command line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from math import log10
from pathlib import Path

import pytest
from tests.factories.command_line import Terminal

from tenun.analysis import cohen_kappa, krippendorff_alpha
from tenun.corpus.sources import Appraisal
from tenun.errors import InputRefused, NotComputable, message_of
from tenun.study.appraise_source import appraise_source
from tenun.study.figures import METHODS, figure_of, options_of
from tenun.study.figures.figure import reason
from tenun.study.figures.handed_on import write_figure
from tenun.study.figures.how import HOW
from tenun.study.figures.lists import list_of
from tenun.study.figures.names import NAMES, REMARKS
from tenun.study.figures.shown import shown
from tenun.study.importing.import_paths import import_paths
from tenun.study.opening import open_scope
from tenun.study.scope import StudyScope

INTERVIEWS = (
    "The market drew us. Ties of state came first.",
    "The market drew us. Tourists came.",
    "Tourists came. Ties of state came first.",
    "The market drew us. We learnt to govern.",
    "Tourists came. The market drew us.",
    "Ties of state came first. Tourists came.",
    "We learnt to govern. We share a name.",
)
CODE_OF = {
    "The market drew us.": "MKT", "Ties of state came first.": "BIL", "Tourists came.": "TC",
    "We learnt to govern.": "ADM", "We share a name.": "IDP",
}  # fmt: skip
SETTINGS = """id: seven
title_en: Seven interviews
title_id: Tujuh wawancara
question_en: Why?
question_id: Mengapa?
decision: {label_en: A decision, label_id: Sebuah keputusan, date: 2019-11-27}
own_side: City
motives: {codes: [MKT, BIL, TC, ADM, IDP]}
languages: [en, id]
sources: sources
codebook: codebook.yaml
codings: [codings.csv]
"""


VARIABLES = ("TIES", "RICH, urban", "GDP", "SISTER")
CLUES = (
    (0, "minutes", 0.3, 0.05, ""),
    (0, "budget", 0.8, 0.4, ""),
    (1, "letter", 0.6, 0.3, "visit"),
    (1, "dinner", 0.5, 0.25, "visit"),
    (1, "visit", 0.7, 0.3, "visit"),
)


@pytest.fixture(scope="module")
def seven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven interviews coded by two people, who differ once in each third interview."""
    folder = tmp_path_factory.mktemp("seven")
    (folder / "sources").mkdir()
    rows = []
    for number, text in enumerate(INTERVIEWS, 1):
        front = f"---\nkind: interview\ntitle: Interview {number}\nlanguage: en\npublished: 2020-01-0{number}\n---\n"
        (folder / "sources" / f"I{number}.md").write_text(f"{front}{text}\n", "utf-8")
        for quote, code in CODE_OF.items():
            if quote in text:
                rows.append([f"I{number}", quote, code, "ayu"])
                rows.append([f"I{number}", quote, "MKT" if number % 3 == 0 and code == "TC" else code, "made"])
    with (folder / "codings.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["source", "quote", "code", "coder"], *rows])
    codes = "".join(
        f"  - {{id: {code}, label_en: {code} en, label_id: {code} id}}\n" for code in (*CODE_OF.values(), "UNUSED")
    )
    (folder / "codebook.yaml").write_text(f"id: small\ncodes:\n{codes}", "utf-8")
    (folder / "study.yaml").write_text(SETTINGS, "utf-8")
    path = folder / "seven.tenun"
    report = import_paths(str(path), [folder])
    assert not report.errors, report.problems
    scope = open_scope(str(path), coder="ayu")
    _with_cases_and_clues(scope)
    scope.store.close()
    for coder, letters in (("ayu", "ABCABFA"), ("made", "ABDABBB")):
        scope = open_scope(str(path), coder=coder)
        for number, letter in enumerate(letters, 1):
            appraise_source(scope, f"I{number}", Appraisal(letter, number % 6 + 1))
        scope.store.close()
    return path


def _with_cases_and_clues(scope: StudyScope) -> None:
    """Twelve cities whose ties were formal or not and rich or not, and two clues with likelihoods."""
    with scope.store.command("import_survey", "ayu") as change:
        variables = dict(zip(
            VARIABLES,
            change.insert("variable", [{"key": key, "type": "number"} for key in VARIABLES]),
            strict=True,
        ))  # fmt: skip
        cases = change.insert("case", [{"key": f"city-{number:02}"} for number in range(12)])
        for number, case in enumerate(cases):
            ties, rich = float(number % 2), float(number % 3 == 0)
            for key, content in (
                ("TIES", ties),
                ("RICH, urban", rich),
                ("GDP", 200.0 + 100 * number),
                ("SISTER", ties),
            ):
                change.insert("value", {"variable": variables[key], "case": case, "content": content})
        claims = change.insert("claim", [{"key": key, "kind": "motive"} for key in ("MKT", "BIL")])
        for claim, clue, p, q, group in CLUES:
            line = {
                "claim": claims[claim],
                "role": "supports",
                "clue": clue,
                "p_if_true": p,
                "p_if_false": q,
                "dependence": group,
                "reason": "Said so.",
            }
            change.insert("evidence", line)


@pytest.fixture
def scope(seven: Path) -> Iterator[StudyScope]:
    """The seven interviews, open."""
    opened = open_scope(str(seven), coder="ayu")
    yield opened
    opened.store.close()


ASKED = {
    "key_words": {"field": "source", "value": "I7", "fewest": "1"},
    "cases": {
        "outcome": "SISTER",
        "conditions": 'TIES,"RICH, urban"',
        "expect": "TIES=present",
        "robustness": "parsimonious",
    },
    "neighbours": {"fewest": "1"},
}


NEAR = {"across": "code", "proximity": "sentences", "within": "1"}


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_a_figure_with_words_for_all_it_names(
    scope: StudyScope, method: str, tmp_path: Path
) -> None:
    found = figure_of(scope, method, ASKED.get(method))
    assert all(table.rows for table in found.tables)
    assert found.input.rows
    assert all(len(row) == len(table.columns) for table in (*found.tables, found.input) for row in table.rows)
    free = {*VARIABLES, *"ABCDE", "interview"}
    named = {column for table in found.tables for column in table.columns} | {table.name for table in found.tables}
    named |= set(found.counts) | {option.name for option in options_of(method)}
    assert named - free <= NAMES.keys()
    assert set(found.remarks) <= REMARKS.keys()
    assert {path.name for path in write_figure(found, tmp_path)} >= {"input.csv", "figure.json"}
    told = json.loads((tmp_path / "figure.json").read_text("utf-8"))
    assert told["how"]["formula"] == HOW[method].formula
    assert told["input_rows"] == len(found.input.rows)


def test_the_figures_are_those_of_the_methods_by_hand(scope: StudyScope) -> None:
    coefficients = {str(row[0]): row for row in figure_of(scope, "coefficients").tables[0].rows}
    # Fourteen sentences, on two of which the coders differ.
    assert coefficients["percent_agreement"][1] == pytest.approx(12 / 14)
    runs, reached = figure_of(scope, "saturation", {"base": "3", "run": "2", "threshold": "0"}).tables
    # MKT, BIL and TC are the base; interview 4 brings ADM, interview 7 IDP.
    assert [row[1] for row in runs.rows] == [1, 0, 1]
    assert reached.rows == ((4, "4+2", 1),)
    curve = figure_of(scope, "accumulation").tables[0]
    assert [row[1] for row in curve.rows] == [2, 3, 3, 4, 4, 4, 5]
    solutions = figure_of(scope, "cases", ASKED["cases"]).tables[1]
    assert {(row[0], row[1], row[2]) for row in solutions.rows} == {
        (kind, 1, "TIES") for kind in ("conservative", "intermediate", "parsimonious")
    }
    weights = figure_of(scope, "clues").tables[0]
    assert weights.rows[0][1] == pytest.approx(7.7815 + 3.0103, abs=1e-3)
    parts = {str(row[0]): row for row in figure_of(scope, "agreement_by", {"by": "code"}).tables[0].rows}
    assert parts["BIL"][1] == 1.0
    assert parts["TC"][1] < 1.0  # type: ignore[operator]


def test_drift_has_windows_and_a_slope(scope: StudyScope) -> None:
    found = figure_of(scope, "agreement_by", {"by": "time", "windows": "3"})
    assert [row[0] for row in found.tables[0].rows] == ["1", "2", "3"]
    assert found.tables[1].name == "drift"


@pytest.mark.parametrize(
    ("method", "code"), [("saturation", "analysis.too-few-interviews"), ("cases", "analysis.qca-too-few-cases")]
)
def test_one_interview_and_one_case_are_too_few(tmp_path: Path, method: str, code: str, tenun: Terminal) -> None:
    path = str(tmp_path / "one.tenun")
    assert not tenun.run("new", path, "--title", "One", "--decision", "D", "--date", "2019-11-27").code
    (tmp_path / "I1.md").write_text(
        "---\nkind: interview\nlanguage: en\ntitle: One\n---\nThe market drew us.\n", "utf-8"
    )
    assert not tenun.run("import", path, tmp_path / "I1.md").code
    opened = open_scope(path)
    try:
        with opened.store.command("import_survey", "ayu") as change:
            case, variable = (
                change.insert("case", {"key": "city"})[0],
                change.insert("variable", {"key": "X", "type": "number"})[0],
            )
            change.insert("value", {"variable": variable, "case": case, "content": 1.0})
        with pytest.raises(NotComputable) as refusal:
            figure_of(opened, method)
        with pytest.raises(NotComputable) as lonely:
            figure_of(opened, "coefficients")
    finally:
        opened.store.close()
    assert refusal.value.code == code
    assert lonely.value.code == "analysis.one-coder"
    for error in (refusal.value, lonely.value):
        assert error.text("en") != error.text("id")


def test_all_in_one_category_is_undefined_and_says_so_in_both_languages(scope: StudyScope) -> None:
    found = figure_of(scope, "coefficients", {"code": "UNUSED"})
    rows = {str(row[0]): row for row in found.tables[0].rows}
    words = message_of("analysis.one-category")
    assert rows["percent_agreement"][1] == 1.0
    for name in ("cohen_kappa", "scott_pi", "krippendorff_alpha"):
        assert rows[name][1] is None
        assert rows[name][-2:] == (words.en, words.id)


def test_ratings_on_a_scale_by_hand(scope: StudyScope) -> None:
    met, table = figure_of(scope, "ratings").tables
    rows = {str(row[0]): row for row in met.rows}
    # Six interviews with two letters: A-A, B-B, C-D, A-A, B-B, A-B; the sixth has an F.
    pairs = [(1, 1), (2, 2), (3, 4), (1, 1), (2, 2), (1, 2)]
    kappa = cohen_kappa(*map(list, zip(*pairs, strict=True)), weights="linear", categories=[1, 2, 3, 4, 5])
    assert rows["kappa_linear"][1] == pytest.approx(kappa.value)
    assert rows["kappa_linear"][5] == pytest.approx(kappa.kappa_max)
    assert rows["alpha_ordinal"][1] == pytest.approx(
        krippendorff_alpha(list(zip(*pairs, strict=True)), "ordinal").value
    )
    assert "alpha_ratio" not in rows
    assert table.rows[0] == ("A", 2, 1, 0, 0, 0)
    figure = figure_of(scope, "ratings")
    assert figure.counts["not_judged"] == 1
    assert figure_of(scope, "ratings", {"of": "credibility"}).counts["not_judged"] == 2
    with pytest.raises(InputRefused) as refusal:
        figure_of(scope, "ratings", {"coders": "nobody"})
    assert refusal.value.code == "study.no-coder-appraised"


def test_priorities_all_alike_have_no_agreement_and_say_why(scope: StudyScope) -> None:
    for of in ("priority", "weight"):
        rows = figure_of(scope, "ratings", {"of": of}).tables[0].rows
        assert all(row[1] is None and row[-2] and row[-1] for row in rows)


def test_raw_values_become_sets_by_anchors_and_by_cuts(scope: StudyScope) -> None:
    asked = {"outcome": "SISTER", "conditions": "GDP", "calibration": "GDP=300:650:1000"}
    fuzzy = figure_of(scope, "cases", asked)
    assert fuzzy.input.columns == ("case", "GDP", "SISTER", "GDP (raw)")
    held = {row[3]: row[1] for row in fuzzy.input.rows}
    assert held[300.0] == pytest.approx(0.05)
    assert held[1000.0] == pytest.approx(0.95)
    crisp = figure_of(scope, "cases", {**asked, "calibration": "GDP=cut:500"})
    assert {row[1] for row in crisp.input.rows} == {0.0, 1.0}
    many = figure_of(
        scope, "cases", {**asked, "calibration": "GDP=cut:500:900", "sets": "multi_value", "consistency": "0.5"}
    )
    assert {row[0] for row in many.tables[0].rows} == {0, 1, 2}
    assert {row[0] for row in many.tables[-1].rows} == {"GDP{0}", "GDP{1}", "GDP{2}"}
    for wrong, code in (
        ("GDP=1:2", "study.calibration-form"),
        ("GDP=cut", "study.calibration-form"),
        ("GDP=3:2:9", "analysis.qca-anchors"),
        ("GNP=cut:5", "analysis.qca-no-column"),
        ('"GDP=1:2:3', "study.option-list"),
        ("GDP", "study.option-list"),
    ):
        with pytest.raises(InputRefused) as refusal:
            figure_of(scope, "cases", {**asked, "calibration": wrong})
        assert refusal.value.code == code
        assert refusal.value.text("en") != refusal.value.text("id")


def test_nothing_sufficient_leaves_the_truth_table_and_the_reason(scope: StudyScope) -> None:
    found = figure_of(scope, "cases", {"outcome": "SISTER", "conditions": '"RICH, urban"'})
    truth, solutions, necessity = found.tables
    assert len(truth.rows) == 2
    assert solutions.rows[0][-2:] == reason(NotComputable("analysis.qca-nothing-sufficient", outcome="SISTER"))
    assert len(necessity.rows) == 2


def test_expectations_part_counterfactuals_and_the_intermediate_solution_needs_them(scope: StudyScope) -> None:
    asked = {**ASKED["cases"], "robustness": "intermediate"}
    assert figure_of(scope, "cases", asked).tables[-1].rows == (("TIES", 1.0, 1.0),)
    for wrong, code in (("", "study.expectations-needed"), ("TIES=high", "study.option-value")):
        with pytest.raises(InputRefused) as refusal:
            figure_of(scope, "cases", {**asked, "expect": wrong})
        assert refusal.value.code == code


def test_the_ledger_says_what_would_turn_it(scope: StudyScope) -> None:
    hypotheses, clues, without, by_prior, rivals = figure_of(scope, "clues", {"prior": "0.25", "margin": "0"}).tables
    rows = {row[0]: row for row in hypotheses.rows}
    assert rows["BIL"][1] == pytest.approx(10 * log10(0.7 / 0.3))
    assert rows["BIL"][2:4] == (rows["BIL"][1], rows["BIL"][1])
    assert rows["MKT"][4] == pytest.approx(4 / 5)  # odds of 1 to 3, times 12
    assert {row[1]: row[2] for row in clues.rows}["visit"] == "dinner, letter"
    assert {row[1]: row[2] for row in without.rows if row[0] == "MKT"} == {
        "minutes": pytest.approx(10 * log10(2)),
        "budget": pytest.approx(10 * log10(6)),
    }
    assert len(by_prior.rows) == 10
    assert rivals.rows[0][:2] == ("MKT", "BIL")
    assert rivals.rows[0][3:5] == ("minutes", "holds")
    assert figure_of(scope, "clues", {"margin": "0.2"}).tables[4].rows[0][4] == "may_turn"


def test_words_are_stemmed_and_kept_apart_by_language(scope: StudyScope) -> None:
    plain = {row[0]: row[1] for row in figure_of(scope, "word_counts").tables[0].rows}
    stems = figure_of(scope, "word_counts", {"stem": "own", "apart": "language"})
    assert stems.remarks == ("stems-by-rules",)
    held = {row[1]: row[2] for row in stems.tables[0].rows}
    assert {row[0] for row in stems.tables[0].rows} == {"en"}
    assert held["tourist"] == plain["tourists"]
    keyed = figure_of(scope, "key_words", {**ASKED["key_words"], "apart": "language", "stem": "own"})
    assert {row[0] for row in keyed.tables[0].rows} == {"en"}
    near = figure_of(scope, "neighbours", {"fewest": "1", "stem": "en", "word": "tourists"})
    assert {"tourist"} <= {str(cell) for row in near.tables[0].rows for cell in row[:2]}
    with pytest.raises(NotComputable):
        figure_of(scope, "key_words", {"field": "language", "value": "en", "apart": "language"})


def test_matrices_have_counts_and_say_why_they_have_no_test(scope: StudyScope) -> None:
    counts, why = figure_of(scope, "matrix", {"across": "coder"}).tables
    rows = {row[0]: row[1:] for row in counts.rows}
    assert (counts.columns, rows["BIL"], rows["TC"]) == (("code", "ayu", "made"), (3, 3), (4, 2))
    assert why.rows[0][-2:] == reason(NotComputable("analysis.counts-too-small", smallest=1.0))
    met = {row[0]: row[1:] for row in figure_of(scope, "matrix", {"across": "code"}).tables[0].rows}
    assert met["MKT"] == (6, 0, 2, 0, 0)
    near = {row[0]: row[1:] for row in figure_of(scope, "matrix", NEAR).tables[0].rows}
    assert near["BIL"] == (3, 3, 2, 0, 0)
    by_day = figure_of(scope, "matrix", {"across": "month", "counting": "witnesses"}).tables[0]
    assert by_day.columns == ("code", "2020-01")


def test_free_passages_have_every_coefficient_of_each_category(scope: StudyScope) -> None:
    whole, parts = figure_of(scope, "free_segments").tables
    assert {row[0] for row in whole.rows} >= {"gamma", "cu_alpha", "u_alpha_binary", "alpha_2004"}
    by_name = {(row[0], row[1]): row for row in parts.rows}
    assert by_name["BIL", "alpha_2004"][2] == 1.0
    assert by_name["BIL", "u_alpha_of_category"][2] == 1.0
    assert by_name["TC", "ku_alpha"][2] < 1.0  # type: ignore[operator]
    assert by_name["TC", "ku_alpha"][3] == pytest.approx(1.0)


def test_no_name_of_a_variable_ends_its_string_in_r(scope: StudyScope) -> None:
    hostile = 'RICH")); cat("INJECTED\n"); list(c("'
    with scope.store.command("import_survey", "ayu") as change:
        variable = change.insert("variable", {"key": hostile, "type": "number"})[0]
        for case in scope.store.rows("case"):
            change.insert("value", {"variable": variable, "case": case["guid"], "content": 1.0})
    script = figure_of(scope, "cases", {"outcome": "SISTER", "conditions": list_of(["TIES", hostile])}).script
    scope.store.undo("ayu")
    assert 'cat(\\"INJECTED\\n\\")' in script
    assert 'cat("INJECTED' not in script


def test_a_word_without_neighbours_says_so(scope: StudyScope) -> None:
    with pytest.raises(NotComputable) as refusal:
        figure_of(scope, "neighbours", {"word": "zzz"})
    assert refusal.value.code == "study.word-without-neighbours"


def test_the_command_prints_lists_and_hands_on(seven: Path, tenun: Terminal, tmp_path: Path) -> None:
    listed = tenun.run("figure", seven).out
    assert all(method in listed for method in METHODS)
    printed = tenun.run("figure", seven, "coefficients", "--how", "--to", tmp_path / "handed").out
    assert "Krippendorff's α" in printed
    assert "Formula" in printed
    assert (tmp_path / "handed" / "script.R").read_text("utf-8").startswith("# Recomputes")
    told = tenun.run("figure", seven, "clues", "--json").json
    assert told == json.loads(json.dumps(shown(_figure(seven, "clues"))))


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("astrology",), 3, "study.no-such-method"),
        (("coefficients", "-o", "colour=red"), 3, "study.no-such-option"),
        (("coefficients", "-o", "unit"), 3, "study.option-form"),
        (("coefficients", "-o", "unit=page"), 3, "study.option-value"),
        (("coefficients", "-o", "coders=nobody"), 3, "study.no-coder-read"),
        (("coefficients", "-o", "coders=ayu"), 6, "analysis.one-coder"),
        (("ratings", "-o", "coders=ayu"), 6, "analysis.one-coder"),
        (("saturation", "-o", "base=6"), 6, "analysis.too-few-interviews"),
        (("cases",), 3, "study.name-outcome-and-conditions"),
        (("cases", "-o", "outcome=SISTER", "-o", "conditions=RICH, urban"), 3, "analysis.qca-no-column"),
        (("cases", "-o", 'conditions="RICH'), 3, "study.option-list"),
        (("cases", "-o", "outcome=SISTER", "-o", "conditions=GDP"), 3, "analysis.qca-not-calibrated"),
        (("key_words",), 6, "study.no-group-named"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_command_refuses_in_both_languages(
    seven: Path, tenun: Terminal, language: str, arguments: tuple[str, ...], exit_code: int, code: str
) -> None:
    tenun.monkeypatch.setattr("tenun.cli.app.language", lambda: language)
    done = tenun.run("figure", seven, *arguments)
    words = getattr(message_of(code), language)
    told = [part.strip() for part in re.split(r"\{\w+\}", words) if part.strip()]
    assert done.code == exit_code
    assert all(" ".join(part.split()) in " ".join(done.err.split()) for part in told), done.err


def test_a_name_with_a_comma_is_asked_for_in_quotation_marks(seven: Path, tenun: Terminal) -> None:
    told = tenun.run(
        "figure", seven, "cases", "-o", "outcome=SISTER", "-o", 'conditions=TIES,"RICH, urban"', "--json"
    ).json
    assert [column["en"] for column in told["tables"][0]["columns"]][:2] == ["TIES", "RICH, urban"]


def _figure(path: Path, method: str):  # type: ignore[no-untyped-def]
    opened = open_scope(str(path))
    try:
        return figure_of(opened, method)
    finally:
        opened.store.close()
