"""The words of texts, the commonest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Cell, Figure, Table, rounded
from tenun.study.figures.r_scripts import WORD_COUNTS, WORD_COUNTS_APART
from tenun.study.figures.texts_asked import OPTIONS, Texts, stopwords, texts

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

__all__ = ["OPTIONS", "work_out"]


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Counts of words, in how many texts, and how often in a thousand; raises NotComputable where there is no word."""
    from tenun.analysis.words import WordCount, word_frequency

    parts = texts(scope, asked)
    found: list[tuple[str, list[WordCount]]] = [
        (
            part.language,
            word_frequency(part.named.values(), stopwords=stopwords(asked), stem=part.own_stems),
        )
        for part in parts
    ]
    every = [one for _, words in found for one in words]
    if not every:
        raise NotComputable("analysis.group-without-words")
    fewest, most, apart = int(float(asked["fewest"])), int(float(asked["most"])), asked["apart"] != "no"
    rows: list[tuple[Cell, ...]] = [
        (*([language] if apart else []), one.word, one.count, one.texts, rounded(one.per_thousand))
        for language, words in found
        for one in [one for one in words if one.count >= fewest][:most]
    ]
    columns = (*(["language"] if apart else []), "word", "count", "texts", "per_thousand")
    return Figure(
        "word_counts",
        asked,
        (Table("words", columns, tuple(rows)),),
        words_of(parts, asked),
        (WORD_COUNTS_APART if apart else WORD_COUNTS),
        {
            "texts": sum(len(part.named) for part in parts),
            "words": sum(one.count for one in every),
            "different_words": len(every),
        },
        stem_remarks(asked),
    )


def stem_remarks(asked: dict[str, str]) -> tuple[str, ...]:
    """What is to be read with words that were cut to stems."""
    return () if asked["stem"] == "none" else ("stems-by-rules",)


def words_of(parts: list[Texts], asked: dict[str, str], *, others: bool = False) -> Table:
    """Each text's words with their counts: what is computed on. With `others`, every row names its side."""
    from tenun.analysis.words import word_frequency

    apart = asked["apart"] != "no"
    rows: list[tuple[str | int, ...]] = []
    for part in parts:
        for group, side in (("named", part.named), ("others", part.others if others else {})):
            before = [*([part.language] if apart else []), *([group] if others else [])]
            for source, text in side.items():
                counts = word_frequency([text], stopwords=stopwords(asked), stem=part.stem_of(source))
                rows += [(*before, source, one.word, one.count) for one in counts]
    columns = (*(["language"] if apart else []), *(["group"] if others else []), "source", "word", "count")
    return Table("input", columns, tuple(rows))
