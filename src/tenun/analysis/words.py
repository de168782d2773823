"""Words of texts: how often they occur, which mark one group of texts off from another, and which keep company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, log2
from typing import Literal

from tenun.analysis.stopwords import STOPWORDS
from tenun.errors import NotComputable
from tenun.text.folding import words
from tenun.text.sentences import sentences

Language = Literal["en", "id"]
Stem = Callable[[str], str]
Stems = Stem | Sequence[Stem | None] | None
"""What turns a folded word into what is counted: one for all texts, or one for each (None leaves words as they are)."""


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word, how often it occurs, in how many texts, and how often in a thousand words (stopwords counted in)."""

    word: str
    count: int
    texts: int
    per_thousand: float


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A word that one group of texts has more (or less) than another.

    `log_likelihood` says how sure the difference is, `log_ratio` how large: 1 is twice as often, -1 half as often.
    """

    word: str
    count: int
    count_other: int
    log_likelihood: float
    log_ratio: float


@dataclass(frozen=True, slots=True)
class Collocation:
    """Two words in each other's company: how often, and how far beyond chance."""

    words: tuple[str, str]
    count: int
    log_likelihood: float
    mutual_information: float


def word_frequency(
    texts: Iterable[str],
    *,
    stopwords: Collection[Language] = ("en", "id"),
    also_stop: Collection[str] = (),
    stem: Stems = None,
) -> list[WordCount]:
    """Words of the texts, the commonest first, numbers left out.

    Words are folded as the search folds them: no case, no accents. `stopwords`: languages whose short lists of function
    words are left out; `also_stop`: others. `stem`: turns a folded word into what is counted, such as `english_stem` or
    `indonesian_stem` of `tenun.analysis.stems`, or a list with one for each text; without it words count as they stand.

    >>> [(one.word, one.count) for one in word_frequency(["Pasar dan wisata. Pasar!", "The market."])]
    [('pasar', 2), ('market', 1), ('wisata', 1)]
    """
    stop = _stopped(stopwords, also_stop)
    counts: Counter[str] = Counter()
    held: Counter[str] = Counter()
    total = 0
    for text, own in _with_stems(list(texts), stem):
        every = words(text)
        total += len(every)
        kept = list(_kept(every, stop, own))
        counts.update(kept)
        held.update(set(kept))
    found = [WordCount(word, count, held[word], 1000 * count / total) for word, count in counts.items()]
    return sorted(found, key=lambda one: (-one.count, one.word))


def keyness(
    texts: Iterable[str],
    others: Iterable[str],
    *,
    stopwords: Collection[Language] = ("en", "id"),
    stem: Stems = None,
    fewest: int = 3,
) -> list[KeyWord]:
    """Words that mark `texts` off from `others`, those overused first, each side from the surest on.

    `stem` as for `word_frequency`, a list going through the texts and then the others.
    Words with fewer than `fewest` occurrences in both together are left out. Half an occurrence stands for none in the
    log ratio. Raises NotComputable where one group has no word. Log-likelihood above 10.8 has p < .001 for words drawn
    one by one; words of one text are not, so it orders rather than proves.
    Source: Dunning 1993, Computational Linguistics 19(1); log ratio: Hardie 2014.

    >>> [one.word for one in keyness(["pasar pasar pasar ekspor"], ["budaya budaya budaya ekspor"])]
    ['pasar', 'budaya']
    """
    stop = _stopped(stopwords, ())
    ours, theirs = list(texts), list(others)
    every = _with_stems([*ours, *theirs], stem)
    first, second = (
        Counter(word for text, own in side for word in _kept(words(text), stop, own))
        for side in (every[: len(ours)], every[len(ours) :])
    )
    total, total_other = first.total(), second.total()
    if not total or not total_other:
        raise NotComputable("analysis.group-without-words")
    found = []
    for word in first.keys() | second.keys():
        a, b = first[word], second[word]
        if a + b >= fewest:
            ratio = log2(((a or 0.5) / total) / ((b or 0.5) / total_other))
            sure = log_likelihood(a, b, total - a, total_other - b)
            found.append(KeyWord(word, a, b, sure, ratio))
    return sorted(found, key=lambda one: (one.log_ratio <= 0, -one.log_likelihood, one.word))


def collocations(
    texts: Iterable[str],
    *,
    reach: int = 5,
    node: str | None = None,
    stopwords: Collection[Language] = ("en", "id"),
    stem: Stems = None,
    fewest: int = 3,
) -> list[Collocation]:
    """Pairs of words that stand within `reach` words of each other in a sentence more often than by chance.

    Stopwords keep their places but make no pair. `node`: only pairs with this word. Pairs that occur fewer than
    `fewest` times, or less often than by chance, are left out; the surest stand first.
    Source: Dunning 1993, Computational Linguistics 19(1); mutual information: Church & Hanks 1990.

    >>> text = "Kota kembar. " * 3 + "Kota besar. Pasar besar. Pasar ikan."
    >>> [(one.words, one.count) for one in collocations([text])]
    [(('kembar', 'kota'), 3)]
    """
    stop = _stopped(stopwords, ())
    pairs: Counter[tuple[str, str]] = Counter()
    nodes: set[str | None] = set()
    for text, own in _with_stems(list(texts), stem):
        if node is not None:
            nodes.add(_counted(node, stop, own))
        for span in sentences(text):
            row = [_counted(word, stop, own) for word in words(span.of(text))]
            for at, word in enumerate(row):
                near = (other for other in row[at + 1 : at + 1 + reach] if other is not None)
                pairs.update(
                    (min(word, other), max(word, other)) for other in near if word is not None and other != word
                )
    total = pairs.total()
    margin: Counter[str] = Counter()
    for (a, b), count in pairs.items():
        margin[a] += count
        margin[b] += count
    found = []
    for (a, b), count in pairs.items():
        expected = margin[a] * margin[b] / (2 * total)
        if count >= fewest and count > expected and (node is None or nodes & {a, b}):
            neither = total - margin[a] - margin[b] + count
            sure = log_likelihood(count, margin[b] - count, margin[a] - count, max(neither, 0))
            found.append(Collocation((a, b), count, sure, log2(count / expected)))
    return sorted(found, key=lambda one: (-one.log_likelihood, one.words))


def counted_words(text: str, stopwords: Collection[Language], stem: Stem | None = None) -> list[str | None]:
    """The words of a text as they are counted, in order; None keeps the place of a stopword or a number.

    >>> counted_words("Pasar dan wisata 2019", ["id"])
    ['pasar', None, 'wisata', None]
    """
    stop = _stopped(stopwords, ())
    return [_counted(word, stop, stem) for word in words(text)]


def log_likelihood(a: float, b: float, c: float, d: float) -> float:
    """Dunning's G² of a table of four counts, a and b in the first row: 0 where rows and columns do not hang together.

    >>> round(log_likelihood(10, 20, 90, 80), 3), log_likelihood(10, 10, 90, 90)
    (3.987, 0.0)
    """
    total = a + b + c + d
    cells = ((a, a + b, a + c), (b, a + b, b + d), (c, c + d, a + c), (d, c + d, b + d))
    return 2 * sum(count * log(count * total / (row * column)) for count, row, column in cells if count)


def _with_stems(texts: list[str], stem: Stems) -> list[tuple[str, Stem | None]]:
    each = stem if isinstance(stem, Sequence) else [stem] * len(texts)
    return list(zip(texts, each, strict=True))


def _stopped(stopwords: Collection[Language], also: Collection[str]) -> frozenset[str]:
    return frozenset().union(*(STOPWORDS[language] for language in stopwords), (word.casefold() for word in also))


def _kept(every: Iterable[str], stop: Collection[str], stem: Stem | None) -> Iterator[str]:
    return (counted for word in every if (counted := _counted(word, stop, stem)) is not None)


def _counted(word: str, stop: Collection[str], stem: Stem | None) -> str | None:
    """What a folded word counts as; None for a stopword and for a number."""
    if word in stop or not any(letter.isalpha() for letter in word):
        return None
    return word if stem is None else stem(word)
