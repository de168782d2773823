"""Codings of a table as rows of the store: what the study does not have yet, known by its names and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import Coding, Passage, PlacedPassage, Uncoded
from tenun.coding.places import Place, Region, place_of
from tenun.corpus.identity import guid_of
from tenun.errors import Problem
from tenun.study.cut_place import check_place, place_guid, place_row, words_in
from tenun.study.importing import rows_of_folder as rows_of
from tenun.study.importing.new_rows import NewRows
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.coding.resolution import CutPlace, Resolution
    from tenun.study.scope import StudyScope

Row = Mapping[str, Any]


class RowsOfCodings:
    """The rows in `new`; what was made in the app or came with a project is recognised whatever its guid is.

    Work of locked rounds that the study does not have stays out; `left_out` says so.
    """

    def __init__(self, scope: StudyScope, found: Resolution) -> None:
        self._store, self._study, self.new = scope.store, scope.guid, NewRows(scope.store)
        self._codes, self._coders = self._named("code", "key"), self._named("coder", "name")
        self._rounds = self._named("round", "number")
        self._locked = {row["number"] for row in self._store.rows("round") if row["locked"]}
        self._left: Counter[int] = Counter()
        self._passages = {_place_in(row): str(row["guid"]) for row in self._store.rows("passage")}
        self._taken = {table: {_owner(row) for row in self._store.rows(table)} for table in ("coding", "uncoded")}
        made: list[Coding | Uncoded] = [*found.codings, *found.uncoded]
        self._add_names([one for one in made if one.round not in self._locked], scope.config().same_person)
        for one in made:
            self._add(one)

    def left_out(self, where: str) -> Iterator[Problem]:
        """Rows of locked rounds, a problem a round."""
        for number, rows in sorted(self._left.items()):
            yield Problem("error", "study.rows-of-locked-round", where, {"round": number, "rows": rows})

    def _named(self, table: str, column: str) -> dict[Any, str]:
        return {name: guid for guid, name in self._store.lookup(table, column).items()}

    def _add_names(self, made: list[Coding | Uncoded], same_person: Any) -> None:
        people = {one.coder for one in made} - self._coders.keys()
        rounds = {one.round for one in made} - self._rounds.keys()
        cases = {one.facets.case for one in made if one.facets.case} - self._named("case", "key").keys()
        self.new.add("coder", rows_of.coder_rows(self._study, sorted(people), same_person))
        self.new.add("round", rows_of.round_rows(self._study, sorted(rounds)))
        self.new.add("case", rows_of.case_rows(self._study, sorted(cases)))

    def _add(self, one: Coding | Uncoded) -> None:
        passage = rows_of.passage_row(one.passage)
        if isinstance(one, Coding):
            table, row = "coding", rows_of.coding_row(self._study, one)
            row["code"] = self._codes[one.code]
        else:
            table, row = "uncoded", rows_of.uncoded_row(self._study, one)
        known = self._passages.get(_place_in(passage))
        row["passage"] = known or passage["guid"]
        row["coder"] = self._coders.get(one.coder, row["coder"])
        row["round"] = self._rounds.get(one.round, row["round"])
        if _owner(row) in self._taken[table]:
            return
        if one.round in self._locked:
            self._left[one.round] += 1
            return
        if known is None:
            self.new.add("passage", [passage])
        self.new.add(table, [row])


def cut_place(scope: StudyScope) -> CutPlace:
    """How the regions and times of a table become passages, each looked at once."""
    rows = {row["key"]: row for row in scope.store.rows("source")}

    @lru_cache(maxsize=4096)
    def words(key: str, place: Place) -> Span | None:
        check_place(scope, rows[key], place)
        return words_in(scope, rows[key], place)

    def cut(key: str, place: Place, said: str) -> Passage | PlacedPassage:
        representation = rows[key]["representation"]
        span = words(key, place)
        if span is None or not isinstance(place, Region):
            quote = place_row(scope, rows[key], place, said)["quote"]
            return PlacedPassage(representation, place, quote, place_guid(scope.guid, representation, place))
        guid = guid_of(scope.guid, "passage", representation, span.start_cp, span.end_cp)
        return replace(Passage.cut(representation, scope.store.text(representation), span, guid), region=place)

    return cut


def _place_in(row: Row) -> tuple[Any, ...]:
    """What makes a passage the one it is."""
    if row.get("start_cp") is not None:
        return row["representation"], row["start_cp"], row["end_cp"]
    place = place_of(row)
    return row["representation"], None if place is None else place.spelled()


def _owner(row: Row) -> tuple[Any, ...]:
    return row["passage"], row.get("code"), row["coder"], row["round"]
