"""What an office document or a book says about itself: title, author, date, language, publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tenun.intake.folder.dates import iso_date
from tenun.intake.office.elements import name_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = {
    "title": "title",
    "creator": "author",
    "initial-creator": "author",
    "created": "published",
    "creation-date": "published",
    "date": "published",
    "language": "language",
    "publisher": "publisher",
}
_BY_PROGRAMS = re.compile(r"^(?:microsoft word\b.*|untitled.*|python-docx|un-named|.*\.(?:docx?|odt|rtf|html?))$", re.I)


def properties_of(root: _Element | None) -> dict[str, Any]:
    """Metadata from Dublin Core elements, wherever they stand below; what a program filled in by itself is left out."""
    if root is None:
        return {}
    said: dict[str, list[str]] = {}
    for element in root.iter():
        key = _NAMES.get(name_of(element))
        if key:
            said.setdefault(key, []).append(words_of(element))
    return plain_properties({key: "; ".join(dict.fromkeys(values)) for key, values in said.items()})


def plain_properties(said: dict[str, str]) -> dict[str, Any]:
    """Metadata as they are kept: dates as far as the day, languages without their region, no empty ones.

    >>> plain_properties({"title": "", "language": "id-ID", "published": "2019-11-27T08:00:00Z"})
    {'language': 'id', 'published': '2019-11-27'}
    """
    kept: dict[str, Any] = {}
    for key, value in said.items():
        words = " ".join(value.split())
        if key == "language":
            words = re.split("[-_;]", words)[0].lower()
            words = words if re.fullmatch("[a-z]{2,3}", words) else ""
        elif key == "published":
            words = iso_date(words.split(";")[0].partition("T")[0].strip()) or ""
        if words and not _BY_PROGRAMS.match(words):
            kept[key] = words
    return kept
