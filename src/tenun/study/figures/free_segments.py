"""Agreement of coders who chose their own passages: where they lie and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused, NotComputable
from tenun.study.figures.coded_units import coders_asked
from tenun.study.figures.figure import Cell, Figure, Option, Table, reason, rounded
from tenun.study.reading import read_reading

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS = (Option("coders", "", "coders"), Option("level", "motive", "choice", ("code", "motive")))


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """γ and γ-cat on all passages, |u on what is coded at all, and u-α for each category by itself."""
    from tenun.analysis import agreement
    from tenun.study.blindness import refuse_while_blind

    refuse_while_blind(scope)
    read = read_reading(scope.store)
    coders = coders_asked(scope, asked["coders"], read)
    lengths = _lengths(scope, set.intersection(*(read[name] for name in coders)), coders)
    roll_up = _categories(scope) if asked["level"] == "motive" else None
    segments, length = agreement.segments_of_codings(scope.store.codings(), lengths, coders, roll_up=roll_up)
    of_two = {name: segments[name] for name in coders}
    rows = [
        _row("gamma", lambda: agreement.gamma(of_two)),
        _row("gamma_cat", lambda: agreement.gamma_cat(of_two)),
        _row("gamma_cat_aligned", lambda: agreement.gamma_cat(of_two, alone=False)),
        _row("cu_alpha", lambda: agreement.cu_alpha(of_two, length)),
        _row("u_alpha_binary", lambda: agreement.u_alpha_binary(_as_one(of_two), length)),
    ]
    names = sorted({one.category for row in segments.values() for one in row})
    parts = [_row(name, _of_one(of_two, name, length)) for name in names]
    columns = ("value", "error", "why_en", "why_id")
    return Figure(
        "free_segments",
        asked,
        (
            Table("segments", ("coefficient", *columns), tuple(rows)),
            Table("u_alpha", ("category", *columns), tuple(parts)),
        ),
        _input(of_two),
        "",
        {"segments": sum(map(len, segments.values())), "coders": len(coders), "length_cp": length},
        ("laid-end-to-end",),
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


def _row(name: str, measure: Callable[[], Any]) -> tuple[Cell, ...]:
    try:
        found = measure()
    except (NotComputable, InputRefused) as error:
        return (name, None, None, *reason(error))
    return (name, rounded(found.value), rounded(getattr(found, "error", None)), "", "")


def _input(segments: dict[str, Any]) -> Table:
    rows = [(name, int(one.start), int(one.end), str(one.category)) for name, row in segments.items() for one in row]
    return Table("input", ("coder", "start_cp", "end_cp", "category"), tuple(rows))
