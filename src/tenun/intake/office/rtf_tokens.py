"""The tokens of RTF, and the encodings in which it writes its characters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\x00]+)|[\r\n\x00]+"
)
_MOST_SEEN = 10_000
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOLS = {
    "tab": "\t", "line": "\n", "emdash": "\u2014", "endash": "\u2013", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
SIGNS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"}


@dataclass(slots=True)
class Token:
    """A control word with its number, a sign (`\\~`), a brace, or bytes of text."""

    word: str = ""
    number: int | None = None
    sign: bytes = b""
    brace: bytes = b""
    content: bytes = b""
    coded: bool = False


def tokens_of(content: bytes) -> Iterator[Token]:
    """The tokens in order; binary data is passed over by the length that it declares."""
    at = 0
    # The same words come again and again.
    seen: dict[bytes, Token] = {}
    while found := _TOKEN.match(content, at):
        at = found.end()
        word, number, code, sign, brace, plain = found.groups()
        if word:
            token = seen.get(found[0])
            if token is None:
                name = word.decode("ascii")
                token = Token(name.lower() if word.isupper() else name, None if number is None else int(number))
                if len(seen) < _MOST_SEEN:
                    seen[found[0]] = token
            if word == b"bin":
                at += max(0, token.number or 0)
            yield token
        elif code:
            yield Token(content=bytes.fromhex(code.decode("ascii")), coded=True)
        elif plain:
            yield Token(content=plain)
        elif brace:
            yield Token(brace=brace)
        elif sign:
            yield Token(sign=sign)


def codepage(number: int | None) -> str:
    """The name of a code page; Western European where it is not known.

    >>> codepage(1251), codepage(99)
    ('cp1251', 'cp1252')
    """
    name = {65001: "utf-8", 10000: "mac_roman", 708: "iso8859_6"}.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
