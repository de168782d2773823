"""Apply a code to many spans at once, such as all hits of a search: one command, one step to undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import Passage
from tenun.coding.facets import facets_from
from tenun.corpus.identity import guid_of
from tenun.errors import Conflict, InputRefused
from tenun.study.coders import coder_guid, round_guid
from tenun.study.stale import existing
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

AT_MOST = 5_000


def code_spans(
    scope: StudyScope,
    places: Sequence[tuple[str, Span]],
    code: str,
    *,
    facets: Mapping[str, str | None] | None = None,
    round_number: int = 1,
    memo: str = "",
) -> list[str]:
    """Apply a code (guid) to spans of sources (guids) as the acting coder; returns the guids of the new codings.

    Spans that this coder has given the code already in this round are passed over. Raises InputRefused where one span
    lies outside its text or there are more than `AT_MOST`; then none is coded.
    """
    if len(places) > AT_MOST:
        raise InputRefused("study.too-many-spans", count=len(places), most=AT_MOST)
    coded, config = existing(scope, "code", code), scope.config()
    shared = facets_from({**config.defaults, **(facets or {})})
    shared = shared if shared.case else replace(shared, case=config.case)
    passages = cut_passages(scope, places)
    with scope.store.command("code_spans", scope.coder) as change:
        coder, number = coder_guid(scope.store, change, scope.coder), round_guid(scope.store, change, round_number)
        if any(row["locked"] for row in scope.store.rows("round", guid=number)):
            raise Conflict("study.round-locked", round=round_number)
        change.insert("passage", [row for row in passages if row.pop("new")])
        taken = {row["passage"] for row in scope.store.rows("coding", code=code, coder=coder, round=number)}
        row = {"code": code, "coder": coder, "round": number, "code_version": coded["version"], "memo": memo}
        guids = dict.fromkeys(passage["guid"] for passage in passages)
        return change.insert(
            "coding", [{**row, **asdict(shared), "passage": guid} for guid in guids if guid not in taken]
        )


def cut_passages(scope: StudyScope, places: Sequence[tuple[str, Span]]) -> list[dict[str, Any]]:
    """The passages of these places, each once; `new` where it is not there yet."""
    spans: dict[str, dict[Span, None]] = {}
    for source, span in places:
        spans.setdefault(source, {})[span] = None
    return [row for source, wanted in spans.items() for row in _cut(scope, source, list(wanted))]


def _cut(scope: StudyScope, source: str, spans: Sequence[Span]) -> list[dict[str, Any]]:
    text_guid = existing(scope, "source", source)["representation"]
    text = scope.store.text(text_guid)
    there = {
        (row["start_cp"], row["end_cp"]): row["guid"] for row in scope.store.rows("passage", representation=text_guid)
    }
    rows = []
    for span in spans:
        if not len(span) or span.end_cp > len(text):
            raise InputRefused("study.span-outside", start=span.start_cp, end=span.end_cp, length=len(text))
        known = there.get((span.start_cp, span.end_cp))
        guid = known or guid_of(scope.guid, "passage", text_guid, span.start_cp, span.end_cp)
        cut = Passage.cut(text_guid, text, span)
        at = {"guid": guid, "representation": text_guid, "start_cp": span.start_cp, "end_cp": span.end_cp}
        rows.append({**at, "quote": cut.quote, "prefix": cut.prefix, "suffix": cut.suffix, "new": known is None})
    return rows
