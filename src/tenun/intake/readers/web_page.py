"""Pages captured from the web: their main text, without menus, notices and comments."""

from __future__ import annotations

import re
from typing import Any

from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused
from tenun.intake.decoding import decode
from tenun.intake.guard.size import check_length
from tenun.intake.reading import Format, Reading
from tenun.text.canonical import canonical

ENDING = ".captured.html"
FORMAT = Format("web-page", "1", (ENDING,), "page captured from the web", "halaman yang diambil dari web")
MOST_ELEMENTS = 200_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_HEAD = 4_096
_TAG = re.compile(r"<[A-Za-z]")


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """The name that a capture gives to the page it keeps."""
    return name.lower().endswith(ENDING)


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The main text by trafilatura, a blank line between paragraphs; title, publisher and date as the page says.

    Raises InputRefused where there is none, and where the extra `web` is not installed.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise InputRefused("web.extra-missing", where=name) from error
    markup = _markup(content, name)
    check_length(markup, where=name)
    if sum(1 for _ in _TAG.finditer(markup)) > MOST_ELEMENTS:
        raise InputRefused("web.too-many-elements", where=name, most=f"{MOST_ELEMENTS:,}")
    found = bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    words = [line.strip() for line in (getattr(found, "text", None) or "").split("\n") if line.strip()]
    if not words:
        raise InputRefused("web.no-main-text", where=name)
    text = canonical("\n\n".join(words))
    return Reading(text.text, FORMAT.extractor, FORMAT.version, text.replaced_cp, _metadata(found))


def _markup(content: bytes, name: str) -> str:
    """The page as text: by its mark, UTF-8, the encoding that it declares, or the likeliest."""
    declared = _CHARSET.search(content[:_HEAD])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            try:
                return content.decode(declared.group(1).decode("ascii"))
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(content, name).text


def _metadata(found: Any) -> dict[str, Any]:
    said = {"title": found.title, "author": found.author, "publisher": found.sitename, "published": found.date}
    return {name: " ".join(str(value).split()) for name, value in said.items() if value}
