"""The parts of a DOCX: its body, notes, comments, styles and links, each read through the guards."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.intake.guard.xml_tree import parse_xml
from tenun.intake.guard.zip_archive import Archive
from tenun.intake.office.elements import attribute, child, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY = "word/document.xml"
_MOST_STYLES_UP = 20


class DocxParts:
    """An opened DOCX; InputRefused where it has no body."""

    def __init__(self, content: bytes, where: str) -> None:
        self._archive, self._where = Archive(content, where), where
        links = self._related("_rels/.rels", "")
        self._main = next((to for kind, to in links.values() if kind == "officeDocument"), _BODY)
        self._folder = posixpath.dirname(self._main)
        stem = posixpath.basename(self._main)
        self._links = self._related(f"{self._folder}/_rels/{stem}.rels", self._folder)

    @cached_property
    def body(self) -> _Element:
        """The element that holds the text."""
        root = self._xml(self._main)
        body = child(root, "body")
        if body is None:
            raise InputRefused("office.no-body", where=self._where)
        return body

    @cached_property
    def properties(self) -> _Element | None:
        """What the document says about itself."""
        return self._xml("docProps/core.xml")

    def notes(self, kind: str) -> dict[str, _Element]:
        """Notes or comments by id: `footnotes`, `endnotes`, `comments`."""
        root = self._part(kind)
        real = (note for note in (() if root is None else root) if attribute(note, "type") in ("", "normal"))
        return {attribute(note, "id"): note for note in real}

    def parts(self, kind: str) -> list[_Element]:
        """Every part of a kind, such as `header`."""
        found = (self._xml(to) for said, to in self._links.values() if said == kind)
        return [root for root in found if root is not None]

    def target(self, link: str) -> str:
        """Where a link of the body leads."""
        return self._links.get(link, ("", ""))[1]

    def has_below(self, folder: str) -> bool:
        """Whether there are parts in a folder beside the body, such as `charts`."""
        return any(name.startswith(f"{self._folder}/{folder}/") for name in self._archive.names)

    @cached_property
    def headings(self) -> dict[str, int]:
        """The level of each style that makes a heading, from 1; a title is of the first level."""
        root = self._part("styles")
        styles = {} if root is None else {attribute(style, "styleId"): style for style in root}
        # The list of Word's built-in styles has no id, and would be the base of every style that names none.
        styles.pop("", None)
        levels = {name: _level(name, styles) for name in styles}
        return {name: level for name, level in levels.items() if level}

    def _part(self, kind: str) -> _Element | None:
        return next(iter(self.parts(kind)), None)

    def _xml(self, name: str) -> _Element | None:
        content = self._archive.read(name)
        return None if content is None else parse_xml(content, self._where)

    def _related(self, name: str, folder: str) -> dict[str, tuple[str, str]]:
        """Kind and target of what a part refers to, by id."""
        root = self._xml(name.lstrip("/"))
        found = {}
        for link in () if root is None else root:
            target = attribute(link, "Target")
            if attribute(link, "TargetMode") != "External":
                target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attribute(link, "Id")] = (attribute(link, "Type").rpartition("/")[2], target)
        return found


def _level(name: str, styles: dict[str, _Element]) -> int:
    for _ in range(_MOST_STYLES_UP):
        style = styles.get(name)
        if style is None:
            return 0
        called = attribute(child(style, "name"), "val").lower()
        if called == "title":
            return 1
        if called.startswith("heading ") and called[8:].isdigit():
            return int(called[8:])
        outline = outline_level(child(style, "pPr"))
        if outline:
            return outline
        name = attribute(child(style, "basedOn"), "val")
    return 0


def outline_level(properties: _Element | None) -> int:
    """The level that a paragraph's own properties give it, from 1; 0 for running text."""
    level = attribute(child(properties, "outlineLvl"), "val")
    return int(level) + 1 if level.isdigit() and int(level) < 9 else 0


def plain_text(element: _Element) -> str:
    """The words of a comment, a line for each paragraph."""
    paragraphs = [found for found in element.iter() if name_of(found) == "p"]
    return "\n".join("".join(str(t.text or "") for t in found.iter() if name_of(t) == "t") for found in paragraphs)
