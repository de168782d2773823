"""Sources as QDA-XML has them, one element a kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tenun.exchange.refi import project as refi
from tenun.exchange.refi.spelling import plain_time

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tenun.exchange.refi.writing import Writer

INTERNAL = "internal://"
TAGS: dict[refi.Kind, str] = {
    "text": "TextSource", "picture": "PictureSource", "pdf": "PDFSource",
    "audio": "AudioSource", "video": "VideoSource",
}  # fmt: skip
PLACES: dict[refi.Kind, str] = {
    "picture": "PictureSelection", "pdf": "PDFSelection", "audio": "AudioSelection", "video": "VideoSelection",
}  # fmt: skip


def add_sources(write: Writer, root: _Element, sources: Sequence[refi.Source]) -> None:
    """All sources, where there are any."""
    if not sources:
        return
    above = write.add(root, "Sources")
    for source in sources:
        _add_source(write, above, source)


def _add_source(write: Writer, above: _Element, source: refi.Source) -> None:
    made = write.add(above, TAGS[source.kind], guid=source.guid, name=source.name, creatingUser=source.user)
    if source.original:
        made.set("richTextPath" if source.kind == "text" else "path", _path(source.original))
    write.described(made, source.description)
    if source.kind == "text":
        for text in source.texts:
            made.set("plainTextPath", _path(text.member))
            _add_selections(write, made, "PlainTextSelection", text.selections)
    else:
        _add_parts(write, made, source)
    _add_codings(write, made, source.codings)
    write.references(made, "NoteRef", source.notes)
    _add_values(write, made, source.values)


def _add_parts(write: Writer, made: _Element, source: refi.Source) -> None:
    """Areas or times and texts, in the order that each kind of source has them in."""
    if source.kind == "pdf":
        _add_places(write, made, source)
    for text in source.texts:
        if source.kind in ("audio", "video"):
            _add_transcript(write, made, text)
        else:
            tag = "Representation" if source.kind == "pdf" else "TextDescription"
            whole = write.add(made, tag, guid=text.guid, name=text.name, plainTextPath=_path(text.member))
            _add_selections(write, whole, "PlainTextSelection", text.selections)
            write.references(whole, "NoteRef", text.notes)
    if source.kind != "pdf":
        _add_places(write, made, source)


def _add_transcript(write: Writer, above: _Element, text: refi.PlainText) -> None:
    made = write.add(above, "Transcript", guid=text.guid, name=text.name, plainTextPath=_path(text.member))
    for point in text.syncs:
        time = None if point.time_ms is None else str(point.time_ms)
        position = None if point.position is None else str(point.position)
        write.add(made, "SyncPoint", guid=point.guid, timeStamp=time, position=position)
    for selection in text.selections:
        first, last = selection.syncs or ("", "")
        one = _add_selection(write, made, "TranscriptSelection", selection)
        one.set("fromSyncPoint", first)
        one.set("toSyncPoint", last)
    write.references(made, "NoteRef", text.notes)


def _add_places(write: Writer, above: _Element, source: refi.Source) -> None:
    for place in source.places:
        made = _add_selection(write, above, PLACES[source.kind], place)
        for name, value in place.place.items():
            made.set(name, value)


def _add_selections(write: Writer, above: _Element, tag: str, selections: Iterable[refi.Selection]) -> None:
    for selection in selections:
        made = _add_selection(write, above, tag, selection)
        made.set("startPosition", str(selection.start))
        made.set("endPosition", str(selection.end))


def _add_selection(write: Writer, above: _Element, tag: str, selection: refi.Selection) -> _Element:
    about = {"creatingUser": selection.user, "creationDateTime": plain_time(selection.at)}
    made = write.add(above, tag, guid=selection.guid, name=selection.name, **about)
    write.described(made, selection.description)
    _add_codings(write, made, selection.codings)
    write.references(made, "NoteRef", selection.notes)
    return made


def _add_codings(write: Writer, above: _Element, codings: Iterable[refi.Coding]) -> None:
    for coding in codings:
        about = {"creatingUser": coding.user, "creationDateTime": plain_time(coding.at)}
        made = write.add(above, "Coding", guid=coding.guid, **about)
        write.add(made, "CodeRef", targetGUID=coding.code)
        write.references(made, "NoteRef", coding.notes)


def _add_values(write: Writer, above: _Element, values: Sequence[refi.Value]) -> None:
    from tenun.exchange.refi.writing import add_values

    add_values(write, above, values)


def _path(member: str) -> str:
    return INTERNAL + member.rpartition("/")[2]
