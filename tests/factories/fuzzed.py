"""Every door through which a stranger's bytes come in, for the fuzzer and for the tests that hold what it found.

What comes of the bytes is whole, or they are refused by one of our own errors; anything else is a fault.
"""

from __future__ import annotations

import io
import json
import socket
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from tests.factories import foreign_projects as foreign
from tests.factories.documents_pdf import by_hand, shown, typeset
from tests.factories.hostile_corpus import PARTS, TEXTS, archive
from tests.factories.media import png
from tests.factories.office_documents import document
from tests.factories.other_programs.as_documented import qualcoder, rqda

from tenun.coding.codings_csv import read_csv, records
from tenun.errors import TenunError
from tenun.exchange.codings_xlsx import read_xlsx
from tenun.exchange.projects.reading import read_project
from tenun.exchange.refi.archive import read_archive
from tenun.intake.guard.url import check_public, web_address
from tenun.intake.guard.yaml_text import load_yaml
from tenun.intake.literature.records import read_records
from tenun.intake.readers import READERS
from tenun.intake.survey.columns import decide
from tenun.intake.survey.grid import read_grid
from tenun.intake.web.fetching import fetch
from tenun.study.make_study import make_study
from tenun.study.merging.read_copy import made_anew
from tenun.study.projects.sidecar import ORDER, VERSION, Sidecar
from tenun.text.canonical import canonical

FOUND = Path(__file__).parents[1] / "attack" / "found_by_fuzzing"
_OTHER_PROGRAMS = Path(__file__).parent / "other_programs"
_SHEET = "xl/worksheets/sheet1.xml"
_ENDINGS = {"markdown": "md", "plain_text": "txt", "transcript": "txt", "image": "png", "web_page": "captured.html"}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SMALL = {
    "docx": [
        f"<w:document {_W}><w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Kota</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:ins w:author='A'><w:r><w:t>"
        "b</w:t></w:r></w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p></w:body></w:document>".encode()
    ],
    "html": [
        b"<html lang=id><head><title>K</title><meta charset=utf-8></head><body><h1>Kota</h1><table><tr><td>a<td>b"
        b"</table><p>x<br>y <a href=https://a.example>z</a><ul><li>q</ul><blockquote>r</blockquote><pre>s\n t</pre>"
    ],
    "rtf": [
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}}{\info{\title K}{\creatim\yr2019\mo1}}{\revtbl{A;}{B;}}"
        rb"\f0\uc1 \u-10179?\u-8704?\'e0\par\trowd\intbl a\cell b\par c\cell\row\pard\outlinelevel0 H\par"
        rb"{\footnote\ftnalt n}{\field{\*\fldinst HYPERLINK \"http://a\"}{\fldrslt l}}{\*\annotation k}{\deleted d}}"
    ],
    "pdf": [by_hand(shown([(20, 100, "satu dua"), (20, 80, "tiga-"), (20, 60, "empat")]))],
    "image": [
        png(9, 7), b"GIF89a\x09\x00\x07\x00", b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x07\x00\x09\x01\x01\x11\x00",
        b"RIFF\x1a\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x08\x00\x00\x06\x00\x00",
        b"II*\x00\x08\x00\x00\x00\x02\x00\x00\x01\x03\x00\x01\x00\x00\x00\x09\x00\x00\x00\x01\x01\x03\x00\x01\x00\x00\x00\x07",
    ],
    "transcript": [
        b"[00:00:01] Ana: 1. Halo?\n\n[00:00:02] Budi: Ya.\n", b"Ana (00:01)\nHalo\n\nBudi (00:02)\nYa\n",
        b"---\nspeakers: [A, B]\nguide_question_ids: [q1]\n---\n\nA: 1. Halo?\nB: Ya.\nA: 2. Lagi?\n",
    ],
}  # fmt: skip
_BIB = b"@book{a, title={Kota {kembar}}, author={A, B and C}, year=2019, file={:a.pdf:}}\n@article{b, title={x}}\n"
_RIS = b"TY  - BOOK\nTI  - Kota\nAU  - A, B\nPY  - 2019/01/02\nL1  - a.pdf\nER  -\n"
_CSL = b'[{"id":"a","type":"book","title":"Kota","author":[{"family":"A"}],"issued":{"date-parts":[[2019]]}}]'
_TABLE = b"source;quote;code;coder;round\r\nS1;Kami setuju;M1;ana;1\r\nS1;;M2;ana;\r\n"
_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nKota\r\n0\r\n\r\n"


@dataclass(frozen=True)
class Door:
    """What bytes go through, and the bytes that a fuzzer begins with."""

    enter: Callable[[bytes], object]
    seeds: Callable[[], list[bytes]]

    def __call__(self, content: bytes) -> bool:
        """Whether the bytes came in; False where they were refused."""
        try:
            self.enter(content)
        except TenunError:
            return False
        return True


def _reader(name: str) -> Door:
    """A reader; for DOCX, ODT and EPUB the part that holds the text, within a whole archive.

    Fuzzed as a whole, nearly every archive would end at its checksums.
    """
    module = import_module(f"tenun.intake.readers.{name}")

    def enter(content: bytes) -> None:
        whole = _with_member(f"libreoffice.{name}", PARTS[name], content) if name in PARTS else content
        reading = module.read(whole, f"a.{_ENDINGS.get(name, name)}")
        # A second byte-order mark at the head is a character of the text.
        assert reading.text.startswith("\ufeff") or canonical(reading.text).text == reading.text
        for mark in reading.landmarks:
            assert 0 <= mark.span.start_cp <= mark.span.end_cp <= len(reading.text)
        for turn in reading.turns:
            assert turn.span.end_cp <= len(reading.text)

    return Door(enter, lambda: _seeds(name))


def _seeds(name: str) -> list[bytes]:
    """Small ones first, for what a fuzzer changes is found faster in them; then what real programs wrote."""
    small = _SMALL.get(name, [])
    if name in PARTS:
        return [*small, _members(f"libreoffice.{name}")[PARTS[name]]]
    if name in ("rtf", "html", "web_page"):
        ending = "html" if name == "web_page" else name
        return [*small, *(document(f"{program}.{ending}") for program in ("libreoffice", "pandoc"))]
    if name == "pdf":
        return [*small, typeset("= Kota\nDenpasar #table[a][b]")]
    return small or [TEXTS[_ENDINGS.get(name, name)].encode()]


@lru_cache(maxsize=8)
def _members(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document(name))) as whole:
        return {found: whole.read(found) for found in whole.namelist()}


def _with_member(name: str, part: str, content: bytes) -> bytes:
    return archive({**_members(name), part: content}, zipfile.ZIP_STORED)


@lru_cache(maxsize=1)
def _workbook() -> dict[str, bytes]:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in (["source", "quote", "code", "tanggal"], ["S1", "Kami setuju", "M1", 3.5], ["S1", True, "M2", None]):
        book.active.append(row)
    book.save(out)
    with zipfile.ZipFile(out) as whole:
        return {found: whole.read(found) for found in whole.namelist()}


def _sheet(content: bytes) -> bytes:
    return archive({**_workbook(), _SHEET: content}, zipfile.ZIP_STORED)


def _survey(content: bytes) -> None:
    grid = read_grid(content, "a.csv")
    assert all(len(row) == len(grid.columns) for row in grid.rows)
    assert len(decide(grid)) == len(grid.columns)


def _project(content: bytes) -> None:
    texts = {"Sources/a.txt": "Kota 😀 kembar.\r\nDua.".encode(), "tenun/study.json": b"{}"}
    read_archive(archive({"project.qde": content, **texts}, zipfile.ZIP_STORED), "a.qdpx")


def _sidecar(content: bytes) -> None:
    qde = f'<Project xmlns="{foreign.NAMESPACE}" name="x"/>'.encode()
    opened = read_archive(archive({"project.qde": qde, "tenun/study.json": content}, zipfile.ZIP_STORED), "a.qdpx")
    Sidecar(opened.sidecar or {}, "a.qdpx")


def _qde() -> list[bytes]:
    texts = f'<TextSource guid="{foreign.guid(3)}" name="a" plainTextPath="internal://a.txt">{{}}</TextSource>'
    coded = foreign.selection(foreign.PRODUCERS["nvivo windows"], 1, 0, 4)
    body = f'<Codes><Code guid="{foreign.guid(2)}" name="m" isCodable="true"/></Codes>'
    whole = f"<CodeBook>{body}</CodeBook><Sources>{texts.format(coded)}</Sources>"
    return [f'<Project xmlns="{foreign.NAMESPACE}" name="x" origin="NVivo">{whole}</Project>'.encode()]


def _codebook() -> list[bytes]:
    code = f'<Code guid="{foreign.guid(2)}" name="m" isCodable="true"><Description>d</Description></Code>'
    return [f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{code}</Codes></CodeBook>'.encode()]


def _sidecars() -> list[bytes]:
    tables: dict[str, object] = {name: {"columns": ["guid"], "rows": []} for name in ORDER}
    tables["coder"] = {"columns": ["guid", "key"], "rows": [[foreign.guid(1), "ana"]]}
    whole = {"format": "tenun-study", "version": VERSION, "study": {"guid": foreign.guid(9)}, "tables": tables}
    return [json.dumps({**whole, "originals": {}, "carried": {"coding": []}, "texts": {}}).encode()]


def _database(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.sqlite3"
        file.write_bytes(content)
        read_project(file, "a")


def _databases() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        made = [qualcoder(Path(folder) / "q.qda") / "data.qda", rqda(Path(folder) / "r.rqda")]
        return [path.read_bytes() for path in (*made, _OTHER_PROGRAMS / "taguette-1.5.2.sqlite3")]


def _copy(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.tenun"
        file.write_bytes(content)
        made_anew(file, "a")


def _copies() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tenun"
        make_study(str(path), title="Kota").store.close()
        return [path.read_bytes()]


def _address(content: bytes) -> None:
    address = web_address(content.decode("utf-8", "replace"))
    assert address.scheme in ("http", "https")
    assert address.url.isascii()
    assert web_address(address.url) == address
    assert not any(char in address.host for char in "/@\\ ?#")


def _answer(content: bytes) -> None:
    """An answer of a server; each connection, a redirect's too, gets the same."""
    with _lines(content) as connect:
        page = fetch("http://a.example/", resolver=lambda host, port: ["93.184.216.34"], connect=connect)
        assert page.status == 200


@contextmanager
def _lines(content: bytes) -> Iterator[Callable[[str, int, float], socket.socket]]:
    ends: list[socket.socket] = []

    def connect(ip: str, port: int, seconds: float) -> socket.socket:
        check_public(ip)
        ours, theirs = socket.socketpair()
        ends.extend((ours, theirs))
        ours.settimeout(seconds)
        theirs.sendall(content[:65_536])
        theirs.shutdown(socket.SHUT_WR)
        return ours

    try:
        yield connect
    finally:
        for end in ends:
            end.close()


DOORS: dict[str, Door] = {
    **{name: _reader(name) for name in READERS},
    "survey": Door(_survey, lambda: [b'id;Mengapa?\n1;"Karena; dekat"\n2;Tidak tahu\n']),
    "survey_workbook": Door(lambda content: _survey(_sheet(content)), lambda: [_workbook()[_SHEET]]),
    "codings_table": Door(lambda content: read_csv(content, "a.csv"), lambda: [_TABLE]),
    "codings_workbook": Door(lambda content: read_xlsx(_sheet(content), "a.xlsx"), lambda: [_workbook()[_SHEET]]),
    "metadata_table": Door(lambda content: records(content, "m.csv"), lambda: [b"File,Title\na.md,Satu\n"]),
    "references": Door(lambda content: read_records(content, "a"), lambda: [_BIB, _RIS, _CSL]),
    "yaml": Door(lambda content: load_yaml(content.decode("utf-8", "replace")), lambda: [b"a: 1\nb: [c, {d: e}]\n"]),
    "refi_project": Door(_project, _qde),
    "refi_codebook": Door(lambda content: read_archive(content, "a.qdc"), _codebook),
    "refi_sidecar": Door(_sidecar, _sidecars),
    "foreign_project": Door(_database, _databases),
    "study_copy": Door(_copy, _copies),
    "web_address": Door(_address, lambda: [b"https://Example.org:443/a%20b?x=1#y", b"http://[2001:4860::1]/"]),
    "web_answer": Door(_answer, lambda: [_PAGE, b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"]),
}


def found_inputs() -> list[tuple[str, Path]]:
    """What fuzzing found before: the door and the file, whose name is the door's, two dashes and what it is."""
    return [(path.name.partition("--")[0], path) for path in sorted(FOUND.glob("*--*"))]
