"""How guids, colours, times, numbers and words are spelled in QDA-XML, and what programs write instead."""

from __future__ import annotations

import re
import uuid
from decimal import Decimal

_GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")
_NAMES = uuid.UUID("2f0d3b36-6a8e-5c0f-8a53-0a4a2b0e6c11")
_COLOUR = re.compile(r"#(?:([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])|(?:[0-9a-fA-F]{2})?([0-9a-fA-F]{6}))")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")


def plain_guid(spelled: str) -> str:
    """The one spelling of a guid; a name in its place becomes the same guid wherever it stands.

    >>> plain_guid("{6446E6D1-933A-4E0B-8F00-000000000001}")
    '6446e6d1-933a-4e0b-8f00-000000000001'
    >>> plain_guid("Motive") == plain_guid(" Motive")
    True
    """
    match = _GUID.fullmatch(spelled.strip())
    return match.group(1).lower() if match else str(uuid.uuid5(_NAMES, spelled.strip()))


def is_guid(spelled: str) -> bool:
    """Whether it is a guid at all, in any usual spelling."""
    return _GUID.fullmatch(spelled.strip()) is not None


def derived_guid(of: str, what: str) -> str:
    """The guid of a thing that hangs on another and has none of its own."""
    return str(uuid.uuid5(uuid.UUID(of), what))


def plain_colour(spelled: str) -> str:
    """A colour as `#rrggbb`, from `#rgb`, `#rrggbb` or `#aarrggbb`; empty for anything else.

    >>> plain_colour("#F80"), plain_colour("#FFa0B0c0"), plain_colour("red")
    ('#ff8800', '#a0b0c0', '')
    """
    match = _COLOUR.fullmatch(spelled.strip())
    if match is None:
        return ""
    long = match.group(4) or "".join(2 * match.group(part) for part in (1, 2, 3))
    return f"#{long.lower()}"


def is_writable(text: str) -> bool:
    """Whether XML can hold the text as it is."""
    return _UNWRITABLE.search(text) is None


def writable(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def plain_time(spelled: str | None) -> str:
    """A point in time as the schema has it; empty for anything else."""
    return spelled if spelled and _TIME.fullmatch(spelled) else ""


def decimal(value: float) -> str:
    """A number without exponent, as `xsd:decimal` wants it.

    >>> decimal(1e-7)
    '0.0000001'
    """
    return format(Decimal(repr(value)), "f")
