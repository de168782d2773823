"""What the figures say: ratios, aims, and the page of the documentation."""

from __future__ import annotations

from typing import Any

_BEGINS, _ENDS = "<!-- speed: written by bench/web_speed.py -->", "<!-- /speed -->"
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
    figures, run = kept["figures"], kept["run"]
    rows = "\n".join(f"| {' | '.join(row)} |" for row in _rows(figures))
    short = figures["missed"]
    return _PAGE.format(
        rows=rows,
        machine=run["machine"],
        load_tenun=figures["tenun"]["load_after"][0],
        load_taguette=figures["taguette"]["load_after"][0],
        missed="None." if not short else "".join(f"\n- {one}" for one in short),
    )


def with_table(readme: str, kept: dict[str, Any]) -> str:
    """The README with the table of these figures in its place."""
    before, _, rest = readme.partition(_BEGINS)
    _, _, after = rest.partition(_ENDS)
    rows = "\n".join(f"| {' | '.join(row)} |" for row in _rows(kept["figures"]))
    return f"{before}{_BEGINS}\n| | Tenun | Taguette 1.5.2 | times faster |\n|---|---|---|---|\n{rows}\n{_ENDS}{after}"


def _rows(figures: dict[str, Any]) -> list[list[str]]:
    ours, theirs, times = figures["tenun"], figures["taguette"], figures["ratio"]
    rows = []
    for at, length in enumerate(("1 MB", "5 MB")):
        at_least = times["drawn_at_least"][at]
        waited = theirs["drawn_at_most_ms"][at] if at_least else theirs["drawn_ms"][at]
        other = f"not within {_time(waited)}" if at_least else _time(waited)
        ratio = f"{'more than ' if at_least else ''}{times['drawn'][at]:,.0f}"
        rows.append(
            [f"{length}: click to text with highlights", _time(ours["drawn_ms"][at]["median_ms"]), other, ratio]
        )
    for at, length in enumerate(("1 MB", "5 MB", "10 kB")):
        one, other = ours["add_ms"][at]["median_ms"], theirs["add_ms"][at]["median_ms"]
        rows.append([f"{length}: add a highlight, at the server", _time(one), _time(other), f"{times['add'][at]:,.0f}"])
    for at, length in enumerate(("1 MB", "5 MB")):
        one = ours["added_on_screen_ms"][at]["median_ms"]
        rows.append([f"{length}: add a highlight, key to screen", _time(one), "", ""])
    one, other = ours["page_ms"]["median_ms"], theirs["page_ms"]["median_ms"]
    rows.append(["50 passages of a code", _time(one), _time(other), f"{times['page']:,.0f}"])
    one, other = ours["together"]["adds_per_second"], theirs["together"]["adds_per_second"]
    rows.append(
        ["adds a second, 20 people at once", f"{one:,.0f}", f"{other:,.0f}", f"{times['adds_per_second']:,.0f}"]
    )
    one, other = ours["while_report"]["longest_ms"], theirs["while_export"]["longest_ms"]
    ratio = f"{times['longest_while_report']:,.1f}"
    rows.append(["longest request while a report is built", _time(one), _time(other), ratio])
    return rows


def _time(milliseconds: float) -> str:
    """A time as one reads it."""
    return f"{milliseconds / 1000:.3g} s" if milliseconds >= 1000 else f"{milliseconds:.3g} ms"


_PAGE = """# Speed

The web app beside Taguette 1.5.2, on the same corpus in one run: 1,000 texts of 10 kB, one of 1 MB and one of 5 MB
with 2,000 overlapping highlights each, 200 codes, 100,000 highlights. Medians, except where it says longest.

| | Tenun | Taguette | times faster |
|---|---|---|---|
{rows}

Measured on {machine}. The load average was {load_tenun} after Tenun's part and {load_taguette} after Taguette's; other
work was going on wherever that is well above 1.

## How it is measured

- **Click to text.** Chromium without anything in its caches, from the click on the title in the table of sources (in
  Taguette: in the list of documents) to the first moment after a frame in which the text and its highlights are there.
  Tenun draws the part of a text that is on the screen and the rest as it comes into sight; Taguette draws all of it.
- **At the server.** One connection over HTTP, from the request to the end of the answer. Tenun has the change on the
  disk by then (`fsync`).
- **Key to screen.** From the key that applies a code to the selected word until the stripe of the new coding is drawn.
- **20 people at once.** Twenty connections, short texts, ten seconds; an add counts when it is acknowledged.
- **While a report is built.** Somebody opens texts, pages and tables and adds highlights while the reports are written.
  Taguette has no report; it exports all highlights as one page meanwhile.

Aims that this run missed: {missed}

`make bench` takes these figures anew (`python bench/run.py web_speed` takes only these), and
`python bench/web_speed.py --page bench/figures/web_speed.json` writes this page from them.
"""
