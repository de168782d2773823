"""Write a new code, also in the midst of coding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tenun.errors import Conflict, InputRefused
from tenun.study.codebook.code_history import keep_version, next_position
from tenun.study.coders import coder_guid
from tenun.study.projects.rows_of_codebook import FIELDS
from tenun.study.stale import existing

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

KEY_AT_MOST = 200
_APART = re.compile(r"[^\w]+", re.UNICODE)


def add_code(scope: StudyScope, *, key: str = "", parent: str | None = None, **words: Any) -> str:
    """Add a code below `parent` (a guid; None for a root); returns its guid.

    `words`: fields of `tenun.study.codebook.load_framework.FIELDS`. Without a key one is made of the label. Raises
    InputRefused for a code without key and label or an unknown field, Conflict for a key that is taken.
    """
    if unknown := [name for name in words if name not in FIELDS]:
        raise InputRefused("study.no-such-field", field=unknown[0], allowed=", ".join(FIELDS))
    above = existing(scope, "code", parent) if parent else None
    key = key.strip() or free_key(scope, words.get("label_en") or words.get("label_id") or "")
    if not key or len(key) > KEY_AT_MOST:
        raise InputRefused("study.code-key", most=KEY_AT_MOST)
    with scope.store.command("add_code", scope.coder) as change:
        if scope.store.rows("code", key=key):
            raise Conflict("study.code-taken", key=key)
        row = {"key": key, "parent": parent, "position": next_position(scope), "version": 1, **words}
        guid = change.insert("code", {**row, "framework": above["framework"] if above else None})[0]
        coder = coder_guid(scope.store, change, scope.coder)
        keep_version(scope, change, guid, coder, meaning_changed=False)
        return guid


def free_key(scope: StudyScope, label: str) -> str:
    """A key that is not taken, made of a label; "" where there is nothing to make it of."""
    stem = _APART.sub("-", label.strip()).strip("-").upper()[:40].strip("-")
    taken = {row["key"] for row in scope.store.rows("code")}
    candidates = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(key for key in candidates if key not in taken) if stem else ""
