"""RIS, as Zotero, EndNote, Mendeley and publishers' sites write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tenun.errors import InputRefused
from tenun.intake.literature.records import (
    Record,
    Records,
    attachment,
    authors_as_csl,
    date_as_csl,
    date_of,
    plain_doi,
)  # fmt: skip

_TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "EBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "THES": "thesis", "RPRT": "report", "GOVDOC": "report", "ELEC": "webpage",
    "BLOG": "post-weblog", "LEGAL": "legislation", "STAT": "legislation", "BILL": "bill", "CASE": "legal_case",
    "PCOMM": "personal_communication", "VIDEO": "motion_picture", "SOUND": "song", "MAP": "map",
}  # fmt: skip
_TAG = re.compile(r"^[A-Z][A-Z0-9] {2}-")


def read(text: str, name: str) -> Records:
    """The records of a RIS file; InputRefused when it cannot be read at all."""
    import rispy

    try:
        entries = rispy.loads(_tidy(text), skip_unknown_tags=True)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise InputRefused("literature.broken", where=name) from error
    found = [_record(entry, number) for number, entry in enumerate(entries, 1)]
    kept = tuple(record for record in found if record.title)
    return Records(kept, len(found) - len(kept))


def _tidy(text: str) -> str:
    """Lines that carry on a value joined to it, and the last record closed."""
    lines: list[str] = []
    for line in text.split("\n"):
        if _TAG.match(line) or not lines or not line.strip():
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
    return "\n".join([*lines, "ER  - " if not re.search(r"^ER {2}-\s*\Z", text.rstrip(), re.M) else "", ""])


def _record(entry: Mapping[str, Any], number: int) -> Record:
    def said(*names: str) -> str:
        values = (entry.get(name) for name in names)
        found = next((value for value in values if value), "")
        return " ".join(str(found[0] if isinstance(found, list) else found).split())

    authors = tuple(entry.get("authors") or entry.get("first_authors") or ())
    journal = said("journal_name", "secondary_title", "alternate_title3")
    year, month, day = [*re.split(r"[/-]", said("date", "year", "publication_year")), "", "", ""][:3]
    date = date_of(year, month, day)
    paths = [entry.get(f"file_attachments{at}") for at in (1, 2, 4)]
    files = [path for value in paths for path in (value if isinstance(value, list) else [value]) if path]
    title = said("title", "primary_title")
    csl = {
        "type": _TYPES.get(said("type_of_reference"), "document"),
        "title": title,
        **({"author": authors_as_csl(authors)} if authors else {}),
        **({"container-title": journal} if journal else {}),
        **{key: said(*names) for key, names in _SAME.items() if said(*names)},
        **date_as_csl(date),
    }
    pages = [part for part in (said("start_page"), said("end_page")) if part]
    if pages:
        csl["page"] = "-".join(pages)
    return Record(
        said("id", "reference_id") or str(number),
        title,
        authors,
        said("publisher") or journal,
        date,
        said("urls", "url"),
        plain_doi(said("doi")),
        said("language").lower()[:2],
        tuple(filter(None, map(attachment, map(str, files)))),
        csl,
    )


_SAME = {
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "volume": ("volume",),
    "issue": ("number",),
    "DOI": ("doi",),
    "URL": ("urls", "url"),
    "ISSN": ("issn",),
    "abstract": ("abstract", "notes_abstract"),
    "language": ("language",),
}
