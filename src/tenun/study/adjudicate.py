"""Settle what coders coded differently, in a round of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from tenun.coding.facets import facets_from
from tenun.errors import Conflict, InputRefused
from tenun.study.blindness import refuse_while_blind
from tenun.study.code_spans import cut_passages
from tenun.study.coders import coder_guid
from tenun.study.stale import existing
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope

LABEL = "adjudication"


def adjudicate(
    scope: StudyScope,
    source: str,
    span: Span,
    codes: Sequence[str],
    *,
    facets: Mapping[str, str | None] | None = None,
    memo: str = "",
) -> list[str]:
    """Record what a unit is coded as in the end; returns the guids of the codings.

    `codes`: guids; none means that the unit is left uncoded, with `memo` as the reason. The record stands in the round
    labelled `adjudication`, which is made on first use, is not counted by itself, and replaces what this coder settled
    for the same span before. Raises NotAllowed while a blind round is open, Conflict where the round is locked.
    """
    refuse_while_blind(scope)
    chosen = {guid: existing(scope, "code", guid) for guid in codes}
    if not chosen and not memo.strip():
        raise InputRefused("study.adjudication-reason")
    config = scope.config()
    shared = facets_from({**config.defaults, **(facets or {})})
    shared = shared if shared.case else replace(shared, case=config.case)
    (passage,) = cut_passages(scope, [(source, span)])
    fresh = passage.pop("new")
    with scope.store.command("adjudicate", scope.coder) as change:
        if fresh:
            change.insert("passage", passage)
        owner = {"coder": coder_guid(scope.store, change, scope.coder), "round": _round(scope, change)}
        place = {**owner, "passage": passage["guid"]}
        for table in ("coding", "uncoded"):
            for old in scope.store.rows(table, **place):
                change.delete(table, old["guid"])
        if not chosen:
            return change.insert("uncoded", {**place, "reason": memo, "facets": asdict(shared)})
        row = {**place, **asdict(shared), "memo": memo}
        return change.insert(
            "coding", [{**row, "code": guid, "code_version": code["version"]} for guid, code in chosen.items()]
        )


def _round(scope: StudyScope, change: Change) -> str:
    """The guid of the round of adjudication, made where there is none yet."""
    found = scope.store.rows("round", label=LABEL)
    if not found:
        number = max((int(row["number"]) for row in scope.store.rows("round")), default=0) + 1
        state = {"label": LABEL, "blind": False, "locked": False, "counts": False}
        return change.insert("round", {"number": number, **state})[0]
    if found[0]["locked"]:
        raise Conflict("study.round-locked", round=found[0]["number"])
    return str(found[0]["guid"])
