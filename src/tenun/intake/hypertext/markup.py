"""The bytes of a page as text: by its mark, by the encoding it declares, or as text is decoded."""

from __future__ import annotations

import codecs
import re

from tenun.intake.decoding import Decoded, decode

_HEAD = 4_096
_DECLARED = (
    re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})[\"']", re.I),
    re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I),
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN = {"ascii", "iso8859-1"}
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_SELF_CLOSED = re.compile(rf"<(?!(?:{_VOID})\b)([A-Za-z][A-Za-z0-9:]*)((?:\s[^<>]*?)?)/>", re.I)


def markup_of(content: bytes, where: str = "") -> Decoded:
    """A page's markup. In XHTML an element without content may be closed at once; here it is closed as in HTML.

    >>> markup_of(b'<meta charset="iso-8859-1"><p>caf\\xe9').text[-4:]
    'café'
    """
    found = _declared(content) or decode(content, where)
    if found.text.lstrip("\ufeff \t\r\n").startswith("<?xml") or "http://www.w3.org/1999/xhtml" in found.text[:_HEAD]:
        return Decoded(_SELF_CLOSED.sub(r"<\1\2></\1>", found.text), found.encoding, found.warnings)
    return found


def _declared(content: bytes) -> Decoded | None:
    if content.startswith(_MARKS):
        return None
    names = (match.group(1).decode("ascii") for form in _DECLARED if (match := form.search(content[:_HEAD])))
    for name in names:
        try:
            encoding = codecs.lookup(name).name
            if encoding.startswith("utf-16"):
                continue
            # Browsers read what calls itself Latin-1 as Windows-1252, and pages rely on it.
            encoding = "cp1252" if encoding in _LATIN else encoding
            return Decoded(content.decode(encoding), encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return None
