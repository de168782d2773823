"""Figures of the worked study computed again by R from their exact input, every value beside Tenun's own.

    python bench/recompute_in_r.py [--to FILE]

Needs `Rscript` (Debian: r-base-core), with base R alone; cases and clues are made here, for the worked study has none.
Prints for each method how many values were compared, how far the furthest is apart, and which values R did not give.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenun.study.figures import figure_of
from tenun.study.figures.figure import Figure
from tenun.study.figures.handed_on import write_figure
from tenun.study.importing.import_paths import import_paths
from tenun.study.opening import open_scope
from tenun.study.run_demo import example_folder
from tenun.study.scope import StudyScope

Values = dict[tuple[str, ...], list[float]]
"""Numbers by the names that they stand beside."""

FURTHEST = 1e-5
"""R prints seven digits; its integral for P(first) is good to six."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")
_CASES = {"outcome": "SISTER", "conditions": "TIES,GDP,RICH"}
_CLUES = (
    ("MKT", "minutes", 0.3, 0.05, ""),
    ("MKT", "budget", 0.8, 0.4, ""),
    ("BIL", "letter", 0.6, 0.3, "visit"),
    ("BIL", "dinner", 0.5, 0.25, "visit"),
    ("BIL", "visit", 0.7, 0.3, "visit"),
)


def main() -> int:
    """Compare and print; 1 where a value differs by more than R prints, or where R did not give it."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    words.add_argument("--quick", action="store_true", help="the same: it takes seconds")
    asked = words.parse_args()
    rscript = shutil.which("Rscript")
    if rscript is None:
        print("Rscript is not on the PATH: nothing was compared.", file=sys.stderr)
    figures = compare(rscript) if rscript else {"r": None, "methods": {}, "furthest_apart": 0.0, "not_given": 0}
    text = json.dumps(figures, indent=2)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")
    return 0 if figures["furthest_apart"] < FURTHEST and not figures["not_given"] else 1


@dataclass(frozen=True)
class Asked:
    """A figure; `parts`: values of it that R computes too, and how they are read from what R prints."""

    method: str
    options: dict[str, str]
    parts: tuple[tuple[Callable[[Figure], Values], Callable[[str], Values]], ...]


def compare(rscript: str) -> dict[str, Any]:
    """For each figure the number of values compared and how far the furthest is apart."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "worked.tenun"
        import_paths(str(path), [example_folder()])
        scope = open_scope(str(path), coder="A")
        _with_cases_and_clues(scope)
        for asked in ASKED:
            figure = figure_of(scope, asked.method, asked.options)
            called = " ".join([asked.method, *(f"{key}={value}" for key, value in asked.options.items())])
            folder = Path(name) / str(len(found))
            write_figure(figure, folder)
            # As wide as it takes: R would break a matrix of many columns into parts.
            run = [rscript, "-e", 'options(width = 10000); source("script.R")']
            done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=True)
            apart = [_apart(ours(figure), theirs(done.stdout)) for ours, theirs in asked.parts]
            found[called] = {
                "values": sum(one["values"] for one in apart),
                "furthest_apart": max(one["furthest_apart"] for one in apart),
                "not_given": [name for one in apart for name in one["not_given"]],
                "said": done.stderr.strip().splitlines(),
            }
        scope.store.close()
    return {
        "r": _version(rscript),
        "methods": found,
        "furthest_apart": max(one["furthest_apart"] for one in found.values()),
        "not_given": sum(len(one["not_given"]) for one in found.values()),
    }


def _apart(ours: Values, theirs: Values) -> dict[str, Any]:
    given = {name: theirs[name] for name in ours if len(theirs.get(name, ())) >= len(ours[name])}
    apart = [abs(a - b) / max(1.0, abs(b)) for name in given for a, b in zip(given[name], ours[name], strict=False)]
    not_given = [" ".join(name) for name in ours if name not in given]
    return {"values": len(apart), "furthest_apart": max(apart, default=float("inf")), "not_given": not_given}


def _columns(table: str, names: int, *columns: str, but: tuple[str, ...] = ()) -> Callable[[Figure], Values]:
    """Some columns of a table of the figure (none named: all), by its first so many columns as names."""

    def ours(figure: Figure) -> Values:
        (found,) = [one for one in figure.tables if one.name == table]
        at = [found.columns.index(one) for one in columns] or list(range(names, len(found.columns)))
        values: Values = {}
        for row in found.rows:
            cells = [row[one] for one in at]
            held = [float(cell) for cell in cells if isinstance(cell, int | float)]
            if len(held) == len(cells) and row[0] not in but:
                values[tuple(str(cell) for cell in row[:names])] = held
        return values

    return ours


def _lines(names: int, after: str = "") -> Callable[[str], Values]:
    """Lines that begin with so many names (behind a word that says what they are) and go on with numbers."""

    def theirs(printed: str) -> Values:
        values: Values = {}
        for line in printed.splitlines():
            words = line.split()
            if after and words[:1] != [after]:
                continue
            words = words[bool(after) :]
            numbers = []
            for word in words[names:]:
                if not _NUMBER.fullmatch(word):
                    break
                numbers.append(float(word))
            if numbers:
                values[tuple(words[:names])] = numbers
        return values

    return theirs


def _crossed(printed: str) -> Values:
    """The first table, with its columns in a heading, by row and column: residuals may stand below the counts."""
    counts, _, _ = printed.partition("chi_square")
    heading, *rows = [line.split() for line in counts.splitlines() if line.strip()]
    return {
        (row[0], column): [float(cell)]
        for row in rows
        if len(row) == len(heading) + 1 and all(map(_NUMBER.fullmatch, row[1:]))
        for column, cell in zip(heading, row[1:], strict=True)
    }


def _cells(table: str) -> Callable[[Figure], Values]:
    def ours(figure: Figure) -> Values:
        (found,) = [one for one in figure.tables if one.name == table]
        return {
            (str(row[0]), column): [float(cell)]
            for row in found.rows
            for column, cell in zip(found.columns[1:], row[1:], strict=True)
            if isinstance(cell, int | float)
        }

    return ours


def _without(printed: str) -> Values:
    """What is left of each hypothesis without one clue: lines below that of the hypothesis."""
    values: Values = {}
    hypothesis = ""
    for line in printed.splitlines():
        words = line.split()
        if words[:1] == ["without"]:
            values[hypothesis, words[1]] = [float(word) for word in words[2:]]
        elif words:
            hypothesis = words[0]
    return values


def _pairs(figure: Figure) -> Values:
    """The one pair of coders is named with blanks in it."""
    return {tuple(name[0].split()): value for name, value in _columns("parts", 1, "value")(figure).items()}


_KEYNESS = ("count", "count_other", "log_likelihood", "log_ratio")
_NOT_IN_R = ("krippendorff_alpha_masi", "gamma", "gamma_cat", "gamma_cat_aligned")
_COEFFICIENTS = (_columns("coefficients", 1, "value", but=_NOT_IN_R), _lines(1))
_PARTS = (_columns("parts", 1, "value"), _lines(1))
_MATRIX = (_cells("matrix"), _crossed)
_SEGMENTS = (_columns("segments", 1, "value", but=_NOT_IN_R), _lines(1))
_BY_CATEGORY = (_columns("by_category", 2, "value"), _lines(2))
_TRUTH = (_columns("truth_table", 3, "n", "consistency", "pri"), _lines(3, "row"))
_NEEDED = (_columns("necessity", 1), _lines(1, "necessity"))
_WEIGHTS = ("weight_db", "low_db", "high_db", "posterior", "posterior_low", "posterior_high")
_CLUES_ASKED = ((_columns("hypotheses", 1, *_WEIGHTS), _lines(1)), (_columns("without", 2), _without))
_FUZZY = {**_CASES, "calibration": "GDP=300:650:1000"}
_MANY = {**_CASES, "calibration": "GDP=cut:500:900", "sets": "multi_value"}
_NEWS = {"field": "kind", "value": "news", "most": "30"}
_NEXT_SENTENCE = {"across": "code", "proximity": "sentences", "within": "1"}
ASKED = (
    Asked("first_place", {}, ((_columns("motives", 1, "k", "p_first"), _lines(1)),)),
    Asked("coefficients", {}, (_COEFFICIENTS,)),
    Asked("ratings", {"of": "priority"}, (_COEFFICIENTS,)),
    Asked("agreement_by", {"by": "code"}, (_PARTS,)),
    Asked("agreement_by", {"by": "pair"}, ((_pairs, _lines(3)),)),
    Asked("agreement_by", {"by": "source"}, (_PARTS,)),
    Asked("agreement_by", {"by": "time"}, (_PARTS,)),
    Asked("free_segments", {}, (_SEGMENTS, _BY_CATEGORY)),
    Asked("word_counts", {"most": "30"}, ((_columns("words", 1, "count", "texts"), _lines(1)),)),
    Asked("key_words", _NEWS, ((_columns("key_words", 1, *_KEYNESS), _lines(1)),)),
    Asked("neighbours", {"most": "30"}, ((_columns("neighbours", 2), _lines(2)),)),
    Asked("matrix", {}, (_MATRIX,)),
    Asked("matrix", {"across": "year"}, (_MATRIX,)),
    Asked("matrix", _NEXT_SENTENCE, (_MATRIX,)),
    Asked("matrix", {"across": "code", "proximity": "words", "counting": "sources"}, (_MATRIX,)),
    Asked("not_found", {}, ((_cells("absence"), _crossed),)),
    Asked("cases", _FUZZY, (_TRUTH, _NEEDED)),
    Asked("cases", _MANY, (_TRUTH, _NEEDED)),
    Asked("clues", {}, _CLUES_ASKED),
    Asked("clues", {"margin": "0.1", "prior": "0.25"}, _CLUES_ASKED),
)


def _with_cases_and_clues(scope: StudyScope) -> None:
    """Twelve cities whose ties were formal or not and rich or not, and clues with likelihoods, some dependent."""
    keys = ("TIES", "RICH", "GDP", "SISTER")
    with scope.store.command("import_survey", "A") as change:
        made = change.insert("variable", [{"key": key, "type": "number"} for key in keys])
        variables = dict(zip(keys, made, strict=True))
        for number, case in enumerate(change.insert("case", [{"key": f"city-{at:02}"} for at in range(12)])):
            ties = float(number % 2)
            values = {"TIES": ties, "RICH": float(number % 3 == 0), "GDP": 200.0 + 100 * number, "SISTER": ties}
            for key, content in values.items():
                change.insert("value", {"variable": variables[key], "case": case, "content": content})
        claims = change.insert("claim", [{"key": key, "kind": "motive"} for key in ("MKT", "BIL")])
        of_motive = dict(zip(("MKT", "BIL"), claims, strict=True))
        for motive, clue, p, q, group in _CLUES:
            judged = {"p_if_true": p, "p_if_false": q, "dependence": group, "reason": "Made for this comparison."}
            change.insert("evidence", {"claim": of_motive[motive], "role": "supports", "clue": clue, **judged})


def _version(rscript: str) -> str:
    done = subprocess.run([rscript, "--version"], capture_output=True, text=True, check=True)
    return (done.stdout or done.stderr).strip()


if __name__ == "__main__":
    sys.exit(main())
