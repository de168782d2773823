"""An EPUB: its chapters in reading order, and what it says about itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tenun.errors import InputRefused
from tenun.intake.guard.xml_tree import parse_xml
from tenun.intake.guard.zip_archive import Archive
from tenun.intake.office.elements import attribute, below, child
from tenun.intake.office.properties import properties_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


class Book:
    """An opened EPUB. Raises InputRefused where it is none, or locked."""

    def __init__(self, content: bytes, where: str) -> None:
        self._archive, self._where = Archive(content, where), where
        container = self._xml(_CONTAINER)
        root = None if container is None else next(below(container, "rootfile"), None)
        self._file = attribute(root, "full-path")
        package = self._xml(self._file)
        if package is None:
            raise InputRefused("office.no-chapters", where=where)
        self._package: _Element = package
        self.missing = 0

    @property
    def metadata(self) -> dict[str, Any]:
        """Title, author, language, date, publisher."""
        return properties_of(child(self._package, "metadata"))

    def chapters(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of the pages in the order of the spine; those that are not there are counted."""
        locked = self._locked()
        items = {attribute(item, "id"): item for item in below(self._package, "item")}
        seen: set[str] = set()
        for step in below(self._package, "itemref"):
            item = items.get(attribute(step, "idref"))
            name = self._name(attribute(item, "href"))
            if name in seen or (item is not None and attribute(item, "media-type") not in _PAGES):
                continue
            seen.add(name)
            if name in locked:
                raise InputRefused("office.locked", where=self._where)
            content = self._archive.read(name)
            if content is None:
                self.missing += 1
            else:
                yield name, content

    def _name(self, href: str) -> str:
        folder = posixpath.dirname(self._file)
        return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))

    def _locked(self) -> frozenset[str]:
        root = self._xml(_ENCRYPTION)
        found = () if root is None else below(root, "CipherReference")
        return frozenset(unquote(attribute(reference, "URI")) for reference in found)

    def _xml(self, name: str) -> _Element | None:
        content = self._archive.read(name)
        return None if content is None else parse_xml(content, self._where)
