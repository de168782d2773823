"""The words of texts, the commonest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Figure, Table, rounded
from tenun.study.figures.r_scripts import WORD_COUNTS
from tenun.study.figures.texts_asked import OPTIONS, stopwords, texts

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

__all__ = ["OPTIONS", "work_out"]


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Counts of words, in how many texts, and how often in a thousand; raises NotComputable where there is no word."""
    from tenun.analysis.words import word_frequency

    named, _ = texts(scope, asked)
    every = word_frequency(named.values(), stopwords=stopwords(asked))
    if not every:
        raise NotComputable("analysis.group-without-words")
    kept = [one for one in every if one.count >= int(float(asked["fewest"]))][: int(float(asked["most"]))]
    return Figure(
        "word_counts",
        asked,
        (
            Table(
                "words",
                ("word", "count", "texts", "per_thousand"),
                tuple((one.word, one.count, one.texts, rounded(one.per_thousand)) for one in kept),
            ),
        ),
        words_of(named, asked),
        WORD_COUNTS,
        {"texts": len(named), "words": sum(one.count for one in every), "different_words": len(every)},
    )


def words_of(held: dict[str, str], asked: dict[str, str], group: str = "") -> Table:
    """Each text's words with their counts: what is computed on. With `group`, every row names it."""
    from tenun.analysis.words import word_frequency

    rows: list[tuple[str | int, ...]] = []
    for source, text in held.items():
        counts = word_frequency([text], stopwords=stopwords(asked))
        rows += [(*([group] if group else []), source, one.word, one.count) for one in counts]
    return Table("input", (*(["group"] if group else []), "source", "word", "count"), tuple(rows))
