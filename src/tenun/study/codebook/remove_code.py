"""Take a code out of the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import Conflict
from tenun.study.stale import expect

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def remove_code(scope: StudyScope, guid: str, version: str) -> None:
    """Take away a code that nothing uses: no coding, no code below it, no note that it was not found, no claim.

    Raises Stale where it moved on, Conflict where something uses it.
    """
    row = expect(scope, "code", guid, version)
    uses = {table: scope.store.count(table, code=guid) for table in ("coding", "coverage", "claim")}
    uses["code"] = scope.store.count("code", parent=guid)
    if any(uses.values()):
        raise Conflict("study.code-in-use", key=row["key"], codings=uses["coding"], below=uses["code"])
    with scope.store.command("remove_code", scope.coder) as change:
        for version_row in scope.store.rows("code_version", code=guid):
            change.delete("code_version", version_row["guid"])
        change.delete("code", guid)
