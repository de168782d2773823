"""Photograph every view of the web app in both themes, and a report's first page, into docs/pictures.

Run `.venv/bin/python tools/pictures.py` after `make test` has set everything up; it takes Chromium. The worked study is
brought in anew each time, so what is shown is what the program makes of it today. `--to FOLDER --language id` takes
them elsewhere in the other language.
"""

from __future__ import annotations

import argparse
import base64
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from fewer_colours import small_png

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tenun.server.run import Ready

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
LIMIT_BYTES = 3_000_000
PATIENCE_MS = 60_000
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")


class Shot(NamedTuple):
    """A picture: its name, where it is taken, what is pressed there, what must stand before it, and what it shows."""

    name: str
    place: str
    keys: tuple[str, ...]
    awaited: str
    shows: str


SHOTS = (
    Shot("study", "home", (), ".step", "The study: where it stands, what to do next, the journal"),
    Shot("sources", "sources/S05", (), "aside.panel", "Sources, with the appraisal of one"),
    Shot("reader", "reader/S05", ("n", "n"), ".inspector", "The reader: codings in the margin, one of them in hand"),
    Shot("code-picker", "reader/S05", ("s", "c"), "#picker-list", "Coding by key: the code picker"),
    Shot("side-by-side", "reader/{S05}?with={S06}", (), ".pane + .pane [data-reading]", "Two texts, what they share"),
    Shot("codebook", "codebook/TC-TOUR", (), "form.code-form", "Codebook: definitions in both languages"),
    Shot("retrieve", "retrieve?code=TC-TOUR", (), "article", "Retrieve: passages of a code"),
    Shot("matrix", "retrieve", ("matrix",), "table button[data-cell]", "Retrieve: codes by kind of source"),
    Shot("framework", "retrieve", ("framework",), "button.cell", "Retrieve: the framework matrix"),
    Shot("agreement", "agreement", (), "tbody tr", "Agreement: figures, code by code"),
    Shot("disagreements", "agreement", ("queue",), ".queue .list li", "Agreement: one disagreement after the other"),
    Shot("motives", "motives", (), "ol.motives", "Motives: witnesses, chances, other rules"),
    Shot("figures", "figures", (), ".plot", "Figures: by method, with input and program"),
    Shot("timeline", "timeline", (), "main svg", "Timeline: dated facts with their quotes"),
    Shot("map", "timeline", ("map",), "main svg path", "Map: the tie among the places of the study"),
    Shot("report", "report", (), "iframe", "The report, in the app"),
)
TABS = {"matrix": 2, "framework": 3, "queue": 2, "map": 3}
"""Which of the view's pages is opened, by its place among them."""
GUIDS = """async (study) => {
  const page = await (await fetch(`/api/studies/${study}/sources?limit=500`)).json();
  return Object.fromEntries(page.rows.map((row) => [row.key, row.guid]));
}"""
PIXELS = """async (png) => {
  const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
  const image = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const drawn = canvas.getContext("2d");
  drawn.drawImage(image, 0, 0);
  const bytes = drawn.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [image.height, image.width, btoa(text)];
}"""


def main(arguments: list[str]) -> int:
    """Take the pictures; returns 1 where they are too large together."""
    asked = _asked(arguments)
    asked.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _chromium() as browser:
        path = _worked_study(Path(folder))
        with _serving(path, asked.language) as ready:
            for theme in THEMES:
                _take_all(browser, ready, theme, asked)
        if not asked.only:
            _take_report(browser, path, Path(folder), asked)
    if asked.to == PICTURES:
        _write_list()
    sizes = [picture.stat().st_size for picture in asked.to.glob("*.png")]
    sys.stdout.write(f"{len(sizes)} pictures, {sum(sizes):,} bytes\n")
    return int(sum(sizes) > LIMIT_BYTES)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="pictures.py", description="Photograph every view of the web app.")
    parser.add_argument("--to", type=Path, default=PICTURES, help="folder for the pictures")
    parser.add_argument("--language", choices=("en", "id"), default="en")
    parser.add_argument("--only", nargs="*", default=[], help="names of pictures; all of them where none is named")
    parser.add_argument("--size", default="1280x800", help="width and height of the window")
    return parser.parse_args(arguments)


def _worked_study(folder: Path) -> Path:
    from tenun.study.importing.import_paths import import_paths
    from tenun.study.run_demo import example_folder

    path = folder / "worked.tenun"
    import_paths(str(path), [example_folder()])
    return path


@contextmanager
def _chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield browser
        browser.close()


@contextmanager
def _serving(path: Path, language: str) -> Iterator[Ready]:
    from tenun.server.run import prepared

    with prepared([str(path)], coder="A", language=language) as ready:
        thread = threading.Thread(target=ready.server.run, kwargs={"sockets": [ready.socket]})
        thread.start()
        while not ready.server.started:
            time.sleep(0.01)
        try:
            yield ready
        finally:
            ready.server.should_exit = True
            thread.join()


def _take_all(browser: Browser, ready: Ready, theme: Theme, asked: argparse.Namespace) -> None:
    study = next(iter(ready.studies)).guid
    width, height = map(int, asked.size.split("x"))
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", color_scheme=theme, locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(ready.invitation())
    page.wait_for_selector(".step")
    guids = page.evaluate(GUIDS, study)
    for shot in SHOTS:
        if not asked.only or shot.name in asked.only:
            page.evaluate("(hash) => { location.hash = hash; }", f"#/{study}/{shot.place.format_map(guids)}")
            _prepare(page, shot)
            _keep(page, asked.to / f"{shot.name}-{theme}.png")
            page.keyboard.press("Escape")
            page.evaluate("(hash) => { location.hash = hash; }", f"#/{study}/home")
            page.wait_for_selector(".step")
    context.close()


def _prepare(page: Page, shot: Shot) -> None:
    """Press the keys of a picture and wait until nothing loads and every font is there."""
    for key in shot.keys:
        if key in TABS:
            page.locator(f".page > header .segmented button:nth-child({TABS[key]})").click()
            continue
        page.wait_for_selector(".margin .bar")
        page.locator("[data-reading]").first.focus()
        page.keyboard.press(key)
    page.wait_for_selector(shot.awaited)
    page.mouse.move(0, 0)
    page.wait_for_selector(".skeleton", state="detached")
    page.evaluate("document.fonts.ready.then(() => true)")
    if shot.name == "report":
        page.frame_locator("iframe").locator("h1").first.wait_for()


def _take_report(browser: Browser, study: Path, folder: Path, asked: argparse.Namespace) -> None:
    """The first page of the report, as a file that one gives away."""
    from tenun.study.opening import open_scope
    from tenun.study.write_report import write_report

    scope = open_scope(str(study), coder="A")
    try:
        written = write_report(scope, folder / f"report-{asked.language}.html", language=asked.language)
    finally:
        scope.store.close()
    context = browser.new_context(viewport={"width": 900, "height": 1200})
    page = context.new_page()
    page.goto(written.as_uri())
    _keep(page, asked.to / f"report-{asked.language}.png")
    context.close()


def _keep(page: Page, picture: Path) -> None:
    """Take the picture and write it in few colours."""
    taken = base64.b64encode(page.screenshot(animations="disabled", caret="hide")).decode()
    blank = page.context.new_page()
    height, width, content = blank.evaluate(PIXELS, taken)
    blank.close()
    pixels = np.frombuffer(base64.b64decode(content), dtype=np.uint8).reshape(height, width, 4)
    picture.write_bytes(small_png(pixels[:, :, :3]))


def _write_list() -> None:
    """The page that shows them."""
    lines = ["# Pictures", "", "Made by `.venv/bin/python tools/pictures.py` from the worked study, in English.", ""]
    for shot in SHOTS:
        lines += [f"## {shot.shows}", ""]
        lines += [f"![{shot.shows}, {theme}]({shot.name}-{theme}.png)" for theme in THEMES] + [""]
    lines += ["## The report, first page", "", "![First page of the report in English](report-en.png)"]
    (PICTURES / "README.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
