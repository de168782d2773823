"""Codings as segments that coders chose themselves, ready for the unitizing coefficients and for gamma."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from tenun.analysis.agreement.segments import Segment
from tenun.errors import InputRefused

if TYPE_CHECKING:
    import pandas as pd


def segments_of_codings(
    codings: pd.DataFrame,
    lengths_cp: Mapping[str, int],
    coders: Sequence[str],
    *,
    codes: Set[str] | None = None,
    roll_up: Mapping[str, str] | None = None,
) -> tuple[dict[str, list[Segment]], int]:
    """The segments of each coder on all texts laid end to end, and the length of the whole.

    `codings`: a table with the columns CODINGS_COLUMNS, of which the accepted ones count; `lengths_cp`: the length of
    each text that both read, by representation, in the order in which they are laid. `codes`: only these; `roll_up`:
    the motive by code, codes that have none left out. A coder's segments of one category that overlap or touch become
    one; those of different categories may still overlap, which gamma takes and the unitizing coefficients, which want
    one category at a time, refuse. Raises InputRefused for a coding that reaches beyond its text.
    """
    offsets: dict[str, int] = {}
    total = 0
    for representation, length in lengths_cp.items():
        offsets[representation] = total
        total += length
    counted = codings[(codings["status"] == "accepted") & codings["coder"].isin(list(coders))]
    counted = counted[counted["representation"].isin(list(offsets))]
    found: dict[str, list[Segment]] = {coder: [] for coder in coders}
    columns = (counted[name] for name in ("coder", "representation", "start_cp", "end_cp", "code"))
    for coder, representation, start, end, code in zip(*columns, strict=True):
        category = code if roll_up is None else roll_up.get(code)
        if category is None or (codes is not None and code not in codes):
            continue
        if end > lengths_cp[representation]:
            raise InputRefused("analysis.segment-outside", start=start, end=end, length=lengths_cp[representation])
        found[coder].append(Segment(offsets[representation] + int(start), offsets[representation] + int(end), category))
    return {coder: _joined(row) for coder, row in found.items()}, total


def _joined(row: list[Segment]) -> list[Segment]:
    """Segments of one category that share or touch a point, as one; in order of place."""
    joined: dict[str, list[Segment]] = {}
    for one in sorted(row, key=lambda one: one[:2]):
        held = joined.setdefault(one.category, [])
        if held and one.start <= held[-1].end:
            held[-1] = held[-1]._replace(end=max(held[-1].end, one.end))
        else:
            held.append(one)
    return sorted((one for held in joined.values() for one in held), key=lambda one: (one.start, one.end, one.category))
