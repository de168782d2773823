"""The web app beside Taguette 1.5.2, over HTTP and in Chromium, on the same corpus in the same run.

    python bench/web_speed.py [--to FILE] [--quick]
    python bench/web_speed.py --page FIGURES

1,000 texts of 10 kB, one of 1 MB and one of 5 MB with 2,000 overlapping highlights each, 200 codes, 100,000 highlights.
Taguette is installed into an environment of its own below `build/bench`; `--quick` takes a small corpus, and leaves
Taguette out where it has not been installed. Chromium is driven by playwright. Everything is bounded in time: where
Taguette has not drawn a text when the time is up, its figure is null and the time it had stands beside it.

`--page` writes `docs/explanation/speed.md` and the table of the README from figures that `bench/run.py` has kept.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from peers.environments import VERSIONS, python_of
from web import browsing, taguette_side, tenun_side
from web.corpus import FULL, QUICK, Size, Text, make_texts
from web.measuring import Side, adds, adds_together, asked_until, pages
from web.page import AIMS, as_page, ratios, with_table

CLIENTS = 20
TOGETHER_S = 10.0
REPORT_S, QUICK_REPORT_S = 180.0, 10.0
ROOT = Path(__file__).resolve().parent.parent
PAGE, README = ROOT / "docs" / "explanation" / "speed.md", ROOT / "README.md"


def main() -> int:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    words.add_argument("--quick", action="store_true", help="a small corpus, and nothing is downloaded")
    words.add_argument("--page", type=Path, metavar="FIGURES", help=f"write {PAGE.name} from kept figures")
    asked = words.parse_args()
    if asked.page:
        kept = json.loads(asked.page.read_text("utf-8"))
        PAGE.write_text(as_page(kept), "utf-8")
        README.write_text(with_table(README.read_text("utf-8"), kept), "utf-8")
        return 0
    # What was started is ended on the way out, also where somebody ends this run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    figures = measure(quick=asked.quick)
    text = json.dumps(figures, indent=2)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")
    return 0


def measure(*, quick: bool) -> dict[str, Any]:
    """Both sides, one after the other, and the ratios."""
    size = QUICK if quick else FULL
    texts = list(make_texts(size))
    corpus = {"texts": size.texts, "text_bytes": size.text_bytes, "long_bytes": size.long_bytes,
              "on_long": size.on_long, "codes": size.codes, "highlights": size.highlights}  # fmt: skip
    figures: dict[str, Any] = {"machine": machine(), "corpus": corpus}
    with tempfile.TemporaryDirectory() as name:
        figures["tenun"] = tenun_figures(Path(name), texts, size, quick=quick)
    interpreter = python_of("taguette", install=not quick)
    if interpreter is None:
        return {**figures, "taguette": None, "left_out": "taguette is not installed, and a quick run downloads nothing"}
    with tempfile.TemporaryDirectory() as name:
        figures["taguette"] = taguette_figures(interpreter, Path(name), texts, size, quick=quick)
    return {**figures, "ratio": ratios(figures), "missed": missed(figures["tenun"])}


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    load = [round(one, 2) for one in os.getloadavg()] if hasattr(os, "getloadavg") else None
    return {"python": platform.python_version(), "cpus": os.cpu_count(), "load_before": load}


def missed(figures: dict[str, Any]) -> list[str]:
    """The aims that Tenun missed in this run."""
    found = []
    for name, (path, at_most) in AIMS.items():
        value: Any = figures
        for part in path:
            value = value[part]
        if (value > at_most) if at_most > 0 else (value < -at_most):
            found.append(f"{name}: {value}")
    return found


def tenun_figures(folder: Path, texts: list[Text], size: Size, *, quick: bool) -> dict[str, Any]:
    """Everything about Tenun."""
    tell("tenun: filling")
    begun = time.perf_counter()
    scope = tenun_side.fill(folder, texts, size.codes)
    figures: dict[str, Any] = {"fill_s": round(time.perf_counter() - begun, 1)}
    scope.store.close()
    with tenun_side.serving(folder, scope) as side:
        check(side, texts)
        long = texts[: len(size.long_bytes)]
        with browsing.chromium() as browser:
            tell("tenun: Chromium")
            times = 2 if quick else 5
            figures["drawn_ms"] = [browsing.tenun_drawn(browser, side, text, times) for text in long]
            figures["end_drawn_ms"] = [browsing.tenun_end_drawn(browser, side, text) for text in long]
            figures["added_on_screen_ms"] = [browsing.tenun_added(browser, side, text, 12) for text in long]
        figures.update(over_http(side, texts, size, quick=quick))
        tell("tenun: while a report is built")
        figures["while_report"] = while_report(side, texts[2:], size, QUICK_REPORT_S if quick else REPORT_S)
    tell(json.dumps(figures))
    return {**figures, "load_after": machine()["load_before"]}


def taguette_figures(interpreter: Path, folder: Path, texts: list[Text], size: Size, *, quick: bool) -> dict[str, Any]:
    """Everything about Taguette."""
    tell("taguette: filling")
    begun = time.perf_counter()
    taguette_side.fill(interpreter, folder, quick=quick)
    figures: dict[str, Any] = {"version": VERSIONS["taguette"], "fill_s": round(time.perf_counter() - begun, 1)}
    at_most_s = [60.0, 60.0] if quick else [300.0, 240.0]
    with taguette_side.serving(interpreter, folder, free_port(), texts) as side:
        check(side, texts)
        figures["drawn_at_most_ms"] = [1000 * seconds for seconds in at_most_s]
        figures["drawn_ms"] = []
        for text, seconds in zip(texts, at_most_s, strict=False):
            tell(f"taguette: Chromium, {text.name}, {seconds:.0f} s at most")
            with browsing.chromium() as browser:
                figures["drawn_ms"].append(browsing.taguette_drawn(browser, side, text, seconds))
        figures.update(over_http(side, texts, size, quick=quick))
        tell("taguette: while all highlights are exported")
        figures["while_export"] = while_export(side, texts[2:], size)
    tell(json.dumps(figures))
    return {**figures, "load_after": machine()["load_before"]}


def check(side: Side, texts: list[Text]) -> None:
    """Both serve the same corpus, or no figure means anything."""
    client = side.client()
    for text in (*texts[:3], texts[-1]):
        found = side.highlights(client, text)
        assert found == len(text.highlights), (side.name, text.name, found, len(text.highlights))
    client.close()


def over_http(side: Side, texts: list[Text], size: Size, *, quick: bool) -> dict[str, Any]:
    """What both can be asked in the same way."""
    tell(f"{side.name}: over HTTP")
    times = 5 if quick else 15
    return {
        "add_ms": [adds(side, text, size.codes, times) for text in (*texts[:2], texts[2])],
        "page_ms": pages(side, size.codes, times),
        "together": adds_together(side, texts[2:], size.codes, CLIENTS, 2.0 if quick else TOGETHER_S),
    }


def while_report(side: tenun_side.Tenun, texts: list[Text], size: Size, at_most_s: float) -> dict[str, Any]:
    """The longest request while the reports are written, in both languages and all formats."""
    client, busy = side.client(), threading.Event()
    begun = time.perf_counter()
    job = client.json("POST", f"{side.below}/reports", {})["id"]
    state: dict[str, Any] = {"state": "running"}

    def watch() -> None:
        while state["state"] == "running" and time.perf_counter() - begun < at_most_s:
            time.sleep(0.25)
            state.update(client.json("GET", f"{side.below}/jobs/{job}"))
        busy.clear()

    return {**_while(watch, busy, side, texts, size), "report": state["state"], "error": state.get("error"),
            "report_s": round(time.perf_counter() - begun, 1)}  # fmt: skip


def while_export(side: taguette_side.Taguette, texts: list[Text], size: Size) -> dict[str, Any]:
    """The longest request while all highlights are exported as one page, which is the nearest thing to a report."""
    client, busy = side.client(), threading.Event()
    begun = time.perf_counter()
    took: list[float] = []

    def watch() -> None:
        took.append(client.ask("GET", f"{side.project}/export/highlights/.html")[0])
        busy.clear()

    return {**_while(watch, busy, side, texts, size), "export_s": round(time.perf_counter() - begun, 1)}


def _while(work: Any, busy: threading.Event, side: Side, texts: list[Text], size: Size) -> dict[str, Any]:
    busy.set()
    watching = threading.Thread(target=work)
    watching.start()
    try:
        return asked_until(side, texts, size.codes, busy, REPORT_S)
    finally:
        watching.join()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def tell(words: str) -> None:
    """Say what is done now, for the run is long."""
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
