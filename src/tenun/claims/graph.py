"""The claim graph: what a report says, before it is said in any language.

A claim names a pattern of words and the figures that fill it, and carries what it rests on. Both languages speak the
same claims, so they cannot differ in what they assert.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tenun.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Number:
    """A measured number, printed with `decimals` after the mark of the language."""

    value: float
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class OutOf:
    """Some of a number: `four of the five`, or `all five`."""

    some: int
    of: int


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of 1, printed in per cent."""

    share: float
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Ratio:
    """A coefficient that cannot pass 1 (κ, α, W); None prints as undefined."""

    value: float | None
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class Chance:
    """A model probability; in words where fewer than ten witnesses stand behind it. METHODS section 2."""

    p: float
    witnesses: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date to the precision known, ISO (`2019-11`), or None where the study does not know it."""

    iso: str | None


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes (motives among them) by key, printed by their labels."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceKeys:
    """Sources by key, printed as short names with their number in the list of sources."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupIds:
    """Witnesses by the id of their group, printed by the sources they are made of."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of the program itself, by key (`switch.any-time`), printed as a list."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranks:
    """A weak order of codes, best first, those of one rank together."""

    order: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of several kinds, printed as a list without the zeros: (`voice.reported`, 2)."""

    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Coders:
    """Coders by name; `either` and `both` are words of the program."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns within a pattern, printed as a list: each a key and the figures that fill it."""

    parts: tuple[tuple[str, Mapping[str, Figure]], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The study's own words; `language` empty means that they stand in both, `en` and `id`."""

    en: str
    id: str
    language: str = ""


Figure = (
    int | str | Number | OutOf | Percent | Ratio | Chance | Day | Codes | SourceKeys | GroupIds | Terms | Ranks | Tally
    | Coders | Phrases | Words
)  # fmt: skip
Figures = dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement. `topic` is the section it belongs to, `pattern` the key of its words.

    `finding` says that it states what the evidence shows: it must then rest on passages. `label` names it to the person
    whose report does not build.
    """

    id: str
    topic: str
    pattern: str
    figures: Mapping[str, Figure] = field(default_factory=dict)
    passages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    motives: tuple[str, ...] = ()
    finding: bool = False
    label: str = ""


class ClaimGraph:
    """The claims of a report in the order in which they are made, each id once.

    >>> graph = ClaimGraph([Claim("q", "question", "question.asked"), Claim("a", "answer", "answer.verdict")])
    >>> [claim.id for claim in graph.about("answer")]
    ['a']
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = {claim.id: claim for claim in claims}
        if len(self._claims) != len(claims):
            raise ValueError("two claims of a report have one id")

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims.values())

    def __len__(self) -> int:
        return len(self._claims)

    def __getitem__(self, key: str) -> Claim:
        return self._claims[key]

    def __contains__(self, key: object) -> bool:
        return key in self._claims

    def about(self, topic: str) -> list[Claim]:
        """The claims of one topic, in order."""
        return [claim for claim in self if claim.topic == topic]

    def checked(self, passages: Container[str], sources: Container[str]) -> ClaimGraph:
        """This graph, if every finding rests on passages and sources that are there.

        Raises InputRefused naming the first finding that lost its support.
        """
        for claim in self:
            held = all(key in passages for key in claim.passages) and all(key in sources for key in claim.sources)
            if not held or (claim.finding and not claim.passages):
                raise InputRefused("report.finding-without-support", finding=claim.label or claim.id)
        return self
