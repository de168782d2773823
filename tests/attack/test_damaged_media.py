"""Damaged and hostile PDFs, subtitles, pictures, surveys and records: read or refused, and the next file is read."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
from tests.factories.documents_pdf import PAGE, by_hand, shown, typeset
from tests.factories.media import png

from tenun.errors import InputRefused
from tenun.intake.documents import read_apart
from tenun.intake.guard.reader_process import reader_process
from tenun.intake.literature.records import read_records
from tenun.intake.survey.grid import read_grid

FLIPS = 60
PDF = typeset(PAGE + "= Judul\nKota Denpasar #pagebreak() #table(columns: 2, [a], [b])")
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana>Halo &amp; <b>semua</b>.\n\n00:02.000 --> 00:04.000\n<v Budi>Ya.\n"
SRT = b"1\n00:00:00,000 --> 00:00:01,000\nANA: Halo.\n\n2\n00:00:02,000 --> 00:00:03,000\nBUDI: Ya.\n"
TRANSCRIPT = b"[00:00:01] Ana: Halo.\n\n[00:00:02] Budi: Ya.\n"
BIB = b"@book{a, title={Kota {kembar}}, author={A, B and C}, year=2019, file={:a.pdf:}}\n@article{b, title={x}}\n"
RIS = b"TY  - BOOK\nTI  - Kota\nAU  - A, B\nPY  - 2019/01/02\nER  -\n"
CSL = json.dumps([{"id": "a", "type": "book", "title": "Kota", "issued": {"date-parts": [[2019]]}}]).encode()
SURVEY = b'id;Mengapa?\n1;"Karena; dekat"\n2;Tidak tahu\n'


def flipped(content: bytes, seed: int) -> bytes:
    """The content with some bytes changed, taken out or doubled."""
    chance = random.Random(seed)
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(damaged))
        what = chance.random()
        if what < 0.6:
            damaged[at] ^= 1 << chance.randrange(8)
        elif what < 0.8:
            del damaged[at : at + chance.randint(1, 40)]
        else:
            damaged[at:at] = damaged[at : at + chance.randint(1, 40)]
        if not damaged:
            return b"x"
    return bytes(damaged)


@pytest.mark.parametrize(
    ("content", "name"),
    [(PDF, "a.pdf"), (VTT, "a.vtt"), (SRT, "a.srt"), (TRANSCRIPT, "a.txt"), (png(9, 7), "a.png")],
)
def test_damaged_documents_are_read_or_refused(content: bytes, name: str) -> None:
    outcomes = [_outcome(lambda seed=seed: read_apart(flipped(content, seed), name)) for seed in range(FLIPS)]
    assert set(outcomes) <= {"read", "refused"}
    assert read_apart(content, name).extractor


@pytest.mark.parametrize("content", [BIB, RIS, CSL])
def test_damaged_records_are_read_or_refused(content: bytes) -> None:
    asked = [flipped(content, seed) for seed in range(FLIPS)]
    outcomes = [_outcome(lambda one=one: reader_process.call(None, read_records, one, "a")) for one in asked]
    assert set(outcomes) <= {"read", "refused"}
    assert reader_process.call(None, read_records, content, "a").records


def test_damaged_surveys_are_read_or_refused() -> None:
    outcomes = [_outcome(lambda seed=seed: read_grid(flipped(SURVEY, seed), "a")) for seed in range(FLIPS)]
    assert set(outcomes) <= {"read", "refused"}


def _outcome(work: Callable[[], object]) -> str:
    try:
        work()
    except InputRefused:
        return "refused"
    return "read"


def _loop() -> bytes:
    """A page tree that is its own child."""
    return by_hand(shown([(20, 100, "satu")])).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")


def _bomb() -> bytes:
    """A content stream that unpacks to 400 MB."""
    import zlib

    packed = zlib.compress(b"0 0 m " * 70_000_000, 9)
    whole = by_hand("X")
    head, _, rest = whole.partition(b"<< /Length 1 >>\nstream\nX")
    return head + b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + rest


@pytest.mark.parametrize(
    "content",
    [
        _loop(),
        by_hand(shown([(20, 100, "x" * 30_000)])),
        by_hand("BT /F1 10 Tf " + "(a) Tj " * 200_000 + "ET"),
        by_hand(shown([(20, 100, "satu")]), boxes="/MediaBox [0 0 0 0]"),
        by_hand(shown([(20, 100, "satu")]), boxes="/MediaBox [0 0 99999999 1]"),
        by_hand(shown([(1e9, 1e9, "satu"), (-1e9, 5, "dua")])),
        by_hand(shown([(20, 100, "satu")]), pages=4_000),
        b"%PDF-1.7\n" + b"1 0 obj\n" * 200_000,
        b"%PDF-1.7\n" + b"[" * 2_000_000,
    ],
    ids=["loop", "long", "many", "empty-box", "wide", "far", "pages", "objects", "deep"],
)
def test_hostile_pdfs_are_read_or_refused(content: bytes) -> None:
    assert _outcome(lambda: read_apart(content, "a.pdf")) in ("read", "refused")
    assert read_apart(PDF, "a.pdf").extractor == "pdf"


@pytest.mark.slow
def test_a_stream_that_unpacks_without_end_meets_the_bounds() -> None:
    assert _outcome(lambda: read_apart(_bomb(), "a.pdf")) in ("read", "refused")
    assert read_apart(PDF, "a.pdf").extractor == "pdf"
