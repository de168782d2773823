"""Pictures: sources that are looked at and have no text."""

from __future__ import annotations

from tenun.corpus.landmarks import Landmark
from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused
from tenun.intake.media_types import medium_of
from tenun.intake.naming import stem
from tenun.intake.picture_sizes import picture_size
from tenun.intake.reading import Format, Reading
from tenun.text.spans import Span

FORMAT = Format("image", "1", (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff"), "picture", "gambar")


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """The first bytes of a picture, whatever its name."""
    return (medium_of(head) or "").startswith("image/")


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """No text, and one landmark `image` with the type and the size in pixels. The picture is not decoded.

    Raises InputRefused for a header that is broken, and for more than 200 million pixels.
    """
    medium = medium_of(content) or ""
    if not medium.startswith("image/"):
        raise InputRefused("media.picture-broken", where=name)
    width, height = picture_size(content, medium, name)
    size = {"mime": medium, "width": str(width), "height": str(height)}
    mark = Landmark("image", Span(0, 0), attributes={"name": stem(name), **size})
    return Reading("", FORMAT.extractor, FORMAT.version, landmarks=(mark,), medium=medium)
