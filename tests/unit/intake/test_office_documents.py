"""DOCX, ODT, RTF, HTML and EPUB as LibreOffice and pandoc write them."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from tests.factories.office_documents import BY_LIBREOFFICE, BY_PANDOC, document

from tenun.corpus.landmarks import KINDS, Landmark
from tenun.errors import InputRefused
from tenun.intake import read_document
from tenun.intake.reading import Reading
from tenun.text.canonical import canonical

NAMES = [f"libreoffice.{ending}" for ending in BY_LIBREOFFICE] + [f"pandoc.{ending}" for ending in BY_PANDOC]
WHOLE = ("libreoffice.odt", "libreoffice.docx")
TABLE = "Kota\tNegara\tTahun\nMossel Bay\t\t2019"


def reading(name: str) -> Reading:
    return read_document(document(name), name, languages=["id", "en"])


def marks(found: Reading, kind: str) -> list[Landmark]:
    return [mark for mark in found.landmarks if mark.kind == kind]


def words(found: Reading, kind: str) -> list[str]:
    return [mark.span.of(found.text) for mark in marks(found, kind)]


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_whole_and_canonical(name: str) -> None:
    found = reading(name)
    assert canonical(found.text).text == found.text
    places = [
        found.text.find(words)
        for words in (
            "Kerja sama antarkota",
            "Denpasar dan Mossel Bay menjadi kota kembar",
            "pada akhir 2019",
            "😀 Emoji tetap satu huruf.",
            "Alasan",
            "hubungan bilateral, kata wali kota",
            "Pariwisata",
            "Pendidikan",
            "Mossel Bay\t",
            "Paragraf terakhir.",
            "Lihat naskah kesepakatan.",
        )
    ]
    assert -1 not in places
    assert places == sorted(places)
    assert "\n\n\n" not in found.text
    assert found.text == found.text.strip()
    assert found.language == "id"


@pytest.mark.parametrize("name", NAMES)
def test_every_landmark_covers_its_words(name: str) -> None:
    found = reading(name)
    assert {mark.kind for mark in found.landmarks} <= KINDS
    for mark in found.landmarks:
        assert 0 <= mark.span.start_cp <= mark.span.end_cp <= len(found.text)
        assert all(isinstance(value, str) for value in mark.attributes.values())
        quote = mark.span.of(found.text)
        assert mark.kind in ("insertion", "deletion") or quote == quote.strip()
    addressed = [
        mark.span.of(found.text) for mark in marks(found, "link") if "contoh.example" in mark.attributes["url"]
    ]
    assert addressed in (["sebuah tautan"], ["sebuah halaman"])


@pytest.mark.parametrize("name", [name for name in NAMES if name != "libreoffice.epub"])
def test_headings_with_their_levels(name: str) -> None:
    found = reading(name)
    headings = [(mark.span.of(found.text), mark.attributes["level"]) for mark in marks(found, "heading")]
    assert headings[-2:] == [("Kerja sama antarkota", "1"), ("Alasan", "2")]


@pytest.mark.parametrize("name", ["libreoffice.odt", "libreoffice.docx", "libreoffice.rtf", "libreoffice.html"])
def test_rows_are_lines_and_cells_are_parted_by_tabs(name: str) -> None:
    assert f"\n\n{TABLE}\n\n" in reading(name).text


@pytest.mark.parametrize("name", [*WHOLE, "libreoffice.rtf"])
def test_tables_rows_and_cells_are_landmarks(name: str) -> None:
    found = reading(name)
    assert words(found, "table") == [TABLE]
    assert words(found, "row") == TABLE.split("\n")
    cells = [(mark.attributes["row"], mark.attributes["column"]) for mark in marks(found, "cell")]
    assert dict(zip(cells, words(found, "cell"), strict=True)) == {
        ("1", "1"): "Kota", ("1", "2"): "Negara", ("1", "3"): "Tahun", ("2", "1"): "Mossel Bay", ("2", "3"): "2019",
    }  # fmt: skip


def test_tables_of_rtf_within_cells_with_empty_cells_and_paragraphs() -> None:
    row = rb"\pard\intbl a\cell\pard\intbl\itap2 x\nestcell y\par z\nestcell{\*\nesttableprops\trowd\nestrow}"
    rest = rb"\pard\intbl b\cell\row\pard\intbl\cell c\par d\cell\row\pard Di bawah\par"
    found = read_document(rb"{\rtf1 Di atas\par" + row + rest + rb"\pard\intbl e\cell\row}", "a.rtf")
    assert found.text == "Di atas\n\na\tx\ty\nz\nb\n\tc\nd\n\nDi bawah\n\ne"
    tables = [(mark.span.of(found.text), mark.attributes["rows"]) for mark in marks(found, "table")]
    assert tables == [("a\tx\ty\nz\nb\n\tc\nd", "2"), ("x\ty\nz", "1"), ("e", "1")]
    cells = [(*mark.attributes.values(), mark.span.of(found.text)) for mark in marks(found, "cell")]
    assert sorted(cells) == [
        ("1", "1", "a"), ("1", "1", "e"), ("1", "1", "x"), ("1", "2", "x\ty\nz\nb"), ("1", "2", "y\nz"),
        ("2", "2", "c\nd"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", [*WHOLE, "libreoffice.rtf"])
def test_changes_comments_boxes_and_notes(name: str) -> None:
    found = reading(name)
    assert "Alasan pentingnya adalah hubungan bilateral, kata wali kota." in found.text
    (deleted,) = marks(found, "deletion")
    assert (deleted.attributes["text"], deleted.attributes["author"]) == ("sangat ", "Penyunting")
    assert found.text[: deleted.span.start_cp].endswith("Alasan ")
    assert found.text[deleted.span.end_cp :].startswith("pentingnya")
    assert words(found, "insertion") == ["hubungan bilateral"]
    (comment,) = marks(found, "comment")
    assert (comment.attributes["text"], comment.attributes["author"]) == ("Siapa yang berkata?", "Pembaca")
    assert words(found, "box") == ["Isi kotak teks."]
    assert words(found, "footnote") == ["Lihat naskah kesepakatan."]
    assert words(found, "endnote") == ["Catatan di akhir naskah."]
    at = int(marks(found, "footnote")[0].attributes["at"])
    assert found.text[:at].endswith("kota kembar")
    assert [problem.code for problem in found.warnings] == ["office.headers-left-out"]


@pytest.mark.parametrize("name", WHOLE)
def test_a_comment_covers_what_it_speaks_of_and_items_know_their_level(name: str) -> None:
    found = reading(name)
    assert words(found, "comment") == ["kata wali kota"]
    assert [mark.attributes["level"] for mark in marks(found, "item")] == ["1", "2", "1"]
    assert marks(found, "insertion")[0].attributes["when"].startswith("2020-01-02T03:04:05")


@pytest.mark.parametrize(
    ("name", "published"),
    [("libreoffice.odt", "2019-11-27"), ("libreoffice.docx", "2019-11-27"), ("libreoffice.rtf", "2019-11-27"),
     ("libreoffice.html", "2019-11-27"), ("pandoc.html", "2019-11-27"), ("pandoc.epub", "2019-11-27")],
)  # fmt: skip
def test_what_the_document_says_about_itself(name: str, published: str) -> None:
    said = reading(name).metadata
    assert (said["title"], said["author"], said["published"]) == ("Dua kota", "Penulis Contoh", published)


def test_chapters_of_a_book_are_landmarks() -> None:
    found = reading("pandoc.epub")
    assert [mark.attributes["name"] for mark in marks(found, "chapter")] == [
        "EPUB/text/title_page.xhtml", "EPUB/text/ch001.xhtml",
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("called", ["a.txt", "a", "a.docx", "a.pdf"])
def test_the_content_tells_the_format_where_the_name_does_not(name: str, called: str) -> None:
    try:
        found = read_document(document(name), called)
    except InputRefused as refusal:
        assert refusal.code in ("office.no-body", "pdf.broken", "office.no-chapters", "intake.format-unknown")  # noqa: PT017
    else:
        assert called == "a.docx" or found.extractor == name.partition(".")[2]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_cut_short_or_damaged_is_refused_or_read_and_never_fails(name: str) -> None:
    whole, chance = document(name), random.Random(name)
    variants = [whole[: len(whole) * part // 20] for part in range(1, 20)]
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 4, 40))):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        variants.append(bytes(broken))
    for variant in variants:
        try:
            found = read_document(variant, name)
        except InputRefused as refusal:
            assert refusal.text("id")  # noqa: PT017 - most are refused, some are harmless
            assert refusal.code != "intake.reader-fault"  # noqa: PT017
        else:
            assert canonical(found.text).text == found.text


def test_members_that_are_damaged_as_xml() -> None:
    whole, chance = document("libreoffice.docx"), random.Random(7)
    for _ in range(80):
        read = zipfile.ZipFile(io.BytesIO(whole))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for member in read.infolist():
                content = bytearray(read.read(member))
                if member.filename.endswith(".xml") and content:
                    at = chance.randrange(len(content))
                    del content[at : at + chance.randrange(1, 30)]
                archive.writestr(member.filename, bytes(content))
        try:
            assert read_document(out.getvalue(), "a.docx").text
        except InputRefused as refusal:
            assert refusal.code in ("intake.xml-broken", "office.no-body", "intake.empty")  # noqa: PT017
