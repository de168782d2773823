"""The canonical text of a source: what every offset counts on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Canonical:
    """A canonical text, and the positions (code points) at which a character that cannot be stored was replaced."""

    text: str
    replaced_cp: tuple[int, ...] = ()


def canonical(text: str) -> Canonical:
    """Line ends become LF, a leading byte-order mark goes, U+0000 and lone surrogates become U+FFFD; nothing else.

    >>> canonical("\\ufeffsatu\\r\\ndua\\rtiga").text
    'satu\\ndua\\ntiga'
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = tuple(match.start() for match in _UNSTORABLE.finditer(plain))
    return Canonical(_UNSTORABLE.sub(REPLACEMENT, plain) if found else plain, found)
