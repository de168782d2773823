"""Sources of a study as those of a REFI-QDA project, with the files that go into its archive."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from tenun.coding.places import place_of
from tenun.corpus.identity import guid_of
from tenun.exchange.refi import project as refi
from tenun.exchange.refi.archive import ORIGINALS, SOURCES
from tenun.exchange.refi.places import attributes_of
from tenun.exchange.refi.spelling import derived_guid
from tenun.intake.media_types import HEAD_BYTES, medium_of
from tenun.study.importing.attach_recordings import RECORDING
from tenun.study.projects.page_regions import Pages
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.store import StudyStore
    from tenun.study.projects.project_of_study import Row, Tables

Notes = Callable[[str], tuple[str, ...]]
_PIECE = 1 << 20
_NAME_CP = 80
_ENDINGS = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/tiff": ".tif", "image/webp": ".webp",
    "audio/mpeg": ".mp3", "audio/wav": ".wav", "audio/ogg": ".ogg", "audio/flac": ".flac", "audio/mp4": ".m4a",
    "audio/aac": ".aac", "video/mp4": ".mp4", "video/webm": ".webm",
}  # fmt: skip


def project_sources(tables: Tables, notes: Notes) -> Iterator[refi.Source]:
    """Each source that has a representation, with its selections."""
    parts = _Parts(tables, notes)
    for row in tables.rows("source"):
        if row["representation"]:
            yield parts.source(row)


def text_member(representation: str) -> str:
    """Where the canonical text of a representation stands in the archive."""
    return f"{SOURCES}{representation}.txt"


def members_of(tables: Tables) -> tuple[list[tuple[str, Iterable[bytes]]], dict[str, str]]:
    """Texts and originals for the archive, and the member of each original by its hash."""
    store = tables.scope.store
    members: list[tuple[str, Iterable[bytes]]] = []
    places: dict[str, str] = {}
    for guid in tables.current:
        members.append((text_member(guid), _text_pieces(store, guid)))
    for row in tables.rows("source"):
        if row["representation"]:
            _, blob, ending = original_of(tables, row)
            if ending and blob not in places:
                places[blob] = f"{SOURCES}{row['guid']}{ending}"
    for row in tables.rows("representation"):
        places.setdefault(row["blob"], ORIGINALS + row["blob"])
    members += [(member, _blob_pieces(store, sha256)) for sha256, member in places.items()]
    return members, places


def original_of(tables: Tables, row: Row) -> tuple[refi.Kind, str, str]:
    """The kind of a source, the hash of its original, and the ending it has; no ending where only its text travels."""
    store = tables.scope.store
    recording = next((one for one in recordings(tables).get(row["guid"], ())), None)
    blob = recording or tables.current[row["representation"]]["blob"]
    head = store.blob_part(blob, 0, HEAD_BYTES)
    medium = medium_of(head)
    if medium and medium in _ENDINGS:
        kind = {"image": "picture"}.get(medium.partition("/")[0], medium.partition("/")[0])
        return cast(refi.Kind, kind), blob, _ENDINGS[medium]
    if head.startswith(b"%PDF-"):
        return "pdf", blob, ".pdf"
    if tables.current[row["representation"]]["extractor"] == "docx":
        return "text", blob, ".docx"
    return "text", blob, ""


def recordings(tables: Tables) -> dict[str, list[str]]:
    """Hashes of recordings by source, the latest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in reversed(tables.rows("representation")):
        if row["extractor"] == RECORDING:
            found[row["source"]].append(row["blob"])
    return found


class _Parts:
    """What the sources of a study are made of, gathered once."""

    def __init__(self, tables: Tables, notes: Notes) -> None:
        self._tables, self._notes = tables, notes
        self._places = members_of(tables)[1]
        self._selected: dict[str, list[Row]] = defaultdict(list)
        for row in tables.shown:
            self._selected[row["representation"]].append(row)
        self._codings: dict[str, list[refi.Coding]] = defaultdict(list)
        for row in tables.accepted:
            made = refi.Coding(row["guid"], row["code"], row["coder"], notes=notes(row["guid"]))
            self._codings[row["passage"]].append(made)
        self._marks: dict[str, list[Row]] = defaultdict(list)
        self._pages: dict[str, list[Row]] = defaultdict(list)
        for row in tables.rows("landmark"):
            if row["start_ms"] is not None:
                self._marks[row["representation"]].append(row)
            if row["kind"] == "page":
                self._pages[row["representation"]].append(row)

    def source(self, row: Row) -> refi.Source:
        """One source."""
        from tenun.study.projects.project_of_study import values_of

        kind, blob, ending = original_of(self._tables, row)
        representation = self._tables.current[row["representation"]]
        selected = self._selected[representation["guid"]]
        selections = [self._selection(one) for one in selected if one["start_cp"] is not None]
        text = refi.PlainText(
            row["guid"] if kind == "text" else representation["guid"],
            None,
            row["title"],
            text_member(representation["guid"]),
            tuple(selections),
        )
        if kind in ("audio", "video"):
            text = _with_sync_points(text, self._marks[representation["guid"]])
        needed = kind == "text" or bool(representation["text"])
        return refi.Source(
            kind=kind,
            guid=row["guid"],
            name=row["title"] or row["key"],
            description=_about(row),
            original=self._places[blob] if ending else "",
            texts=(text,) if needed else (),
            places=(*self._marked(representation["guid"], kind), *self._aside(row["guid"], kind)),
            notes=self._notes(row["guid"]),
            values=values_of(self._tables, "source", row["guid"]),
        )

    def _selection(self, row: Row) -> refi.Selection:
        return refi.Selection(
            row["guid"],
            row["start_cp"],
            row["end_cp"],
            _short(row["quote"]),
            codings=tuple(self._codings[row["guid"]]),
            notes=self._notes(row["guid"]),
        )

    def _marked(self, representation: str, kind: refi.Kind) -> Iterator[refi.Selection]:
        """Regions and times, where the kind of source has an element for them."""
        if kind == "pdf":
            yield from self._boxed(representation)
        for row in self._selected[representation]:
            place = place_of(row) if row["start_cp"] is None else None
            if place is not None and (attributes := attributes_of(place, kind)) is not None:
                yield refi.Selection(
                    row["guid"],
                    name=_short(row["quote"]),
                    description=row["quote"],
                    codings=tuple(self._codings[row["guid"]]),
                    notes=self._notes(row["guid"]),
                    place=attributes,
                )

    def _boxed(self, representation: str) -> Iterator[refi.Selection]:
        """The places of stretches of text on their pages, for programs that show a PDF by its pages alone."""
        pages = Pages(self._pages[representation])
        for row in self._selected[representation]:
            if row["start_cp"] is None:
                continue
            drawn = place_of(row)
            regions = [drawn] if drawn else list(pages.regions(Span(row["start_cp"], row["end_cp"])))
            for number, region in enumerate(regions):
                attributes = attributes_of(region, "pdf")
                if attributes is not None:
                    codings = (
                        refi.Coding(on_page(one.guid, number), one.code, one.user) for one in self._codings[row["guid"]]
                    )
                    guid = on_page(row["guid"], number)
                    yield refi.Selection(guid, name=_short(row["quote"]), codings=tuple(codings), place=attributes)

    def _aside(self, source: str, kind: refi.Kind) -> tuple[refi.Selection, ...]:
        """Areas and stretches of time that another program marked."""
        there = self._tables.carried
        found = []
        for one in self._tables.aside.get("places", ()):
            if one["source"] != source or one["kind"] != kind:
                continue
            codings = tuple(
                refi.Coding(coding["guid"], coding["code"], coding["user"] if coding["user"] in there["coder"] else "")
                for coding in one["codings"]
                if coding["code"] in there["code"]
            )
            notes = tuple(guid for guid in one["notes"] if guid in there["memo"])
            found.append(
                refi.Selection(one["guid"], name=one["name"], codings=codings, notes=notes, place=dict(one["place"]))
            )
        return tuple(found)


def _with_sync_points(text: refi.PlainText, marks: list[Row]) -> refi.PlainText:
    """A transcript whose turns and cues are sync points, and whose selections run from one to another."""
    times: dict[int, int | None] = {}
    for mark in sorted(marks, key=lambda mark: (mark["start_cp"], mark["end_cp"])):
        times.setdefault(mark["start_cp"], mark["start_ms"])
    for one in text.selections:
        for position in (one.start, one.end):
            times.setdefault(cast(int, position), None)
    order = sorted(times)
    points = [
        refi.SyncPoint(derived_guid(text.guid, f"sync {position}"), position, times[position]) for position in order
    ]
    selections = []
    for one in text.selections:
        ends = [points[bisect_left(order, cast(int, position))].guid for position in (one.start, one.end)]
        fields: dict[str, Any] = {name: getattr(one, name) for name in ("guid", "name", "codings", "notes")}
        selections.append(refi.Selection(**fields, syncs=(ends[0], ends[1])))
    return refi.PlainText(text.guid, None, text.name, text.member, tuple(selections), tuple(points))


def on_page(guid: str, number: int) -> str:
    """The guid of what stands for a passage or coding of the text on the first (0), second, ... of its pages."""
    return derived_guid(guid, f"on page {number}")


def _short(quote: str) -> str:
    name = " ".join(quote.split())
    return name if len(name) <= _NAME_CP else f"{name[:_NAME_CP]}…"


def _about(row: Row) -> str:
    """What is known about a source, in words that other programs show."""
    facts = (row["author"], row["publisher"], row["published"], row["url"])
    return " · ".join(filter(None, facts))


def _text_pieces(store: StudyStore, representation: str) -> Iterator[bytes]:
    yield store.text(representation).encode()


def _blob_pieces(store: StudyStore, sha256: str) -> Iterator[bytes]:
    for at in range(0, store.blob_length(sha256), _PIECE):
        yield store.blob_part(sha256, at, at + _PIECE)


def is_origin_set(study: str, guid: str, name: str) -> bool:
    """Whether a set is one that Tenun made of what sources were made from."""
    return guid == guid_of(study, "origin-set", name)
