"""A document tree as plain data, for writers that take nothing else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from tenun.delivery.charts import svg
from tenun.delivery.numbering import numbers, titles
from tenun.report.tree import Chart, Document, Row, Run, Section, Sentence, Table


def plain(document: Document) -> dict[str, Any]:
    """The document as JSON can hold it: every block a mapping with its class under `node`, charts drawn as SVG.

    Sentences keep their words only; what they rest on is for formats that can show it.

    `anchors` are the ids that a reference can point to.
    """
    return {
        "language": document.language,
        "title": document.title,
        "subtitle": document.subtitle,
        "date": document.date,
        "day": document.day,
        "labels": dict(document.labels),
        "numbers": numbers(document),
        "titles": titles(document),
        "anchors": anchors(document),
        "sections": [_node(section) for section in document.sections],
    }


def anchors(document: Document) -> list[str]:
    """Ids of the sections and of the rows of tables that references point to."""
    found: list[str] = []
    for block in document.blocks():
        if isinstance(block, Section):
            found.append(block.id)
        elif isinstance(block, Table):
            found += [row.anchor for row in block.rows if isinstance(row, Row) and row.anchor]
    return found


def _node(value: Any) -> Any:
    if isinstance(value, Chart):
        return {"node": "Chart", "id": value.id, "title": value.title, "alt": value.alt, "svg": svg(value),
                "note": _node(value.note)}  # fmt: skip
    if isinstance(value, Sentence):
        return {"runs": _node(value.runs)}
    if isinstance(value, Run):
        return {"text": value.text, "kind": value.kind, "target": value.target}
    if is_dataclass(value):
        return {"node": type(value).__name__, **{part.name: _node(getattr(value, part.name)) for part in fields(value)}}
    if isinstance(value, tuple):
        return [_node(part) for part in value]
    return value
