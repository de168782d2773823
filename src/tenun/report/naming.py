"""Short names of sources and witnesses: a reader meets `Kompas.com 2019 [9]`, never a key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tenun.corpus.sources import Source

LONGEST_NAME = 48
NO_YEAR = {"en": "n.d.", "id": "t.t."}
OTHERS = {"en": "et al.", "id": "dkk."}
_BETWEEN = re.compile(r"\s*;\s*|\s+and\s+|\s+dan\s+|\s*&\s*")
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")


class SourceNames:
    """Name and number of every source of a report; the number is its place in the list of sources, from 1.

    Two sources of one publisher and year are told apart by a letter, as in a list of references.

    >>> twins = [Source(key, "T", "news", "id", publisher="Tribun Bali", published="2019") for key in ("a", "b")]
    >>> names = SourceNames(twins, "en")
    >>> names.name("b"), names.number("b")
    ('Tribun Bali 2019b', 2)
    """

    def __init__(self, sources: Sequence[Source], language: str) -> None:
        plain = {source.key: _plain_name(source, language) for source in sources}
        twice = Counter(plain.values())
        seen: Counter[str] = Counter()
        self._names: dict[str, str] = {}
        self._numbers = {source.key: place for place, source in enumerate(sources, 1)}
        for key, name in plain.items():
            self._names[key] = f"{name}{_letter(seen[name], name)}" if twice[name] > 1 else name
            seen[name] += 1

    def name(self, key: str) -> str:
        """The short name."""
        return self._names[key]

    def knows(self, key: str) -> bool:
        """Whether there is such a source."""
        return key in self._numbers

    def number(self, key: str) -> int:
        """The place in the list of sources, from 1."""
        return self._numbers[key]

    def anchor(self, key: str) -> str:
        """The anchor of the source's entry in the list of sources."""
        return f"source-{self._numbers[key]}"


def _plain_name(source: Source, language: str) -> str:
    who = _authors(source.author, language) if source.source_class == "literature" and source.author else ""
    name = who or shortened(source.publisher or source.author or source.title)
    return f"{name} {source.published[:4] if source.published else NO_YEAR[language]}"


def _authors(authors: str, language: str) -> str:
    """Last names, as literature is cited: one, two, or the first and others."""
    people = [name.split()[-1] for name in _BETWEEN.split(_PARENTHESIS.sub("", authors)) if name.split()]
    return " & ".join(people) if len(people) < 3 else f"{people[0]} {OTHERS[language]}"


def _letter(place: int, name: str) -> str:
    letter = chr(ord("a") + place) if place < 26 else str(place + 1)
    return letter if name[-1].isdigit() else f"-{letter}"


def shortened(name: str) -> str:
    """A name without what stands in brackets, cut at a word where it is long.

    >>> shortened("Consulate General of Indonesia, Cape Town (press release on Zawya)")
    'Consulate General of Indonesia, Cape Town'
    """
    plain = _PARENTHESIS.sub("", name).strip() or name
    return plain if len(plain) <= LONGEST_NAME else f"{plain[:LONGEST_NAME].rsplit(' ', 1)[0].rstrip(',;:')} …"


def anchor(text: str) -> str:
    """A key as part of an anchor: small letters, digits and hyphens.

    >>> anchor("MOT-TC / a")
    'mot-tc-a'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"
