"""Search the texts, and show each hit in the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenun.store.searching import phrases, tokens
from tenun.study.stale import existing
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.store import Hit
    from tenun.store.database import Phrase
    from tenun.study.scope import StudyScope

_WORD = re.compile(r"[^\W_]+")
_AROUND_CP = 60


@dataclass(frozen=True, slots=True)
class WordInContext:
    """A hit: its place in a representation, and the words before and after it in the same paragraph."""

    source: str
    key: str
    representation: str
    start_cp: int
    end_cp: int
    before: str
    hit: str
    after: str


def search_texts(scope: StudyScope, words: str, *, source: str | None = None, limit: int = 200) -> list[WordInContext]:
    """Every place where one of the words or phrases stands, in the paragraphs that hold all of them.

    By source and place, at most `limit`. `source`: the guid of the only one to look in. Case and accents do not matter.
    """
    asked = phrases(words)
    if not asked or limit < 1:
        return []
    key = existing(scope, "source", source)["key"] if source else None
    guids = {row["key"]: row["guid"] for row in scope.store.rows("source")}
    found: list[WordInContext] = []
    paragraphs: Iterable[Hit] = _in_source(scope, words, key) if key else scope.store.search(words, limit=limit)
    for paragraph in paragraphs:
        text = scope.store.text(paragraph.representation)
        within = Span(paragraph.start_cp, paragraph.end_cp)
        for span in places(within.of(text), asked):
            at = Span(within.start_cp + span.start_cp, within.start_cp + span.end_cp)
            before = text[max(within.start_cp, at.start_cp - _AROUND_CP) : at.start_cp]
            after = text[at.end_cp : min(within.end_cp, at.end_cp + _AROUND_CP)]
            place = (guids[paragraph.source], paragraph.source, paragraph.representation)
            found.append(WordInContext(*place, at.start_cp, at.end_cp, before, at.of(text), after))
            if len(found) == limit:
                return found
    return found


def _in_source(scope: StudyScope, words: str, key: str) -> Iterator[Hit]:
    every = scope.store.search(words, limit=1_000_000)
    return (hit for hit in every if hit.source == key)


def places(text: str, asked: Sequence[Phrase]) -> list[Span]:
    """Where the phrases stand in a text, in order.

    >>> [span.of("Kota-kota kembar") for span in places("Kota-kota kembar", phrases('kota "kota kembar"'))]
    ['Kota', 'kota', 'kota kembar']
    """
    words = [(token, match.span()) for match in _WORD.finditer(text) for token in tokens(match.group())]
    found = {span for phrase in asked for span in _standing(words, phrase)}
    return sorted(found)


def _standing(words: Sequence[tuple[str, tuple[int, int]]], phrase: Phrase) -> Iterator[Span]:
    wanted, size = list(phrase.words), len(phrase.words)
    for at in range(len(words) - size + 1):
        here = [token for token, _ in words[at : at + size]]
        last = here[-1].startswith(wanted[-1]) if phrase.prefix else here[-1] == wanted[-1]
        if last and here[:-1] == wanted[:-1]:
            yield Span(words[at][1][0], words[at + size - 1][1][1])
