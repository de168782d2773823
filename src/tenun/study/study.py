"""`Study`: the use cases of one open study, and the Python API."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tenun.coding.facets import Facets
from tenun.text.spans import Span

if TYPE_CHECKING:
    import pandas as pd

    from tenun.analysis.results import Agreement
    from tenun.claims.results import DuplicatePair, Group, Ranking, SwitchTable
    from tenun.coding.places import Place
    from tenun.corpus.sources import Appraisal
    from tenun.errors import Language
    from tenun.store import Event, Problem
    from tenun.study.importing.import_study_folder import ImportReport
    from tenun.study.scope import StudyScope


class Study:
    """One open study. Tables come as pandas DataFrames; every change is an event that `undo` takes back.

    Use it in a `with` statement, so that the file is one file again when the work is done.
    """

    def __init__(self, scope: StudyScope) -> None:
        self.scope = scope

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *ended: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.scope.store.close()

    @property
    def sources(self) -> pd.DataFrame:
        """One row a source, with its appraisal and its witness (independence group)."""
        from tenun.study.tables import sources_table

        return sources_table(self.scope)

    @property
    def codebook(self) -> pd.DataFrame:
        """One row a code, in order of the codebook, with how often it is used."""
        from tenun.study.tables import codebook_table

        return codebook_table(self.scope)

    @property
    def codings(self) -> pd.DataFrame:
        """One row a coding; the columns are `tenun.coding.codings.CODINGS_COLUMNS`."""
        return self.scope.store.codings()

    @property
    def witnesses(self) -> tuple[Group, ...]:
        """The independence groups."""
        from tenun.study.find_duplicates import find_witnesses

        return find_witnesses(self.scope)

    def near_duplicates(self) -> list[DuplicatePair]:
        """Pairs of sources with much wording in common: a proposal."""
        from tenun.study.find_duplicates import find_duplicates

        return find_duplicates(self.scope)

    def import_folder(self, folder: str | Path) -> ImportReport:
        """Import a study folder; importing it again changes nothing."""
        from tenun.study.importing.import_study_folder import import_study_folder

        return import_study_folder(self.scope, Path(folder))

    def code(
        self,
        source: str,
        place: str | tuple[int, int] | Place,
        code: str,
        *,
        facets: Facets | None = None,
        memo: str = "",
        said: str = "",
    ) -> str:
        """Apply a code to the words, the span `(start_cp, end_cp)`, a `Region` or `Times` of a source.

        Returns the coding's guid. `said`: what is to be seen or heard at a region or time.
        """
        from tenun.study.code_passage import code_passage

        at = Span(*place) if isinstance(place, tuple) else place
        return code_passage(self.scope, source, at, code, facets=facets, memo=memo, said=said)

    def appraise(self, source: str, appraisal: Appraisal) -> None:
        """Judge a source."""
        from tenun.study.appraise_source import appraise_source

        appraise_source(self.scope, source, appraisal)

    def agreement(self, coders: tuple[str, str] | None = None, *, unit: str = "sentence") -> Agreement:
        """Agreement between two coders; raises NotComputable where there is only one."""
        from tenun.study.measure_agreement import measure_agreement

        return measure_agreement(self.scope, coders=coders, unit=unit)

    def rank(self, *, coder: str | None = None, switches: Collection[str] = ()) -> Ranking:
        """The motives in order of attestation, with their uncertainty."""
        from tenun.study.rank_motives import rank_motives

        return rank_motives(self.scope, coder=coder, switches=switches)

    def switch_table(self) -> SwitchTable:
        """The ranking under each switch, and over all combinations."""
        from tenun.study.rank_motives import turn_switches

        return turn_switches(self.scope)

    def report(self, path: str | Path, *, language: Language = "en") -> Path:
        """Write the report; the ending of `path` (`.html`, `.pdf`, `.docx`) says in which format."""
        from tenun.study.write_report import write_report

        return write_report(self.scope, Path(path), language=language)

    def undo(self) -> Event:
        """Take back the latest change of this coder that still stands."""
        return self.scope.store.undo(self.scope.coder)

    def redo(self) -> Event:
        """Bring back what was last taken back."""
        return self.scope.store.redo(self.scope.coder)

    def log(self, limit: int | None = None) -> list[Event]:
        """What was done, latest first."""
        return self.scope.store.log(limit)

    def verify(self) -> list[Problem]:
        """What does not hold: hashes, quotes, the chain of events, figures of reports. Empty when all is well."""
        from tenun.study.verify_study import verify_study

        return verify_study(self.scope)

    def __repr__(self) -> str:
        return f"<Study {self.scope.store.key} at {self.scope.store.location}>"

    def _repr_html_(self) -> str:
        from html import escape

        facts: dict[str, Any] = {name: self.scope.store.count(name) for name in ("source", "code", "coding")}
        return f"<b>{escape(self.scope.config().title.of('en'))}</b> · " + " · ".join(
            f"{count} {name}s" for name, count in facts.items()
        )
