"""Records of literature in three formats, as reference managers write them."""

from __future__ import annotations

import json

import pytest

from tenun.errors import InputRefused
from tenun.intake.literature.records import read_records

RIS = """TY  - JOUR
AU  - Tavares, Rodrigo
AU  - World Bank
TI  - Paradiplomacy of Cities
 and States
JO  - Journal X
PY  - 2016/05/01/
DO  - https://doi.org/10.1/X
UR  - https://e.org/a
L1  - file:///home/x/Zotero/storage/AB/S09.pdf
LA  - en
VL  - 3
SP  - 1
EP  - 9
ZZ  - unknown
ER  -

TY  - BOOK
ID  - k2
T1  - Kota kembar
A1  - Sari, Ana
Y1  - 2019
PB  - Penerbit
"""
BIB = r"""@comment{x}
@string{jx = "Journal X"}
@article{tav2016,
  title = {{Paradiplomacy} of Cit{\"\i}es \& States},
  author = {Tavares, Rodrigo and {World Bank}},
  journal = jx, year = 2016, month = may, doi = {10.1/X}, url = {https://e.org/a}, pages = {1--9},
  langid = {indonesian},
  file = {Full Text:files/1/S09.pdf:application/pdf;Snapshot:files/2/page.html:text/html}
}
@book{k2, title = "Kota kembar", author = {Sari, Ana}, date = {2019-03-02}, publisher = {Penerbit}}
@article{broken, title = {x
"""
CSL = [
    {"id": "a", "type": "article-journal", "title": "Paradiplomacy of Cities and States",
     "container-title": "Journal X", "author": [{"family": "Tavares", "given": "Rodrigo"}, {"literal": "World Bank"}],
     "DOI": "10.1/X", "issued": {"date-parts": [[2016, 5, 1]]}, "URL": "https://e.org/a",
     "language": "en-US", "custom": {"x": 1}},
    {"id": "b", "type": "book", "title": "Kota kembar", "issued": {"raw": "2019"}, "publisher": "Penerbit"},
    {"id": "c", "type": "book"},
]  # fmt: skip


def test_ris() -> None:
    first, second = read_records(RIS.encode(), "a.ris").records
    assert (first.title, first.authors) == ("Paradiplomacy of Cities and States", ("Tavares, Rodrigo", "World Bank"))
    assert (first.publisher, first.published, first.url, first.doi) == (
        "Journal X",
        "2016-05-01",
        "https://e.org/a",
        "10.1/x",
    )
    assert (first.language, first.files) == ("en", ("S09",))
    assert first.csl["author"] == [{"family": "Tavares", "given": "Rodrigo"}, {"literal": "World Bank"}]
    assert (first.csl["type"], first.csl["page"], first.csl["issued"]) == (
        "article-journal",
        "1-9",
        {"date-parts": [[2016, 5, 1]]},
    )
    assert (second.id, second.title, second.authors, second.published) == ("k2", "Kota kembar", ("Sari, Ana",), "2019")


def test_bibtex() -> None:
    found = read_records(BIB.encode(), "a.bib")
    first, second = found.records
    assert (first.id, first.title) == ("tav2016", "Paradiplomacy of Citïes & States")
    assert (first.authors, first.published, first.doi) == (("Tavares, Rodrigo", "World Bank"), "2016-05", "10.1/x")
    assert (first.publisher, first.language, first.files) == ("Journal X", "id", ("S09", "page"))
    assert first.csl["page"] == "1-9"
    assert (second.publisher, second.published) == ("Penerbit", "2019-03-02")
    assert found.broken == 1


def test_csl_json() -> None:
    found = read_records(json.dumps(CSL).encode(), "a.json")
    first, second = found.records
    assert (first.publisher, first.published, first.language) == ("Journal X", "2016-05-01", "en")
    assert "custom" not in first.csl
    assert (second.published, found.broken) == ("2019", 1)
    assert read_records(json.dumps({"items": CSL}).encode(), "a.json") == found


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "literature.no-records"),
        (b"Kota kembar.", "literature.no-records"),
        (b"[1, 2]", "literature.no-records"),
        (b"[{", "literature.broken"),
        (b"[" * 100_000, "literature.broken"),
        (b'{"items": 3}', "literature.broken"),
        (b"TY  - BOOK\nER  - \n", "literature.no-records"),
        (b"@book{x", "literature.no-records"),
    ],
)
def test_what_has_no_records_says_so(content: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_records(content, "a")
    assert refusal.value.code == code


@pytest.mark.parametrize("text", [RIS, BIB, json.dumps(CSL)])
def test_a_file_cut_anywhere_is_read_or_refused(text: str) -> None:
    content = text.encode()
    for keep in range(0, len(content), 23):
        try:
            assert read_records(content[:keep], "a").records
        except InputRefused as refusal:
            assert refusal.code.startswith("literature.")  # noqa: PT017
