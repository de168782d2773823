"""Guards of archives: documents, workbooks, books and projects."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.factories import hostile_corpus
from tests.factories.guards.guard import ENDLESS, Guard, never, nothing, replacing, told
from tests.factories.hostile_corpus import archive

from tenun.intake.guard.zip_archive import Archive
from tenun.intake.survey.grid import read_grid


def _names(content: bytes) -> str:
    return told(lambda: " ".join(Archive(content).names))


def _hostile(name: str) -> bytes:
    return dict(hostile_corpus.names_that_lead_out())[f"{name}.docx"]


def _unpacked(members: dict[str, bytes]) -> str:
    def read() -> int:
        opened = Archive(archive(members))
        return sum(len(opened.read(name) or b"") for name in opened.names)

    return told(read)


def _locked() -> bytes:
    whole = bytearray(archive({"a": b"x"}, zipfile.ZIP_STORED))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.find(signature) + at] |= 1
    return bytes(whole)


def _workbook(folder: Path) -> str:
    """A workbook whose first cell stands in an entity."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    book.active.append(["id", "kota"])
    book.active.append(["1", "Denpasar"])
    book.save(out)
    with zipfile.ZipFile(out) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    declared = b'<!DOCTYPE worksheet [<!ENTITY a "swapped">]>'
    members[sheet] = declared + members[sheet].replace(b"Denpasar", b"&a;")
    return told(lambda: read_grid(archive(members), "a.xlsx").rows[0][1])


ARCHIVES = (
    Guard("archives: names that lead out", lambda folder: _names(_hostile("climbs-0")), "intake.archive-refused",
          "word/document.xml ../tenun-was-here", replacing("intake.guard.zip_archive._is_plain", by=bool)),
    Guard("archives: links", lambda folder: _names(_hostile("link")), "intake.archive-refused",
          "word/document.xml word/link", replacing("intake.guard.zip_archive.stat.S_ISLNK", by=never)),
    Guard("archives: locked members", lambda folder: _names(_locked()), "intake.archive-refused", "a",
          replacing("intake.guard.zip_archive._is_plain", by=bool)),
    Guard("archives: unusual packing", lambda folder: _names(archive({"a": b"x"}, zipfile.ZIP_LZMA)),
          "intake.archive-refused", "a", replacing("intake.guard.zip_archive._METHODS", by=(zipfile.ZIP_LZMA,))),
    Guard("archives: two members of one name", lambda folder: _names(_hostile("capitals")), "intake.archive-refused",
          "word/document.xml WORD/DOCUMENT.XML", replacing("intake.guard.zip_archive._names_twice", by=never)),
    Guard("archives: members in one place",
          lambda folder: told(lambda: len(Archive(hostile_corpus.overlapping("a", 50)).names)),
          "intake.archive-broken", "50", replacing("intake.guard.zip_archive._overlap", by=never)),
    Guard("archives: number of members",
          lambda folder: told(lambda: len(Archive(archive({str(number): b"" for number in range(5_001)})).names)),
          "intake.archive-refused", "5001", replacing("intake.guard.zip_archive.MOST_MEMBERS", by=ENDLESS),
          ("intake.guard.zip_archive.MOST_MEMBERS",)),
    Guard("archives: how much comes out", lambda folder: _unpacked({"a": bytes(1 << 20), "b": bytes(1 << 20)}),
          "intake.archive-too-large", str(2 << 20), nothing, ("intake.guard.zip_archive.MOST_UNPACKED",),
          on=replacing("intake.guard.zip_archive.MOST_UNPACKED", by=3 << 19)),
    Guard("archives: how much comes out of how little", lambda folder: _unpacked({"a": bytes(11 << 20)}),
          "intake.archive-too-large", str(11 << 20), replacing("intake.guard.zip_archive.MOST_RATIO", by=ENDLESS),
          ("intake.guard.zip_archive.MOST_RATIO",)),
    Guard("workbooks: document types", _workbook, "intake.archive-refused", "swapped",
          replacing("intake.guard.zip_archive._DOCUMENT_TYPE", by=b"<!NEVER")),
)  # fmt: skip
