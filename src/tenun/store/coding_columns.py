"""All codings as arrays of integer keys, for questions that look at every one of them: retrieval and matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tenun.store.codings_table import _columns, _places
from tenun.store.pages import FACETS
from tenun.store.schema import metadata

if TYPE_CHECKING:
    import numpy as np

    from tenun.store.study_store import StudyStore

    Ints = np.ndarray[Any, np.dtype[np.int64]]
    Tokens = np.ndarray[Any, np.dtype[np.object_]]


@dataclass(frozen=True, slots=True)
class CodingColumns:
    """One entry a coding, in the order they were made; all keys are integer keys of the rows they name.

    `start_cp` and `end_cp` are -1 where the passage is no stretch of text but a region or time. `tokens`: the facets
    and the status. Half a second for a million codings, where rows with guids take many.
    """

    id: Ints
    passage: Ints
    representation: Ints
    source: Ints
    start_cp: Ints
    end_cp: Ints
    code: Ints
    coder: Ints
    round: Ints
    tokens: dict[str, Tokens]

    def __len__(self) -> int:
        return len(self.id)

    def where(self, chosen: np.ndarray[Any, Any]) -> CodingColumns:
        """The codings that a mask or an array of places chooses."""
        names = ("id", "passage", "representation", "source", "start_cp", "end_cp", "code", "coder", "round")
        picked = {name: getattr(self, name)[chosen] for name in names}
        return CodingColumns(**picked, tokens={name: column[chosen] for name, column in self.tokens.items()})


def coding_columns(store: StudyStore) -> CodingColumns:
    """The codings of a study, all of them."""
    texts = (*FACETS, "status")
    names = ("id", "passage_id", "code_id", "coder_id", "round_id", *texts)
    study_id = store.study_id
    with store.reading() as connection:
        own = _columns(connection, "coding", study_id, names)
        cut = _columns(connection, "passage", study_id, ("id", "representation_id", "start_cp", "end_cp"))
        text = _columns(connection, "representation", study_id, ("id", "source_id"))
    at = _places(cut, own["passage_id"])
    representation = cut["representation_id"][at]
    return CodingColumns(
        id=own["id"],
        passage=own["passage_id"],
        representation=representation,
        source=text["source_id"][_places(text, representation)] if len(text["id"]) else representation,
        start_cp=_counted(cut["start_cp"])[at],
        end_cp=_counted(cut["end_cp"])[at],
        code=own["code_id"],
        coder=own["coder_id"],
        round=own["round_id"],
        tokens={name: own[name] for name in texts},
    )


def places_said(store: StudyStore) -> dict[int, tuple[str, str]]:
    """Guid and quote, by integer key, of the passages that are no stretch of text."""
    own = metadata.tables["passage"].c
    study_id = store.study_id
    with store.reading() as connection:
        query = select(own.id, own.guid, own.quote).where(own.study_id == study_id, own.start_cp.is_(None))
        return {row[0]: (str(row[1]), row[2]) for row in connection.execute(query.order_by(own.id))}


def _counted(positions: np.ndarray[Any, Any]) -> Ints:
    import numpy as np

    if positions.dtype == np.int64:
        return positions
    return np.array([-1 if position is None else position for position in positions], dtype=np.int64)


def keys_of(store: StudyStore, table: str, *names: str) -> dict[int, tuple[Any, ...]]:
    """Integer key -> the named columns, for a small table such as `code` or `coder`."""
    own = metadata.tables[table]
    study_id = store.study_id
    with store.reading() as connection:
        query = select(own.c.id, *[own.c[name] for name in names]).where(own.c.study_id == study_id).order_by(own.c.id)
        return {row[0]: tuple(row[1:]) for row in connection.execute(query)}
