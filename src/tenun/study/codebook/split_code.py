"""Make several codes of one: each part takes the codings that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenun.errors import Conflict, InputRefused
from tenun.study.codebook.add_code import KEY_AT_MOST, free_key
from tenun.study.codebook.code_history import keep_version, next_position
from tenun.study.coders import coder_guid
from tenun.study.stale import expect

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


@dataclass(frozen=True, slots=True)
class Part:
    """A new code and the codings (guids) that go over to it; those in no part stay with the code that is split."""

    label_en: str = ""
    label_id: str = ""
    definition_en: str = ""
    definition_id: str = ""
    key: str = ""
    codings: tuple[str, ...] = ()


def split_code(scope: StudyScope, guid: str, version: str, parts: Sequence[Part]) -> list[str]:
    """Make codes below a code (guid) and move codings to them; returns the guids of the new codes.

    Raises Stale where the code moved on, InputRefused for a coding that is not the code's or stands in two parts,
    Conflict for a key that is taken or a locked round.
    """
    row = expect(scope, "code", guid, version)
    own = {coding["guid"]: coding for coding in scope.store.rows("coding", code=guid)}
    named = [coding for part in parts for coding in part.codings]
    if len(named) != len(set(named)) or not set(named) <= own.keys():
        raise InputRefused("study.split-codings", key=row["key"])
    locked = {found["guid"] for found in scope.store.rows("round", locked=True)}
    if any(own[coding]["round"] in locked for coding in named):
        raise Conflict("study.split-locked", key=row["key"])
    with scope.store.command("split_code", scope.coder) as change:
        coder = coder_guid(scope.store, change, scope.coder)
        made = []
        for part in parts:
            key = part.key.strip() or free_key(scope, part.label_en or part.label_id)
            if not key or len(key) > KEY_AT_MOST:
                raise InputRefused("study.code-key", most=KEY_AT_MOST)
            if scope.store.rows("code", key=key):
                raise Conflict("study.code-taken", key=key)
            words = {name: getattr(part, name) for name in ("label_en", "label_id", "definition_en", "definition_id")}
            place = {"key": key, "parent": guid, "position": next_position(scope), "framework": row["framework"]}
            new = change.insert("code", {**place, **words, "version": 1})[0]
            keep_version(scope, change, new, coder, meaning_changed=False)
            for coding in part.codings:
                change.update("coding", coding, code=new, code_version=1)
            made.append(new)
        return made
