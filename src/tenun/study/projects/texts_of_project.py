"""Texts of the sources of a REFI-QDA project: those that the study has already, and rows for those it has not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tenun.corpus.identity import guid_of
from tenun.corpus.sources import Source
from tenun.errors import InputRefused, Problem
from tenun.exchange.refi import project as refi
from tenun.exchange.refi.archive import Originals
from tenun.exchange.refi.positions import Marked, Text, Unit
from tenun.exchange.refi.spelling import derived_guid
from tenun.intake.guard.size import SOURCE_CP, check_length
from tenun.intake.languages import language_of
from tenun.study.importing.attach_recordings import RECORDING
from tenun.study.importing.rows_of_folder import source_row
from tenun.text.canonical import canonical
from tenun.text.hashes import sha256_bytes, sha256_text

if TYPE_CHECKING:
    from tenun.study.free_keys import FreeKeys
    from tenun.study.projects.rows_of_project import Incoming, Row

EXTRACTOR = "qda-xml"
Part = tuple[refi.PlainText, str, str]


class SourceTexts:
    """Finds or makes the representation of each text."""

    def __init__(self, incoming: Incoming, keys: FreeKeys) -> None:
        self._coming, self._new, self._keys = incoming, incoming.new, keys
        self._rows = {row["guid"]: row for row in incoming.rows("source")}
        self._archive: Originals | None = None
        self._coming_texts = {row["guid"]: row["text"] for row in incoming.new.rows("representation")}
        self.fresh: set[str] = set()

    def of(self, source: refi.Source) -> Iterator[Part]:
        """Each text of a source with its representation's guid and the text that the study keeps of it."""
        self._coming.note(source.notes, "source", source.guid)
        if self._new.has("source", source.guid):
            yield from self._there(source)
            return
        texts = [text for text in source.texts if text.text is not None]
        original = self._bytes(source.original)
        if source.original and not original:
            self._problem("warning", source.name)
        if not texts and not original:
            self._coming.problems.append(Problem("error", "refi.no-text", source.name))
            return
        if not texts:
            yield from self._read(source, original)
            return
        yield self._made(source, texts[0], original)
        # A further transcript of one recording is a source of its own: a source is read in one text.
        for further in texts[1:]:
            apart = replace(source, guid=further.guid, name=further.name or source.name, original="", values=())
            if self._new.has("source", further.guid):
                yield from self._there(replace(apart, texts=(further,)))
            else:
                yield self._made(apart, further, b"")

    def _problem(self, level: Literal["error", "warning"], name: str) -> None:
        self._coming.problems.append(Problem(level, "refi.no-original", name))

    def _there(self, source: refi.Source) -> Iterator[Part]:
        """A source that the study has: its own text counts, whatever the file says."""
        row = self._rows.get(source.guid)
        representation = row and row["representation"]
        if not representation:
            return
        text = self._text(representation)
        # A picture has no text in the file, and regions all the same.
        for part in source.texts or (refi.PlainText(representation, None),):
            if part.text is not None and canonical(part.text).text != text:
                self._coming.problems.append(Problem("warning", "refi.text-differs", source.name))
            yield part, representation, text

    def _text(self, representation: str) -> str:
        coming = self._coming_texts.get(representation)
        return self._coming.scope.store.text(representation) if coming is None else str(coming)

    def _made(self, source: refi.Source, part: refi.PlainText, original: bytes) -> Part:
        plain = canonical(part.text or "")
        check_length(plain.text, SOURCE_CP, source.name)
        own = (part.text or "").encode("utf-8", "surrogatepass")
        recorded = source.kind in ("audio", "video")
        content = own if recorded or not original else original
        blob = self._keep(content, source.original if content is original else "")
        representation = part.guid if part.guid != source.guid else derived_guid(source.guid, "text")
        if self._new.has("representation", representation):
            representation = guid_of(self._coming.study, "representation", source.guid, plain.text)
        language = self._language(plain.text)
        self._add_source(source, representation, language)
        row = {"guid": representation, "source": source.guid, "blob": blob, "language": language, "text": plain.text}
        self._add_text({**row, "extractor": EXTRACTOR, "replaced": list(plain.replaced_cp)})
        if recorded and original:
            self._recording(source, language, original)
        self.fresh.add(representation)
        return part, representation, plain.text

    def _add_source(self, source: refi.Source, representation: str, language: str) -> None:
        kind: Literal["interview", "report"] = "interview" if source.kind in ("audio", "video") else "report"
        made = Source(self._keys.take(source.name, "S"), source.name or "–", kind, language, guid=source.guid)
        self._new.add("source", [source_row(made, representation)])
        self._coming.known["source"][source.guid] = source.guid

    def _add_text(self, row: Row) -> None:
        about = {"extractor_version": "1", "sha256": sha256_text(row["text"])}
        self._new.add("representation", [{**about, **row}])

    def _recording(self, source: refi.Source, language: str, original: bytes) -> None:
        blob = self._keep(original, source.original)
        guid = guid_of(self._coming.study, RECORDING, source.guid, blob)
        row = {"guid": guid, "source": source.guid, "blob": blob, "language": language, "text": "", "replaced": []}
        self._add_text({**row, "extractor": RECORDING})

    def add_cues(self, part: refi.PlainText, file_text: Text, unit: Unit, representation: str) -> None:
        """Sync points with a time become cues, each up to the next."""
        timed: dict[int, int] = {}
        for point in part.syncs:
            if point.position is not None and point.time_ms is not None:
                span, _ = file_text.span(Marked(point.position, point.position), replace(unit, inclusive=False))
                if span is not None:
                    timed.setdefault(span.start_cp, point.time_ms)
        places = sorted(timed)
        for start, end in zip(places, [*places[1:], len(file_text.text)], strict=False):
            guid = guid_of(self._coming.study, "landmark", representation, "cue", start, end)
            place = {"representation": representation, "kind": "cue", "start_cp": start, "end_cp": end}
            times: Row = {"start_ms": timed[start], "end_ms": timed.get(end), "attributes": {}}
            self._new.add("landmark", [{"guid": guid, **place, **times}])

    def _read(self, source: refi.Source, original: bytes) -> Iterator[Part]:
        """A source of which the file has the original alone: Tenun's own readers read it."""
        from tenun.intake.documents import read_apart
        from tenun.intake.media_types import HEAD_BYTES, is_recording, medium_of

        if is_recording(medium_of(original[:HEAD_BYTES])):
            part = refi.PlainText(derived_guid(source.guid, "text"), "")
            yield self._made(source, part, original)
            return
        try:
            reading = read_apart(original, Path(source.original.replace("\\", "/")).name)
        except InputRefused as refusal:
            self._coming.problems.append(Problem.of(refusal, source.name))
            return
        representation = derived_guid(source.guid, "text")
        language = reading.language or self._language(reading.text)
        self._add_source(source, representation, language)
        row = {
            "guid": representation,
            "source": source.guid,
            "blob": self._keep(original, source.original),
            "language": language,
        }
        about = {"extractor": reading.extractor, "extractor_version": reading.extractor_version}
        self._add_text({**row, **about, "text": reading.text, "replaced": list(reading.replaced_cp)})
        for mark in reading.landmarks:
            at = {"start_cp": mark.span.start_cp, "end_cp": mark.span.end_cp}
            page = (mark.attributes["page"],) if mark.kind == "page" else ()
            guid = guid_of(self._coming.study, "landmark", representation, mark.kind, *at.values(), *page)
            times = {"start_ms": mark.start_ms, "end_ms": mark.end_ms, "attributes": dict(mark.attributes)}
            place = {"guid": guid, "representation": representation, "kind": mark.kind}
            self._new.add("landmark", [{**place, **at, **times}])
        texts = source.texts or (refi.PlainText(representation, None),)
        yield from ((part, representation, reading.text) for part in texts)

    def _language(self, text: str) -> str:
        languages = self._coming.scope.store.config().get("languages") or ("en", "id")
        return (language_of(text, languages) if text.strip() else None) or str(next(iter(languages)))

    def _keep(self, content: bytes, path: str = "") -> str:
        """The hash of bytes to keep; those of the archive, at a path, are read again when they are written."""
        sha256 = sha256_bytes(content)
        self._coming.originals[sha256] = partial(self._bytes, path) if path else content
        return sha256

    def _bytes(self, path: str) -> bytes:
        """The original at a path of the archive; empty where it is not in it."""
        if not path or not self._coming.members:
            return b""
        if self._archive is None:
            where = self._coming.path
            self._archive = Originals(where, where.name)
        return self._archive.read(path)
