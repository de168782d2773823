"""BibTeX and BibLaTeX, LaTeX commands made into letters."""

from __future__ import annotations

import logging
import re
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
    "article": "article-journal", "book": "book", "mvbook": "book", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "legislation": "legislation", "unpublished": "manuscript",
}  # fmt: skip
_SAME = {
    "volume": "volume", "number": "issue", "issue": "issue", "pages": "page", "publisher": "publisher",
    "address": "publisher-place", "location": "publisher-place", "doi": "DOI", "url": "URL", "isbn": "ISBN",
    "issn": "ISSN", "abstract": "abstract", "edition": "edition",
}  # fmt: skip
_LANGUAGES = {"english": "en", "american": "en", "british": "en", "indonesian": "id", "bahasa": "id", "bahasai": "id"}
_FILE_PART = re.compile(r"(?<!\\):")


def read(text: str, name: str) -> Records:
    """The records of a BibTeX file; entries that cannot be read are counted. InputRefused when none can."""
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    # It says on its log what it cannot read, with words of the file.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    logging.getLogger("root").addFilter(_silent)
    try:
        with_letters = [middlewares.LatexDecodingMiddleware(), middlewares.SeparateCoAuthors()]
        library = parse_string(text, append_middleware=with_letters)
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise InputRefused("literature.broken", where=name) from error
    finally:
        logging.getLogger("root").removeFilter(_silent)
    found = [_record(entry) for entry in library.entries]
    kept = tuple(record for record in found if record.title)
    return Records(kept, len(found) - len(kept) + len(library.failed_blocks))


def _silent(record: logging.LogRecord) -> bool:
    return False


def _record(entry: Any) -> Record:
    fields = {key.lower(): value.value for key, value in entry.fields_dict.items()}

    def said(*names: str) -> str:
        found = next((fields[name] for name in names if fields.get(name)), "")
        words = "; ".join(map(str, found)) if isinstance(found, list) else str(found)
        return " ".join(words.replace("{", "").replace("}", "").split())

    authors = fields.get("author") or fields.get("editor") or []
    names = tuple(" ".join(str(one).split()) for one in (authors if isinstance(authors, list) else [authors]))
    journal = said("journal", "journaltitle", "booktitle")
    date = date_of(*[*said("date").split("-"), None, None][:3]) if said("date") else None
    date = date or date_of(said("year"), said("month"), said("day"))
    title = ": ".join(filter(None, (said("title"), said("subtitle"))))
    csl = {
        "type": _TYPES.get(entry.entry_type.lower(), "document"),
        "title": title,
        **({"author": authors_as_csl(names)} if names else {}),
        **({"container-title": journal} if journal else {}),
        **{to: said(name).replace("--", "-").replace("–", "-") for name, to in _SAME.items() if said(name)},
        **date_as_csl(date),
    }
    language = said("langid", "language").lower()
    return Record(
        entry.key,
        title,
        names,
        said("publisher", "institution", "school", "organization") or journal,
        date,
        said("url"),
        plain_doi(said("doi")),
        _LANGUAGES.get(language, language[:2]),
        tuple(filter(None, map(_attached, re.split(r"(?<!\\);", str(fields.get("file") or ""))))),
        csl,
    )


def _attached(value: str) -> str:
    """`Description:path:type` as reference managers write it, or a path."""
    parts = [part.replace("\\:", ":").replace("\\\\", "\\") for part in _FILE_PART.split(value)]
    return attachment(parts[1] if len(parts) > 2 else parts[0])
