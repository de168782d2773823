"""What is refused at an import says why and what to do, in the user's language."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.documents_pdf import by_hand, locked, shown
from tests.factories.served_study import Browser, serving, small_study

from tenun.study.make_study import make_study

LOCKED = locked(by_hand(shown([(20, 100, "satu")])))


@pytest.mark.parametrize(
    ("language", "why", "what"),
    [
        ("en", "The PDF is locked with a password.", "save or print it as a PDF without one"),
        ("id", "PDF ini dikunci dengan kata sandi.", "simpan atau cetak sebagai PDF tanpa kata sandi"),
    ],
)
def test_on_the_command_line(tmp_path: Path, language: str, why: str, what: str) -> None:
    (tmp_path / "a.pdf").write_bytes(LOCKED)
    make_study(str(tmp_path / "a.tenun"), title="Kota").store.close()
    asked = [sys.executable, "-c", "from tenun.cli import main; main()", "import", "a.tenun", "a.pdf"]
    environment = {**os.environ, "TENUN_LANG": language, "PYTHONUTF8": "1"}
    said = subprocess.run(
        asked, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    words = " ".join(said.stdout.replace("│", " ").split())
    assert why in words
    assert what in words
    assert "already" not in words
    assert "sudah ada" not in words


def test_in_the_app(tmp_path: Path) -> None:
    with serving([small_study(tmp_path / "a.tenun")]) as ready, Browser(ready) as browser:
        found = browser.ok("POST", "/import", files=[("files", ("a.pdf", LOCKED))], data={"dry_run": "true"})
    (problem,) = found["problems"]
    assert problem["en"].endswith("and bring that in.")
    assert problem["id"].endswith("lalu masukkan berkas itu.")
