"""Documents of LibreOffice and OpenOffice: ODT."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.guard.xml_tree import parse_xml
from tenun.intake.guard.zip_archive import Archive
from tenun.intake.naming import suffix
from tenun.intake.office.elements import below, child, words_of
from tenun.intake.office.odt_body import OdtBody
from tenun.intake.office.properties import properties_of
from tenun.intake.readers.transcript import with_turns
from tenun.intake.reading import Format, Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = Format("odt", "1", (".odt", ".ott", ".fodt"), "OpenDocument text", "teks OpenDocument")
_KIND = b"application/vnd.oasis.opendocument.text"
_REPEATED = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """An archive that says it is one, or is called one; a flat XML file by its name."""
    if suffix(name) == ".fodt":
        return not head.startswith(b"PK")
    return head.startswith(b"PK") and (suffix(name) in FORMAT.extensions or _KIND in head[:200])


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The text with its headings, lists, tables, notes, comments, text boxes and tracked changes as landmarks.

    What a tracked change inserted is text, what it deleted is not. Notes stand behind the text, in the order in which
    it cites them. Numbers that the program counts itself are no part of the text.
    """
    body_root, styles, about = _roots(content, name)
    body = child(child(body_root, "body"), "text")
    if body is None:
        raise InputRefused("office.no-body", where=name)
    written = OdtBody(body, name)
    written.write()
    reading = Reading(
        written.text.text,
        FORMAT.extractor,
        FORMAT.version,
        tuple(written.text.replaced_cp),
        properties_of(about),
        landmarks=written.text.landmarks(),
        warnings=tuple(_left_out(styles, body, name)),
    )
    return with_turns(reading, name, guide)


def _roots(content: bytes, name: str) -> tuple[_Element, _Element | None, _Element | None]:
    """The roots that hold the body, the page styles, and the metadata."""
    if not content.startswith(b"PK"):
        root = parse_xml(content, name)
        return root, root, child(root, "meta")
    archive = Archive(content, name)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise InputRefused("office.locked", where=name)
    body = archive.read("content.xml")
    if body is None:
        raise InputRefused("office.no-body", where=name)
    styles, about = (archive.read(part) for part in ("styles.xml", "meta.xml"))
    parsed = [None if part is None else parse_xml(part, name) for part in (styles, about)]
    return parse_xml(body, name), parsed[0], parsed[1]


def _left_out(styles: _Element | None, body: _Element, name: str) -> Iterator[Problem]:
    pages = child(styles, "master-styles")
    found = [] if pages is None else [part for kind in _REPEATED for part in below(pages, kind) if words_of(part)]
    if found:
        yield Problem("warning", "office.headers-left-out", name, {"count": len(found)})
    if any(words_of(form) for form in below(body, "forms")):
        yield Problem("warning", "office.forms-left-out", name, {"count": 1})
