"""Change what is known about a source; its text never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from tenun.corpus.sources import KINDS, Inclusion
from tenun.errors import InputRefused
from tenun.study.stale import expect

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

FIELDS = (
    "title", "kind", "language", "publisher", "author", "url", "published", "retrieved", "origins", "origin_note",
    "institution", "synthetic", "consent", "confidentiality", "inclusion", "inclusion_reason", "notes",
)  # fmt: skip
_DATES = ("published", "retrieved")


def revise_source(scope: StudyScope, guid: str, version: str, **values: Any) -> None:
    """Change fields of a source (guid) that is still at `version`.

    Raises Stale where it moved on, InputRefused for a field or kind that does not exist, a date that is none, and a
    source left out of the evidence without a reason.
    """
    row = expect(scope, "source", guid, version)
    if unknown := [name for name in values if name not in FIELDS]:
        raise InputRefused("study.no-such-field", field=unknown[0], allowed=", ".join(FIELDS))
    after = {**row, **values}
    for name, allowed in (("kind", KINDS), ("inclusion", get_args(Inclusion))):
        if after[name] not in allowed:
            raise InputRefused("study.no-such-kind", value=after[name], allowed=", ".join(allowed))
    if after["inclusion"] == "excluded" and not after["inclusion_reason"].strip():
        raise InputRefused("study.reason-missing")
    for name in _DATES:
        _check_date(after[name])
    with scope.store.command("revise_source", scope.coder) as change:
        change.update("source", guid, **values)


def _check_date(value: str | None) -> None:
    from tenun.corpus.sources import earliest_day

    try:
        earliest_day(value)
    except ValueError:
        raise InputRefused("study.date", date=value) from None
