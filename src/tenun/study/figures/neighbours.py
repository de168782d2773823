"""Words that keep company: collocations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures import texts_asked
from tenun.study.figures.figure import Figure, Option, Table, rounded
from tenun.study.figures.r_scripts import NEIGHBOURS
from tenun.study.figures.word_counts import stem_remarks

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS = (Option("word", ""), Option("reach", "5", "number", least=1, most=20), *texts_asked.OPTIONS)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Pairs of words within reach of each other in a sentence beyond chance, of one word where it is named."""
    from tenun.analysis.words import collocations

    parts, apart = texts_asked.texts(scope, asked), asked["apart"] != "no"
    reach, fewest, most = (int(float(asked[name])) for name in ("reach", "fewest", "most"))
    stop = texts_asked.stopwords(asked)
    pairs, rows = 0, []
    for part in parts:
        stems = part.own_stems
        pairs += len(collocations(part.named.values(), reach=reach, stopwords=stop, stem=stems, fewest=1))
        found = collocations(
            part.named.values(), reach=reach, node=asked["word"] or None, stopwords=stop, stem=stems, fewest=fewest
        )
        rows += [
            (
                *([part.language] if apart else []),
                *one.words,
                one.count,
                rounded(one.log_likelihood),
                rounded(one.mutual_information),
            )
            for one in found[:most]
        ]
    if not pairs:
        raise NotComputable("analysis.group-without-words")
    if not rows and asked["word"]:
        raise NotComputable("study.word-without-neighbours", word=asked["word"], fewest=fewest)
    columns = ("word", "other_word", "count", "log_likelihood", "mutual_information")
    script = NEIGHBOURS.replace("@reach@", str(reach)).replace("@fewest@", str(fewest))
    return Figure(
        "neighbours",
        asked,
        (Table("neighbours", (*(["language"] if apart else []), *columns), tuple(rows)),),
        _sentences(parts, asked),
        script,
        {"texts": sum(len(part.named) for part in parts), "pairs": pairs},
        ("words-of-one-text-depend", *stem_remarks(asked)),
    )


def _sentences(parts: list[texts_asked.Texts], asked: dict[str, str]) -> Table:
    """The words of each sentence as they are counted; a stopword or a number keeps its place as a full stop."""
    from tenun.analysis.words import counted_words
    from tenun.text.sentences import sentences

    stop = texts_asked.stopwords(asked)
    rows = [
        (part.language, source, number, " ".join(word or "." for word in counted_words(span.of(text), stop, stem)))
        for part in parts
        for source, text in part.named.items()
        for stem in [part.stem_of(source)]
        for number, span in enumerate(sentences(text), 1)
    ]
    return Table("input", ("language", "source", "sentence", "words"), tuple(rows))
