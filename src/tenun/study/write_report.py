"""Write the report of a study."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.study.gather_findings import gather_findings
from tenun.study.scope import Progress, no_progress
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.errors import Language
    from tenun.report.findings import Findings
    from tenun.report.tree import Document
    from tenun.study.scope import StudyScope

FORMATS = ("html", "pdf", "docx")
LANGUAGES = ("en", "id")


def write_report(scope: StudyScope, path: Path, *, language: Language = "en") -> Path:
    """Write the report in one language to `path`, in the format that its ending says; returns the path.

    Raises InputRefused for another ending, and, naming the finding, where a finding has lost its support.
    """
    from tenun.report.build import build

    wanted = path.suffix.lower().removeprefix(".")
    if wanted not in FORMATS:
        raise InputRefused("study.no-such-format", value=path.suffix or path.name, allowed=", ".join(FORMATS))
    write_file(path, _rendered(build(gather_findings(scope), language), wanted))
    return path


def write_reports(
    scope: StudyScope,
    folder: Path,
    *,
    languages: Sequence[str] = LANGUAGES,
    formats: Sequence[str] = FORMATS,
    progress: Progress = no_progress,
) -> list[Path]:
    """Write `report-LANGUAGE.FORMAT` for each language and format into `folder`; returns the paths."""
    findings = gather_findings(scope, progress=progress)
    return write_findings(findings, folder, languages=languages, formats=formats, progress=progress)


def write_findings(
    findings: Findings,
    folder: Path,
    *,
    languages: Sequence[str] = LANGUAGES,
    formats: Sequence[str] = FORMATS,
    progress: Progress = no_progress,
) -> list[Path]:
    """Write reports of findings that were gathered.

    PDFs are set in a process of their own: the typesetter keeps what it learnt, and an old laptop has little memory.
    """
    from tenun.apart import Apart
    from tenun.report.build import build

    written: list[Path] = []
    total = len(languages) * len(formats)
    with Apart() as typesetter:
        for language in languages:
            document = build(findings, language)
            for wanted in formats:
                progress("reports", len(written), total)
                path = folder / f"report-{language}.{wanted}"
                apart = wanted == "pdf"
                write_file(path, typesetter.call(_rendered, document, wanted) if apart else _rendered(document, wanted))
                written.append(path)
    progress("reports", total, total)
    return written


def _rendered(document: Document, wanted: str) -> bytes:
    from tenun import delivery

    writers = {"html": delivery.write_html, "pdf": delivery.write_pdf, "docx": delivery.write_docx}
    return writers[wanted](document)
