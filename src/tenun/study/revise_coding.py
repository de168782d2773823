"""Change a coding: another code, other facets, other ends, another memo; or take it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import Passage
from tenun.coding.facets import facets_from
from tenun.corpus.identity import guid_of
from tenun.errors import Conflict, InputRefused
from tenun.store.pages import FACETS
from tenun.study.own_work import may_alter, owner_of
from tenun.study.stale import existing, expect
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope


@dataclass(frozen=True, slots=True)
class Revision:
    """What is to become of a coding; None leaves a thing as it is. `code` is a guid, `facets` those that change."""

    code: str | None = None
    span: Span | None = None
    facets: Mapping[str, str | None] | None = None
    memo: str | None = None
    status: str | None = None


def revise_coding(scope: StudyScope, guid: str, version: str, revision: Revision) -> None:
    """Change a coding that is still at `version`; what the revision does not name stays, the memo above all.

    Raises Stale where it moved on, NotAllowed for another person's coding, Conflict in a locked round or where the
    same coder has that code on that passage already, InputRefused for an unknown code, facet or span.
    """
    row = expect(scope, "coding", guid, version)
    may_alter(scope, row["coder"], row["round"])
    values = _values(scope, row, revision)
    with scope.store.command("revise_coding", scope.coder) as change:
        if revision.span is not None:
            values["passage"] = _passage_at(scope, change, row["representation"], revision.span)
        _refuse_twin(scope, guid, row, values)
        change.update("coding", guid, **values)


def remove_coding(scope: StudyScope, guid: str, version: str) -> None:
    """Take a coding away; undo brings it back with its memo and facets."""
    row = expect(scope, "coding", guid, version)
    may_alter(scope, row["coder"], row["round"])
    with scope.store.command("remove_coding", scope.coder) as change:
        for evidence in scope.store.rows("evidence", coding=guid):
            change.delete("evidence", evidence["guid"])
        change.delete("coding", guid)


def withdraw_uncoded(scope: StudyScope, guid: str, version: str) -> None:
    """Take back that a passage was left uncoded on purpose."""
    row = expect(scope, "uncoded", guid, version)
    may_alter(scope, *owner_of(row, scope))
    with scope.store.command("withdraw_uncoded", scope.coder) as change:
        change.delete("uncoded", guid)


def _values(scope: StudyScope, row: Mapping[str, Any], revision: Revision) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if revision.code is not None:
        code = existing(scope, "code", revision.code)
        values |= {"code": code["guid"], "code_version": code["version"]}
    if revision.facets is not None:
        values |= asdict(facets_from({**{name: row[name] for name in FACETS}, **revision.facets}))
    if revision.memo is not None:
        values["memo"] = revision.memo
    if revision.status is not None:
        if revision.status not in ("proposed", "accepted", "rejected"):
            raise InputRefused("study.no-such-status", value=revision.status)
        values["status"] = revision.status
    return values


def _passage_at(scope: StudyScope, change: Change, text_guid: str, span: Span) -> str:
    text = scope.store.text(text_guid)
    if not len(span) or span.end_cp > len(text):
        raise InputRefused("study.span-outside", start=span.start_cp, end=span.end_cp, length=len(text))
    at = {"representation": text_guid, "start_cp": span.start_cp, "end_cp": span.end_cp}
    found = scope.store.rows("passage", **at)
    if found:
        return str(found[0]["guid"])
    cut = Passage.cut(text_guid, text, span)
    guid = guid_of(scope.guid, "passage", text_guid, span.start_cp, span.end_cp)
    return change.insert(
        "passage", {"guid": guid, **at, "quote": cut.quote, "prefix": cut.prefix, "suffix": cut.suffix}
    )[0]


def _refuse_twin(scope: StudyScope, guid: str, row: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    if not values.keys() & {"code", "passage"}:
        return
    passage, code = values.get("passage", row["passage"]), values.get("code", row["code"])
    for other in scope.store.rows("coding", passage=passage, code=code):
        if other["guid"] != guid and owner_of(other, scope) == (row["coder"], row["round"]):
            raise Conflict("study.coded-already", code=row["code_key"], source=row["source_key"])
