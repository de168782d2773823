"""The page on formats names every ending that can be read, and the bounds as they are."""

from __future__ import annotations

from tests.unit.house.tree import ROOT

from tenun.intake.guard import html_markup, size, xml_tree, zip_archive
from tenun.intake.guard.reader_process import BOUNDS
from tenun.intake.readers import formats

PAGE = (ROOT / "docs/reference/formats.md").read_text("utf-8")


def test_every_format_has_its_section() -> None:
    headings = " ".join(line for line in PAGE.splitlines() if line.startswith("## "))
    sections = {"plain-text": "Plain text", "image": "Pictures", "web-page": "web", "transcript": "Transcripts"}
    for found in formats():
        assert sections.get(found.extractor, found.extractor).lower() in headings.lower()


def test_the_bounds_are_those_of_the_program() -> None:
    section = PAGE.partition("## Bounds")[2].partition("\n## ")[0].replace("\n", " ")
    for words in (
        f"{size.SOURCE_BYTES // size.MIB} MiB",
        f"{size.SOURCE_CP // 1_000_000} million characters",
        f"{BOUNDS.seconds:.0f} seconds",
        f"{BOUNDS.memory // size.MIB // 1024} GiB",
        f"{zip_archive.MOST_UNPACKED // size.MIB} MiB",
        f"{zip_archive.MOST_RATIO} times",
        f"{zip_archive.MOST_MEMBERS:,} members",
        f"{xml_tree.DEEPEST} levels",
        f"{html_markup.DEEPEST:,}",
    ):
        assert words in section
