"""The algebra: terms name passages, and are joined with &, |, ~ and by how passages lie to each other."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from tenun.analysis.query.columns import Ints, Mask
from tenun.analysis.query.index import CodingIndex, Unit
from tenun.corpus.sources import earliest_day, latest_day
from tenun.errors import InputRefused
from tenun.text.folding import words as folded_words


class Term(ABC):
    """A question about passages. `a & b`: passages that are both; `a | b`: either; `~a`: coded, but not so.

    The relations keep passages of the first term that lie so to a passage of the second, in the same text. A passage
    that is both overlaps itself, lies within itself and is near itself; nothing follows itself.

    >>> asked = codes("MKT").where(coder="Ayu").near(codes("TC"), words=20) & ~codes("IDP")
    >>> isinstance(asked, Term)
    True
    """

    @abstractmethod
    def passages(self, index: CodingIndex) -> Mask:
        """Which passages of the index the term names."""

    def codings(self, index: CodingIndex) -> Mask:
        """Which codings the term names: those that bring its passages in. `a & b` and relations name codings of `a`."""
        return self.passages(index)[index.passage]

    def __and__(self, other: Term) -> Term:
        return Joined(self, other, "and")

    def __or__(self, other: Term) -> Term:
        return Joined(self, other, "or")

    def __invert__(self) -> Term:
        return Not(self)

    def narrowed(self, **conditions: Any) -> Term:
        """Those with a coding that brings them in and has these values itself, as for `Coded.where`."""
        return Narrowed(self, anything().where(**conditions))

    def overlapping(self, other: Term) -> Term:
        """Those that share a code point with one of the other term."""
        return Related(self, other, "overlapping")

    def within(self, other: Term) -> Term:
        """Those that lie wholly inside one of the other term."""
        return Related(self, other, "within")

    def containing(self, other: Term) -> Term:
        """Those that hold one of the other term wholly."""
        return Related(self, other, "containing")

    def near(
        self, other: Term, *, words: int | None = None, sentences: int | None = None, characters: int | None = None
    ) -> Term:
        """Those with at most so many words (or characters) between them and one of the other term, or sentences on.

        `sentences=0` means the same sentence, 1 the next; a passage without a word is near nothing by words. ValueError
        unless one of the three is given.
        """
        return Related(self, other, "near", *_one_unit(words, sentences, characters))

    def followed_by(
        self, other: Term, *, words: int | None = None, sentences: int | None = None, characters: int | None = None
    ) -> Term:
        """Those after whose end one of the other term begins, within so many words, sentences or characters.

        Without a distance, anywhere later in the text.
        """
        if words is None and sentences is None and characters is None:
            return Related(self, other, "followed", "characters", None)
        return Related(self, other, "followed", *_one_unit(words, sentences, characters))

    def same_turn(self, other: Term) -> Term:
        """Those spoken in one turn with one of the other term."""
        return Related(self, other, "same turn", "turns")


@dataclass(frozen=True)
class Coded(Term):
    """Passages with a coding of some codes that meets all conditions; without codes, with any coding that does."""

    codes: frozenset[str] = frozenset()
    below: bool = True
    conditions: Mapping[str, frozenset[Any]] = field(default_factory=dict)
    published: tuple[dt.date | None, dt.date | None] | None = None

    def where(self, **conditions: Any) -> Coded:
        """Narrow to codings with these values: one, or several of which one must hold.

        Names are columns of codings (`coder`, `round`, `case`, the facets), fields of their source (`kind`, `language`,
        `source`, `witness`, `speaker`) or variables of their case.
        """
        given = {name: _values(value) for name, value in conditions.items()}
        return replace(self, conditions={**self.conditions, **given})

    def dated(self, since: dt.date | None = None, until: dt.date | None = None) -> Coded:
        """Narrow to sources surely published between two days; a year must lie in them whole, and undated ones go."""
        return replace(self, published=(since, until))

    def rows(self, index: CodingIndex) -> Ints:
        """Rows of the codings meant."""
        wanted = index.with_those_below(self.codes) if self.below else set(self.codes)
        rows = index.rows_of(wanted) if self.codes else np.arange(len(index))
        for name, values in self.conditions.items():
            rows = rows[index.column(name).among(values, rows)]
        if self.published is not None:
            column = index.column("published")
            kept = np.array([_dated(value, *self.published) for value in column.values], dtype=np.bool_)
            rows = rows[kept[column.numbers[rows]]]
        return rows

    def passages(self, index: CodingIndex) -> Mask:
        """Which passages carry such a coding."""
        return index.passages_of(self.rows(index))

    def codings(self, index: CodingIndex) -> Mask:
        """Which codings are meant."""
        found = np.zeros(len(index), dtype=np.bool_)
        found[self.rows(index)] = True
        return found


@dataclass(frozen=True)
class Worded(Term):
    """Passages whose own words hold a phrase; a word that ends in * stands for all that begin so."""

    phrase: str

    def passages(self, index: CodingIndex) -> Mask:
        """Which passages hold it."""
        wanted = [(part.rstrip("*"), part.endswith("*")) for part in self.phrase.split()]
        keys = [(key, starred) for part, starred in wanted for key in folded_words(part)]
        if not keys:
            raise InputRefused("analysis.no-words")
        begins = _phrase_begins(index, keys)
        places = index.places_in_words
        first = np.searchsorted(begins, places.start, side="left")
        upto = np.searchsorted(begins, places.end - len(keys), side="right")
        return np.asarray(upto > first, dtype=np.bool_)


@dataclass(frozen=True)
class Holding(Term):
    """Passages whose quote holds all of some strings, in whatever order and inside words too."""

    strings: tuple[str, ...]

    def passages(self, index: CodingIndex) -> Mask:
        """Which passages hold them."""
        wanted = [one.casefold() for one in self.strings]
        quotes = (index.quote(row).casefold() for row in range(index.passages))
        return np.fromiter(
            (all(one in quote for one in wanted) for quote in quotes), dtype=np.bool_, count=index.passages
        )


@dataclass(frozen=True)
class Joined(Term):
    """Both, or either."""

    first: Term
    second: Term
    by: str

    def passages(self, index: CodingIndex) -> Mask:
        """Which passages are both, or either."""
        first, second = self.first.passages(index), self.second.passages(index)
        return first & second if self.by == "and" else first | second

    def codings(self, index: CodingIndex) -> Mask:
        """The codings of either term, or those of the first on passages of the second."""
        first = self.first.codings(index)
        if self.by == "and":
            return first & self.second.passages(index)[index.passage]
        return first | self.second.codings(index)


@dataclass(frozen=True)
class Narrowed(Term):
    """Passages whose own codings, of those that the term names, meet some conditions."""

    term: Term
    conditions: Coded

    def passages(self, index: CodingIndex) -> Mask:
        """Which passages have such a coding."""
        return index.passages_of(self.codings(index))

    def codings(self, index: CodingIndex) -> Mask:
        """Which codings of the term meet them."""
        return self.term.codings(index) & self.conditions.codings(index)


@dataclass(frozen=True)
class Not(Term):
    """Coded passages that are not so."""

    term: Term

    def passages(self, index: CodingIndex) -> Mask:
        """Which passages are not so."""
        return ~self.term.passages(index)


@dataclass(frozen=True)
class Related(Term):
    """Passages of the first term that lie so to one of the second."""

    first: Term
    second: Term
    how: str
    unit: Unit = "characters"
    reach: int | None = 0

    def passages(self, index: CodingIndex) -> Mask:
        """Which passages lie so."""
        return _RELATIONS[self.how](index, self.first.passages(index), self.second.passages(index), self)

    def codings(self, index: CodingIndex) -> Mask:
        """The codings of the first term whose passages lie so."""
        first = self.first.codings(index)
        lying = _RELATIONS[self.how](index, index.passages_of(first), self.second.passages(index), self)
        return first & lying[index.passage]


def codes(*keys: str, below: bool = True) -> Coded:
    """Passages coded with one of the codes, or with one below them in the codebook unless `below` is off."""
    return Coded(frozenset(keys), below)


def anything() -> Coded:
    """All passages that carry a coding."""
    return Coded()


def wording(phrase: str) -> Worded:
    """Passages that hold the words, in this order, folded as the search folds them; `wisat*` takes any ending."""
    return Worded(phrase)


def holding(*strings: str) -> Holding:
    """Passages whose quote holds all the strings, whatever their case and wherever in it."""
    return Holding(strings)


def _values(value: Any) -> frozenset[Any]:
    return frozenset(value) if isinstance(value, Collection) and not isinstance(value, str) else frozenset([value])


def _one_unit(words: int | None, sentences: int | None, characters: int | None) -> tuple[Unit, int]:
    units: tuple[Unit, ...] = ("words", "sentences", "characters")
    given = [(unit, most) for unit, most in zip(units, (words, sentences, characters), strict=True) if most is not None]
    if len(given) != 1:
        raise ValueError("say how near, in words, in sentences or in characters")
    return given[0]


def _dated(published: str, since: dt.date | None, until: dt.date | None) -> bool:
    first, last = earliest_day(published), latest_day(published)
    if first is None or last is None:
        return False
    return (since is None or first >= since) and (until is None or last <= until)


def _phrase_begins(index: CodingIndex, keys: list[tuple[str, bool]]) -> Ints:
    """Places, in words, at which the phrase begins."""
    words = index.words
    begins: Ints | None = None
    for at, (key, starred) in enumerate(keys):
        numbers = [
            number for word, number in words.vocabulary.items() if word == key or (starred and word.startswith(key))
        ]
        here = np.flatnonzero(np.isin(words.numbers, numbers)) - at
        begins = here if begins is None else np.intersect1d(begins, here, assume_unique=True)
    return np.empty(0, dtype=np.int64) if begins is None else begins


def _near(index: CodingIndex, first: Mask, second: Mask, asked: Related) -> Mask:
    """Near in words is one further than so many words between; the same sentence or turn is no step away."""
    if asked.unit == "characters":
        return index.places.overlapping(first, second, (asked.reach or 0) + 1)
    texts = np.intersect1d(index.text_of_passage[first], index.text_of_passage[second])
    rows = np.flatnonzero((first | second) & np.isin(index.text_of_passage, texts))
    found = np.zeros(index.passages, dtype=np.bool_)
    if len(rows):
        places = index.places_of(rows, asked.unit)
        there = places.start < places.end
        reach = (asked.reach or 0) + (asked.unit == "words")
        found[rows] = places.overlapping(first[rows] & there, second[rows] & there, reach)
    return found


def _followed(index: CodingIndex, first: Mask, second: Mask, asked: Related) -> Mask:
    rows, following = index.places.next_after(first, second)
    if asked.reach is not None and len(rows):
        every = np.unique(np.concatenate([rows, following]))
        places, last = index.places_of(every, asked.unit), 1 if asked.unit == "sentences" else 0
        before, after = np.searchsorted(every, rows), np.searchsorted(every, following)
        rows = rows[places.start[after] - (places.end[before] - last) <= asked.reach]
    found = np.zeros(index.passages, dtype=np.bool_)
    found[rows] = True
    return found


_RELATIONS: dict[str, Callable[[CodingIndex, Mask, Mask, Related], Mask]] = {
    "overlapping": lambda index, first, second, _: index.places.overlapping(first, second),
    "within": lambda index, first, second, _: index.places.within(first, second),
    "containing": lambda index, first, second, _: index.places.containing(first, second),
    "near": _near,
    "followed": _followed,
    "same turn": _near,
}
