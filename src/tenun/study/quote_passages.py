"""The words of passages and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

_PLACE = ("region", "start_ms", "end_ms")


def quote_passages(scope: StudyScope, guids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Passages by guid, each with its source's guid and key; those that are not there are left out."""
    store = scope.store
    found = {guid: row for guid in dict.fromkeys(guids) if (row := store.row("passage", guid)) is not None}
    texts = store.lookup("representation", "source") if found else {}
    keys = store.lookup("source", "key") if found else {}
    return {
        guid: {
            **{name: row[name] for name in ("guid", "representation", "start_cp", "end_cp", *_PLACE, "quote")},
            "source": texts[row["representation"]],
            "source_key": keys[texts[row["representation"]]],
        }
        for guid, row in found.items()
    }
