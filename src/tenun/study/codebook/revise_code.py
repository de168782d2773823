"""Change what a code says; its history and the codings made with it stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.study.codebook.edit_code import edit_code
from tenun.study.stale import expect

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def revise_code(scope: StudyScope, guid: str, version: str, *, meaning_changed: bool, **words: Any) -> None:
    """Change words of a code (guid) that is still at `version`; see `edit_code`. Raises Stale where it moved on."""
    row = expect(scope, "code", guid, version)
    if {name: row[name] for name in words} != words:
        edit_code(scope, row["key"], meaning_changed=meaning_changed, **words)
