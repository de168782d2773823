"""The sources as a table that can be sorted and filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.store.pages import counts_by_source
from tenun.study.blindness import blindness
from tenun.study.find_duplicates import find_witnesses
from tenun.study.stale import etag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tenun.study.scope import StudyScope

DESCRIBED_FROM = ("source", "appraisal", "link", "coder", "study")
COUNTED_FROM = ("coding", "passage", "round", "source")
"""What the parts of the table are worked out from."""
_APPRAISED = (
    "reliability", "credibility", "reliability_why", "credibility_why", "authenticity", "sincerity",
    "representativeness", "meaning",
)  # fmt: skip


def list_sources(scope: StudyScope) -> list[dict[str, Any]]:
    """One row a source in order of the keys: what it is, its latest appraisal, its witness, its codings.

    `appraised_by` is "" where nobody judged it. Codings of others in a blind round are not counted.
    """
    return with_counts(describe_sources(scope), count_by_source(scope))


def with_counts(rows: list[dict[str, Any]], counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The rows of sources, each with its number of codings."""
    return [{**row, "codings": counts.get(row["guid"], 0)} for row in rows]


def count_by_source(scope: StudyScope, source: str | None = None) -> dict[str, int]:
    """How many codings the acting coder may see of each source, or of one; sources without any are left out."""
    return counts_by_source(scope.store, blind=blindness(scope), only=source)


def describe_sources(scope: StudyScope) -> list[dict[str, Any]]:
    """The same rows without the codings: what does not change while somebody codes."""
    store = scope.store
    witness = {key: group.id for group in find_witnesses(scope) for key in group.sources}
    names = store.lookup("coder", "name")
    judged: dict[str, dict[str, Any]] = {}
    for row in sorted(store.rows("appraisal"), key=lambda row: str(row["at"])):
        judged[row["source"]] = row
    return [
        {
            **{name: value for name, value in row.items() if name != "csl"},
            "appraised_by": names.get(judged[row["guid"]]["coder"], "") if row["guid"] in judged else "",
            **{name: judged[row["guid"]][name] if row["guid"] in judged else None for name in _APPRAISED},
            "witness": witness.get(row["key"]),
            "etag": etag(row),
        }
        for row in sorted(store.rows("source"), key=lambda row: str(row["key"]))
    ]
