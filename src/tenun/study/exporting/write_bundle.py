"""Write a replication bundle: data, codebook, results, hashes, and how to compute all of it again."""

from __future__ import annotations

import errno
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused
from tenun.study.exporting.bundle_figures import Figures, bundle_figures, compare_figures
from tenun.study.exporting.bundle_words import readme
from tenun.study.exporting.export_codebook import export_codebook
from tenun.study.exporting.export_tidy import export_tidy
from tenun.study.exporting.folder_of_study import folder_of_study
from tenun.study.gather_findings import gather_findings
from tenun.study.projects.export_project import export_project
from tenun.study.scope import Progress, StudyScope, no_progress
from tenun.study.write_file import write_file
from tenun.study.write_report import write_findings
from tenun.text.hashes import sha256_bytes

if TYPE_CHECKING:
    from tenun.errors import Language
    from tenun.report.findings import Findings
    from tenun.study.exporting.copy_without import LeftOut

FORMAT, VERSION = "tenun-bundle", 1
MANIFEST, ABOUT, RESULTS, FOLDER = "manifest.sha256", "bundle.json", "results/results.json", "study/"
PAGES: dict[Language, str] = {"en": "README.md", "id": "BACA-SAYA.md"}
_STEPS = 5
_IMPOSSIBLE_NAMES = (errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)
_SOFTWARE = ("tenun", "numpy", "scipy", "pandas", "scikit-learn", "setqca", "datasketch", "sqlalchemy")


def write_bundle(
    scope: StudyScope, path: Path, *, whole: StudyScope, left_out: LeftOut, progress: Progress = no_progress
) -> int:
    """Write the bundle of `scope` to `path`, one zip; returns the number of its files.

    `whole`: the study that `scope` is a copy of, or the same. Every figure is computed of the whole study, and again of
    the folder in the bundle; the bundle keeps what its own files give, and names the figures of the whole study that
    are otherwise. Raises InputRefused for a study that makes no study folder.
    """
    progress("bundle", 0, _STEPS)
    folder = folder_of_study(scope, quotes=not left_out.sources)
    findings = gather_findings(whole)
    kept = bundle_figures(whole, findings)
    progress("bundle", 1, _STEPS)
    with tempfile.TemporaryDirectory(prefix="tenun-bundle-") as name:
        figures = recompute(folder, Path(name) / "again")
        progress("bundle", 2, _STEPS)
        if left_out.sources:
            kept = _as_copied(kept, whole, scope)
        unchecked = frozenset(one.figure for one in compare_figures(kept, figures))
        shown = _shown(scope, findings) if left_out.sources else findings
        members = {FOLDER + place: content for place, content in folder.items()}
        members |= dict(_written(scope, shown, Path(name) / "made", progress))
    members[RESULTS] = _json(figures)
    members["results/ranking.json"] = _json(figures["ranking"])
    members["results/agreement.json"] = _json(figures["agreement"])
    members[ABOUT] = _json(_about(scope, left_out, unchecked))
    for language, title in PAGES.items():
        members[title] = readme(language, scope.config(), left_out, sorted(unchecked)).encode()
    members = dict(sorted(members.items()))
    manifest = "".join(f"{sha256_bytes(content)}  {member}\n" for member, content in members.items())
    members[MANIFEST] = manifest.encode()
    write_file(path, _zipped(members))
    progress("bundle", _STEPS, _STEPS)
    return len(members)


def recompute(folder: Mapping[str, bytes], place: Path) -> Figures:
    """The figures of a study folder, computed from nothing but its files. `place`: an empty folder to work in.

    Raises InputRefused where the folder, or an item in it, cannot be brought in.
    """
    from tenun.study.importing.import_paths import import_paths
    from tenun.study.opening import open_scope

    for name, content in folder.items():
        _write(place / "folder" / name, content)
    study = place / "again.tenun"
    import_paths(str(study), [place / "folder"], strict=True)
    scope = open_scope(study)
    try:
        return bundle_figures(scope, gather_findings(scope))
    finally:
        scope.store.close()


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        if error.errno in _IMPOSSIBLE_NAMES:
            raise InputRefused("intake.archive-refused", where=target.name[:80]) from error
        raise


def _as_copied(kept: Figures, whole: StudyScope, scope: StudyScope) -> Figures:
    """The figures of the whole study with the keys of its sources as the copy has them."""
    there = scope.store.lookup("source", "key")
    keys = {
        key: there[guid] for guid, key in whole.store.lookup("source", "key").items() if there.get(guid, key) != key
    }
    if not keys:
        return kept
    named = re.compile("|".join(rf"(?<![\w-]){re.escape(key)}(?![\w-])" for key in sorted(keys, key=len, reverse=True)))

    def renamed(value: Any) -> Any:
        if isinstance(value, str):
            return named.sub(lambda match: keys[match.group()], value)
        if isinstance(value, list):
            return [renamed(one) for one in value]
        return {renamed(key): renamed(one) for key, one in value.items()} if isinstance(value, dict) else value

    figures: Figures = renamed(kept)
    return figures


def _shown(scope: StudyScope, findings: Findings) -> Findings:
    """The findings of a copy, dated and audited as the study it was made of."""
    return replace(gather_findings(scope), generated=findings.generated, audit=findings.audit)


def _written(scope: StudyScope, findings: Findings, place: Path, progress: Progress) -> Iterator[tuple[str, bytes]]:
    place.mkdir(parents=True)
    for file in write_findings(findings, place / "reports"):
        yield f"results/{file.name}", file.read_bytes()
    progress("bundle", 3, _STEPS)
    export_codebook(scope, place / "codebook.docx")
    export_project(scope, place / "codebook.qdc")
    export_tidy(scope, place / "codings.csv")
    export_project(scope, place / "study.qdpx")
    for member, name in (("codebook/codebook.docx", "codebook.docx"), ("codebook/codebook.qdc", "codebook.qdc"),
                         ("codings/codings.csv", "codings.csv"), ("codings/codings.json", "codings.json"),
                         ("project/study.qdpx", "study.qdpx")):  # fmt: skip
        yield member, (place / name).read_bytes()
    progress("bundle", 4, _STEPS)


def _about(scope: StudyScope, left_out: LeftOut, unchecked: frozenset[str]) -> dict[str, Any]:
    config = scope.config()
    return {
        "format": FORMAT,
        "version": VERSION,
        "study": config.id,
        "seed": config.seed,
        "redacted": bool(left_out.sources),
        "withheld": [asdict(one) for one in left_out.sources],
        "withheld_counts": left_out.counts,
        "not_checkable": sorted(unchecked),
        "software": software_here(),
    }


def software_here() -> dict[str, str]:
    """Versions of Python and of the packages that figures are computed with."""
    return dict(_software())


def _software() -> Iterator[tuple[str, str]]:
    yield "python", ".".join(map(str, sys.version_info[:3]))
    for name in _SOFTWARE:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def _zipped(members: Mapping[str, bytes]) -> bytes:
    from tenun.delivery.steady_zip import zipped

    return zipped(members)
