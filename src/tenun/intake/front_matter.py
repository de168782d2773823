"""YAML front matter: what stands between two lines of three dashes at the head of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tenun.errors import InputRefused
from tenun.intake.guard.size import FRONT_MATTER_CP
from tenun.intake.guard.yaml_text import load_yaml

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
OTHER_NAMES = {
    "accessed": "retrieved",
    "date": "published",
    "lang": "language",
    "type": "kind",
    "organisation": "institution",
    "organization": "institution",
    "invented": "synthetic",
}


@dataclass(frozen=True, slots=True)
class Fronted:
    """A text parted from its front matter; the body starts at `offset_cp` of the whole."""

    metadata: dict[str, Any]
    body: str
    offset_cp: int


def part(text: str, where: str = "") -> Fronted:
    """The front matter, its names made ours, and the body without the blank lines before it.

    `text` is canonical. Raises InputRefused for front matter that does not close, is too long or is no mapping.

    >>> part("---\\nAccessed: 2026-11-24\\n---\\n\\nKota.").metadata
    {'retrieved': '2026-11-24'}
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Fronted({}, text, 0)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Fronted({}, text, 0)
    if closing.start() > FRONT_MATTER_CP:
        raise InputRefused("intake.front-matter-too-long", where=where, most=FRONT_MATTER_CP)
    offset = closing.end() + len(text[closing.end() :]) - len(text[closing.end() :].lstrip("\n"))
    return Fronted(_metadata(text[opening.end() : closing.start()], where), text[offset:], offset)


def plain_name(name: str) -> str:
    """A metadata name as we write it: lower case, words joined by underscores, common synonyms made one.

    >>> plain_name("Published-Note"), plain_name("lang")
    ('published_note', 'language')
    """
    folded = name.strip().lower().replace("-", "_").replace(" ", "_")
    return OTHER_NAMES.get(folded, folded)


def _metadata(block: str, where: str) -> dict[str, Any]:
    found = load_yaml(block, where)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise InputRefused("intake.front-matter-no-mapping", where=where)
    return {plain_name(str(name)): value for name, value in found.items() if value is not None}
