"""Words that mark one group of texts off from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Cell, Figure, Table, rounded
from tenun.study.figures.r_scripts import KEY_WORDS, KEY_WORDS_APART
from tenun.study.figures.texts_asked import OPTIONS, stopwords, texts
from tenun.study.figures.word_counts import stem_remarks, words_of

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

__all__ = ["OPTIONS", "work_out"]


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Words over- and underused in the texts named, against all others; NotComputable where a side has none.

    Kept apart by language, a language that only one side has is left out.
    """
    from tenun.analysis.words import keyness

    if not asked["field"]:
        raise NotComputable("study.no-group-named")
    parts, apart = texts(scope, asked), asked["apart"] != "no"
    fewest, most = int(float(asked["fewest"])), int(float(asked["most"]))
    rows: list[tuple[Cell, ...]] = []
    compared, refused = [], None
    for part in parts:
        try:
            found = keyness(
                part.named.values(), part.others.values(), stopwords=stopwords(asked), stem=part.stems, fewest=fewest
            )
        except NotComputable as error:
            refused = error
            continue
        compared.append(part)
        rows += [
            (
                *([part.language] if apart else []),
                one.word,
                one.count,
                one.count_other,
                rounded(one.log_likelihood),
                rounded(one.log_ratio),
            )
            for one in sorted(found, key=lambda one: (-one.log_likelihood, one.word))[:most]
        ]
    if refused is not None and not compared:
        raise refused
    columns = ("word", "count", "count_other", "log_likelihood", "log_ratio")
    return Figure(
        "key_words",
        asked,
        (Table("key_words", (*(["language"] if apart else []), *columns), tuple(rows)),),
        words_of(compared, asked, others=True),
        (KEY_WORDS_APART if apart else KEY_WORDS).replace("@fewest@", str(fewest)),
        {
            "texts": sum(len(part.named) for part in compared),
            "other_texts": sum(len(part.others) for part in compared),
        },
        ("words-of-one-text-depend", *stem_remarks(asked)),
    )
