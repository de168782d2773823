"""A study with a picture, a page and a recording, each coded in places."""

from __future__ import annotations

from pathlib import Path

from tests.factories.documents_pdf import by_hand, shown
from tests.factories.media import png, wav

from tenun.study.codebook.add_code import add_code
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study
from tenun.study.scope import StudyScope

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana>Halo.\n\n00:01.000 --> 00:02.000\n<v Budi>Ya, kopi.\n"
PAGE = shown([(20, 150, "Kedua kota bekerja sama."), (20, 100, "Kopi diekspor.")])


def seen_and_heard(folder: Path, coder: str = "ana") -> StudyScope:
    """The study, open: sources `foto` (200 x 100 pixels), `rapat` (two seconds) and `surat` (300 x 200 points)."""
    files = {"foto.png": png(200, 100), "rapat.vtt": VTT, "rapat.wav": wav(2), "surat.pdf": by_hand(PAGE)}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    scope = make_study(str(folder / "study.tenun"), title="Kota", coder=coder)
    report = import_documents(scope, [folder / name for name in files])
    assert report.errors == (), report
    for key in ("PORT", "COFFEE"):
        add_code(scope, key=key, label_en=key.title())
    return scope
