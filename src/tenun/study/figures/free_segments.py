"""Agreement of coders who chose their own passages: where they lie and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import in_text, left_out
from tenun.errors import InputRefused, NotComputable
from tenun.study.figures.coded_units import coders_asked
from tenun.study.figures.figure import Cell, Figure, Option, Table, reason, rounded
from tenun.study.figures.r_segments import segments_script
from tenun.study.reading import read_reading

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS = (Option("coders", "", "coders"), Option("level", "motive", "choice", ("code", "motive")))


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """γ and γ-cat, cu-α, |u on what is coded at all and α of 2004; by category u-α, (k)u-α and α of 2004.

    Where passages of one coder overlap under several categories, cu-α and (k)u-α refuse and say so: they take one
    category at a time.
    """
    from tenun.analysis import agreement
    from tenun.study.blindness import refuse_while_blind

    refuse_while_blind(scope)
    read = read_reading(scope.store)
    coders = coders_asked(scope, asked["coders"], read)
    lengths = _lengths(scope, set.intersection(*(read[name] for name in coders)), coders)
    roll_up = _categories(scope) if asked["level"] == "motive" else None
    codings = scope.store.codings()
    apart = left_out(codings, coders)
    segments, length = agreement.segments_of_codings(in_text(codings), lengths, coders, roll_up=roll_up)
    of_two = {name: segments[name] for name in coders}
    rows = [
        _row("gamma", lambda: agreement.gamma(of_two)),
        _row("gamma_cat", lambda: agreement.gamma_cat(of_two)),
        _row("gamma_cat_aligned", lambda: agreement.gamma_cat(of_two, alone=False)),
        _row("cu_alpha", lambda: agreement.cu_alpha(of_two, length)),
        _row("u_alpha_binary", lambda: agreement.u_alpha_binary(_as_one(of_two), length)),
    ]
    whole, by_category = _of_2004(of_two, length)
    rows.append(whole)
    names = sorted({one.category for row in segments.values() for one in row})
    parts = [
        row
        for name in names
        for row in (
            (name, *_row("u_alpha_of_category", _of_one(of_two, name, length), covered=True)),
            (name, *_row("ku_alpha", _within(of_two, name, length), covered=True)),
            (name, "alpha_2004", rounded(by_category.get(name)), None, *_undefined(by_category.get(name), whole)),
        )
    ]
    return Figure(
        "free_segments",
        asked,
        (
            Table("segments", ("coefficient", "value", "error", "why_en", "why_id"), tuple(rows)),
            Table("by_category", ("category", "coefficient", "value", "covered", "why_en", "why_id"), tuple(parts)),
        ),
        _input(of_two),
        segments_script(coders, length),
        {"segments": sum(map(len, segments.values())), "coders": len(coders), "length_cp": length}
        | ({"places_left_out": apart} if apart else {}),
        ("laid-end-to-end", *(("places-left-out",) if apart else ())),
    )


def _lengths(scope: StudyScope, shared: set[str], coders: tuple[str, ...]) -> dict[str, int]:
    if not shared:
        raise NotComputable("analysis.no-shared-sources", first=coders[0], second=", ".join(coders[1:]))
    held = [source.representation for source in scope.sources() if source.key in shared and source.representation]
    return {representation: len(scope.store.text(representation)) for representation in held}


def _categories(scope: StudyScope) -> dict[str, str]:
    codebook, motives = scope.codebook(), set(scope.config().motives)
    return {code: motive for code in codebook if (motive := codebook.roll_up(code, motives)) is not None}


def _as_one(segments: dict[str, Any]) -> dict[str, list[tuple[float, float, str]]]:
    """Segments of any category that overlap or touch, as one: what is coded at all."""
    joined: dict[str, list[tuple[float, float, str]]] = {}
    for name, row in segments.items():
        runs: list[tuple[float, float, str]] = []
        for one in sorted(row, key=lambda one: (one.start, one.end)):
            if runs and one.start <= runs[-1][1]:
                runs[-1] = (runs[-1][0], max(runs[-1][1], one.end), "coded")
            else:
                runs.append((one.start, one.end, "coded"))
        joined[name] = runs
    return joined


def _of_one(segments: dict[str, Any], category: str, length: int) -> Callable[[], Any]:
    from tenun.analysis import agreement

    own = {name: [one for one in row if one.category == category] for name, row in segments.items()}
    return lambda: agreement.u_alpha(own, length)


def _within(segments: dict[str, Any], category: str, length: int) -> Callable[[], Any]:
    from tenun.analysis import agreement

    return lambda: agreement.ku_alpha(segments, length, category)


def _of_2004(segments: dict[str, Any], length: int) -> tuple[tuple[Cell, ...], dict[str, float | None]]:
    """The coefficient of 2004 over all categories, as a row, and by category."""
    from tenun.analysis import agreement

    try:
        found = agreement.unitized_alpha_2004(segments, length)
    except (NotComputable, InputRefused) as error:
        return ("alpha_2004", None, None, *reason(error)), {}
    return ("alpha_2004", rounded(found.value), None, "", ""), found.by_category


def _undefined(value: float | None, whole: tuple[Cell, ...]) -> tuple[Cell, Cell]:
    """Why a category has no value: what holds of all of them, or that nothing in it could disagree."""
    if value is not None:
        return "", ""
    if whole[1] is None:
        return whole[-2], whole[-1]
    return reason(NotComputable("analysis.nothing-segmented"))


def _row(name: str, measure: Callable[[], Any], *, covered: bool = False) -> tuple[Cell, ...]:
    """Name, value, and the error of drawing or, with `covered`, the share of the text it is about."""
    try:
        found = measure()
    except (NotComputable, InputRefused) as error:
        return (name, None, None, *reason(error))
    return (name, rounded(found.value), rounded(getattr(found, "coverage" if covered else "error", None)), "", "")


def _input(segments: dict[str, Any]) -> Table:
    rows = [(name, int(one.start), int(one.end), str(one.category)) for name, row in segments.items() for one in row]
    return Table("input", ("coder", "start_cp", "end_cp", "category"), tuple(rows))
