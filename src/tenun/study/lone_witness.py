"""Motives that stand or fall with one witness, by the rules of the study and without ranking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.claims.admissibility import HELD_BY_THEN, compilation_keys
from tenun.corpus.witnesses import witnesses
from tenun.store.pages import CodingFilter, coded_places
from tenun.study.blindness import blindness
from tenun.study.reading import read_confirmed_duplicates

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def motives_on_one_witness(scope: StudyScope) -> list[str]:
    """The motives that a single witness supports, in the order of the study.

    What counts is what counts for the ranking with no switch turned. Reading ends once every motive has two witnesses,
    so that a large study costs little. None while a blind round is open, for they would tell what the others code.
    """
    if blindness(scope).rounds:
        return []
    config, motive_of, witness_of = scope.config(), _motive_of(scope), _witness_of(scope)
    heard: dict[str, set[str]] = {motive: set() for motive in config.motives}
    fewer = set(config.motives)
    for code, source, case in coded_places(scope.store, _counting(scope, motive_of)) if fewer else ():
        elsewhere = config.case is not None and case not in (None, "", config.case)
        witness, motive = witness_of.get(source), motive_of[code]
        if witness is None or elsewhere:
            continue
        heard[motive].add(witness)
        if len(heard[motive]) > 1:
            fewer.discard(motive)
        if not fewer:
            break
    return [motive for motive in config.motives if len(heard[motive]) == 1]


def _motive_of(scope: StudyScope) -> dict[str, str]:
    """Guid of each code that counts for a motive -> that motive."""
    book, wanted = scope.codebook(), set(scope.config().motives)
    found = {guid: book.roll_up(key, wanted) for guid, key in scope.store.lookup("code", "key").items()}
    return {guid: motive for guid, motive in found.items() if motive is not None}


def _witness_of(scope: StudyScope) -> dict[str, str]:
    """Guid of each source that speaks for itself -> the witness that it counts in."""
    confirmed = read_confirmed_duplicates(scope.store)
    included = [source for source in scope.sources() if source.inclusion == "included"]
    silent = compilation_keys(included, confirmed) | {source.key for source in included if source.synthetic}
    guids = {source.key: source.guid for source in included if source.key not in silent}
    groups = witnesses(included, confirmed, origin_kinds=scope.config().origin_kinds)
    return {guids[key]: group.id for group in groups for key in group.sources if key in guids}


def _counting(scope: StudyScope, codes: dict[str, str]) -> CodingFilter:
    store = scope.store
    rounds = [row["guid"] for row in store.rows("round") if row["counts"]]
    return CodingFilter(
        codes=list(codes),
        coders=[row["name"] for row in store.rows("coder") if row["kind"] == "human"],
        rounds=rounds or None,
        equals={"status": ["accepted"], "polarity": ["supports"], "actor": ["own"], "time": HELD_BY_THEN},
    )
