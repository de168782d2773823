"""Words that mark one group of texts off from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Figure, Table, rounded
from tenun.study.figures.r_scripts import KEY_WORDS
from tenun.study.figures.texts_asked import OPTIONS, stopwords, texts
from tenun.study.figures.word_counts import words_of

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

__all__ = ["OPTIONS", "work_out"]


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Words over- and underused in the texts named, against all others; NotComputable where a side has none."""
    from tenun.analysis.words import keyness

    if not asked["field"]:
        raise NotComputable("study.no-group-named")
    named, others = texts(scope, asked)
    fewest, most = int(float(asked["fewest"])), int(float(asked["most"]))
    found = keyness(named.values(), others.values(), stopwords=stopwords(asked), fewest=fewest)
    shown = sorted(found, key=lambda one: (-one.log_likelihood, one.word))[:most]
    sides = words_of(named, asked, "named"), words_of(others, asked, "others")
    return Figure(
        "key_words",
        asked,
        (
            Table(
                "key_words",
                ("word", "count", "count_other", "log_likelihood", "log_ratio"),
                tuple(
                    (one.word, one.count, one.count_other, rounded(one.log_likelihood), rounded(one.log_ratio))
                    for one in shown
                ),
            ),
        ),
        Table("input", sides[0].columns, (*sides[0].rows, *sides[1].rows)),
        KEY_WORDS.replace("@fewest@", str(fewest)),
        {"texts": len(named), "other_texts": len(others)},
        ("words-of-one-text-depend",),
    )
