"""Decide what a merge could not: this copy's version, the other's, both, or words put together by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from tenun.errors import Conflict, InputRefused
from tenun.study.clock import now
from tenun.study.codebook.merge_codes import fold_code
from tenun.study.coders import coder_guid
from tenun.study.merging.kept_conflicts import TABLE, row_now, seen_conflicts
from tenun.study.merging.merge_rows import MergeConflict
from tenun.study.own_work import may_alter, owner_of
from tenun.study.projects.rows_of_codebook import version_row
from tenun.study.stale import Missing, Stale, etag

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope

Choice = Literal["mine", "theirs", "both", "edited"]
NAMES = frozenset({"title", "label_en", "label_id", "title_en", "title_id", "author", "publisher", "institution"})
PROSE = frozenset({
    "body", "memo", "reason", "note", "definition_en", "definition_id", "example_en", "example_id", "what_en",
    "what_id", "about_en", "about_id", "note_en", "note_id", "statement_en", "statement_id", "reliability_why",
    "credibility_why", "authenticity", "sincerity", "representativeness", "meaning", "clue_en", "clue_id",
    "origin_note", "inclusion_reason", "consent",
})  # fmt: skip
LISTS = frozenset({"include", "exclude", "include_id", "exclude_id"})
_COUNTS = frozenset({"version", "code_version"})
_MEANING = frozenset({"definition_en", "definition_id", *LISTS})
_OWNED = frozenset({"coding", "uncoded", "coverage"})


def choices(conflict: MergeConflict) -> tuple[Choice, ...]:
    """What a person can take.

    `both` where each version is prose or a list, so that one can stand below the other, or where both rows are there;
    `edited` where there are words to write anew.
    """
    if conflict.brought is not None:
        return ("mine", "theirs", "both")
    if (
        conflict.here is None
        or conflict.there is None
        or conflict.kind not in ("both-changed", "same-place", "same-key")
    ):
        return ("mine", "theirs")
    names = conflict.there.keys() - _COUNTS
    joined: tuple[Choice, ...] = ("both",) if names <= PROSE | LISTS else ()
    return ("mine", "theirs", *joined, *(("edited",) if words_of(conflict) else ()))


def words_of(conflict: MergeConflict) -> tuple[str, ...]:
    """Columns whose words a person may write anew."""
    return tuple(name for name in conflict.there or {} if name in PROSE | NAMES)


def settle_conflict(
    scope: StudyScope, guid: str, choice: Choice, *, words: Mapping[str, str] | None = None, version: str = "*"
) -> None:
    """Settle the conflict of this guid, as an event of the log that an undo takes back.

    `mine` leaves or makes it as this copy had it, `theirs` as the other had it, `both` puts one below the other,
    `edited` writes `words` by column and leaves the rest as it is here. `version`: of the conflict, as `version_of`
    gives it. Raises Missing for an unknown conflict, Stale where the row has moved on, Conflict where it was settled,
    stands in a locked round or is in use, InputRefused for a choice that this conflict does not have.
    """
    found = next((one for one in seen_conflicts(scope) if one.id == guid), None)
    if found is None:
        raise Missing("study.no-row", table=TABLE)
    if version not in ("*", version_of(scope, found)):
        raise Stale("study.moved-on", current=row_now(scope.store, found), table=found.table)
    if found.choice is not None:
        raise Conflict("merge.settled-already", by=found.settled_by)
    if choice not in choices(found):
        raise InputRefused("merge.no-such-choice", choice=choice, allowed=", ".join(choices(found)))
    with scope.store.command("settle_conflict", scope.coder) as change:
        _Settling(scope, change, found).take(choice, words or {})
        change.update(TABLE, guid, choice=choice, settled_by=scope.coder, settled_at=now())


def version_of(scope: StudyScope, conflict: MergeConflict) -> str:
    """The version of a conflict: of what is kept of it and of the row that it is about."""
    (kept,) = scope.store.rows(TABLE, guid=conflict.id)
    row = row_now(scope.store, conflict) or {}
    return etag({**kept, "row": {name: row[name] for name in sorted(row) if name != "revision"}})


def find_conflict(scope: StudyScope, name: str) -> str:
    """The guid of the conflict whose id begins so. Raises InputRefused where it is none, or more than one."""
    found = [one.id for one in seen_conflicts(scope) if one.id.startswith(name.lower())] if name else []
    if len(found) != 1:
        raise InputRefused("merge.which-conflict", name=name, count=len(found))
    return found[0]


class _Settling:
    def __init__(self, scope: StudyScope, change: Change, conflict: MergeConflict) -> None:
        self.scope, self.change, self.conflict = scope, change, conflict
        self.table, self.guid = conflict.table, conflict.guid

    def take(self, choice: Choice, words: Mapping[str, str]) -> None:
        here, there = self.conflict.here or {}, self.conflict.there or {}
        if self.conflict.kind in ("deleted-here", "deleted-there", "used-here"):
            if (choice == "mine") == (self.conflict.kind == "deleted-here"):
                self._delete()
        elif self.conflict.kind in ("round-locked", "refused"):
            if choice == "theirs":
                self._put(there)
        elif choice == "theirs":
            self._write(there)
        elif choice == "both" and self.conflict.brought is None:
            self._write({name: _joined(here.get(name), there[name]) for name in there.keys() - _COUNTS})
        elif choice == "edited":
            self._write(self._edited(words))
        if self.conflict.brought is not None and choice != "both":
            fold_code(self.scope, self.change, self.conflict.brought, self.guid)

    def _edited(self, words: Mapping[str, str]) -> dict[str, str]:
        allowed = words_of(self.conflict)
        if not words or not words.keys() <= set(allowed):
            raise InputRefused("merge.which-words", allowed=", ".join(allowed))
        row = row_now(self.scope.store, self.conflict)
        if row is not None and self.table in _OWNED:
            may_alter(self.scope, *owner_of(row, self.scope))
        return dict(words)

    def _write(self, values: Mapping[str, Any]) -> None:
        row = row_now(self.scope.store, self.conflict)
        if row is None:
            raise Stale("study.gone", table=self.table)
        self._refuse_locked(row)
        changed = {name: value for name, value in values.items() if name not in ("guid", "at", "revision")}
        if self.table == "study":
            self.change.set_study(**changed)
        elif self.table == "code":
            self._revise({name: value for name, value in changed.items() if name not in _COUNTS}, row)
        else:
            self.change.update(self.table, self.guid, **changed)

    def _revise(self, values: dict[str, Any], row: Mapping[str, Any]) -> None:
        """A code's words change with its history kept, as in `edit_code`."""
        taken = {name for name in ("key",) if self.conflict.kind == "same-key"}
        values = {name: value for name, value in values.items() if name not in taken}
        if all(row[name] == value for name, value in values.items()):
            return
        number = int(row["version"]) + 1
        self.change.update("code", self.guid, version=number, **values)
        code = self.scope.codebook()[self.scope.store.rows("code", guid=self.guid)[0]["key"]]
        coder = coder_guid(self.scope.store, self.change, self.scope.coder)
        meaning = not _MEANING.isdisjoint(values)
        kept = version_row(self.scope.guid, code, number, coder, now(), meaning_changed=meaning)
        self.change.insert("code_version", kept)

    def _put(self, there: Mapping[str, Any]) -> None:
        """Bring in what was left out; without a version there, it was deleted on the other side."""
        row = row_now(self.scope.store, self.conflict)
        self._refuse_locked(row or there)
        if not there:
            self._delete()
        elif row is None:
            self.change.insert(self.table, dict(there))
        else:
            self._write(there)

    def _delete(self) -> None:
        row = row_now(self.scope.store, self.conflict)
        if row is None:
            return
        self._refuse_locked(row)
        if self.table == "code":
            if any(self.scope.store.count(table, code=self.guid) for table in ("coding", "coverage", "claim")):
                raise Conflict("merge.still-used", what=self.conflict.what)
            for kept in self.scope.store.rows("code_version", code=self.guid):
                self.change.delete("code_version", kept["guid"])
        try:
            self.change.delete(self.table, self.guid)
        except Conflict as error:
            raise Conflict("merge.still-used", what=self.conflict.what) from error

    def _refuse_locked(self, row: Mapping[str, Any]) -> None:
        found = self.scope.store.row("round", row["round"]) if row.get("round") else None
        if found is not None and found["locked"]:
            raise Conflict("study.round-locked", round=found["number"])


def _joined(here: Any, there: Any) -> Any:
    """Both versions as one: lists without doubles, prose one below the other.

    >>> _joined("one", "two"), _joined(["a"], ["b", "a"]), _joined("", "two"), _joined("one", "one")
    ('one\\n\\ntwo', ['a', 'b'], 'two', 'one')
    """
    if isinstance(there, list):
        return list(dict.fromkeys([*(here or []), *there]))
    return here if there in (here, "", None) else f"{here or ''}\n\n{there}".strip()
