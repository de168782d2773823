"""Find codings by what they are, and by how they lie to other codings: and, or, not, near, within, followed by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tenun.errors import InputRefused
from tenun.store.coding_columns import CodingColumns, coding_columns, keys_of
from tenun.study.blindness import blindness
from tenun.study.codebook.list_codes import with_those_below
from tenun.study.coding_index import index_of

if TYPE_CHECKING:
    from tenun.analysis.query import Coded, CodingIndex
    from tenun.analysis.query import Term as Asked
    from tenun.study.scope import StudyScope

Relation = Literal[
    "is", "and", "or", "not", "overlapping", "within", "containing", "near", "followed", "same_turn"
]  # fmt: skip
Unit = Literal["characters", "words", "sentences"]
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


def retrieve(
    scope: StudyScope, query: Query, columns: CodingColumns, index: CodingIndex | None = None
) -> CodingColumns:
    """The codings that a query asks for, by source and place. `columns`: as `visible_columns` gives them.

    `index`: of just these columns, where it was made already. Raises InputRefused for a first term that brings nothing
    in.
    """
    import numpy as np

    held = index_of(scope.store, columns) if index is None else index
    asked = _asked(scope, query).narrowed(**_conditions(scope, columns, query))
    if query.words.strip():
        from tenun.analysis.query import holding

        asked = asked & holding(*query.words.split())
    found = np.flatnonzero(asked.codings(held))
    order = np.lexsort((columns.id[found], columns.start_cp[found], held.source.numbers[found]))
    return columns.where(found[order])


def _asked(scope: StudyScope, query: Query) -> Asked:
    """The chips as one term of the algebra."""
    from tenun.analysis.query import anything

    if query.terms and query.terms[0].relation != "is":
        raise InputRefused("study.query-begins")
    asked: Asked = anything()
    for number, term in enumerate(query.terms):
        coded = _coded(scope, term)
        asked = _joined(asked, coded, term) if number else coded
    return asked


def _coded(scope: StudyScope, term: Term) -> Coded:
    from tenun.analysis.query.terms import Coded

    named = with_those_below(scope, list(term.codes)) if term.below else list(term.codes)
    # A chip without a code names nothing; the algebra would take it for any code.
    return Coded(frozenset(named or [""]), below=False)


def _joined(asked: Asked, coded: Coded, term: Term) -> Asked:
    match term.relation:
        case "is" | "or":
            return asked | coded
        case "and":
            return asked & coded
        case "not":
            return asked & ~coded
        case "near":
            return asked.near(coded, **{term.near_unit: term.near_cp})
        case "followed":
            return asked.followed_by(coded, **{term.near_unit: term.near_cp})
        case relation:
            lying: Asked = getattr(asked, relation)(coded)
            return lying


def _conditions(scope: StudyScope, columns: CodingColumns, query: Query) -> dict[str, tuple[Any, ...]]:
    """What must hold of the codings found, by the name of the column; what allows everything is left out."""
    facets = {**query.facets, "status": query.status}
    for name in facets:
        if name not in columns.tokens:
            raise InputRefused("study.no-such-field", field=name, allowed=", ".join(columns.tokens))
    keys = scope.store.lookup("source", "key") if query.sources else {}
    wanted: dict[str, tuple[Any, ...]] = {
        **facets,
        "coder": query.coders,
        "round": query.rounds,
        "kind": query.kinds,
        "language": query.languages,
        "source": tuple(keys.get(guid, guid) for guid in query.sources),
    }
    return {name: values for name, values in wanted.items() if values}
