"""Units with every coder's label, cut from the sources that all of them read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tenun.coding.codings import in_text, left_out
from tenun.errors import InputRefused, NotComputable
from tenun.study.figures.figure import Option, Table
from tenun.study.figures.lists import names_in
from tenun.study.find_duplicates import find_witnesses
from tenun.study.reading import read_reading

if TYPE_CHECKING:
    import pandas as pd

    from tenun.analysis.agreement.units import LabelledUnit
    from tenun.study.scope import StudyScope
    from tenun.text.spans import Span

NO_CODE = "(none)"
"""The label of a unit that a coder left without a code."""
PLACE = ("source", "start_cp", "end_cp", "weight", "witness")
"""The columns of the input before those of the coders."""
OPTIONS = (
    Option("coders", "", "coders"),
    Option("unit", "sentence", "choice", ("sentence", "turn", "character")),
    Option("level", "code", "choice", ("code", "motive")),
    Option("code", "", "code"),
)


@dataclass(frozen=True, slots=True)
class CodedUnits:
    """The coders, and their units in order of source and place. `group`: the witness of each unit.

    `apart`: how many of their codings are of regions and times, which no unit of text holds.
    """

    coders: tuple[str, ...]
    units: tuple[LabelledUnit, ...]
    group: tuple[str, ...]
    apart: int = 0

    def counted(self, **counts: int) -> dict[str, int]:
        """What a figure rests on, with what it leaves out."""
        return counts | ({"places_left_out": self.apart} if self.apart else {})

    def remarks(self, *codes: str) -> tuple[str, ...]:
        """The sentences to be read with a figure, with the one on what it leaves out."""
        return (*codes, *(("places-left-out",) if self.apart else ()))

    def labels(self, code: str = "") -> list[list[Any]]:
        """Coders x units: each label as one word (codes joined by `;`), or `yes` and `no` for one code."""
        return [[_label(unit.labels[at], code) for unit in self.units] for at in range(len(self.coders))]

    def sets(self) -> list[list[frozenset[str]]]:
        """Coders x units: the set of codes of each label."""
        return [[unit.labels[at] for unit in self.units] for at in range(len(self.coders))]

    def table(self, code: str = "") -> Table:
        """Units with place, weight, witness and every coder's label."""
        rows = self.labels(code)
        columns = (*PLACE, *self.coders)
        return Table(
            "input",
            columns,
            tuple(
                (unit.source, unit.span.start_cp, unit.span.end_cp, unit.weight, group, *(row[at] for row in rows))
                for at, (unit, group) in enumerate(zip(self.units, self.group, strict=True))
            ),
        )


def coders_asked(
    scope: StudyScope, asked: str, read: dict[str, set[str]], did: Literal["read", "appraised"] = "read"
) -> tuple[str, ...]:
    """The coders named in a list; all who read (or appraised) something where none is. Raises as the method would."""
    named = names_in("coders", asked)
    for name in named:
        if name not in read:
            refusal = "study.no-coder-read" if did == "read" else "study.no-coder-appraised"
            raise InputRefused(refusal, name=name, known=", ".join(sorted(read)) or "–")
    coders = named or tuple(sorted(read))
    if len(coders) < 2:
        raise NotComputable("analysis.one-coder", coders=len(coders))
    return coders


def coded_units(scope: StudyScope, asked: dict[str, str]) -> CodedUnits:
    """The units of the sources that every coder asked for has read, in rounds that nobody hides.

    Raises NotComputable for fewer than two coders and where they share no source, and NotAllowed in a blind round.
    """
    from tenun.study.blindness import refuse_while_blind

    refuse_while_blind(scope)
    read = read_reading(scope.store)
    coders = coders_asked(scope, asked["coders"], read)
    shared = set.intersection(*(read[name] for name in coders))
    if not shared:
        raise NotComputable("analysis.no-shared-sources", first=coders[0], second=", ".join(coders[1:]))
    codings = scope.store.codings()
    units = cut_units(scope, coders, shared, asked["unit"], codings)
    if asked["level"] == "motive":
        units = [unit.relabelled(_motive_of(scope)) for unit in units]
    if asked["code"]:
        scope.code_row(asked["code"])
    group_of = {key: group.id for group in find_witnesses(scope) for key in group.sources}
    groups = tuple(group_of.get(unit.source, unit.source) for unit in units)
    return CodedUnits(coders, tuple(units), groups, left_out(codings, coders))


def cut_units(
    scope: StudyScope, coders: Sequence[str], shared: set[str], unit: str, codings: pd.DataFrame
) -> list[LabelledUnit]:
    """The units of the shared sources, each with the codes that every coder's accepted codings give it.

    Raises NotComputable where there are none, such as turns of texts that nobody speaks in.
    """
    from tenun.analysis.agreement.units import character_units, sentence_units, turn_units

    marks = _marks(in_text(codings), coders)
    units: list[LabelledUnit] = []
    for source in scope.sources():
        if source.key not in shared or not source.representation:
            continue
        text = scope.store.text(source.representation)
        of_coders = [marks.get((source.representation, coder), []) for coder in coders]
        if unit == "turn":
            turns = turns_of(scope, source.representation)
            units += turn_units(source.key, source.representation, text, of_coders, turns) if turns else []
        else:
            cut = {"sentence": sentence_units, "character": character_units}[unit]
            units += cut(source.key, source.representation, text, of_coders)
    if not units:
        raise NotComputable("analysis.no-turns")
    return units


def turns_of(scope: StudyScope, representation: str) -> list[Span]:
    """The turns of a transcript, in order."""
    from tenun.text.spans import Span

    rows = scope.store.rows("landmark", representation=representation, kind="turn")
    return sorted(Span(row["start_cp"], row["end_cp"]) for row in rows)


def _marks(codings: pd.DataFrame, coders: Sequence[str]) -> dict[tuple[str, str], list[tuple[Span, str]]]:
    from tenun.text.spans import Span

    counted = codings[(codings["status"] == "accepted") & codings["coder"].isin(coders)]
    marks: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    columns = (counted[name] for name in ("representation", "coder", "start_cp", "end_cp", "code"))
    for representation, coder, start, end, code in zip(*columns, strict=True):
        marks.setdefault((representation, coder), []).append((Span(int(start), int(end)), code))
    return marks


def _motive_of(scope: StudyScope) -> dict[str, str]:
    codebook, motives = scope.codebook(), set(scope.config().motives)
    rolled = {code: codebook.roll_up(code, motives) for code in codebook}
    return {code: motive for code, motive in rolled.items() if motive is not None}


def _label(label: frozenset[str], code: str) -> str:
    if code:
        return "yes" if code in label else "no"
    return ";".join(sorted(label)) or NO_CODE
