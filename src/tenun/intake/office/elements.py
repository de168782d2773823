"""XML elements by their plain names: the same tags stand in several namespaces, by version and strictness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def name_of(element: _Element) -> str:
    """The tag without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element | None, name: str) -> str:
    """An attribute by its plain name; "" where there is none."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a plain name."""
    return None if element is None else next((found for found in element if name_of(found) == name), None)


def below(element: _Element, name: str) -> Iterator[_Element]:
    """Every element of a plain name below."""
    return (found for found in element.iter() if name_of(found) == name)


def words_of(element: _Element | None) -> str:
    """All words below an element, as one line."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
