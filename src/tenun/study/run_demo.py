"""The worked study from its folder to its reports."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.errors import StoreUnavailable
from tenun.study.gather_findings import gather_findings
from tenun.study.importing.import_paths import import_paths
from tenun.study.measure_agreement import agreement_summary
from tenun.study.opening import SUFFIX, open_scope
from tenun.study.scope import Progress, no_progress
from tenun.study.write_file import write_file
from tenun.study.write_report import write_findings

if TYPE_CHECKING:
    from tenun.claims.results import Ranking
    from tenun.corpus.study import Bilingual
    from tenun.report.findings import Findings

EXAMPLE = "denpasar-mossel-bay"


@dataclass(frozen=True)
class DemoOutcome:
    """What the demo made."""

    title: Bilingual
    ranking: Ranking
    study: Path
    files: tuple[Path, ...]


def example_folder(name: str = EXAMPLE) -> Path:
    """The folder of a worked study: beside the program where it is installed, in the tree where it is developed."""
    installed = Path(str(resources.files("tenun"))) / "examples" / name
    return installed if installed.is_dir() else Path(__file__).parents[3] / "examples" / name


def run_demo(folder: Path, *, progress: Progress = no_progress) -> DemoOutcome:
    """Carry out the worked study in `folder`: study file, results, reports in both languages and all formats.

    A study file that an earlier demo left there is used as it stands, and brought up to date. Raises StoreUnavailable
    where the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable("study.cannot-write", name=folder.name, reason=error.strerror or "") from error
    study = folder / f"{EXAMPLE}{SUFFIX}"
    import_paths(str(study), [example_folder()], progress=progress)
    scope = open_scope(study)
    try:
        findings = gather_findings(scope, progress=progress)
        reports = write_findings(findings, folder, progress=progress)
    finally:
        scope.store.close()
    results = folder / "results.json"
    write_file(
        results, json.dumps(results_of(findings), ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"
    )
    return DemoOutcome(findings.study.title, findings.ranking, study, (study, results, *reports))


def results_of(findings: Findings) -> dict[str, Any]:
    """The figures of a report for programs: the ranking as `tenun rank --json` prints it, and what stands beside it."""
    beside = {name: getattr(findings, name) for name in ("switches", "published", "audit", "counts")}
    many = {name: getattr(findings, name) for name in ("triangulation", "theory", "rivals", "limits", "confidence")}
    return {
        "ranking": asdict(findings.ranking),
        "agreement": agreement_summary(findings.agreement) if findings.agreement else None,
        **{name: asdict(value) if value else None for name, value in beside.items()},
        **{name: [asdict(value) for value in values] for name, values in many.items()},
    }
