"""Two coders compared: coefficients at code and motive level, code by code, and every unit on which they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from tenun.analysis.agreement.levels import code_agreements, level_agreement
from tenun.analysis.agreement.units import Label, LabelledUnit, Mark, character_units, sentence_units, turn_units
from tenun.analysis.results import Agreement, Disagreement
from tenun.coding.codebook import Codebook
from tenun.errors import InputRefused, NotComputable
from tenun.text.spans import Span

if TYPE_CHECKING:
    import pandas as pd

Place = tuple[str, str]
Marks = dict[Place, tuple[list[Mark], list[Mark]]]
_UNITS = {"sentence": sentence_units, "character": character_units}
_TURN = "turn"


def agree(
    codings: pd.DataFrame,
    texts: Mapping[str, str],
    read: Mapping[str, Set[str]],
    codebook: Codebook,
    motives: Sequence[str],
    groups: Iterable[tuple[str, Sequence[str]]],
    *,
    coders: tuple[str, str] | None = None,
    same_person: Iterable[Iterable[str]] = (),
    unit: str = "sentence",
    uncoded: pd.DataFrame | None = None,
    representations: Mapping[str, str] | None = None,
    turns: Mapping[str, Sequence[Span]] | None = None,
) -> Agreement:
    """Agreement of two coders over the sources that both have read, from their accepted codings.

    `codings`: a table with the columns CODINGS_COLUMNS; `texts`: the text of each representation; `read`: the sources
    each coder has read; `groups`: independence groups (id, sources), a source in none standing alone. `coders` may be
    left out where `read` names just two. `unit` is `sentence`, `character` or `turn`; for turns, `turns` gives those of
    each transcript by representation, and sources without any are left out. A source without codings gives units too,
    all empty: `representations` (by source), else `uncoded` (columns source and representation), says on which text.
    A figure without a value is None, its reason stands in `undefined`. Raises NotComputable for fewer than two coders
    and where they share no source; InputRefused where the choice of coders is open and where a text is missing.
    Source: METHODS section 5.
    """
    if unit not in (*_UNITS, _TURN):
        raise InputRefused("analysis.unknown-unit", unit=unit)
    pair = coders or _only_two(read)
    shared = set(read.get(pair[0], ())) & set(read.get(pair[1], ()))
    if not shared:
        raise NotComputable("analysis.no-shared-sources", first=pair[0], second=pair[1])
    group_of = {source: name for name, sources in groups for source in sources}
    marks = _marks(codings, pair, shared)
    places = _places(shared, marks, representations or {}, uncoded)
    units = _labelled(unit, places, marks, texts, turns or {})
    rolled = [found.relabelled(_roll_up(codebook, motives)) for found in units]
    views = [
        level_agreement(level, [found for found in view if empty or any(found.labels)], group_of, empty=empty)
        for level, view in (("code", units), ("motive", rolled))
        for empty in (True, False)
    ]
    return Agreement(
        unit=unit,
        coders=pair,
        intra=pair[0] == pair[1] or any(set(pair) <= set(names) for names in same_person),
        levels=tuple(views),
        per_code=code_agreements(units, codebook),
        per_motive=code_agreements(rolled, motives),
        disagreements=tuple(_disagreements(units)),
        sources=tuple(sorted(shared)),
    )


def _labelled(
    unit: str, places: Iterable[Place], marks: Marks, texts: Mapping[str, str], turns: Mapping[str, Sequence[Span]]
) -> list[LabelledUnit]:
    units: list[LabelledUnit] = []
    for source, representation in places:
        if representation not in texts:
            raise InputRefused("analysis.text-missing", source=source)
        coded = marks.get((source, representation), ([], []))
        if unit == _TURN:
            units += turn_units(source, representation, texts[representation], coded, turns.get(representation, ()))
        else:
            units += _UNITS[unit](source, representation, texts[representation], coded)
    if unit == _TURN and not units:
        raise NotComputable("analysis.no-turns")
    return units


def _only_two(read: Mapping[str, Set[str]]) -> tuple[str, str]:
    names = sorted(read)
    if len(names) < 2:
        raise NotComputable("analysis.one-coder", coders=len(names))
    if len(names) > 2:
        raise InputRefused("analysis.which-coders", coders=", ".join(names))
    return names[0], names[1]


def _marks(codings: pd.DataFrame, pair: tuple[str, str], shared: Set[str]) -> Marks:
    counted = codings[(codings["status"] == "accepted") & codings["coder"].isin(pair) & codings["source"].isin(shared)]
    columns = (counted[name] for name in ("source", "representation", "coder", "start_cp", "end_cp", "code"))
    marks: Marks = {}
    for source, representation, coder, start, end, code in zip(*columns, strict=True):
        both = marks.setdefault((source, representation), ([], []))
        for at in (0, 1):
            if coder == pair[at]:
                both[at].append((Span(int(start), int(end)), code))
    return marks


def _places(
    shared: Set[str], marks: Marks, representations: Mapping[str, str], uncoded: pd.DataFrame | None
) -> list[Place]:
    """Each shared source with the text its units are cut from: where it is coded, else the current one."""
    places = set(marks)
    left = set() if uncoded is None else set(zip(uncoded["source"], uncoded["representation"], strict=True))
    for source in shared - {source for source, _ in marks}:
        known = {representations[source]} if source in representations else {to for of, to in left if of == source}
        if not known:
            raise InputRefused("analysis.text-missing", source=source)
        places |= {(source, representation) for representation in known}
    return sorted(places)


def _roll_up(codebook: Codebook, motives: Sequence[str]) -> dict[str, str]:
    """Motive by code, for the codes that count for one."""
    wanted = set(motives)
    rolled = {code: codebook.roll_up(code, wanted) for code in codebook}
    return {code: motive for code, motive in rolled.items() if motive is not None}


def _disagreements(units: Iterable[LabelledUnit]) -> list[Disagreement]:
    return [
        Disagreement(unit.source, unit.span, tuple(_shown(label) for label in unit.labels), unit.representation)
        for unit in units
        if len(set(unit.labels)) > 1
    ]


def _shown(label: Label) -> tuple[str, ...]:
    return tuple(sorted(label))
