"""Guards of XML and HTML."""

from __future__ import annotations

from pathlib import Path

import nh3
import pytest
from tests.factories.guards.guard import ENDLESS, Guard, never, nothing, replacing, told

from tenun.intake.documents import read_document
from tenun.intake.guard.html_markup import clean_tree
from tenun.intake.guard.xml_tree import parse_xml

_ENTITY = b'<!DOCTYPE r [<!ENTITY a "x">]><office><body><text><p>Kota&a;</p></text></body></office>'


def _entities(folder: Path) -> str:
    return told(lambda: read_document(_ENTITY, "a.fodt").text)


def _entities_for_lxml(patch: pytest.MonkeyPatch) -> None:
    """Only the parser's own settings are left, which keep the entity from being put in."""
    patch.setattr("tenun.intake.guard.xml_tree.refuse_declarations", nothing)
    patch.setattr("tenun.intake.guard.xml_tree.declares", never)


def _entities_put_in(patch: pytest.MonkeyPatch) -> None:
    from lxml import etree

    parser = etree.XMLPullParser
    _entities_for_lxml(patch)
    patch.setattr(etree, "XMLPullParser", lambda **said: parser(**{**said, "resolve_entities": True}))


def _page(markup: bytes) -> str:
    return told(lambda: len(read_document(markup, "a.html", languages=["en"]).text))


def _script(folder: Path) -> str:
    page = b"<p>Kota <a href='javascript:alert(1)'>x</a><script>secret</script><style>s</style>"
    found = read_document(page, "a.html", languages=["en"])
    return " ".join([found.text, *(mark.attributes["url"] for mark in found.landmarks if mark.kind == "link")])


def _as_it_came(markup: str, **said: object) -> str:
    return markup


MARKUP = (
    Guard("XML: document types", _entities, "intake.xml-declares", "Kota&a;", _entities_for_lxml),
    Guard("XML: entities", _entities, "intake.xml-declares", "Kotax",
          _entities_put_in),
    Guard("XML: bytes", lambda folder: told(lambda: len(parse_xml(b"<a>" + b"x" * 2_000 + b"</a>").text or "")),
          "intake.too-many-bytes", "2000", nothing, ("intake.guard.xml_tree.XML_BYTES",),
          on=replacing("intake.guard.xml_tree.XML_BYTES", by=1_000)),
    Guard("XML: depth", lambda folder: told(lambda: parse_xml(b"<r>" * 201 + b"x" + b"</r>" * 201).tag),
          "intake.xml-too-deep", "r", replacing("intake.guard.xml_tree.DEEPEST", by=ENDLESS),
          ("intake.guard.xml_tree.DEEPEST",)),
    Guard("XML: number of elements", lambda folder: told(lambda: len(parse_xml(b"<r>" + b"<a/>" * 300 + b"</r>"))),
          "intake.xml-too-deep", "300", nothing, ("intake.guard.xml_tree.MOST_ELEMENTS",),
          on=replacing("intake.guard.xml_tree.MOST_ELEMENTS", by=200)),
    Guard("HTML: scripts, styles and addresses that run", _script, "Kota x", "Kota xsecrets javascript:alert(1)",
          lambda patch: patch.setattr(nh3, "clean", _as_it_came)),
    Guard("HTML: depth", lambda folder: _page(b"<div>" * 1_600 + b"x"), "intake.html-too-deep", "1",
          replacing("intake.guard.html_markup.DEEPEST", by=ENDLESS), ("intake.guard.html_markup.DEEPEST",)),
    Guard("HTML: number of elements", lambda folder: told(lambda: len(clean_tree("<p>x" * 300))),
          "intake.html-too-deep", "300", nothing, ("intake.guard.html_markup.MOST_ELEMENTS",),
          on=replacing("intake.guard.html_markup.MOST_ELEMENTS", by=200)),
    Guard("HTML: elements left open", lambda folder: _page(b"<a>" * 5_001 + b"x"), "intake.html-too-deep", "1",
          replacing("intake.guard.html_markup.MOST_OPEN", by=ENDLESS), ("intake.guard.html_markup.MOST_OPEN",)),
    Guard("HTML: attributes of an element",
          lambda folder: _page(b"<p " + b" ".join(b"a%d=1" % number for number in range(2_001)) + b">x"),
          "intake.html-too-deep", "1", replacing("intake.guard.html_markup.MOST_ATTRIBUTES", by=ENDLESS),
          ("intake.guard.html_markup.MOST_ATTRIBUTES",)),
)  # fmt: skip
