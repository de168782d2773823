"""Change a code with its history kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tenun.coding.codebook import Code, Codebook
from tenun.errors import InputRefused
from tenun.study.clock import now
from tenun.study.coders import coder_guid
from tenun.study.projects.rows_of_codebook import FIELDS, content_of, version_row

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def edit_code(scope: StudyScope, key: str, *, meaning_changed: bool, **changes: Any) -> Code:
    """Change a code's words or place; every edit makes a version, and codings keep the version they were made with.

    `changes`: any field of `Code` but its key, guid and version. Raises InputRefused for an unknown code, a field that
    does not exist, a parent that would make the tree run in a circle.
    """
    row, book = scope.code_row(key), scope.codebook()
    unknown = [name for name in changes if name not in (*FIELDS, "parent")]
    if unknown:
        raise InputRefused("study.no-such-field", field=unknown[0], allowed=", ".join((*FIELDS, "parent")))
    edited = replace(book[key], **changes, version=book[key].version + 1)
    Codebook([edited if code.key == key else code for code in book.values()])
    parent = scope.code_row(edited.parent)["guid"] if edited.parent else None
    with scope.store.command("edit_code", scope.coder) as change:
        change.update("code", row["guid"], parent=parent, version=edited.version, **content_of(edited))
        coder = coder_guid(scope.store, change, scope.coder)
        version = version_row(scope.guid, edited, edited.version, coder, now(), meaning_changed=meaning_changed)
        change.insert("code_version", version)
    return edited
