"""Tables that people hold in their hands: sources and codebook as DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.study.find_duplicates import find_witnesses

if TYPE_CHECKING:
    import pandas as pd

    from tenun.corpus.sources import Appraisal
    from tenun.study.scope import StudyScope


def sources_table(scope: StudyScope) -> pd.DataFrame:
    """One row a source: what it is, its appraisal, its witness and how many codings it carries."""
    import pandas as pd

    group_of = {key: group.id for group in find_witnesses(scope) for key in group.sources}
    counts = scope.store.codings().groupby("source", observed=True).size()
    rows = [
        {
            "key": source.key,
            "title": source.title,
            "kind": source.kind,
            "publisher": source.publisher,
            "published": source.published,
            "language": source.language,
            "grade": _grade(source.appraisal),
            "witness": group_of.get(source.key),
            "institution": source.speaker,
            "synthetic": source.synthetic,
            "inclusion": source.inclusion,
            "codings": int(counts.get(source.key, 0)),
            "url": source.url,
            "guid": source.guid,
        }
        for source in scope.sources()
    ]
    return pd.DataFrame(rows, columns=list(rows[0]) if rows else ["key"])


def _grade(appraisal: Appraisal | None) -> str | None:
    """Letter and digit side by side; they stay two judgements."""
    return f"{appraisal.reliability}{appraisal.credibility}" if appraisal else None


def codebook_table(scope: StudyScope) -> pd.DataFrame:
    """One row a code, in order, with its depth in the tree and how many codings each coder gave it."""
    import pandas as pd

    book = scope.codebook()
    codings = scope.store.codings()
    used = codings.groupby("code", observed=True).size()
    rows = [
        {
            "key": code.key,
            "parent": code.parent,
            "depth": len(book.path(code.key)) - 1,
            "label_en": code.label_en,
            "label_id": code.label_id,
            "definition_en": code.definition_en,
            "definition_id": code.definition_id,
            "version": code.version,
            "codings": int(used.get(code.key, 0)),
        }
        for code in book.values()
    ]
    return pd.DataFrame(rows, columns=list(rows[0]) if rows else ["key"])
