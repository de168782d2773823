"""Sources: the table, one source, its text and original, its appraisal, near-duplicates."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

from fastapi import Response
from fastapi.concurrency import run_in_threadpool

from tenun.corpus.sources import Appraisal, Reliability
from tenun.intake.media_types import HEAD_BYTES, medium_of
from tenun.server import figures
from tenun.server.answers.common import Changed, Listed, Paged
from tenun.server.answers.sources import (
    AppraisalText,
    Confirmation,
    DuplicateRow,
    NewSource,
    SourceChange,
    SourceRow,
    TextAnswer,
)  # fmt: skip
from tenun.server.desk import Desk, Guid, Here, Revision, Version
from tenun.server.paging import AskedTable, filtered, ordered, page
from tenun.server.routes.in_study import study_router
from tenun.server.table_files import table_file
from tenun.study.add_source import add_source
from tenun.study.appraise_source import appraise_source, erase_source
from tenun.study.find_duplicates import confirm_duplicate
from tenun.study.importing.attach_recordings import recording_of
from tenun.study.list_sources import COUNTED_FROM, DESCRIBED_FROM, count_by_source, describe_sources, with_counts
from tenun.study.reading import guide_of
from tenun.study.revise_source import revise_source
from tenun.study.scope import StudyScope
from tenun.study.stale import Missing, existing, expect

router = study_router("sources")
SEARCHED = ("key", "title", "publisher", "author")


@router.get("/sources", response_model=Paged[SourceRow], responses={200: {"content": {"text/csv": {}}}})
def get_sources(desk: Here, revision: Revision, asked: AskedTable) -> dict[str, Any] | Response:
    """The sources, sorted, filtered, a page at a time."""
    rows = ordered(filtered(_table(desk), asked, SEARCHED), asked, "key")
    if asked.format != "json":
        columns = [name for name in SourceRow.model_fields if name not in ("representation", "etag")]
        return table_file(rows, columns, asked.format, f"{desk.study.store.key}-sources")
    shown, following = page(rows, asked)
    return {"rows": shown, "next": following, "total": len(rows), "revision": revision}


@router.post("/sources", response_model=Changed[SourceRow], status_code=201)
async def paste_source(body: NewSource, desk: Here) -> dict[str, Any]:
    """Add a source from a text that was pasted."""
    guid, seq = await desk.change(lambda scope: add_source(scope, **body.model_dump()), lambda _, guid: guid)
    return await _changed(desk, seq, guid)


@router.get("/sources/{guid}", response_model=SourceRow)
def get_source(guid: Guid, desk: Here, _revision: Revision) -> dict[str, Any]:
    """One source."""
    return _row(desk, guid)


@router.patch("/sources/{guid}", response_model=Changed[SourceRow])
async def change_source(guid: Guid, body: SourceChange, desk: Here, version: Version) -> dict[str, Any]:
    """Change what is known about a source."""
    values = body.model_dump(exclude_unset=True)
    _, seq = await desk.change(lambda scope: revise_source(scope, guid, version, **values), _nothing)
    return await _changed(desk, seq, guid)


@router.put("/sources/{guid}/appraisal", response_model=Changed[SourceRow])
async def appraise(guid: Guid, body: AppraisalText, desk: Here) -> dict[str, Any]:
    """Judge a source, as the acting coder."""
    words = body.model_dump()
    judgement = Appraisal(cast(Reliability, words.pop("reliability")), **words)

    def verb(scope: StudyScope) -> None:
        appraise_source(scope, existing(scope, "source", guid)["key"], judgement)

    _, seq = await desk.change(verb, _nothing)
    return await _changed(desk, seq, guid)


@router.post("/sources/{guid}/erase", response_model=Changed[SourceRow])
async def erase(guid: Guid, desk: Here, version: Version) -> dict[str, Any]:
    """Erase a source for good, with all its traces. No undo."""

    def verb(scope: StudyScope) -> None:
        erase_source(scope, expect(scope, "source", guid, version)["key"])

    _, seq = await desk.change(verb, _nothing, alone=True)
    return {"rows": [], "gone": [guid], "event": {"seq": seq}}


@router.get("/sources/{guid}/text", response_model=TextAnswer)
def get_text(guid: Guid, desk: Here, revision: Revision) -> dict[str, Any]:
    """The text of a source as it is, with headings, turns and translations."""
    store, row = desk.study.store, _row(desk, guid)
    if not row["representation"]:
        raise Missing("server.no-row")
    text = store.text(row["representation"])
    marks = sorted(store.rows("landmark", representation=row["representation"]), key=lambda mark: mark["start_cp"])
    for mark in marks:
        # The places of words on pages are many; they are asked for page by page.
        mark["attributes"].pop("boxes", None)
    translations = store.rows("representation", translation_of=row["representation"])
    guide = guide_of(desk.scope.config())
    questions = [{**asdict(question), "codes": question.codes} for question in guide.questions] if guide else []
    return {
        "representation": row["representation"],
        "source": row,
        "text": text,
        "language": row["language"],
        "length_cp": len(text),
        "landmarks": marks,
        "translations": [
            {**one, "representation": one["guid"], "alignment": one["alignment"] or []} for one in translations
        ],
        "questions": questions if row["kind"] == "interview" else [],
        "recording": _recording(desk, guid),
        "revision": revision,
    }


@router.get("/duplicates", response_model=Listed[DuplicateRow])
def get_duplicates(desk: Here, revision: Revision) -> dict[str, Any]:
    """Pairs of sources whose wording is alike: a proposal."""
    guids = {row["key"]: row["guid"] for row in _table(desk)}
    pairs = desk.study.figure(desk.coder, figures.duplicates, kind="slow", tables=("source", "representation", "link"))
    rows = [{**pair, "first_guid": guids[pair["first"]], "second_guid": guids[pair["second"]]} for pair in pairs]
    return {"rows": rows, "revision": revision}


@router.post("/duplicates", response_model=Changed[SourceRow], status_code=201)
async def confirm(body: Confirmation, desk: Here) -> dict[str, Any]:
    """Declare two sources one text: they count as one witness from now on."""

    def verb(scope: StudyScope) -> None:
        first, second = (existing(scope, "source", guid)["key"] for guid in (body.first, body.second))
        confirm_duplicate(scope, first, second, body.note)

    _, seq = await desk.change(verb, _nothing)
    return await _changed(desk, seq, body.first, body.second)


def _table(desk: Desk) -> list[dict[str, Any]]:
    scope, memory = desk.scope, desk.study.memory
    counts = memory.recall(("codings of sources", desk.coder), COUNTED_FROM, lambda: count_by_source(scope))
    return with_counts(_described(desk), counts)


def _described(desk: Desk) -> list[dict[str, Any]]:
    scope = desk.scope
    return desk.study.memory.recall("sources", DESCRIBED_FROM, lambda: describe_sources(scope))


def _row(desk: Desk, guid: str) -> dict[str, Any]:
    found = [row for row in _described(desk) if row["guid"] == guid]
    if not found:
        raise Missing("server.no-row")
    return with_counts(found, count_by_source(desk.scope, guid))[0]


async def _changed(desk: Desk, seq: int, *guids: str) -> dict[str, Any]:
    """What became of sources; read after the commit, for the next request will want the table too."""
    rows = await run_in_threadpool(lambda: [_row(desk, guid) for guid in guids])
    return {"rows": rows, "event": {"seq": seq}}


def _recording(desk: Desk, guid: str) -> str | None:
    """The type of the recording beside a source, or None."""
    sha256 = recording_of(desk.scope, guid)
    return medium_of(desk.study.store.blob_part(sha256, 0, HEAD_BYTES)) if sha256 else None


def _nothing(_scope: StudyScope, _result: None) -> None:
    """Nothing to show from within the transaction."""
