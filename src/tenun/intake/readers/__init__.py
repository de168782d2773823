"""One module a format, each with the same three functions: `accepts`, `read`, `describe`.

A new format is a new file here and its name in `READERS`; the first reader that accepts a file reads it.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from tenun.intake.reading import Format, Reader

READERS = (
    "web_page", "image", "pdf", "docx", "odt", "epub", "rtf", "html", "srt", "vtt", "transcript", "markdown",
    "plain_text",
)  # fmt: skip


def readers() -> list[Reader]:
    """The readers, in the order in which they are asked."""
    return [cast(Reader, import_module(f"{__name__}.{name}")) for name in READERS]


def formats() -> list[Format]:
    """What can be read."""
    return [reader.describe() for reader in readers()]
