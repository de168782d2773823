"""Guids: how rows are known outside; 16 bytes in SQLite, `uuid` in PostgreSQL, text everywhere else."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import LargeBinary
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from tenun.errors import InputRefused

PLAIN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def spelled(guid: str) -> str:
    """The one spelling of a guid: small letters with hyphens.

    Raises InputRefused when it is no UUID.

    >>> spelled("{6446E6D1-933A-4E0B-8F00-000000000001}")
    '6446e6d1-933a-4e0b-8f00-000000000001'
    """
    if PLAIN.fullmatch(guid):
        return guid
    try:
        return str(uuid.UUID(guid))
    except (ValueError, AttributeError, TypeError):
        raise InputRefused("store.not-a-guid") from None


def new_guids(count: int) -> list[str]:
    """Random guids (UUID version 4)."""
    noise = bytearray(os.urandom(16 * count))
    for at in range(0, len(noise), 16):
        noise[at + 6] = 0x40 | noise[at + 6] & 0x0F
        noise[at + 8] = 0x80 | noise[at + 8] & 0x3F
    return unpacked(bytes(noise))


def packed(guids: Iterable[str]) -> bytes:
    """Guids in their one spelling as bytes, 16 each; one call for many is much faster than one call each.

    >>> len(packed(["6446e6d1-933a-4e0b-8f00-000000000001"] * 3))
    48
    """
    return bytes.fromhex("".join(guids).replace("-", ""))


def unpacked(content: bytes) -> list[str]:
    """The guids of bytes, 16 each.

    >>> unpacked(packed(["6446e6d1-933a-4e0b-8f00-000000000001"]))
    ['6446e6d1-933a-4e0b-8f00-000000000001']
    """
    digits = content.hex()
    return [
        f"{digits[at : at + 8]}-{digits[at + 8 : at + 12]}-{digits[at + 12 : at + 16]}-{digits[at + 16 : at + 20]}-"
        f"{digits[at + 20 : at + 32]}"
        for at in range(0, len(digits), 32)
    ]


def pieces(guids: Iterable[str]) -> list[bytes]:
    """Guids in their one spelling as 16 bytes each."""
    content = packed(guids)
    return [content[at : at + 16] for at in range(0, len(content), 16)]


def spelled_by_driver(values: Sequence[Any]) -> list[str]:
    """Guids of a column as the driver gives them: 16 bytes each, or UUIDs."""
    return unpacked(b"".join(values)) if values and isinstance(values[0], bytes) else [str(value) for value in values]


class Guid(TypeDecorator[str]):
    """The column type of guids: text in Python, as small as each database can hold it."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """`uuid` in PostgreSQL, a BLOB of 16 bytes in SQLite."""
        return dialect.type_descriptor(UUID(as_uuid=False) if dialect.name == "postgresql" else LargeBinary(16))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """From text to what the database holds."""
        return value if value is None or dialect.name == "postgresql" else packed([spelled(value)])

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """From what the database holds to text."""
        return value if value is None or dialect.name == "postgresql" else unpacked(value)[0]
