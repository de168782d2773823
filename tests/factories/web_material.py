"""The files that the people of the browser tests bring in, and what they do with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, expect
from tests.factories.web_reading import Person

MOTIVES = ("MOT-MKT", "MOT-TC", "MOT-IDP", "MOT-ADM", "MOT-BIL")
OPENING = {
    "A1": "Denpasar wants more visitors from South Africa. The mayor spoke of tourism first.",
    "B2": "Universitas dan sekolah akan bertukar guru. Wali kota menyebut pariwisata sebagai alasan utama.",
}


def _document(key: str, kind: str, language: str, text: str) -> FilePayload:
    front = f"id: {key}\ntitle: Title of {key}\nkind: {kind}\nlanguage: {language}\npublished: '2019-03-18'\n"
    return {"name": f"{key}.md", "mimeType": "text/markdown", "buffer": f"---\n{front}---\n\n{text}\n".encode()}


FILES = [_document("A1", "official", "en", OPENING["A1"]), _document("B2", "news", "id", OPENING["B2"])]


def load_framework(someone: Person) -> None:
    """Load the codebook from the page of an empty study."""
    expect(someone.page.get_by_role("heading", name=someone.said("home.begin")).first).to_be_visible()
    someone.page.get_by_role("button", name="south-south-sister-city").click()
    someone.told("sources.framework_loaded")


def import_files(someone: Person, files: Any = None) -> None:
    """Choose files, look at what would come in, and bring them in."""
    someone.page.locator("input[type=file]").first.set_input_files(files or FILES)
    someone.button("sources.import_do").click()
    someone.told("sources.import_done")


def drop_files(someone: Person, folder: Path) -> None:
    """Drop the files on the page from the desktop, look at what would come in, and bring them in."""
    paths = [folder / str(file["name"]) for file in FILES]
    for path, file in zip(paths, FILES, strict=True):
        path.write_bytes(file["buffer"])
    box = someone.page.locator(".zone").first.bounding_box()
    assert box is not None
    desktop = someone.page.context.new_cdp_session(someone.page)
    held = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        desktop.send("Input.dispatchDragEvent", {"type": kind, **place, "data": held})
    someone.button("sources.import_do").click()
    someone.told("sources.import_done")


def name_motives(someone: Person) -> None:
    """Say which codes are the motives, on the form of the study."""
    someone.go("home")
    someone.button("home.edit_study").click()
    for motive in MOTIVES:
        someone.page.locator(f"input[type=checkbox][value={motive}]").check()
    someone.button("shell.save").click()
    expect(someone.page.locator("dialog[open]")).to_have_count(0)


def appraise(someone: Person, key: str, letter: str = "B", digit: int = 2) -> None:
    """Appraise a source from the table of sources."""
    someone.go("sources")
    someone.page.get_by_role("row").filter(has_text=f"Title of {key}").locator("td").first.click()
    panel = someone.page.get_by_role("complementary", name=f"Title of {key}")
    for scale, chosen in (("reliability", letter), ("credibility", str(digit))):
        group = panel.get_by_role("group", name=someone.said(f"sources.{scale}"))
        group.get_by_role("radio", name=chosen, exact=True).check()
    someone.button("sources.appraise", panel).click()
    someone.told("sources.appraised")
