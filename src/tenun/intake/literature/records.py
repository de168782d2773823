"""A record of literature, and reading files of them, told apart by content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, cast

from tenun.errors import InputRefused
from tenun.intake.decoding import decode
from tenun.intake.folder.dates import iso_date
from tenun.intake.guard.size import MIB, check_bytes
from tenun.intake.naming import stem, suffix
from tenun.text.canonical import canonical

ENDINGS = (".ris", ".bib", ".bibtex")
RECORDS_BYTES = 64 * MIB
MOST_RECORDS = 100_000
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: at for at, name in enumerate(_MONTH_NAMES, 1)}
_RIS = re.compile(r"^TY {2}-", re.M)
_BIBTEX = re.compile(r"^\s*@\w+\s*[{(]", re.M)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: `id` in its file, `files` the names of its attachments without folder and ending, `csl` all of it."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str | None = None
    url: str = ""
    doi: str = ""
    language: str = ""
    files: tuple[str, ...] = ()
    csl: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file, and how many of its entries could not be read."""

    records: tuple[Record, ...]
    broken: int = 0


def read_records(content: bytes, name: str) -> Records:
    """The records of a RIS, BibTeX or CSL-JSON file. Raises InputRefused when it is none of them, or has no record.

    >>> found = read_records(b"TY  - BOOK\\nTI  - Paradiplomacy\\nAU  - Kuznetsov, A\\nPY  - 2015\\nER  - \\n", "a.ris")
    >>> found.records[0].title, found.records[0].published
    ('Paradiplomacy', '2015')
    """
    check_bytes(content, RECORDS_BYTES, name)
    text = canonical(decode(content, name).text).text
    found = _reader(text, name)(text, name)
    if not found.records:
        raise InputRefused("literature.no-records", where=name)
    if len(found.records) > MOST_RECORDS:
        raise InputRefused("literature.too-many", where=name, most=f"{MOST_RECORDS:,}")
    return found


def is_csl_json(content: bytes) -> bool:
    """Whether a JSON file looks like a list of records."""
    head = content[:65_536].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"[") and b'"type"' in head and b'"title"' in head


def date_of(year: object, month: object = None, day: object = None) -> str | None:
    """A date in ISO form from its parts, as far as they are real; months by number or English name.

    >>> date_of("2016", "May", "3"), date_of(2016, 13), date_of("n.d.")
    ('2016-05-03', '2016', None)
    """
    parts = [str(year or "").strip()]
    at = _MONTHS.get(str(month or "").strip().lower()[:3]) or str(month or "").strip()
    for part in (at, str(day or "").strip()):
        if not str(part).isdigit():
            break
        parts.append(f"{int(part):02}")
    while parts:
        if found := iso_date("-".join(parts)):
            return found
        parts.pop()
    return None


def plain_doi(text: str) -> str:
    """A DOI without its address, in lower case.

    >>> plain_doi("https://doi.org/10.1000/ABC")
    '10.1000/abc'
    """
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.I).lower()


def attachment(path: str) -> str:
    """The name of an attached file without folder and ending; "" for a web address."""
    plain = path.strip().replace("\\", "/")
    if plain.lower().startswith(("http:", "https:")):
        return ""
    name = PurePosixPath(plain).name
    return stem(name) if suffix(name) else ""


def authors_as_csl(names: Sequence[str]) -> list[dict[str, str]]:
    """Names as CSL has them: `Family, Given`, or a whole name."""
    parted = [name.partition(",") for name in names]
    return [
        {"family": family.strip(), "given": given.strip()} if given.strip() else {"literal": family.strip()}
        for family, _, given in parted
    ]


def date_as_csl(date: str | None) -> dict[str, Any]:
    """A date as CSL has it; nothing for none."""
    return {"issued": {"date-parts": [[int(part) for part in date.split("-")]]}} if date else {}


def _reader(text: str, name: str) -> Callable[[str, str], Records]:
    plain = text.lstrip("\ufeff \n\t")
    kind = "csl_json" if plain.startswith(("[", "{")) else "ris" if _RIS.search(text) else "bibtex"
    if kind == "bibtex" and not _BIBTEX.search(text):
        raise InputRefused("literature.no-records", where=name)
    return cast(Callable[[str, str], Records], import_module(f"tenun.intake.literature.{kind}").read)
