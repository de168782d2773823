"""What the head of a page says about it."""

from __future__ import annotations

import re
from typing import Any

from tenun.intake.office.elements import attribute, words_of
from tenun.intake.office.properties import plain_properties

_HEAD = re.compile(r"<head\b.{0,262144}?</head\s*>", re.I | re.S)
_LANGUAGE = re.compile(r"<html\b[^<>]{0,2000}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9-]{1,20})?)\b", re.I)
_SAID = {
    "author": "author", "dc.creator": "author", "dcterms.creator": "author", "citation_author": "author",
    "dc.date": "published", "dcterms.date": "published", "date": "published", "dcterms.created": "published",
    "created": "published", "article:published_time": "published", "citation_publication_date": "published",
    "citation_title": "title", "dc.title": "title", "og:site_name": "publisher", "dc.publisher": "publisher",
}  # fmt: skip


def head_of(markup: str) -> dict[str, Any]:
    """Title, author, date, publisher and language of a page.

    >>> head_of('<html lang="id-ID"><head><title>Kota</title><meta name="author" content="Ana"></head>')
    {'title': 'Kota', 'author': 'Ana', 'language': 'id'}
    """
    from lxml import html

    said: dict[str, str] = {}
    found = _HEAD.search(markup)
    if found:
        root = html.fromstring(found.group().encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
        title = next(iter(root.iter("title")), None)
        said["title"] = words_of(title)
        for meta in root.iter("meta"):
            key = _SAID.get((attribute(meta, "name") or attribute(meta, "property")).lower())
            if key and attribute(meta, "content"):
                said.setdefault(key, attribute(meta, "content"))
    language = _LANGUAGE.search(markup[:16_384])
    if language:
        said["language"] = language.group(1)
    return plain_properties(said)
