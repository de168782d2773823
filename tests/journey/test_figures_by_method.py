"""Every method on a study that has what it takes, and its refusals on one that has not, at the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.command_line import Terminal

from tenun.errors import NotComputable, message_of
from tenun.study.figures import METHODS, figure_of, options_of
from tenun.study.figures.handed_on import write_figure
from tenun.study.figures.how import HOW
from tenun.study.figures.names import NAMES, REMARKS
from tenun.study.figures.shown import shown
from tenun.study.import_paths import import_paths
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
    return path


def _with_cases_and_clues(scope: StudyScope) -> None:
    """Twelve cities whose ties were formal or not and rich or not, and two clues with likelihoods."""
    with scope.store.command("import_survey", "ayu") as change:
        variables = dict(zip(
            ("TIES", "RICH", "SISTER"),
            change.insert("variable", [{"key": key, "type": "number"} for key in ("TIES", "RICH", "SISTER")]),
            strict=True,
        ))  # fmt: skip
        cases = change.insert("case", [{"key": f"city-{number:02}"} for number in range(12)])
        for number, case in enumerate(cases):
            ties, rich = float(number % 2), float(number % 3 == 0)
            for key, content in (("TIES", ties), ("RICH", rich), ("SISTER", ties)):
                change.insert("value", {"variable": variables[key], "case": case, "content": content})
        claim = change.insert("claim", {"key": "MKT", "kind": "motive"})[0]
        for clue, p, q in (("minutes", 0.3, 0.05), ("budget", 0.8, 0.4)):
            line = {
                "claim": claim,
                "role": "supports",
                "clue": clue,
                "p_if_true": p,
                "p_if_false": q,
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
    "cases": {"outcome": "SISTER", "conditions": "TIES,RICH"},
    "neighbours": {"fewest": "1"},
}


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_a_figure_with_words_for_all_it_names(
    scope: StudyScope, method: str, tmp_path: Path
) -> None:
    found = figure_of(scope, method, ASKED.get(method))
    assert all(table.rows for table in found.tables)
    assert found.input.rows
    assert all(len(row) == len(table.columns) for table in (*found.tables, found.input) for row in table.rows)
    free = {"TIES", "RICH", "SISTER"}
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
    assert reached.rows == ((4, 1),)
    curve = figure_of(scope, "accumulation").tables[0]
    assert [row[1] for row in curve.rows] == [2, 3, 3, 4, 4, 4, 5]
    solutions = figure_of(scope, "cases", ASKED["cases"]).tables[1]
    assert {(row[0], row[1]) for row in solutions.rows} == {("conservative", "TIES"), ("parsimonious", "TIES")}
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


def test_no_name_of_a_variable_ends_its_string_in_r(scope: StudyScope) -> None:
    hostile = 'RICH")); cat("INJECTED\n"); list(c("'
    with scope.store.command("import_survey", "ayu") as change:
        variable = change.insert("variable", {"key": hostile, "type": "number"})[0]
        for case in scope.store.rows("case"):
            change.insert("value", {"variable": variable, "case": case["guid"], "content": 1.0})
    script = figure_of(scope, "cases", {"outcome": "SISTER", "conditions": f"TIES,{hostile}"}).script
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


def _figure(path: Path, method: str):  # type: ignore[no-untyped-def]
    opened = open_scope(str(path))
    try:
        return figure_of(opened, method)
    finally:
        opened.store.close()
