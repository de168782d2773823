"""Originals: the file as it came, to save, to look at, to play; pages of PDFs with the places of their words."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Header, Path, Query, Response

from tenun.corpus.page_boxes import unpack
from tenun.intake.media_types import HEAD_BYTES, SHOWN, is_recording, medium_of
from tenun.intake.naming import suffix
from tenun.server.answers.sources import PageWords
from tenun.server.byte_ranges import ranged
from tenun.server.desk import Desk, Guid, Here, Revision
from tenun.server.headers import NOTHING
from tenun.server.routes.in_study import study_router
from tenun.server.table_files import download
from tenun.study.importing.attach_recordings import recording_of
from tenun.study.stale import Missing, existing

router = study_router("originals")
PageNumber = Annotated[int, Path(ge=1, le=100_000)]
_ENDINGS = {
    "pdf": ".pdf",
    "pdf-ocr": ".pdf",
    "srt": ".srt",
    "vtt": ".vtt",
    "web-page": ".html",
    "markdown": ".md",
    "plain-text": ".txt",
}
_PICTURES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/tiff": ".tif",
}
_KEEP = {"Cache-Control": "private, max-age=86400"}


@router.get("/sources/{guid}/original", response_class=Response)
def get_original(guid: Guid, desk: Here) -> Response:
    """The original file as it came, to be saved."""
    row, text = _text(desk, guid)
    content = desk.study.store.blob(text["blob"])
    key = str(row["key"])
    ending = _PICTURES.get(medium_of(content[:HEAD_BYTES]) or "") or _ENDINGS.get(text["extractor"], "") or ".original"
    name = key if suffix(key) == ending else f"{key}{ending}"
    return download(content, "application/octet-stream", name)


@router.get("/sources/{guid}/picture", response_class=Response)
def get_picture(guid: Guid, desk: Here) -> Response:
    """The original of a source that is a picture, to be looked at."""
    _, text = _text(desk, guid)
    store = desk.study.store
    medium = medium_of(store.blob_part(text["blob"], 0, HEAD_BYTES))
    if medium not in SHOWN:
        raise Missing("server.no-row")
    headers = {"Content-Security-Policy": NOTHING, "Content-Disposition": "inline", **_KEEP}
    return Response(store.blob(text["blob"]), media_type=medium, headers=headers)


@router.get("/sources/{guid}/recording", response_class=Response)
def get_recording(guid: Guid, desk: Here, range_: Annotated[str | None, Header(alias="Range")] = None) -> Response:
    """The recording beside a transcript, all of it or the part that a Range header asks for."""
    existing(desk.scope, "source", guid)
    store, sha256 = desk.study.store, recording_of(desk.scope, guid)
    if sha256 is None:
        raise Missing("server.no-row")
    medium = medium_of(store.blob_part(sha256, 0, HEAD_BYTES))
    kind = medium if medium and is_recording(medium) else "application/octet-stream"
    length = store.blob_length(sha256)
    return ranged(lambda start, end: store.blob_part(sha256, start, end), length, range_, kind)


@router.get("/sources/{guid}/pages/{number}", response_class=Response)
def get_page(
    guid: Guid, number: PageNumber, desk: Here, width: Annotated[int, Query(ge=50, le=2_400)] = 1_000
) -> Response:
    """A page of a PDF (from 1) as a picture `width` pixels wide."""
    _, text = _text(desk, guid)
    if text["extractor"] not in ("pdf", "pdf-ocr"):
        raise Missing("server.no-row")
    pictures, sha256 = desk.study.pictures, str(text["blob"])
    drawn = pictures.known(sha256, number, width)
    if drawn is None:
        drawn = pictures.page(sha256, desk.study.store.blob(sha256), number, width)
    return Response(drawn, media_type="image/png", headers={"Content-Security-Policy": NOTHING, **_KEEP})


@router.get("/sources/{guid}/pages/{number}/words", response_model=PageWords)
def get_page_words(guid: Guid, number: PageNumber, desk: Here, revision: Revision) -> dict[str, Any]:
    """Where the words of a page stand on it."""
    _, text = _text(desk, guid)
    pages = desk.study.store.rows("landmark", representation=text["guid"], kind="page")
    page = next((mark for mark in pages if mark["attributes"].get("page") == str(number)), None)
    if page is None:
        raise Missing("server.no-row")
    attributes = page["attributes"]
    words = [
        (box.span.start_cp, box.span.end_cp, box.x0, box.y0, box.x1, box.y1) for box in unpack(attributes["boxes"])
    ]
    size = {"width": float(attributes["width"]), "height": float(attributes["height"])}
    return {"page": number, **size, "words": words, "revision": revision}


def _text(desk: Desk, guid: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A source and its text as stored; Missing where it has none."""
    row = existing(desk.scope, "source", guid)
    text = desk.study.store.row("representation", row["representation"]) if row["representation"] else None
    if text is None:
        raise Missing("server.no-row")
    return row, text
