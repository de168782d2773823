"""What a service works on: one study, and the person who acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused

if TYPE_CHECKING:
    from tenun.coding.codebook import Codebook
    from tenun.corpus.sources import Source
    from tenun.corpus.study import StudyConfig
    from tenun.store import StudyStore

RECORDER = "tenun"
"""Who keeps the study's own records (rules, figures), so that a person's undo never meets them."""

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done and how much there is."""


def no_progress(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class StudyScope:
    """One open study and the coder who acts in it. Everything a service reads or writes goes through here."""

    store: StudyStore
    coder: str = "researcher"

    @cached_property
    def guid(self) -> str:
        """The study's guid."""
        return self.store.guid

    def config(self) -> StudyConfig:
        """The study's settings as they stand now."""
        from tenun.corpus.study import config_from_plain

        return config_from_plain(self.store.config())

    def codebook(self) -> Codebook:
        """The codebook as it stands now."""
        from tenun.study.reading import read_codebook

        return read_codebook(self.store)

    def sources(self) -> list[Source]:
        """The sources in order of their keys."""
        from tenun.study.reading import read_sources

        return read_sources(self.store)

    def source_row(self, key: str) -> dict[str, Any]:
        """The stored row of a source; InputRefused with the nearest key when there is none."""
        return self._row_by("source", "key", key, "study.no-source")

    def code_row(self, key: str) -> dict[str, Any]:
        """The stored row of a code; InputRefused with the nearest key when there is none."""
        return self._row_by("code", "key", key, "study.no-code")

    def _row_by(self, table: str, column: str, wanted: str, code: str) -> dict[str, Any]:
        found = self.store.rows(table, **{column: wanted})
        if found:
            return found[0]
        from difflib import get_close_matches

        known = [row[column] for row in self.store.rows(table)]
        near = get_close_matches(wanted, known, n=1, cutoff=0.4)
        raise InputRefused(code, key=wanted, nearest=near[0] if near else "–", known=len(known))
