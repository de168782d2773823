"""Put a code elsewhere in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.study.codebook.code_history import keep_version
from tenun.study.coders import coder_guid
from tenun.study.stale import existing, expect

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def move_code(scope: StudyScope, guid: str, version: str, *, parent: str | None, position: int) -> None:
    """Put a code below `parent` (guid; None for the roots) as the `position`-th of the codes there, counted from 0.

    A change of parent makes a version of the code; a change of order alone does not. Raises Stale where the code
    moved on, InputRefused where it would come to stand below itself.
    """
    row = expect(scope, "code", guid, version)
    above = parent
    while above is not None:
        if above == guid:
            raise InputRefused("study.code-below-itself", key=row["key"])
        above = existing(scope, "code", above)["parent"]
    codes = sorted(scope.store.rows("code"), key=lambda code: (code["position"], code["key"]))
    order = [code["guid"] for code in codes if code["guid"] != guid]
    siblings = [code["guid"] for code in codes if code["parent"] == parent and code["guid"] != guid]
    before = siblings[position : position + 1]
    order.insert(order.index(before[0]) if before else len(order), guid)
    positions = {code["guid"]: code["position"] for code in codes}
    with scope.store.command("move_code", scope.coder) as change:
        for place, code in enumerate(order):
            if positions[code] != place:
                change.update("code", code, position=place)
        if row["parent"] != parent:
            change.update("code", guid, parent=parent, version=row["version"] + 1)
            coder = coder_guid(scope.store, change, scope.coder)
            keep_version(scope, change, guid, coder, meaning_changed=False)
