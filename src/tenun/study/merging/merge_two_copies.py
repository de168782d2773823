"""The rows of two copies of a study, laid over each other inside one command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tenun.errors import Conflict, InputRefused
from tenun.store.natural_keys import natural_keys, references
from tenun.study.merging.merge_names import name_of
from tenun.study.merging.merge_rows import MergeConflict, MergeReport, Move, Row, conflict_of, differing, same, weigh
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.store import Change, StudyStore
    from tenun.store.divergence import Divergence

ORDER = (
    "coder", "round", "framework", "construct", "code", "code_version", "source", "representation", "landmark",
    "appraisal", "passage", "coding", "uncoded", "coverage", "case", "variable", "value", "event_fact", "conflict",
    "claim", "evidence", "rule_set", "memo", "link",
)  # fmt: skip
"""Tables that merge, each after those it refers to. Analyses stay out: they are worked out again from the data."""
_LATER = {"source": ("representation",), "code": ("parent",)}
"""References that may point to what comes later; they are set when everything is in."""
_POINTING = {"memo": (("target_table", "target"),), "link": (("from_table", "from_guid"), ("to_table", "to_guid"))}
_LISTS = {"event_fact": ("sources", "passages"), "conflict": ("sides",)}


class MergeOfCopies:
    """What `there` has and `here` does not.

    `moved`: how `there` has moved on since the two parted. `since`: how `here` has, since `there` took it in; None
    where that never was.
    """

    def __init__(self, here: StudyStore, there: StudyStore, moved: Divergence, since: Divergence | None = None) -> None:
        self.here, self.there, self.moved, self.since = here, there, moved, since
        self.ours: dict[str, str] = {}
        self.conflicts: list[MergeConflict] = []
        self.added, self.changed, self.removed = Counter[str](), Counter[str](), Counter[str]()
        self._known = {table: set(here.lookup(table, "guid")) for table in ORDER}
        self._places: dict[tuple[str, tuple[str, ...]], dict[tuple[Any, ...], str]] = {}
        self._later: list[tuple[str, str, dict[str, Any]]] = []
        self._gone = here.erased_sources() - self._known["source"]
        self._gone_keys: set[str] = set()
        self._moving = set[str]()
        self._present: dict[str, frozenset[str]] = {}
        self._locked = {row["guid"] for row in here.rows("round", locked=True)}
        self._kept_codes = set[str]()
        self._contested: dict[str, int] = {}
        open_there = there.rows("merge_conflict", choice=None)
        self._open_there = {(row["target_table"], row["target"]) for row in open_there}

    def into(self, change: Change, progress: Progress = no_progress) -> MergeReport:
        """Write everything that needs no person; returns what was done and what is left."""
        self.change = change
        self._study()
        for number, table in enumerate(ORDER):
            progress("merge", number, len(ORDER))
            self._table(table)
        for table, guid, values in self._later:
            change.update(table, guid, **{name: self._here(references(table)[name], to) for name, to in values.items()})
        for table in reversed(ORDER):
            self._deletions(table)
        progress("merge", len(ORDER), len(ORDER))
        found = tuple(replace(one, what=name_of(self.here, self.there, one)) for one in self.conflicts)
        return MergeReport(dict(self.added), dict(self.changed), dict(self.removed), conflicts=found)

    def _study(self) -> None:
        (there,), (here,) = self.there.rows("study"), self.here.rows("study")
        base = self.moved.before["study"].get(there["guid"], there if not self.moved.gaps else None)
        names = ("title_en", "title_id", "config")
        base = base and {name: base[name] for name in names}
        mine, theirs = ({name: row[name] for name in names} for row in (here, there))
        move = weigh(base, mine, theirs)
        if move == "update":
            self.change.set_study(**theirs)
            self.changed["study"] += 1
        elif move == "conflict":
            self.conflicts.append(conflict_of("study", here["guid"], base, mine, {**theirs, "guid": there["guid"]}))

    def _candidates(self, table: str) -> list[str]:
        """Guids of rows there that may need something done here."""
        every = list(self.there.lookup(table, "guid"))
        touched = self.moved.before[table]
        return every if self.moved.gaps else [guid for guid in every if guid in touched]

    def _table(self, table: str) -> None:
        wanted = self._candidates(table)
        rows = self.there.rows_by_guid(table, wanted)
        fresh: list[Row] = []
        for guid in wanted:
            found = self._translated(table, rows[guid])
            if found is None:
                self._gone.add(guid)
                self._gone_keys |= {rows[guid]["key"]} if table == "source" else set()
            else:
                fresh += self._one(table, rows[guid], found)
        self._insert(table, fresh)

    def _one(self, table: str, there: Row, found: Row) -> Iterator[Row]:
        """Decide one row of the other copy; yields it where it is to be added."""
        guid = self._same_row(table, found)
        self.ours[there["guid"]] = guid
        before = self.moved.before[table].get(there["guid"], there if not self.moved.gaps else None)
        base = self._translated(table, before) if before else None
        here = self.here.row(table, guid) if guid in self._known[table] else None
        if table == "coding" and found["code"] in self._contested:
            # Its version is the other copy's, which this codebook does not have: the last that both know counts.
            found["code_version"] = min(found["code_version"], self._contested[found["code"]])
        move = self._move(table, there["guid"], base, here, found)
        if move != "nothing" and self.in_locked_round(here, found):
            self.conflicts.append(MergeConflict(table, guid, "round-locked", here=here, there=found))
        elif move == "insert":
            yield found
        elif move == "update":
            self._update(table, guid, here or {}, found)
        elif move == "conflict":
            yield from self._conflict(table, guid, base, here, found)

    def _move(self, table: str, theirs: str, base: Row | None, here: Row | None, found: Row) -> Move:
        """What to do with a row, also where the other copy has taken in this one already and gone on from there."""
        known, was = self._as_they_took_it(table, here, found["guid"] if here is None else here["guid"])
        if not known or (was is None and here is None):
            return weigh(base, here, found)
        if same(was, found):
            return "nothing"
        if same(was, here) and (table, theirs) not in self._open_there:
            return weigh(here, here, found)
        return weigh(base, here, found)

    def _as_they_took_it(self, table: str, here: Row | None, guid: str) -> tuple[bool, Row | None]:
        """Whether the other copy has taken in this one, and how a row was then."""
        if self.since is None or self.since.gaps:
            return False, None
        return True, self.since.before[table].get(guid, here)

    def _conflict(self, table: str, guid: str, base: Row | None, here: Row | None, found: Row) -> Iterator[Row]:
        if table == "code_version" and here is not None:
            return
        if table == "code" and here is not None and differing(here, found) == ["version"]:
            self._update(table, guid, here, {**found, "version": max(here["version"], found["version"])})
            return
        apart = table == "code" and base is None and here is not None and found["guid"] != guid
        brought = found["guid"] if apart else None
        if table == "coding" and here is not None and differing(here, found) == ["code_version"]:
            # Both gave it under wordings that the other lacks: the last that both know counts.
            version = min(here["code_version"], found["code_version"])
            self._update(table, guid, here, {**found, "code_version": version})
            return
        self.conflicts.append(replace(conflict_of(table, guid, base, here, found), brought=brought))
        if table == "code" and base is not None and here is not None:
            self._contested[guid] = base["version"]
        if here is None:
            yield found
        elif apart:
            # Two new codes of one name may mean different things: both stay, and a person may merge them.
            self.ours[found["guid"]] = found["guid"]
            yield {**found, "key": self._free_key(found["key"])}

    def _free_key(self, key: str) -> str:
        taken = {row["key"] for row in self.here.rows("code")}
        return next(f"{key}-{number}" for number in range(2, len(taken) + 3) if f"{key}-{number}" not in taken)

    def in_locked_round(self, *rows: Row | None) -> bool:
        """Whether one of these rows stands in a round that is locked here."""
        return any(row is not None and row.get("round") in self._locked for row in rows)

    def _update(self, table: str, guid: str, here: Row, found: Row) -> None:
        values = {name: value for name, value in found.items() if name not in ("guid", "at") and here[name] != value}
        try:
            self.change.update(table, guid, **values)
            self.changed[table] += 1
        except Conflict:
            self.conflicts.append(MergeConflict(table, guid, "refused", here=here, there=found))

    def _insert(self, table: str, rows: list[Row]) -> None:
        rows = [row for row in rows if self._fits(table, row)]
        if table == "representation":
            for row in rows:
                self.change.put_blob(self.there.blob(row["blob"]))
        later = _LATER.get(table, ())
        for row in rows:
            values = {name: row[name] for name in later if row[name]}
            if values:
                self._later.append((table, row["guid"], values))
        self.change.insert(table, [{**row, **dict.fromkeys(later)} for row in rows])
        self._known[table] |= {row["guid"] for row in rows}
        if rows:
            self.added[table] += len(rows)

    def _same_row(self, table: str, row: Row) -> str:
        """The guid by which this copy knows a row: its own, or that of the row in the same place."""
        if row["guid"] in self._known[table]:
            return str(row["guid"])
        for names in natural_keys(table):
            place = tuple(row[name] for name in names)
            if None in place or not (found := self._place(table, names).get(place)):
                continue
            if found not in self._there(table):
                return found
            # The other copy knows both, and the place has become free there.
            self._moving.add(row["guid"])
        return str(row["guid"])

    def _there(self, table: str) -> frozenset[str]:
        if table not in self._present:
            self._present[table] = frozenset(self.there.lookup(table, "guid"))
        return self._present[table]

    def _fits(self, table: str, row: Row) -> bool:
        """Whether a row may stand here; a code whose key is still taken gets a free one."""
        for names in natural_keys(table) if row["guid"] in self._moving else ():
            taken = self.here.rows(table, **{name: row[name] for name in names})
            if taken and table == "code":
                row["key"] = self._free_key(row["key"])
            elif taken:
                self.ours[row["guid"]] = taken[0]["guid"]
                self.conflicts.append(MergeConflict(table, taken[0]["guid"], "refused", here=taken[0], there=row))
                return False
        return True

    def _place(self, table: str, names: tuple[str, ...]) -> dict[tuple[Any, ...], str]:
        if (table, names) not in self._places:
            columns = [self.here.lookup(table, name) for name in names]
            self._places[table, names] = {tuple(column[guid] for column in columns): guid for guid in columns[0]}
        return self._places[table, names]

    def _translated(self, table: str, row: Row) -> Row | None:
        """The row with references of this copy; None where it hangs on a source that was erased here."""
        if row["guid"] in self._gone:
            return None
        found, targets = dict(row), dict(references(table))
        pointing = {name: row[kind] for kind, name in _POINTING.get(table, ()) if row[kind]}
        for name, target in (targets | pointing).items():
            if name in _LATER.get(table, ()):
                found[name] = self._same_text(row) if table == "source" else self.ours.get(row[name], row[name])
                continue
            if row[name] is None or target not in self._known:
                continue
            found[name] = self._here(target, row[name])
            if found[name] is None:
                return None
        for name in _LISTS.get(table, ()):
            found[name] = self._stripped(row[name])
        return found

    def _same_text(self, source: Row) -> str | None:
        """The current text of a source by the guid it has here: a text is the same by its hash."""
        guid: str | None = source["representation"]
        if guid is None or guid in self._known["representation"]:
            return guid
        sha256 = self.there.lookup("representation", "sha256").get(guid)
        names = ("source", "sha256")
        return self._place("representation", names).get((self._same_row("source", source), sha256), guid)

    def _here(self, table: str, guid: str) -> str | None:
        """The guid of what a row refers to; what was deleted here and is used there comes back, and is listed."""
        guid = self.ours.get(guid, guid)
        if guid in self._gone:
            return None
        if guid in self._known[table]:
            return guid
        return self._brought_back(table, guid)

    def _brought_back(self, table: str, guid: str) -> str | None:
        row = self.there.row(table, guid)
        found = self._translated(table, row) if row else None
        if found is None:
            self._gone.add(guid)
            return None
        self.ours[guid] = known = self._same_row(table, found)
        if known == guid:
            self._insert(table, [found])
            if table != "passage":
                self.conflicts.append(MergeConflict(table, guid, "deleted-here", there=found))
        return known

    def theirs_of(self, table: str, guid: str) -> Row | None:
        """The other copy's row of a guid of this one, in the words of this copy; None where it has none."""
        name = next((theirs for theirs, ours in self.ours.items() if ours == guid), guid)
        row = self.there.row(table, name) or (self.there.row(table, guid) if name != guid else None)
        found = self._translated(table, row) if row else None
        return {**found, "guid": guid} if found else None

    def in_our_words(self, table: str, values: Mapping[str, Any]) -> Row:
        """Some columns of a row there, with the references of this copy."""
        named = references(table) if table != "study" else {}
        return {name: self.ours.get(value, value) if name in named else value for name, value in values.items()}

    def _stripped(self, value: Any) -> Any:
        """A list of keys and guids in the words of this copy, without those of erased sources."""
        if isinstance(value, list):
            names = self._gone | self._gone_keys
            return [self._stripped(one) for one in value if not (isinstance(one, str) and one in names)]
        if isinstance(value, dict):
            return {name: self._stripped(one) for name, one in value.items()}
        return self.ours.get(value, value) if isinstance(value, str) else value

    def _deletions(self, table: str) -> None:
        # A row that was folded into its twin there is still there, by the guid of the twin.
        present = self._there(table) | set(self.ours.values())
        for guid, before in self.moved.before[table].items():
            here = self.here.row(table, guid) if guid not in present and guid in self._known[table] else None
            if here is None:
                continue
            _, was = self._as_they_took_it(table, here, guid)
            base = self._translated(table, before) if before else was
            decided = was is not None and same(was, here) and (table, guid) not in self._open_there
            if base is not None:
                self._delete(table, guid, here if decided else base, here)

    def _delete(self, table: str, guid: str, base: Row | None, here: Row) -> None:
        if table == "code_version" and here["code"] in self._codes_to_keep():
            return
        if not same(base, here) or self.in_locked_round(here):
            self.conflicts.append(MergeConflict(table, guid, "deleted-there", here=here))
            return
        try:
            self.change.delete(table, guid)
            self.removed[table] += 1
        except (Conflict, InputRefused):
            if table != "passage":
                self.conflicts.append(MergeConflict(table, guid, "used-here", here=here))

    def _codes_to_keep(self) -> set[str]:
        """Codes that something here uses: their versions stay with them."""
        if not self._kept_codes:
            for table, column in (("coding", "code"), ("coverage", "code"), ("claim", "code"), ("code", "parent")):
                self._kept_codes |= {guid for guid in self.here.lookup(table, column).values() if guid}
        return self._kept_codes
