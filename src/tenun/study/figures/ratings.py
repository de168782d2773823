"""Agreement of coders who rated on a scale: how sources were appraised, how first a motive was said to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tenun.coding.codings import left_out
from tenun.errors import NotComputable
from tenun.study.figures.coded_units import coders_asked, cut_units
from tenun.study.figures.figure import Cell, Figure, Option, Table, reason, rounded
from tenun.study.figures.r_ratings import ratings_script
from tenun.study.find_duplicates import find_witnesses

if TYPE_CHECKING:
    import pandas as pd

    from tenun.study.scope import StudyScope

SCALES = {
    "reliability": dict(zip("ABCDE", range(1, 6), strict=True)),
    "credibility": {str(digit): digit for digit in range(1, 6)},
    "priority": {"none": 0, "second": 1, "first": 2},
}
"""What each rating counts as. F and 6 say that nothing can be judged: they are no place on the scale."""
TOKENS = {"none": "none", "secondary": "second", "first": "first"}
OPTIONS = (
    Option("of", "reliability", "choice", ("reliability", "credibility", "priority", "weight")),
    Option("coders", "", "coders"),
    Option("unit", "sentence", "choice", ("sentence", "turn")),
    Option("code", "", "code"),
)
_LEVELS: tuple[Literal["ordinal", "interval", "ratio"], ...] = ("ordinal", "interval", "ratio")
_MOST_IN_TABLE = 12
COLUMNS = ("coefficient", "value", "low", "high", "undefined_draws", "kappa_max", "why_en", "why_id")
Unit = tuple[str, int | str, str]


@dataclass(frozen=True, slots=True)
class Ratings:
    """Units (source, start, code), their witnesses, and each coder's rating, None where there is none."""

    coders: tuple[str, ...]
    units: tuple[Unit, ...]
    group: tuple[str, ...]
    rows: tuple[tuple[float | None, ...], ...]
    not_judged: int
    apart: int = 0
    """Codings of regions and times, which no sentence or turn holds."""


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Weighted κ with its maximum for two coders, and α at every level that the scale allows.

    Raises NotComputable for fewer than two coders who rated, and where no unit has two ratings.
    """
    from tenun.study.blindness import refuse_while_blind

    refuse_while_blind(scope)
    of = asked["of"]
    appraised = of in ("reliability", "credibility")
    held = _appraisals(scope, asked) if appraised else _of_codings(scope, asked)
    if not any(sum(rating is not None for rating in unit) > 1 for unit in zip(*held.rows, strict=True)):
        raise NotComputable("analysis.nothing-paired")
    tables = [
        Table(
            "coefficients",
            ("coefficient", "value", "low", "high", "undefined_draws", "kappa_max", "why_en", "why_id"),
            _rows(held, of),
        )
    ]
    if len(held.coders) == 2 and (met := _pairs(held, of)):
        tables.append(met)
    return Figure(
        "ratings",
        asked,
        tuple(tables),
        Table(
            "input",
            ("source", "start_cp", "code", "witness", *held.coders),
            tuple(
                (*unit, group, *rated) for unit, group, *rated in zip(held.units, held.group, *held.rows, strict=True)
            ),
        ),
        ratings_script(list(SCALES[of].values()) if of in SCALES else [], ratio=of == "weight"),
        {
            "units": len(held.units),
            "coders": len(held.coders),
            **({"not_judged": held.not_judged} if appraised else {}),
            "witnesses": len(set(held.group)),
            **({"places_left_out": held.apart} if held.apart else {}),
        },
        (
            "scale-in-order",
            *(("not-judged",) if appraised else ()),
            *(() if of == "weight" else ("no-zero-no-ratio",)),
            *(("places-left-out",) if held.apart else ()),
        ),
    )


def _rows(held: Ratings, of: str) -> tuple[tuple[Cell, ...], ...]:
    from tenun.analysis.agreement import cohen_kappa, krippendorff_alpha

    scale = list(SCALES[of].values()) if of in SCALES else None
    rows = []
    if len(held.coders) == 2:
        for weights in ("linear", "quadratic"):
            named: dict[str, Any] = {"weights": weights, "categories": scale}
            rows.append(_row(f"kappa_{weights}", held, cohen_kappa, named))
    for level in _LEVELS if of == "weight" else _LEVELS[:2]:
        rows.append(_row(f"alpha_{level}", held, krippendorff_alpha, {"level": level}))
    return tuple(rows)


def _row(name: str, held: Ratings, measure: Callable[..., Any], settings: dict[str, Any]) -> tuple[Cell, ...]:
    from tenun.analysis.agreement import agreement_interval

    data = [list(row) for row in held.rows]
    try:
        found = measure(data, **settings)
    except NotComputable as error:
        return (name, None, None, None, None, None, *reason(error))
    low = high = undefined = None
    try:
        between = agreement_interval(data, measure.__name__, groups=held.group, **settings)  # type: ignore[arg-type]
        low, high, undefined = between.low, between.high, between.undefined
    except NotComputable:
        pass
    most = getattr(found, "kappa_max", None)
    return (name, *(rounded(one) for one in (found.value, low, high)), undefined, rounded(most), "", "")


def _pairs(held: Ratings, of: str) -> Table | None:
    """How often each rating of the first coder met each of the second's."""
    pairs = [(a, b) for a, b in zip(*held.rows, strict=True) if a is not None and b is not None]
    names = {value: token for token, value in SCALES[of].items()} if of in SCALES else {}
    scale = sorted(names) or sorted({one for pair in pairs for one in pair})
    if len(scale) > _MOST_IN_TABLE:
        return None
    shown = [names.get(one, f"{one:g}") for one in scale]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (word, *(pairs.count((a, b)) for b in scale)) for word, a in zip(shown, scale, strict=True)
    )
    return Table("ratings_met", ("rating", *shown), rows)


def _appraisals(scope: StudyScope, asked: dict[str, str]) -> Ratings:
    scale, names = SCALES[asked["of"]], scope.store.lookup("coder", "name")
    given: dict[str, dict[str, str]] = {}
    for row in scope.store.rows("appraisal"):
        given.setdefault(names[row["coder"]], {})[row["source"]] = str(row[asked["of"]])
    coders = coders_asked(scope, asked["coders"], {name: set(rated) for name, rated in given.items()}, "appraised")
    keys = scope.store.lookup("source", "key")
    sources = sorted({source for name in coders for source in given[name]}, key=lambda guid: keys[guid])
    rows = tuple(tuple(scale.get(given[name].get(source, "")) for source in sources) for name in coders)
    missing = sum(rating not in scale for name in coders for rating in given[name].values())
    return Ratings(
        coders,
        tuple((keys[source], "", "") for source in sources),
        _witnesses(scope, [keys[one] for one in sources]),
        rows,
        missing,
    )


def _of_codings(scope: StudyScope, asked: dict[str, str]) -> Ratings:
    """One unit a sentence (turn) and code that two of the coders gave it, with the highest rating of each."""
    from tenun.study.reading import read_reading

    if asked["code"]:
        scope.code_row(asked["code"])
    read = read_reading(scope.store)
    coders = coders_asked(scope, asked["coders"], read)
    shared = set.intersection(*(read[name] for name in coders))
    if not shared:
        raise NotComputable("analysis.no-shared-sources", first=coders[0], second=", ".join(coders[1:]))
    codings = scope.store.codings()
    rated = _rating_of(codings, asked["of"])
    found: dict[Unit, dict[int, float]] = {}
    for unit in cut_units(scope, coders, shared, asked["unit"], codings.assign(code=rated)):
        for at, label in enumerate(unit.labels):
            for mark in label:
                code, _, rating = mark.rpartition("\t")
                if asked["code"] in ("", code):
                    place = (unit.source, unit.span.start_cp, code)
                    held = found.setdefault(place, {})
                    held[at] = max(held.get(at, float("-inf")), float(rating))
    both = [(place, held) for place, held in found.items() if len(held) > 1]
    units = tuple(place for place, _ in both)
    rows = tuple(tuple(held.get(at) for _, held in both) for at in range(len(coders)))
    return Ratings(coders, units, _witnesses(scope, [unit[0] for unit in units]), rows, 0, left_out(codings, coders))


def _rating_of(codings: pd.DataFrame, of: str) -> list[str]:
    """Code and rating of each coding, as one mark."""
    scale = SCALES["priority"]
    values = codings["weight"] if of == "weight" else [scale[TOKENS[token]] for token in codings["priority"]]
    return [f"{code}\t{value}" for code, value in zip(codings["code"], values, strict=True)]


def _witnesses(scope: StudyScope, sources: Sequence[str]) -> tuple[str, ...]:
    group_of = {key: group.id for group in find_witnesses(scope) for key in group.sources}
    return tuple(group_of.get(source, source) for source in sources)
