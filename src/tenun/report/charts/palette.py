"""Colours and the look that the charts share: indigo and rust, as in a woven cloth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

INK = "#1f2430"
MUTED = "#5d6472"
RULE = "#d9d5cb"
INDIGO = "#27346b"
RUST = "#a8452c"
OCHRE = "#b8862b"
CLOTH = "#f4f0e6"
SEQUENCE = ("#27346b", "#5866a5", "#8f9ac7", "#bcc3de", "#dfe2ef", "#efeff5", "#f6f6f9")
"""From the first rank to the last."""
CLASS_COLOURS = {"interview": "#6d3b5e", "official": INDIGO, "news": "#5f86b3", "literature": OCHRE}
FONT = "Inter"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

Spec = dict[str, Any]


def spec(content: Mapping[str, Any], *, width: int, height: int | Mapping[str, int]) -> Spec:
    """A whole specification with the shared look around `content`."""
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "background": "transparent",
        "padding": 4,
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {
                "labelFontSize": 11, "titleFontSize": 11, "labelColor": INK, "titleColor": MUTED,
                "titleFontWeight": "normal", "gridColor": RULE, "domainColor": MUTED, "tickColor": MUTED,
                "labelLimit": 260,
            },
            "legend": {
                "labelFontSize": 11, "titleFontSize": 11, "labelColor": INK, "titleColor": MUTED, "offset": 26,
                "symbolType": "square",
                "orient": "top", "title": None, "labelLimit": 320, "columnPadding": 14,
            },
        },
        **content,
    }  # fmt: skip


def values(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Rows as the data of a chart."""
    return {"values": list(rows)}


def wrapped(label: str, width: int = 24) -> list[str]:
    """A label in lines of about `width` characters, as an axis prints it.

    >>> wrapped("Bilateral relationship of the two states")
    ['Bilateral relationship', 'of the two states']
    """
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
