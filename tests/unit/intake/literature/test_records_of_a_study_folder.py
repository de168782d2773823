"""A study folder whose metadata are records of a reference manager."""

from __future__ import annotations

import json
from pathlib import Path

from tenun.intake.folder.metadata import read_metadata

RIS = """TY  - RPRT
TI  - Laporan tahunan
AU  - Sari, Ana
PB  - Kota
PY  - 2019/11/27
L1  - file:///home/x/storage/S01.pdf
ER  -
TY  - BOOK
TI  - Elsewhere
ER  -
"""


def test_a_record_speaks_of_the_file_attached_to_it(tmp_path: Path) -> None:
    (tmp_path / "library.ris").write_text(RIS, "utf-8")
    table = read_metadata(tmp_path / "library.ris", "library.ris", ["sources/S01.pdf", "sources/S02.md"])
    assert table.of("sources/S01.pdf") == {
        "title": "Laporan tahunan",
        "author": "Sari, Ana",
        "publisher": "Kota",
        "published": "2019-11-27",
    }
    assert table.of("sources/S02.md") == {}
    assert [(one.code, one.parameters) for one in table.problems] == [("literature.unmatched", {"count": 1})]


def test_a_record_speaks_of_the_file_that_has_its_id_unless_that_is_a_number(tmp_path: Path) -> None:
    items = [{"id": "S02", "type": "book", "title": "Dua"}, {"id": "1", "type": "book", "title": "Satu"}]
    (tmp_path / "library.json").write_text(json.dumps(items), "utf-8")
    table = read_metadata(tmp_path / "library.json", "library.json", ["S02.md", "1.md"])
    assert table.of("S02.md") == {"title": "Dua"}
    assert table.of("1.md") == {}
