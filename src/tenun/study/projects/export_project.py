"""Write a study as a REFI-QDA project or codebook, and say what the format cannot carry."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused, StoreUnavailable
from tenun.study.blindness import refuse_while_blind
from tenun.study.projects.project_of_study import Tables, codes_of, origin, project_of, sets_of
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.study.projects.losses import Loss
    from tenun.study.scope import StudyScope

FORMATS = (".qdpx", ".qdc")


@dataclass(frozen=True)
class ExportReport:
    """How many of each thing went out, what the format cannot carry, and files written beside the one asked for."""

    written: dict[str, int]
    losses: tuple[Loss, ...]
    beside: tuple[Path, ...] = ()


def export_project(scope: StudyScope, path: Path) -> ExportReport:
    """Write `path`: a project as `.qdpx`, or the codebook alone as `.qdc`. The file is written whole or not at all.

    What QDA-XML cannot carry travels in a `.qdpx` beside it, where only Tenun looks. Raises InputRefused for another
    ending, for a codebook without codes, and for a project too large to be brought in again, NotAllowed while a blind
    round is open.
    """
    refuse_while_blind(scope)
    tables = Tables(scope)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise InputRefused("study.no-such-format", value=path.suffix or path.name, allowed=", ".join(FORMATS))
    return _codebook(tables, path) if ending == ".qdc" else _project(tables, path)


def _codebook(tables: Tables, path: Path) -> ExportReport:
    from tenun.exchange.refi.codebook_file import write_qdc
    from tenun.study.projects.losses import losses

    codes = tuple(codes_of(tables))
    if not codes:
        raise InputRefused("refi.no-codes")
    write_file(path, write_qdc(codes, tuple(sets_of(tables)), origin()))
    about_codes = ("code-words", "code-versions", "constructs")
    lost = tuple(replace(one, beside=False) for one in losses(tables) if one.item in about_codes)
    return ExportReport({"codes": len(codes)}, lost)


def _project(tables: Tables, path: Path) -> ExportReport:
    from lxml import etree

    from tenun.exchange.refi.archive import SIDECAR, comes_in_again, is_too_dense, packed_json, write_archive
    from tenun.exchange.refi.writing import project_element
    from tenun.study.projects.losses import losses
    from tenun.study.projects.sidecar import sidecar_of
    from tenun.study.projects.sources_of_project import members_of

    project = project_of(tables)
    at = tables.rows("study")[0]["created_at"]
    qde = etree.tostring(project_element(project, at), xml_declaration=True, encoding="UTF-8")

    def write(draft: Path, *, packed: bool) -> None:
        members, places = members_of(tables)
        write_archive(draft, qde, [*members, (SIDECAR, packed_json(sidecar_of(tables, places)))], packed=packed)

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            draft = Path(folder) / "draft"
            write(draft, packed=True)
            if is_too_dense(draft):
                write(draft, packed=False)
            if not comes_in_again(draft):
                raise InputRefused("refi.too-large", where=path.name)
            draft.chmod(0o644)
            draft.replace(path)
    except OSError as error:
        raise StoreUnavailable("study.cannot-write", name=path.name, reason=error.strerror or "") from error
    counts = {name: len(tables.carried[table]) for name, table in COUNTED.items()}
    return ExportReport(counts, losses(tables))


COUNTED = {
    "sources": "source", "codes": "code", "codings": "coding", "memos": "memo", "cases": "case",
    "variables": "variable", "coders": "coder",
}  # fmt: skip
