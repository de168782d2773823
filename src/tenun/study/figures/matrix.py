"""A matrix of codes with what stands out in it: the figures behind the matrices of the Retrieve view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.errors import NotComputable
from tenun.study.blindness import visible_codings
from tenun.study.figures.figure import Cell, Figure, Option, Table, reason, rounded
from tenun.study.figures.r_matrix import matrix_script
from tenun.study.find_duplicates import find_witnesses

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    from tenun.analysis.query import CodingIndex, Matrix
    from tenun.analysis.query.columns import Column
    from tenun.study.scope import StudyScope

NOT_TOLD = "-"
OPTIONS = (
    Option("across", "kind", "choice", ("kind", "case", "code", "coder", "source", "witness", "year", "month", "time")),
    Option("counting", "passages", "choice", ("passages", "sources", "witnesses")),
    Option("proximity", "overlapping", "choice", ("overlapping", "passage", "words", "sentences", "turn")),
    Option("within", "5", "number", most=1_000),
)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Counts by code and column; χ² and adjusted residuals where the counts allow, else why not.

    Of the accepted codings that the acting coder may see. Raises NotComputable where there is none.
    """
    from tenun.analysis.query import code_by, code_by_code, coding_index

    sources = scope.sources()
    texts = {one.representation: scope.store.text(one.representation) for one in sources if one.representation}
    index = coding_index(
        visible_codings(scope),
        texts=texts,
        sources=sources,
        codebook=scope.codebook(),
        turns=_turns(scope),
        groups=[(group.id, group.sources) for group in find_witnesses(scope)],
    )
    if not len(index):
        raise NotComputable("study.nothing-read")
    counting: Any = asked["counting"]
    proximity: Any = asked["proximity"]
    reach = int(float(asked["within"]))
    if asked["across"] == "code":
        found = code_by_code(index, proximity=proximity, reach=reach, counted=counting)
    else:
        found = code_by(index, asked["across"], counted=counting)
    columns = tuple(column or NOT_TOLD for column in found.columns)
    return Figure(
        "matrix",
        asked,
        (
            Table("matrix", ("code", *columns), _rows(found, found.counts, int), columns),
            *_associated(found, columns),
        ),
        _input(index, asked),
        matrix_script(asked["across"], proximity, reach),
        {"codings": len(index), "codes": len(found.rows), "columns": len(columns)},
        ("passages-of-wordy-sources",) if counting == "passages" else (),
    )


def _rows(found: Matrix, table: np.ndarray[Any, Any], shown: Callable[[Any], Cell]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((code, *(shown(cell) for cell in row)) for code, row in zip(found.rows, table.tolist(), strict=True))


def _associated(found: Matrix, columns: tuple[str, ...]) -> list[Table]:
    """Whether rows and columns hang together, and which cells stand out."""
    from tenun.analysis.query import association

    names = ("chi_square", "degrees_of_freedom", "p_value", "cramers_v", "why_en", "why_id")
    try:
        one = association(found)
    except NotComputable as error:
        return [Table("association", names, ((None, None, None, None, *reason(error)),))]
    row = (rounded(one.chi_square), one.degrees_of_freedom, rounded(one.p), rounded(one.cramers_v), "", "")
    residuals = Table("residuals", ("code", *columns), _rows(found, one.residuals, rounded), columns)
    return [Table("association", names, (row,)), residuals]


def _turns(scope: StudyScope) -> dict[str, list[Any]]:
    from tenun.text.spans import Span

    held: dict[str, list[Span]] = {}
    for row in scope.store.rows("landmark", kind="turn"):
        held.setdefault(row["representation"], []).append(Span(row["start_cp"], row["end_cp"]))
    return held


def _input(index: CodingIndex, asked: dict[str, str]) -> Table:
    """One row a coding: its code, what it counts as, and its column, or where it lies in the unit of nearness."""
    place = [
        f"{index.representations[index.text_of_passage[at]]} {index.start_cp[at]}-{index.end_cp[at]}"
        for at in index.passage.tolist()
    ]
    column = {"sources": "source", "witnesses": "witness"}.get(asked["counting"])
    unit = place if column is None else _values(index.column(column))
    codes = [index.code.values[at] for at in index.code.numbers]
    if asked["across"] == "code":
        places = {
            "words": lambda: index.places_in_words,
            "sentences": lambda: index.places_in_sentences,
            "turn": lambda: index.places_in_turns,
        }.get(asked["proximity"], lambda: index.places)()
        at = index.passage
        text = [index.representations[number] for number in index.text_of_passage[at]]
        begin, end = (places.start - places.text_start)[at].tolist(), (places.end - places.text_start)[at].tolist()
        return Table(
            "input",
            ("code", "unit", "place", "text", "start", "end"),
            tuple(zip(codes, unit, place, text, begin, end, strict=True)),
        )
    named = asked["across"] if asked["across"] not in ("year", "month") else "published"
    cut = {"year": 4, "month": 7}.get(asked["across"])
    values = [str(value)[:cut] or NOT_TOLD for value in _values(index.column(named))]
    return Table("input", ("code", "unit", "column"), tuple(zip(codes, unit, values, strict=True)))


def _values(column: Column) -> list[Any]:
    return [column.values[at] for at in column.numbers.tolist()]
