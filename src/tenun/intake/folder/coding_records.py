"""What `study.yaml` says of coders, rounds of coding, and sources that are one text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from tenun.coding.codings import CoderKind
from tenun.errors import Problem
from tenun.intake.folder.settings import Settings
from tenun.text.likeness import nearest_name


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A round of coding; one that does not count stays out of the figures about motives."""

    number: int
    label: str = ""
    counts: bool = True


@dataclass(frozen=True, slots=True)
class CodingRecords:
    """`coders`: name -> kind, where it is no person; `one_text`: pairs of source keys declared to be one text."""

    coders: Mapping[str, str] = field(default_factory=dict)
    rounds: tuple[RoundRecord, ...] = ()
    one_text: tuple[tuple[str, str], ...] = ()


def read_coding_records(settings: Settings, sources: Collection[str], problems: list[Problem]) -> CodingRecords:
    """The three keys; a pair with a source that there is not is a problem and left out.

    Raises InputRefused for a kind of coder that there is not, a round without a number, and a pair that is none.
    """
    rounds = tuple(
        RoundRecord(int(part.number("number", float("nan"), 0, 10_000)), part.text("label"), part.flag("counts", True))
        for part in settings.parts("rounds")
    )
    return CodingRecords(dict(_coders(settings)), rounds, tuple(_pairs(settings, sources, problems)))


def _coders(settings: Settings) -> Iterator[tuple[str, str]]:
    kinds = get_args(CoderKind)
    for part in settings.parts("coders"):
        kind = part.text("kind", "human")
        if kind not in kinds:
            raise part.refused("kind", "intake.setting-no-one-of", allowed=", ".join(kinds))
        yield part.text("name"), kind


def _pairs(settings: Settings, sources: Collection[str], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for pair in settings.values.get("one_text") or ():
        if not isinstance(pair, list) or len(pair) != 2:
            raise settings.refused("one_text", "intake.setting-no-form", form="[[S01, S02]]")
        first, second = map(str, pair)
        unknown = [key for key in (first, second) if key not in sources]
        if unknown:
            nearest, where = nearest_name(unknown[0], sources), f"{settings.where}: one_text"
            problems.append(Problem("error", "coding.unknown-source", where, {"source": unknown[0]}, nearest))
        else:
            yield first, second
