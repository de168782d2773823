"""Places in a text that have a name: headings, turns of a transcript, later pages and boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenun.text.spans import Span


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named place of one representation. `kind` is `heading` or `turn`; times are of the recording."""

    kind: str
    span: Span
    start_ms: int | None = None
    end_ms: int | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
