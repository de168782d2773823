"""Find codings by what they are, and by how they lie to other codings: and, or, not, near, within, followed by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tenun.errors import InputRefused
from tenun.store.coding_columns import CodingColumns, coding_columns, keys_of
from tenun.study.blindness import blindness
from tenun.study.coding_places import Distance, Unit, lying
from tenun.study.list_codes import with_those_below

if TYPE_CHECKING:
    import numpy as np

    from tenun.study.scope import StudyScope

    Mask = np.ndarray[Any, np.dtype[np.bool_]]

Relation = Literal[
    "is", "and", "or", "not", "overlapping", "within", "containing", "near", "followed", "same_turn"
]  # fmt: skip
NEAR_CP = 500


@dataclass(frozen=True, slots=True)
class Term:
    """A chip of a query: how the codings of some codes bear on those found so far.

    `is` and `or` bring codings in; `and` keeps those on a passage that also has the code, `not` those on a passage
    that has not; the others keep those that lie so to one with the code. `codes` are guids; the codes below them count
    too unless `below` is off. `near_cp`: how far apart is near, and how soon is followed, in `near_unit`.
    """

    relation: Relation
    codes: tuple[str, ...]
    below: bool = True
    near_cp: int = NEAR_CP
    near_unit: Unit = "characters"


@dataclass(frozen=True, slots=True)
class Query:
    """Terms from left to right, then conditions on the codings found: tokens allowed by facet, names, kinds, words.

    `sources` are guids; `kinds` and `languages` are those of the source; `words` must stand in the quote.
    """

    terms: tuple[Term, ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    coders: tuple[str, ...] = ()
    rounds: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    status: tuple[str, ...] = ("accepted", "proposed")
    words: str = ""


def visible_columns(scope: StudyScope, every: CodingColumns | None = None) -> CodingColumns:
    """The codings that the acting coder may see, as arrays; `every`: all of them, where they were read already."""
    import numpy as np

    columns = coding_columns(scope.store) if every is None else every
    hidden = blindness(scope)
    if not hidden.rounds:
        return columns
    rounds = [key for key, (guid,) in keys_of(scope.store, "round", "guid").items() if guid in hidden.rounds]
    own = [key for key, (name,) in keys_of(scope.store, "coder", "name").items() if name == scope.coder]
    return columns.where(~np.isin(columns.round, rounds) | np.isin(columns.coder, own))


def retrieve(scope: StudyScope, query: Query, columns: CodingColumns) -> CodingColumns:
    """The codings that a query asks for, by source and place. `columns`: as `visible_columns` gives them.

    Raises InputRefused for a first term that brings nothing in.
    """
    import numpy as np

    if query.terms and query.terms[0].relation != "is":
        raise InputRefused("study.query-begins")
    found = np.ones(len(columns), dtype=bool) if not query.terms else np.zeros(len(columns), dtype=bool)
    for term in query.terms:
        found = _apply(scope, columns, found, term)
    chosen = columns.where(found & _conditions(scope, columns, query))
    chosen = _with_words(scope, chosen, query.words)
    order = {
        key: place
        for place, (key, _) in enumerate(sorted(keys_of(scope.store, "source", "key").items(), key=lambda row: row[1]))
    }
    rank = np.array([order[key] for key in chosen.source.tolist()], dtype=np.int64)
    return chosen.where(np.lexsort((chosen.id, chosen.start_cp, rank)))


def _apply(scope: StudyScope, columns: CodingColumns, found: Mask, term: Term) -> Mask:
    import numpy as np

    codes = with_those_below(scope, list(term.codes)) if term.below else list(term.codes)
    keys = [key for key, (guid,) in keys_of(scope.store, "code", "guid").items() if guid in set(codes)]
    having = np.isin(columns.code, keys)
    match term.relation:
        case "is" | "or":
            return found | having
        case "and" | "not":
            there = np.isin(columns.passage, columns.passage[having])
            return found & (there if term.relation == "and" else ~there)
        case relation:
            return found & lying(scope, columns, found, having, relation, Distance(term.near_cp, term.near_unit))


def _conditions(scope: StudyScope, columns: CodingColumns, query: Query) -> Mask:
    import numpy as np

    store = scope.store
    kept = np.ones(len(columns), dtype=bool)
    for name, allowed in {**query.facets, "status": query.status}.items():
        if name not in columns.tokens:
            raise InputRefused("study.no-such-field", field=name, allowed=", ".join(columns.tokens))
        if allowed:
            kept &= np.isin(columns.tokens[name].astype(str), list(allowed))
    for column, table, field_name, values in (
        (columns.coder, "coder", "name", query.coders),
        (columns.round, "round", "number", query.rounds),
        (columns.source, "source", "guid", query.sources),
        (columns.source, "source", "kind", query.kinds),
        (columns.source, "source", "language", query.languages),
    ):
        if values:
            keys = [key for key, (value,) in keys_of(store, table, field_name).items() if value in values]
            kept &= np.isin(column, keys)
    return kept


def _with_words(scope: StudyScope, columns: CodingColumns, words: str) -> CodingColumns:
    import numpy as np

    if not words.strip():
        return columns
    wanted = words.casefold().split()
    quotes = {key: quote.casefold() for key, (quote,) in keys_of(scope.store, "passage", "quote").items()}
    return columns.where(
        np.array([all(word in quotes[key] for word in wanted) for key in columns.passage.tolist()], dtype=bool)
    )


def code_keys(scope: StudyScope, codes: Sequence[str]) -> dict[int, str]:
    """Integer keys of codes (guids), all of the codebook where none is named."""
    every = keys_of(scope.store, "code", "guid")
    return {key: guid for key, (guid,) in every.items() if not codes or guid in codes}
