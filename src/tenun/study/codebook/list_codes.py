"""The codebook as a view shows it: words, place in the tree, use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.store.pages import counts_by_code
from tenun.study.blindness import blindness
from tenun.study.stale import etag

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def list_codes(scope: StudyScope) -> list[dict[str, Any]]:
    """One row a code in order of the codebook, with how many codings the acting coder may see of it."""
    counts = counts_by_code(scope.store, blind=blindness(scope))
    rows = sorted(scope.store.rows("code"), key=lambda row: (row["position"], row["key"]))
    return [{**row, "count": counts.get(row["guid"], 0), "etag": etag(row)} for row in rows]


def with_those_below(scope: StudyScope, guids: list[str]) -> list[str]:
    """The codes of these guids and all codes below them, each once."""
    children: dict[str | None, list[str]] = {}
    for row in scope.store.rows("code"):
        children.setdefault(row["parent"], []).append(row["guid"])
    found = dict.fromkeys(guids)
    waiting = list(guids)
    while waiting:
        for child in children.get(waiting.pop(), []):
            if child not in found:
                found[child] = None
                waiting.append(child)
    return list(found)
