"""Apply a code to what somebody selected on the screen: words, a region, a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tenun.coding.facets import Facets, facets_from
from tenun.errors import InputRefused
from tenun.study.code_passage import code_passage, leave_uncoded
from tenun.study.stale import existing

if TYPE_CHECKING:
    from tenun.coding.places import Place
    from tenun.study.scope import StudyScope
    from tenun.text.spans import Span


def code_span(
    scope: StudyScope,
    source: str,
    span: Span,
    code: str,
    *,
    quote: str | None = None,
    facets: Mapping[str, str | None] | None = None,
    round_number: int = 1,
    memo: str = "",
) -> str:
    """Apply a code (guid) to a span of a source (guid) as the acting coder; returns the coding's guid.

    `quote`: what the person saw there; `facets`: those that differ from the study's defaults. Raises InputRefused where
    the text says something else, so that a wrong position is never stored, and what `code_passage` raises.
    """
    key = _key_with(scope, source, span, quote)
    name = existing(scope, "code", code)["key"]
    whole = _whole(scope, facets)
    return code_passage(scope, key, span, name, facets=whole, round_number=round_number, memo=memo)


def code_place(
    scope: StudyScope,
    source: str,
    place: Place,
    code: str,
    *,
    said: str = "",
    facets: Mapping[str, str | None] | None = None,
    round_number: int = 1,
    memo: str = "",
) -> str:
    """Apply a code (guid) to a region or time of a source (guid) as the acting coder; returns the coding's guid.

    Otherwise as `code_span`; `said` as in `code_passage`.
    """
    key, name = existing(scope, "source", source)["key"], existing(scope, "code", code)["key"]
    whole = _whole(scope, facets)
    return code_passage(scope, key, place, name, facets=whole, round_number=round_number, memo=memo, said=said)


def leave_span(
    scope: StudyScope,
    source: str,
    span: Span,
    reason: str,
    *,
    quote: str | None = None,
    facets: Mapping[str, str | None] | None = None,
    round_number: int = 1,
) -> str:
    """Record that a span was read and left uncoded on purpose; returns the record's guid."""
    key = _key_with(scope, source, span, quote)
    return leave_uncoded(scope, key, span, reason, facets=_whole(scope, facets), round_number=round_number)


def _whole(scope: StudyScope, named: Mapping[str, str | None] | None) -> Facets | None:
    """The facets that were named over the study's defaults; None, which takes those, where none was named."""
    return facets_from({**scope.config().defaults, **named}) if named else None


def _key_with(scope: StudyScope, source: str, span: Span, quote: str | None) -> str:
    row = existing(scope, "source", source)
    if quote is not None and (not row["representation"] or span.of(scope.store.text(row["representation"])) != quote):
        raise InputRefused("study.other-words", source=row["key"])
    return str(row["key"])
