"""Photograph every view of the web app in both themes, and a report's first page, into docs/pictures.

Run `python tools/pictures.py` after `python hatch_build.py`; it takes Chromium and playwright. The worked study is brought
in anew each time, so what is shown is what the program makes of it today.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tenun.server.run import Ready

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SIZE = {"width": 1280, "height": 800}
THEMES = ("light", "dark")
LIMIT_BYTES = 4_000_000
COLOURS = 192
PATIENCE_MS = 60_000

# Name of the picture, where it is taken, what is pressed there, what must stand before it is taken, and what it shows.
SHOTS = (
    ("study", "home", (), ".step", "The study: where it stands, what to do next, the journal"),
    ("sources", "sources/S05", (), "aside.panel", "Sources, with the appraisal of one"),
    ("reader", "reader/S05", ("n", "n"), ".inspector", "The reader: codings in the margin, one of them in hand"),
    ("code-picker", "reader/S05", ("s", "c"), "#picker-list", "Coding by key: the code picker"),
    ("side-by-side", "reader/S05?with=S06", (), ".pane + .pane .margin", "Two texts, with the wording they share"),
    ("codebook", "codebook/TC-TOUR", (), "form.code-form", "Codebook: definitions in both languages"),
    ("retrieve", "retrieve?code=TC-TOUR", (), "article", "Retrieve: passages of a code"),
    ("agreement", "agreement", (), "tbody tr", "Agreement: figures, code by code"),
    ("motives", "motives", (), "ol.motives", "Motives: witnesses, chances, other rules"),
    ("timeline", "timeline", (), "main svg", "Timeline and map"),
    ("report", "report", (), "iframe", "The report, in the app"),
)  # fmt: skip


def main() -> int:
    """Take the pictures; returns 1 where they are too large together."""
    from playwright.sync_api import sync_playwright

    from tenun.study.import_paths import import_paths
    from tenun.study.run_demo import example_folder

    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "worked.tenun"
        import_paths(str(path), [example_folder()])
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        )
        with _serving(path) as ready:
            for theme in THEMES:
                _take_all(browser, ready, theme)
            _take_report(browser, path, Path(folder) / "report")
        browser.close()
    _write_list()
    total = sum(_smaller(picture) for picture in sorted(PICTURES.glob("*.png")))
    sys.stdout.write(f"{len(list(PICTURES.glob('*.png')))} pictures, {total:,} bytes\n")
    return int(total > LIMIT_BYTES)


@contextmanager
def _serving(path: Path) -> Iterator[Ready]:
    from tenun.server.run import prepared

    with prepared([str(path)], coder="A") as ready:
        thread = threading.Thread(target=ready.server.run, kwargs={"sockets": [ready.socket]})
        thread.start()
        while not ready.server.started:
            time.sleep(0.01)
        try:
            yield ready
        finally:
            ready.server.should_exit = True
            thread.join()


def _take_all(browser: Browser, ready: Ready, theme: str) -> None:
    study = next(iter(ready.studies)).guid
    context = browser.new_context(viewport=SIZE, reduced_motion="reduce", color_scheme=theme, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(ready.invitation())
    page.wait_for_selector(".step")
    for name, place, keys, awaited, _ in SHOTS:
        page.evaluate("(hash) => { location.hash = hash; }", f"#/{study}/{place}")
        page.wait_for_selector(awaited)
        _rest(page)
        if keys:
            page.wait_for_selector(".margin .bar")
            page.locator("[data-reading]").first.focus()
            for key in keys:
                page.keyboard.press(key)
            page.wait_for_selector(awaited)
        if name == "report":
            page.frame_locator("iframe").locator("h1").first.wait_for()
        page.screenshot(path=PICTURES / f"{name}-{theme}.png", animations="disabled", caret="hide")
        page.keyboard.press("Escape")
    context.close()


def _rest(page: Page) -> None:
    """Wait until nothing loads and every font is there."""
    page.wait_for_function("!document.querySelector('.skeleton') && document.fonts.status === 'loaded'")


def _take_report(browser: Browser, study: Path, folder: Path) -> None:
    """The first page of the report, as a file that one gives away."""
    from tenun.study.opening import open_scope
    from tenun.study.write_report import write_report

    scope = open_scope(str(study), coder="A")
    try:
        written = write_report(scope, folder / "report-en.html")
    finally:
        scope.store.close()
    page = browser.new_page(viewport={"width": 900, "height": 1200})
    page.goto(written.as_uri())
    page.screenshot(path=PICTURES / "report-en.png", animations="disabled")
    page.close()


def _smaller(picture: Path) -> int:
    """Fewer colours, which screens of text do not miss; returns the bytes. Without Pillow a picture stays as it is."""
    try:
        from PIL import Image
    except ImportError:
        return picture.stat().st_size
    with Image.open(picture) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)
    return picture.stat().st_size


def _write_list() -> None:
    """The page that shows them."""
    lines = ["# Pictures", "", "Made by `python tools/pictures.py` from the worked study, in English; see there.", ""]
    for name, *_, shown in SHOTS:
        lines += [f"## {shown}", "", *[f"![{shown}, {theme}]({name}-{theme}.png)" for theme in THEMES], ""]
    lines += ["## The report, first page", "", "![First page of the report in English](report-en.png)"]
    (PICTURES / "README.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
