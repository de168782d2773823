"""The stages of the procedure that dated facts belong to, from the codes on the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tenun.store.pages import codings_of_text
from tenun.study.blindness import blindness

if TYPE_CHECKING:
    from tenun.corpus.chronology import EventFact
    from tenun.study.scope import StudyScope


def stage_events(scope: StudyScope, events: Iterable[EventFact]) -> dict[str, list[str]]:
    """Key of each fact -> the stages (keys of codes, in the order of the codebook) coded where a source says it.

    A fact without such a coding has none, and so has a study that names no procedure.
    """
    procedure, book = scope.config().procedure, scope.codebook()
    if procedure is None or procedure not in book:
        return {}
    stages = list(book.children(procedure))
    coded = _CodedPlaces(scope, set(stages))
    return {event.key: [stage for stage in stages if stage in coded.at(event.passages)] for event in events}


class _CodedPlaces:
    """What stands as a stage at a passage, text by text; what a blind round hides counts for nobody else."""

    def __init__(self, scope: StudyScope, stages: set[str]) -> None:
        book = scope.codebook()
        self._scope = scope
        self._stage = {key: book.roll_up(key, stages) for key in book}
        self._texts: dict[str, list[dict[str, Any]]] = {}

    def at(self, passages: Iterable[str]) -> set[str]:
        """The stages coded on any of these passages (guids), or on a part of one."""
        rows = [row for guid in passages if (row := self._scope.store.row("passage", guid))]
        return {
            stage
            for row in rows
            for coding in self._codings(row["representation"])
            if coding["passage"] == row["guid"] or _share(coding, row)
            if (stage := self._stage.get(coding["code_key"])) is not None
        }

    def _codings(self, text: str) -> list[dict[str, Any]]:
        if text not in self._texts:
            found = codings_of_text(self._scope.store, text, blind=blindness(self._scope))
            self._texts[text] = [row for row in found if row["status"] == "accepted" and row["polarity"] == "supports"]
        return self._texts[text]


def _share(coding: dict[str, Any], row: dict[str, Any]) -> bool:
    """Whether two stretches of one text share a character; regions and times share none."""
    if coding["start_cp"] is None or row["start_cp"] is None:
        return False
    return bool(coding["start_cp"] < row["end_cp"] and coding["end_cp"] > row["start_cp"])
