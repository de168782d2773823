"""The queue of what two coders coded differently, and what was settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tenun.study.adjudicate import LABEL

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def with_words(scope: StudyScope, units: Sequence[Mapping[str, Any]], coders: Sequence[str]) -> list[dict[str, Any]]:
    """Disagreements of an agreement with the words of each unit and the codes that it was settled with, if it was.

    `units`: as `agreement_summary` gives them. `adjudicated` is None while nobody settled the unit, and empty where it
    was settled as left uncoded.
    """
    settled = _settled(scope)
    guids = {row["key"]: (row["guid"], row["representation"]) for row in scope.store.rows("source")}
    rows = []
    for unit in units:
        guid, text_guid = guids[unit["source"]]
        start, end = unit["span"]["start_cp"], unit["span"]["end_cp"]
        rows.append(
            {
                "source": guid,
                "source_key": unit["source"],
                "representation": text_guid,
                "start_cp": start,
                "end_cp": end,
                "quote": scope.store.text(text_guid)[start:end],
                "labels": dict(zip(coders, unit["labels"], strict=True)),
                "adjudicated": settled.get((text_guid, start, end)),
            }
        )
    return rows


def _settled(scope: StudyScope) -> dict[tuple[str, int, int], list[str]]:
    """Codes (keys) by representation and span, of the round of adjudication."""
    store = scope.store
    found: dict[tuple[str, int, int], list[str]] = {}
    rounds = store.rows("round", label=LABEL)
    if not rounds:
        return found
    keys = store.lookup("code", "key")
    for table in ("uncoded", "coding"):
        for row in store.rows(table, round=rounds[0]["guid"]):
            passage = store.row("passage", row["passage"])
            if passage is not None:
                codes = found.setdefault((passage["representation"], passage["start_cp"], passage["end_cp"]), [])
                codes += [keys[row["code"]]] if table == "coding" else []
    return found
