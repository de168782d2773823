"""The codebook, and what is done to it."""

from __future__ import annotations

from typing import Any

from tenun import frameworks
from tenun.server.answers.codebook import (
    CodebookAnswer,
    CodeChange,
    CodeRow,
    Loaded,
    LoadFramework,
    Merge,
    Move,
    NewCode,
    Split,
    VersionRow,
)  # fmt: skip
from tenun.server.answers.common import Changed, Listed
from tenun.server.desk import Guid, Here, Revision, Version
from tenun.server.routes.in_study import study_router
from tenun.study.codebook.add_code import add_code
from tenun.study.codebook.code_history import versions_of
from tenun.study.codebook.list_codes import list_codes
from tenun.study.codebook.load_framework import load_framework
from tenun.study.codebook.merge_codes import merge_codes
from tenun.study.codebook.move_code import move_code
from tenun.study.codebook.remove_code import remove_code
from tenun.study.codebook.revise_code import revise_code
from tenun.study.codebook.split_code import Part, split_code
from tenun.study.scope import StudyScope
from tenun.study.stale import existing

router = study_router("codebook")


@router.get("/codebook", response_model=CodebookAnswer)
def get_codebook(desk: Here, revision: Revision) -> dict[str, Any]:
    """The codes in the order of the codebook, with how often each is used."""
    scope = desk.scope
    codes = desk.study.memory.recall(("codes", desk.coder), ("code", "coding", "round"), lambda: list_codes(scope))
    constructs = scope.store.rows("construct")
    return {"codes": codes, "constructs": constructs, "frameworks": list(frameworks.names()), "revision": revision}


@router.post("/codebook/load", response_model=Loaded)
async def load(body: LoadFramework, desk: Here) -> dict[str, Any]:
    """Add the codes of a framework that ships; those that are there stay."""
    added, seq = await desk.change(lambda scope: load_framework(scope, body.name), lambda _, added: added)
    return {"added": added, "seq": seq}


@router.post("/codes", response_model=Changed[CodeRow], status_code=201)
async def new_code(body: NewCode, desk: Here) -> dict[str, Any]:
    """Write a new code."""
    rows, seq = await desk.change(
        lambda scope: add_code(scope, key=body.key, parent=body.parent, **body.named()),
        lambda scope, guid: _rows(scope, [guid]),
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.patch("/codes/{guid}", response_model=Changed[CodeRow])
async def change_code(guid: Guid, body: CodeChange, desk: Here, version: Version) -> dict[str, Any]:
    """Change the words of a code; the version before is kept."""
    rows, seq = await desk.change(
        lambda scope: revise_code(scope, guid, version, meaning_changed=body.meaning_changed, **body.named()),
        lambda scope, _: _rows(scope, [guid]),
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.delete("/codes/{guid}", response_model=Changed[CodeRow])
async def delete_code(guid: Guid, desk: Here, version: Version) -> dict[str, Any]:
    """Take away a code that nothing uses."""
    _, seq = await desk.change(lambda scope: remove_code(scope, guid, version), lambda scope, _: None)
    return {"rows": [], "gone": [guid], "event": {"seq": seq}}


@router.post("/codes/{guid}/merge", response_model=Changed[CodeRow])
async def merge(guid: Guid, body: Merge, desk: Here, version: Version) -> dict[str, Any]:
    """Move everything of a code to another and take the first away."""
    rows, seq = await desk.change(
        lambda scope: merge_codes(scope, guid, body.into, version), lambda scope, _: _rows(scope, [body.into])
    )
    return {"rows": rows, "gone": [guid], "event": {"seq": seq}}


@router.post("/codes/{guid}/split", response_model=Changed[CodeRow])
async def split(guid: Guid, body: Split, desk: Here, version: Version) -> dict[str, Any]:
    """Make codes below a code and move some of its codings to them."""
    parts = [Part(**{**part.model_dump(), "codings": tuple(part.codings)}) for part in body.parts]
    rows, seq = await desk.change(
        lambda scope: split_code(scope, guid, version, parts), lambda scope, made: _rows(scope, [guid, *made])
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.post("/codes/{guid}/move", response_model=Changed[CodeRow])
async def move(guid: Guid, body: Move, desk: Here, version: Version) -> dict[str, Any]:
    """Put a code elsewhere in the tree; answers with the whole codebook's rows, for the order of all may change."""
    rows, seq = await desk.change(
        lambda scope: move_code(scope, guid, version, parent=body.parent, position=body.position),
        lambda scope, _: list_codes(scope),
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.get("/codes/{guid}/versions", response_model=Listed[VersionRow])
def get_versions(guid: Guid, desk: Here, revision: Revision) -> dict[str, Any]:
    """A code as it once was, the latest version first."""
    existing(desk.scope, "code", guid)
    return {"rows": versions_of(desk.scope, guid), "revision": revision}


def _rows(scope: StudyScope, guids: list[str]) -> list[dict[str, Any]]:
    return [row for row in list_codes(scope) if row["guid"] in guids]
