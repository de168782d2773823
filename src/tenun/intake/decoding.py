"""Bytes into text: byte-order marks first, then strict UTF-8, else the likeliest encoding with a warning."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from tenun.errors import InputRefused, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = (
    "cp1252", "latin_1", "mac_roman", "cp1250", "cp1251", "cp1256", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr",
)  # fmt: skip
_MOST_CONTROLS = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, not yet canonical, and what was uncertain about it."""

    text: str
    encoding: str
    warnings: tuple[Problem, ...] = ()


def decode(content: bytes, where: str = "") -> Decoded:
    """The text of a file's bytes. Raises InputRefused when they are no text in an encoding that can be told.

    >>> decode(b"\\xff\\xfek\\x00o\\x00t\\x00a\\x00").text
    'kota'
    """
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    try:
        decoded = Decoded(content.decode(marked or "utf-8"), marked or "utf-8")
    except UnicodeDecodeError as error:
        if marked:
            raise InputRefused("intake.not-text", where=where) from error
        decoded = _guessed(content, where)
    if _controls(decoded.text) > _MOST_CONTROLS:
        raise InputRefused("intake.not-text", where=where)
    return decoded


def _guessed(content: bytes, where: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = None if b"\x00" in content else from_bytes(content, cp_isolation=list(_GUESSES)).best()
    if best is None:
        raise InputRefused("intake.not-text", where=where)
    warning = Problem("warning", "intake.encoding-guessed", where, {"encoding": best.encoding})
    return Decoded(str(best), best.encoding, (warning,))


def _controls(text: str) -> float:
    """The share of control characters other than white space."""
    head = text[:20_000]
    controls = sum(unicodedata.category(char) == "Cc" and not char.isspace() for char in head)
    return controls / max(1, len(head))
