"""The text of PDFs: order, words, paragraphs, and boxes that cover the words."""

from __future__ import annotations

import random
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.factories.documents_pdf import PAGE, by_hand, locked, shown, typeset

from tenun.corpus.page_boxes import WordBox, unpack
from tenun.errors import InputRefused
from tenun.intake.pdf.opening import MOST_PAGES
from tenun.intake.readers import pdf
from tenun.intake.reading import Reading

TWO_COLUMNS = """#set page(width: 420pt, height: 595pt, margin: 40pt, columns: 2)
#set page(header: [Risalah kota], footer: [halaman 7])
#set text(size: 9pt, hyphenate: true)
#set par(justify: true)
#place(top + center, scope: "parent", float: true)[= An efficient affiliation of two cities]
alpha begins here. #lorem(160) alpha ends here.
#colbreak()
beta begins here. #lorem(160) beta ends here.
"""
FACTORIES = Path(__file__).parents[3] / "factories"
LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore"


def boxes(reading: Reading) -> list[tuple[int, WordBox]]:
    pages = [mark for mark in reading.landmarks if mark.kind == "page"]
    return [(number, box) for number, page in enumerate(pages) for box in unpack(page.attributes["boxes"])]


def test_columns_are_read_one_after_the_other() -> None:
    text = pdf.read(typeset(TWO_COLUMNS), "a.pdf").text
    at = [
        text.index(words)
        for words in ("Risalah kota", "alpha begins", "alpha ends", "beta begins", "beta ends", "halaman 7")
    ]
    assert at == sorted(at)
    assert LOREM in text


def test_columns_that_the_file_writes_row_by_row_are_read_one_after_the_other() -> None:
    left = [f"left column line number {number} is long" for number in range(8)]
    right = [f"right column line number {number} is long" for number in range(8)]
    rows = [
        (x, 180 - 12 * number, words) for number in range(8) for x, words in ((20, left[number]), (220, right[number]))
    ]
    content = by_hand(
        shown([(20, 195, "A title that runs over both of the columns and is rather long, it is"), *rows], 8),
        boxes="/MediaBox [0 0 420 220]",
    )
    text = pdf.read(content, "a.pdf").text
    assert text.index("left column line number 7") < text.index("right column line number 0")
    assert text.startswith("A title")


def test_cells_of_a_table_stay_in_their_rows() -> None:
    cells = [(20 + 90 * column, 150 - 12 * row, f"r{row}c{column}") for row in range(6) for column in range(3)]
    assert pdf.read(by_hand(shown(cells)), "a.pdf").text.startswith("r0c0\tr0c1\tr0c2\nr1c0\tr1c1\tr1c2\nr2c0")


def test_ligatures_become_letters() -> None:
    text = pdf.read(typeset(PAGE + "The office offers efficient, flexible affiliations."), "a.pdf").text
    assert "The office offers efficient, flexible affiliations." in text


def test_words_broken_at_the_end_of_a_line_are_joined() -> None:
    lines = [
        "the interna-",
        "tional tie of kota-",
        "kota and of 2019-",
        "2020, a first-",
        "hand word; at first-hand, Mossel-",
        "Bay",
    ]
    shown_lines = shown([(20, 180 - 12 * number, words) for number, words in enumerate(lines)])
    text = pdf.read(by_hand(shown_lines), "a.pdf").text
    assert text == "the international tie of kota-kota and of 2019-2020, a first-hand word; at first-hand, Mossel-Bay"


def test_a_hyphen_within_a_line_stays() -> None:
    assert (
        pdf.read(by_hand(shown([(20, 100, "pre- and post-war kota-kota -")])), "a.pdf").text
        == "pre- and post-war kota-kota -"
    )


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    words = PAGE + "#set par(justify: true)\n#lorem(60)\n\n#lorem(60)\n\n#lorem(9)"
    assert len(pdf.read(typeset(words), "a.pdf").text.split("\n\n")) == 3


def test_paragraphs_are_told_by_their_indent() -> None:
    words = (
        PAGE
        + "#set par(first-line-indent: 1.5em, spacing: 0.65em, justify: true)\n#lorem(60)\n\n#lorem(60)\n\n#lorem(60)"
    )
    assert len(pdf.read(typeset(words), "a.pdf").text.split("\n\n")) == 3


def test_every_word_has_a_box_and_pages_hold_their_text() -> None:
    reading = pdf.read(typeset(TWO_COLUMNS), "a.pdf")
    found = boxes(reading)
    covered = {at for _, box in found for at in range(box.span.start_cp, box.span.end_cp)}
    assert covered == {at for at, char in enumerate(reading.text) if not char.isspace()}
    pages = [mark for mark in reading.landmarks if mark.kind == "page"]
    assert [page.attributes["page"] for page in pages] == [str(number + 1) for number in range(len(pages))]
    assert all(
        pages[number].span.start_cp <= box.span.start_cp < box.span.end_cp <= pages[number].span.end_cp
        for number, box in found
    )


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("area", ["/MediaBox [0 0 300 200]", "/MediaBox [-50 20 300 300] /CropBox [10 40 260 190]"])
def test_boxes_cover_the_ink_whatever_way_a_page_is_turned(rotate: int, area: str) -> None:
    lines = shown([(20, 160, "Kerja sama kota kembar gjpqy"), (20, 100, "ÅÉg Denpasar"), (120, 60, "Mossel Bay")], 14)
    _ink_lies_in_boxes(by_hand(lines.replace("ÅÉ", "\\305\\311"), rotate=rotate, boxes=area))


def _by_libreoffice() -> bytes:
    return (FACTORIES / "two_columns_libreoffice.pdf").read_bytes()


def test_boxes_cover_the_ink_of_a_typeset_page() -> None:
    _ink_lies_in_boxes(typeset(TWO_COLUMNS))


def test_boxes_of_one_word_show_one_picture_wherever_it_stands() -> None:
    """A box holds as much ink, and is as wide, as the other boxes of its word; the box after it is not."""
    chance = random.Random(7)
    known = ("kota", "kembar", "Denpasar", "pasar", "ekspor", "walikota", "surat", "pariwisata")
    words = " ".join(chance.choice(known) for _ in range(400))
    for content in (typeset(PAGE + f"#columns(2)[{words}]"), _by_libreoffice()):
        reading = pdf.read(content, "a.pdf")
        pages, found = _rendered(content), boxes(reading)
        assert _alike([(box.span.of(reading.text), page, box) for page, box in found], pages) > 0.95
    content = typeset(PAGE + words)
    reading = pdf.read(content, "a.pdf")
    found = boxes(reading)
    moved = [(box.span.of(reading.text), page, after) for (page, box), (_, after) in pairwise(found)]
    assert _alike(moved, _rendered(content)) < 0.4


def _alike(words: list[tuple[str, int, WordBox]], pages: list[np.ndarray]) -> float:
    """The share of boxes that look like the first box of the same word."""
    seen: dict[str, tuple[float, float]] = {}
    alike = compared = 0
    for word, page, box in words:
        look = box.x1 - box.x0, float((pages[page][_place(box)] < 128).sum())
        width, ink = seen.setdefault(word, look)
        if look != (width, ink) and len(word) > 3:
            compared += 1
            alike += abs(look[0] - width) < 0.5 and abs(look[1] - ink) < 0.12 * ink
    assert compared > 20
    return alike / compared


def test_a_box_shows_its_own_word_and_no_other() -> None:
    """Ink of a word taken out of the file is gone from its box, and from no other."""
    lines = [(20, 160, "satu dua tiga"), (20, 130, "empat lima")]
    whole = by_hand(shown(lines, 14))
    without = by_hand(shown([(20, 160, "satu dua tiga")], 14))
    reading = pdf.read(whole, "a.pdf")
    change = _rendered(whole)[0] != _rendered(without)[0]
    changed = {box.span.of(reading.text) for _, box in boxes(reading) if change[_place(box)].any()}
    assert changed == {"empat", "lima"}


def _ink_lies_in_boxes(content: bytes, leaving: float = 0) -> None:
    """`leaving`: the share of ink that may lie outside, as the lines of a table do."""
    found = boxes(pdf.read(content, "a.pdf"))
    for number, picture in enumerate(_rendered(content)):
        ink = picture < 128
        assert ink.any()
        for page, box in found:
            if page == number:
                place = ink[_place(box)]
                assert place.any(), "a box without ink"
                ink[_place(box)] = False
        assert ink.sum() <= leaving * ink.size, "ink outside the boxes"


SCALE = 4


def _place(box: WordBox) -> tuple[slice, slice]:
    return (
        slice(max(0, int(box.y0 * SCALE)), int(box.y1 * SCALE) + 1),
        slice(max(0, int(box.x0 * SCALE)), int(box.x1 * SCALE) + 1),
    )


def _rendered(content: bytes) -> list[np.ndarray]:
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return [
            page.render(scale=SCALE, grayscale=True).to_numpy().reshape(round(page.get_height() * SCALE), -1).copy()
            for page in document
        ]


def test_headings_are_those_of_the_outline() -> None:
    reading = pdf.read(typeset(PAGE + "= Pendahuluan\nSatu.\n== Latar\nDua."), "a.pdf")
    found = [
        (mark.span.of(reading.text), mark.attributes["level"]) for mark in reading.landmarks if mark.kind == "heading"
    ]
    assert found == [("Pendahuluan", "1"), ("Latar", "2")]


def test_signs_outside_the_plane_count_one() -> None:
    text = pdf.read(typeset(PAGE + '#text(font: "New Computer Modern Math")[𝔸] naik'), "a.pdf").text
    assert text == "𝔸 naik"


def test_a_title_that_a_program_made_up_is_none() -> None:
    assert pdf.read(typeset('#set document(title: "Kota kembar")\nSatu'), "a.pdf").metadata == {"title": "Kota kembar"}
    assert pdf.read(typeset('#set document(title: "Microsoft Word - a.doc")\nSatu'), "a.pdf").metadata == {}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (by_hand("0 0 300 200 re f"), "pdf.scan"),
        (b"%PDF-1.7\n" + b"\x00" * 100, "pdf.broken"),
        (b"%PDF-1.7\n", "pdf.broken"),
        (by_hand(shown([(20, 100, "satu")]), pages=MOST_PAGES + 1), "pdf.too-many-pages"),
        (locked(by_hand(shown([(20, 100, "satu")]))), "pdf.locked"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(content: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        pdf.read(content, "a.pdf")
    assert refusal.value.code == code


def test_a_page_without_text_among_others_is_named() -> None:
    words = typeset(PAGE + "Satu #pagebreak() #rect(width: 20pt, height: 20pt, fill: red) #pagebreak() Tiga")
    reading = pdf.read(words, "a.pdf")
    assert [(warning.code, warning.parameters["pages"]) for warning in reading.warnings] == [
        ("pdf.pages-without-text", "2")
    ]
    assert reading.text == "Satu\n\nTiga"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.8, 0.97])
def test_a_file_cut_short_is_read_or_refused(keep: float) -> None:
    content = typeset(TWO_COLUMNS)
    with suppress(InputRefused):
        assert pdf.read(content[: int(len(content) * keep)], "a.pdf").text


def test_a_page_of_libreoffice_with_stretched_lines_reads_on() -> None:
    """Two justified columns, with a header, a footer and a table, written by LibreOffice 7."""
    content = _by_libreoffice()
    text = pdf.read(content, "a.pdf").text
    sentence = (
        "Denpasar dan Mossel Bay menandatangani nota kesepahaman kerja sama sebagai kota kembar pada akhir tahun 2019, "
        "dengan pariwisata, pendidikan, dan kebudayaan sebagai bidang utama 🪁."
    )
    assert text.count(sentence) == 17
    assert [text.index(f"Alinea {number}") for number in range(9)] == sorted(
        text.index(f"Alinea {n}") for n in range(9)
    )
    assert text.count("Laporan Kota Denpasar 2019") == text.count("Halaman satu") == 2
    assert "sel 00\tsel 01" in text
    _ink_lies_in_boxes(content, leaving=0.002)


def test_rows_of_single_words_in_a_table_stay_cells() -> None:
    cells = [(20 + 90 * column, 150 - 12 * row, f"r{row}c{column}") for row in range(6) for column in range(3)]
    assert "r3c0\tr3c1\tr3c2" in pdf.read(by_hand(shown(cells)), "a.pdf").text


def test_items_of_a_list_and_raised_numbers_keep_their_lines_together() -> None:
    words = f"""{PAGE}#set page(width: 220pt)
+ Pertama, kerja sama kota yang panjang sekali sehingga melewati baris pertama.
+ Kedua, budaya#super[1] dan E = mc#super[2] dan H#sub[2]O dalam satu kalimat yang juga panjang sekali.
- butir satu
- butir dua yang juga panjang sekali sehingga melewati baris
"""
    assert pdf.read(typeset(words, lang="id"), "a.pdf").text.split("\n\n") == [
        "1. Pertama, kerja sama kota yang panjang sekali sehingga melewati baris pertama.",
        "2. Kedua, budaya1 dan E = mc2 dan H2O dalam satu kalimat yang juga panjang sekali.",
        "• butir satu",
        "• butir dua yang juga panjang sekali sehingga melewati baris",
    ]
