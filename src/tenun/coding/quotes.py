"""From a quote to its place: it must stand in the text exactly once, or a likely reading is proposed, never taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tenun.coding.wording import Wording
from tenun.text.canonical import canonical
from tenun.text.spans import Span

How = Literal["exact", "spacing", "not-unique", "missing", "empty"]
LONGEST_EXTENSION_CP = 80
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Where a quote stands, or what it may have meant.

    `span` is there for `exact`, and for `spacing`: one place that differs in white space alone. Otherwise
    `nearest_span` and `nearest` propose a place: for `not-unique` its first one, lengthened until it is unique; for
    `missing` the likest wording, with its `similarity` up to 1 (equal but for case and typographic marks).
    """

    how: How
    span: Span | None = None
    nearest_span: Span | None = None
    nearest: str | None = None
    similarity: float | None = None

    @property
    def count(self) -> int:
        """In how many places the quote stands: 0, 1, or 2 for several."""
        return {"exact": 1, "spacing": 1, "not-unique": 2}.get(self.how, 0)


def find_quote(text: str | Wording, quote: str, *, propose: bool = True) -> QuoteMatch:
    """The one place where a canonical text has the quote; `propose` False skips the costly search for a likely one.

    >>> find_quote("Kota kembar, kota mitra.", "kota mitra").span
    Span(start_cp=13, end_cp=23)
    >>> find_quote("Kota kembar, kota mitra.", "Kota  mitra").nearest
    'kota mitra'
    """
    wording = Wording(text) if isinstance(text, str) else text
    wanted = canonical(quote).text
    if not wanted.strip():
        return QuoteMatch("empty")
    places = wording.places(wanted)
    if len(places) == 1:
        return QuoteMatch("exact", Span(places[0], places[0] + len(wanted)))
    spans = [Span(at, at + len(wanted)) for at in places] or wording.places_but_for_space(wanted)
    if len(spans) == 1:
        return QuoteMatch("spacing", spans[0])
    if spans:
        return _lengthened(wording.text, spans[0])
    return _proposed(wording, wanted) if propose else QuoteMatch("missing")


def _lengthened(text: str, span: Span) -> QuoteMatch:
    """The first place with as many words after it (else before it) as make it unique."""
    for end in _word_ends(text, span.end_cp):
        longer = Span(span.start_cp, end)
        if text.find(longer.of(text), span.start_cp + 1) < 0:
            return QuoteMatch("not-unique", None, longer, longer.of(text), None)
    return QuoteMatch("not-unique", None, span, None, None)


def _word_ends(text: str, start: int) -> Iterator[int]:
    for at in range(start + 1, min(len(text), start + LONGEST_EXTENSION_CP) + 1):
        if at == len(text) or (text[at].isspace() and not text[at - 1].isspace()):
            yield at


def _proposed(wording: Wording, quote: str) -> QuoteMatch:
    likest = wording.likest(quote)
    if likest is None:
        return QuoteMatch("missing")
    return QuoteMatch("missing", None, likest.span, likest.span.of(wording.text), likest.similarity)


def stated_span(start: str, end: str, quote: str, text: str) -> Span | None:
    """The place that a table states for a quote, in code points; None where it states none, or other words stand there.

    >>> stated_span("5", "11", "kembar", "kota kembar")
    Span(start_cp=5, end_cp=11)
    >>> stated_span("5", "11", "kota", "kota kembar") is None
    True
    """
    if not (start.isdecimal() and end.isdecimal() and len(start) < _DIGITS and len(end) < _DIGITS):
        return None
    first, last = int(start), int(end)
    stands = first < last <= len(text) and (not quote.strip() or text[first:last].split() == quote.split())
    return Span(first, last) if stands else None
