"""What the worker processes run: each function opens the study, works something out and gives back plain data."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tenun.server.job_notes import JobNotes

if TYPE_CHECKING:
    from tenun.errors import Language
    from tenun.study.rank_motives import Evidence
    from tenun.study.scope import StudyScope

T = TypeVar("T")
EVIDENCE = (
    "study", "source", "appraisal", "representation", "landmark", "code", "coder", "round", "passage", "coding",
    "uncoded", "coverage", "link", "claim", "evidence", "event_fact", "conflict",
)  # fmt: skip
"""The tables that figures and reports are worked out from."""
WITH_CASES = (*EVIDENCE, "case", "variable", "value")
"""The same, and what the study keeps of its cases."""
_NEWS = 100
Place = tuple[str, str, str]
"""Location of the study, its guid, and the coder who asks."""


def warm() -> None:
    """Import what figures need, before somebody waits for them."""
    from importlib import import_module

    for module in ("tenun.claims.ranking", "tenun.study.rank_motives", "tenun.study.measure_agreement"):
        import_module(module)


def ranking(place: Place, coder: str | None, switches: Sequence[str]) -> dict[str, Any]:
    """The ranking under some switches, and the codings for and against each motive."""
    from tenun.study.rank_with_threads import rank_with_threads

    def work(scope: StudyScope) -> dict[str, Any]:
        found, threads = rank_with_threads(scope, coder=coder, switches=switches, evidence=_evidence(scope))
        return {"ranking": _plain(found), "threads": {motive: _plain(thread) for motive, thread in threads.items()}}

    return _in(place, work)


def switch_table(place: Place) -> dict[str, Any]:
    """Each switch alone, and the share of all combinations."""
    from tenun.study.rank_motives import turn_switches

    return _in(place, lambda scope: _plain(turn_switches(scope)))


def findings(place: Place) -> dict[str, Any]:
    """All that a report states beside the ranking."""
    from tenun.study.gather_findings import gather_findings
    from tenun.study.run_demo import results_of

    return _in(place, lambda scope: cast(dict[str, Any], json.loads(json.dumps(results_of(gather_findings(scope))))))


def duplicates(place: Place) -> list[dict[str, Any]]:
    """Pairs of sources whose wording is alike."""
    from tenun.study.find_duplicates import find_duplicates

    return _in(place, lambda scope: [_plain(pair) for pair in find_duplicates(scope)])


def agreement(place: Place, coders: tuple[str, str] | None, unit: str) -> dict[str, Any]:
    """How far two coders agree, and where they do not."""
    from tenun.study.measure_agreement import agreement_summary, measure_agreement, places_left_out

    def of(scope: StudyScope) -> dict[str, Any]:
        found = measure_agreement(scope, coders=coders, unit=unit)
        return {**agreement_summary(found), "places_left_out": places_left_out(scope, found.coders)}

    return _in(place, lambda scope: _json(of(scope)))


def of_method(place: Place, method: str, asked: tuple[tuple[str, str], ...], seen_by: str = "") -> dict[str, Any]:
    """The figure of a method: as it is shown, its exact input as CSV, and the program that recomputes it.

    `seen_by`: the coder, while coders see different codings; a figure that was kept is never another coder's.
    """
    from tenun.study.figures import figure_of
    from tenun.study.figures.handed_on import as_csv
    from tenun.study.figures.shown import shown

    def work(scope: StudyScope) -> dict[str, Any]:
        found = figure_of(scope, method, dict(asked))
        return {"shown": _json(shown(found)), "input": as_csv(found.input).decode(), "script": found.script}

    return _in(place, work)


def report_page(place: Place, language: Language) -> bytes:
    """The report as a page that stands alone."""
    import tempfile

    from tenun.study.write_report import write_report

    def write(scope: StudyScope) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            return write_report(scope, Path(folder) / "report.html", language=language).read_bytes()

    return _in(place, write)


def reports(place: Place, folder: str, languages: Sequence[str], formats: Sequence[str]) -> list[str]:
    """Write reports into a folder; returns the names of the files."""
    from tenun.study.write_report import write_reports

    target, progress = Path(folder), JobNotes(Path(folder)).progress
    written = _in(
        place, lambda scope: write_reports(scope, target, languages=languages, formats=formats, progress=progress)
    )
    return [path.name for path in written]


def export(place: Place, folder: str, form: str, ending: str, asked: tuple[Language, bool, Sequence[str]]) -> list[str]:
    """Write the study in a form into a folder, with progress and what was left out; returns the names of the files."""
    from tenun.study.exporting.exports import export as write
    from tenun.study.exporting.exports import form_named

    language, without_confidential, leave_out = asked
    stem = "study" if form_named(form)[0].group == "programs" else form
    notes = JobNotes(Path(folder))

    def work(scope: StudyScope) -> list[str]:
        made = write(
            scope,
            Path(folder) / f"{stem}{ending}",
            form,
            language=language,
            without_confidential=without_confidential,
            leave_out=leave_out,
            progress=notes.progress,
        )
        withheld = [asdict(one) for one in made.left_out.sources]
        told = {"written": made.written, "losses": [asdict(loss) for loss in made.losses]}
        notes.tell({**told, "withheld": withheld, "withheld_counts": made.left_out.counts})
        return [path.name for path in made.files]

    return _in(place, work)


_LOADED: dict[str, tuple[int, Evidence]] = {}
"""The evidence last loaded in this process, by study, with the event that it goes up to."""


def _evidence(scope: StudyScope) -> Evidence:
    """The evidence of a study as it stands; loaded once while nobody touches what it is made of."""
    from tenun.store.feed import events_after
    from tenun.study.rank_motives import load_evidence

    seen, kept = _LOADED.get(scope.guid, (-1, None))
    news = events_after(scope.store, max(seen, 0), _NEWS)
    touched = {table for event in news for table in event.tables}
    if kept is None or len(news) == _NEWS or touched & set(EVIDENCE):
        kept = load_evidence(scope)
    _LOADED.clear()
    _LOADED[scope.guid] = (news[-1].seq if news else seen, kept)
    return kept


def _in(place: Place, work: Callable[[StudyScope], T]) -> T:
    from tenun.study.opening import open_scope

    location, study, coder = place
    scope = open_scope(location, coder=coder, study=study)
    try:
        return work(scope)
    finally:
        scope.store.close()


def _plain(result: Any) -> dict[str, Any]:
    return _json(asdict(result))


def _json(value: Any) -> dict[str, Any]:
    """Keys become text and tuples lists, as they will be on the wire."""
    plain: dict[str, Any] = json.loads(json.dumps(value, allow_nan=False))
    return plain
