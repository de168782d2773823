"""How codings lie to each other in their texts, by the geometry of `tenun.analysis.query`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tenun.store.coding_columns import CodingColumns, keys_of

if TYPE_CHECKING:
    import numpy as np

    from tenun.analysis.query.places import Places
    from tenun.study.scope import StudyScope
    from tenun.text.spans import Span

    Mask = np.ndarray[Any, np.dtype[np.bool_]]
    Ints = np.ndarray[Any, np.dtype[np.int64]]

Lying = Literal["overlapping", "within", "containing", "near", "followed", "same_turn"]
Unit = Literal["characters", "words", "sentences"]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far apart is near: so many characters or words between the two, or so many sentences on."""

    most: int
    unit: Unit = "characters"

    @property
    def reach(self) -> int:
        """How far a stretch must be widened to overlap what is near; the same sentence is 0 sentences on."""
        return self.most if self.unit == "sentences" else self.most + 1


def lying(
    scope: StudyScope, columns: CodingColumns, those: Mask, others: Mask, relation: Lying, distance: Distance
) -> Mask:
    """Which of `those` codings lie so to one of the `others` in the same text, a coding being near itself."""
    import numpy as np

    found = np.zeros(len(columns), dtype=bool)
    texts = np.intersect1d(columns.representation[those], columns.representation[others])
    rows = np.flatnonzero(np.isin(columns.representation, texts) & (those | others))
    if not len(rows):
        return found
    rows = rows[np.lexsort((columns.end_cp[rows], columns.start_cp[rows], columns.representation[rows]))]
    places = _places(scope, columns, rows, texts, _unit(relation, distance))
    met = _met(places, those[rows], others[rows], relation, distance)
    found[rows[met]] = True
    return found


def _unit(relation: Lying, distance: Distance) -> str:
    if relation == "same_turn":
        return "turns"
    return distance.unit if relation in ("near", "followed") else "characters"


def _met(places: Places, those: Mask, others: Mask, relation: Lying, distance: Distance) -> Mask:
    import numpy as np

    if relation == "within":
        return places.within(those, others)
    if relation == "containing":
        return places.containing(those, others)
    if relation == "followed":
        rows, following = places.next_after(those, others)
        last = 1 if distance.unit == "sentences" else 0
        near = places.start[following] - (places.end[rows] - last) <= distance.most
        met = np.zeros(len(those), dtype=bool)
        met[rows[near]] = True
        return met
    # What lies in no turn is empty there, and meets nothing.
    there = places.start < places.end
    return places.overlapping(those & there, others & there, distance.reach if relation == "near" else 0)


def _places(scope: StudyScope, columns: CodingColumns, rows: Ints, texts: Ints, unit: str) -> Places:
    """The codings of `rows` in a unit of length, the texts laid end to end, one place apart."""
    import numpy as np

    from tenun.analysis.query.places import counted_in, in_code_points, sentences_of, turns_of, words_of

    at = np.searchsorted(texts, columns.representation[rows])
    guids = {key: guid for key, (guid,) in keys_of(scope.store, "representation", "guid").items()}
    names = [guids[key] for key in texts.tolist()]
    read = [scope.store.text(name) for name in names] if unit in ("words", "sentences") else []
    length = np.zeros(len(texts), dtype=np.int64)
    np.maximum.at(length, at, columns.end_cp[rows])
    if read:
        length = np.maximum(length, [len(text) for text in read])
    offsets = np.concatenate([[0], np.cumsum(length + 1)])
    places = in_code_points(columns.start_cp[rows], columns.end_cp[rows], at, offsets)
    if unit == "words":
        words = words_of(read, offsets)
        return counted_in(places, words.start, words.end)
    if unit == "sentences":
        return counted_in(places, *sentences_of(read, offsets))
    if unit == "turns":
        return counted_in(places, *turns_of(_turns(scope, names), names, offsets))
    return places


def _turns(scope: StudyScope, names: Sequence[str]) -> dict[str, list[Span]]:
    from tenun.text.spans import Span

    wanted = set(names)
    turns: dict[str, list[Span]] = {}
    for row in scope.store.rows("landmark", kind="turn"):
        if row["representation"] in wanted:
            turns.setdefault(row["representation"], []).append(Span(row["start_cp"], row["end_cp"]))
    return turns
