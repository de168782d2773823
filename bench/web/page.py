"""What the figures say: ratios, aims, and the page of the documentation."""

from __future__ import annotations

from typing import Any

AIMS: dict[str, tuple[tuple[Any, ...], float]] = {
    "1 MB drawn": (("drawn_ms", 0, "median_ms"), 1_000),
    "5 MB drawn": (("drawn_ms", 1, "median_ms"), 2_000),
    "add, 1 MB": (("add_ms", 0, "median_ms"), 30),
    "add, 5 MB": (("add_ms", 1, "median_ms"), 30),
    "add on screen, 1 MB": (("added_on_screen_ms", 0, "median_ms"), 50),
    "add on screen, 5 MB": (("added_on_screen_ms", 1, "median_ms"), 50),
    "page of a code": (("page_ms", "median_ms"), 50),
    "adds a second": (("together", "adds_per_second"), -400),
    "while a report": (("while_report", "longest_ms"), 500),
}
"""Where in Tenun's figures an aim is looked up, and what it may be at most (at least, where negative)."""


def ratios(figures: dict[str, Any]) -> dict[str, Any]:
    """How many times faster Tenun is; where Taguette was not done in time, the least that it can be."""
    ours, theirs = figures["tenun"], figures["taguette"]
    drawn = [
        round((found or at_most) / own["median_ms"], 1)
        for found, at_most, own in zip(theirs["drawn_ms"], theirs["drawn_at_most_ms"], ours["drawn_ms"], strict=True)
    ]
    return {
        "drawn": drawn,
        "drawn_at_least": [found is None for found in theirs["drawn_ms"]],
        "add": [
            round(one["median_ms"] / own["median_ms"], 1)
            for one, own in zip(theirs["add_ms"], ours["add_ms"], strict=True)
        ],
        "page": round(theirs["page_ms"]["median_ms"] / ours["page_ms"]["median_ms"], 1),
        "adds_per_second": round(ours["together"]["adds_per_second"] / theirs["together"]["adds_per_second"], 1),
        "longest_while_report": round(theirs["while_export"]["longest_ms"] / ours["while_report"]["longest_ms"], 1),
    }


def as_page(kept: dict[str, Any]) -> str:
    """The page, from what `bench/run.py` keeps."""
    return ""
