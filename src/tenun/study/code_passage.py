"""Apply a code to a passage, or say that it was read and left without one."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import Passage
from tenun.coding.facets import Facets, facets_from
from tenun.coding.places import Place, columns_of
from tenun.corpus.identity import guid_of
from tenun.errors import Conflict, InputRefused
from tenun.study.coders import coder_guid, round_guid
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope


def code_passage(
    scope: StudyScope,
    source: str,
    place: Span | str | Place,
    code: str,
    *,
    facets: Facets | None = None,
    round_number: int = 1,
    memo: str = "",
    said: str = "",
) -> str:
    """Apply `code` to the passage at `place` of `source` as the acting coder; returns the coding's guid.

    `place`: a span of the current representation, the exact words where they occur once, a region of a picture or
    page, or a time of a recording. `said`: what is to be seen or heard there, where the place is new and has no words.
    `facets` None takes the study's defaults. Raises InputRefused for an unknown source, code, quote or place, Conflict
    when the same coder has applied the code to the same passage in this round already.
    """
    source_row, code_row = scope.source_row(source), scope.code_row(code)
    facets = _checked(scope, facets)
    with scope.store.command("code_passage", scope.coder) as change:
        owner = {
            "passage": passage_guid(scope, change, source_row, place, said),
            "code": code_row["guid"],
            "coder": coder_guid(scope.store, change, scope.coder),
            "round": _open_round(scope, change, round_number),
        }
        if scope.store.rows("coding", **owner):
            raise Conflict("study.coded-already", code=code, source=source)
        row = {**owner, **asdict(facets), "code_version": code_row["version"], "weight": 1.0, "status": "accepted"}
        return change.insert("coding", {**row, "memo": memo})[0]


def leave_uncoded(
    scope: StudyScope,
    source: str,
    place: Span | str | Place,
    reason: str,
    *,
    facets: Facets | None = None,
    round_number: int = 1,
) -> str:
    """Record that a passage was read and left uncoded on purpose, and why; returns the record's guid."""
    source_row = scope.source_row(source)
    facets = _checked(scope, facets)
    with scope.store.command("leave_uncoded", scope.coder) as change:
        owner = {
            "passage": passage_guid(scope, change, source_row, place),
            "coder": coder_guid(scope.store, change, scope.coder),
            "round": _open_round(scope, change, round_number),
        }
        if scope.store.rows("uncoded", **owner):
            raise Conflict("study.uncoded-already", source=source)
        return change.insert("uncoded", {**owner, "reason": reason, "facets": asdict(facets)})[0]


def note_not_found(scope: StudyScope, source: str, code: str, *, round_number: int = 1) -> str:
    """Record that a source was read for a code and nothing was found; returns the record's guid."""
    source_row, code_row = scope.source_row(source), scope.code_row(code)
    with scope.store.command("note_not_found", scope.coder) as change:
        row = {
            "source": source_row["guid"],
            "code": code_row["guid"],
            "coder": coder_guid(scope.store, change, scope.coder),
            "round": _open_round(scope, change, round_number),
        }
        if scope.store.rows("coverage", **row):
            raise Conflict("study.covered-already", code=code, source=source)
        return change.insert("coverage", row)[0]


def _checked(scope: StudyScope, facets: Facets | None) -> Facets:
    """The facets, checked; the study's defaults where none are given, the study's case where none is named."""
    config = scope.config()
    checked = facets_from(config.defaults if facets is None else asdict(facets))
    return checked if checked.case else replace(checked, case=config.case)


def _open_round(scope: StudyScope, change: Change, number: int) -> str:
    guid = round_guid(scope.store, change, number)
    row = scope.store.row("round", guid)
    if row and row["locked"]:
        raise Conflict("study.round-locked", round=number)
    return guid


def passage_guid(
    scope: StudyScope, change: Change, source: dict[str, Any], place: Span | str | Place, said: str = ""
) -> str:
    """The guid of the passage at `place` of a source's row, which is cut when it is new."""
    from tenun.study.cut_place import cut_place, words_in

    region: dict[str, Any] = {}
    if not isinstance(place, Span | str):
        words = words_in(scope, source, place)
        if words is None:
            return cut_place(scope, change, source, place, said)
        region, place = columns_of(place), words
    representation = source["representation"]
    text = scope.store.text(representation)
    span = _find(text, place, source["key"])
    if not len(span) > 0 or span.end_cp > len(text):
        raise InputRefused("study.span-outside", start=span.start_cp, end=span.end_cp, length=len(text))
    at = {"representation": representation, "start_cp": span.start_cp, "end_cp": span.end_cp}
    found = scope.store.rows("passage", **at)
    if found:
        return str(found[0]["guid"])
    cut = Passage.cut(representation, text, span)
    guid = guid_of(scope.guid, "passage", representation, span.start_cp, span.end_cp)
    quoted = {"quote": cut.quote, "prefix": cut.prefix, "suffix": cut.suffix}
    return change.insert("passage", {"guid": guid, **at, **region, **quoted})[0]


def _find(text: str, place: Span | str, source: str) -> Span:
    if isinstance(place, Span):
        return place
    from tenun.coding.quotes import find_quote

    match = find_quote(text, place)
    if match.span is None:
        code = "study.quote-not-unique" if match.how == "not-unique" else "study.quote-missing"
        raise InputRefused(code, source=source)
    return match.span
