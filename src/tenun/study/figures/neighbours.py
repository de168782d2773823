"""Words that keep company: collocations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures import texts_asked
from tenun.study.figures.figure import Figure, Option, Table, rounded

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS = (Option("word", ""), Option("reach", "5", "number", least=1, most=20), *texts_asked.OPTIONS)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Pairs of words within reach of each other in a sentence beyond chance, of one word where it is named."""
    from tenun.analysis.words import collocations

    named, _ = texts_asked.texts(scope, asked)
    reach, fewest, most = (int(float(asked[name])) for name in ("reach", "fewest", "most"))
    stop = texts_asked.stopwords(asked)
    every = collocations(named.values(), reach=reach, stopwords=stop, fewest=1)
    if not every:
        raise NotComputable("analysis.group-without-words")
    found = collocations(named.values(), reach=reach, node=asked["word"] or None, stopwords=stop, fewest=fewest)
    if not found and asked["word"]:
        raise NotComputable("study.word-without-neighbours", word=asked["word"], fewest=fewest)
    rows = tuple(
        (*one.words, one.count, rounded(one.log_likelihood), rounded(one.mutual_information)) for one in found[:most]
    )
    columns = ("word", "other_word", "count", "log_likelihood", "mutual_information")
    return Figure(
        "neighbours",
        asked,
        (Table("neighbours", columns, rows),),
        _sentences(named),
        "",
        {"texts": len(named), "pairs": len(every)},
        ("words-of-one-text-depend",),
    )


def _sentences(held: dict[str, str]) -> Table:
    """The words of each sentence as they are counted, stopwords still among them."""
    from tenun.text.folding import words
    from tenun.text.sentences import sentences

    rows = [
        (source, number, " ".join(words(span.of(text))))
        for source, text in held.items()
        for number, span in enumerate(sentences(text), 1)
    ]
    return Table("input", ("source", "sentence", "words"), tuple(rows))
