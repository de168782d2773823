"""XML that strangers wrote: no document type, no entities, no network, bounded size, depth and number of elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.intake.guard.size import MIB, check_bytes

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser, _Element

XML_BYTES = 128 * MIB
DEEPEST = 200
MOST_ELEMENTS = 3_000_000
_PIECE = 256 * 1024
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def parse_xml(content: bytes, where: str = "") -> _Element:
    """The root of an XML document.

    Raises InputRefused when it declares a document type or entities, is nested or long beyond measure, or is no XML.

    >>> parse_xml(b"<a><b>kota</b></a>")[0].text
    'kota'
    """
    from lxml import etree

    check_bytes(content, XML_BYTES, where)
    refuse_declarations(content, where)
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        _feed(parser, content, where)
        root: _Element = parser.close()
    except etree.LxmlError as error:
        raise InputRefused("intake.xml-broken", where=where) from error
    if declares(root):
        raise InputRefused("intake.xml-declares", where=where)
    return root


def declares(root: _Element) -> bool:
    """Whether a document type was parsed, in whatever disguise."""
    return bool(root.getroottree().docinfo.doctype)


def refuse_declarations(content: bytes, where: str = "") -> None:
    """Refuse a document type or an entity, in any encoding: without zero bytes UTF-16 and UTF-32 look like ASCII."""
    if _DECLARATION.search(content if b"\x00" not in content else content.replace(b"\x00", b"")):
        raise InputRefused("intake.xml-declares", where=where)


def _feed(parser: XMLPullParser[_Element], content: bytes, where: str) -> None:
    depth = elements = 0
    for start in range(0, len(content), _PIECE):
        parser.feed(content[start : start + _PIECE])
        for event, _ in parser.read_events():
            depth += 1 if event == "start" else -1
            elements += event == "start"
            if depth > DEEPEST or elements > MOST_ELEMENTS:
                raise InputRefused("intake.xml-too-deep", where=where, deepest=DEEPEST)
