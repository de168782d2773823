"""Readers: markdown, plain text, transcripts, and what they refuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.errors import InputRefused
from tenun.intake import read_document
from tenun.intake.guard import size
from tenun.intake.readers import READERS, formats, readers


def test_every_reader_offers_the_same_three_functions() -> None:
    for reader in readers():
        assert callable(reader.accepts)
        assert callable(reader.read)
        assert reader.describe().extensions
    assert len({found.extractor for found in formats()}) == len(READERS)


def test_front_matter_is_parted_and_its_names_are_made_ours() -> None:
    content = b"---\r\nid: S1\r\nAccessed: 2026-11-24\r\npublished: 2019-12\r\nlang: id\r\n---\r\n\r\nKota kembar.\r\n"
    reading = read_document(content, "a.md")
    assert reading.text == "Kota kembar.\n"
    assert reading.metadata == {"id": "S1", "retrieved": "2026-11-24", "published": "2019-12", "language": "id"}
    assert reading.language == "id"
    assert (reading.extractor, reading.extractor_version) == ("markdown", "1")


@pytest.mark.parametrize("head", ["--- not front matter\n\nKota.", "---\nnever closed\n", "-- -\n"])
def test_text_without_closed_front_matter_stays_whole(head: str) -> None:
    assert read_document(head.encode(), "a.md").text == head


def test_headings_are_landmarks_but_not_inside_fences() -> None:
    reading = read_document(b"# Satu\n\n```\n# bukan\n```\n\n## Dua ##\n", "a.md")
    assert [mark.span.of(reading.text) for mark in reading.landmarks] == ["Satu", "Dua"]
    assert [mark.attributes["level"] for mark in reading.landmarks] == ["1", "2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marked_encodings_give_one_text(encoding: str) -> None:
    text = "Kotzé berkata: “ya” 🪁\r\nSetuju.\rSelesai."
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    reading = read_document(mark + text.encode(encoding), "a.txt")
    assert reading.text == "Kotzé berkata: “ya” 🪁\nSetuju.\nSelesai."
    assert reading.warnings == ()


def test_an_older_encoding_is_guessed_with_a_warning() -> None:
    text = "Wali kota berkata “ya, kita setuju” – katanya. Café Müller di Denpasar. " * 5
    reading = read_document(text.encode("cp1252"), "a.txt")
    assert reading.text == text
    assert [warning.code for warning in reading.warnings] == ["intake.encoding-guessed"]


def test_characters_that_cannot_be_stored_are_replaced_counted_and_placed_in_the_body() -> None:
    reading = read_document(b"---\nid: S1\n---\nsatu \x00 dua, dan seterusnya\n", "a.md")
    assert reading.text[reading.replaced_cp[0]] == "�"
    assert [(warning.code, warning.parameters) for warning in reading.warnings] == [
        ("intake.characters-replaced", {"count": 1})
    ]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (bytes(range(256)) * 8, "junk.txt", "intake.not-text"),
        (b"\xff\xfek", "half.txt", "intake.not-text"),
        (b"\x01\x02\x03\x04 x" * 50, "controls.txt", "intake.not-text"),
        (b"%PDF-1.7 ...", "a.txt", "pdf.broken"),
        (b"PK\x03\x04....", "a.docx", "intake.archive-broken"),
        (b"Kota.", "a.wpd", "intake.format-unknown"),
        (b" \r\n ", "a.txt", "intake.empty"),
        (b"---\nid: S1\n---\n", "a.md", "intake.empty"),
        (b"---\nid: [S1\n---\nKota.", "a.md", "intake.yaml-broken"),
        (b"---\n- S1\n---\nKota.", "a.md", "intake.front-matter-no-mapping"),
        (b"---\nid: S1\nid: S2\n---\nKota.", "a.md", "intake.yaml-key-twice"),
        (b"---\na: &x [1]\nb: *x\n---\nKota.", "a.md", "intake.yaml-alias"),
        (b"---\na: !!python/name:os.system\n---\nKota.", "a.md", "intake.yaml-alias"),
        (b"---\na: " + b"[" * 60 + b"]" * 60 + b"\n---\nKota.", "a.md", "intake.yaml-too-deep"),
        (b"---\na: " + b"x" * 300_000 + b"\n---\nKota.", "a.md", "intake.front-matter-too-long"),
    ],
)
def test_what_is_refused_says_why_in_both_languages(content: bytes, name: str, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_document(content, name)
    assert refused.value.code == code
    assert refused.value.where == name
    assert refused.value.text("en") != refused.value.text("id")


def test_budgets_of_bytes_and_length_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputRefused) as refused:
        read_document(b"x" * (size.SOURCE_BYTES + 1), "a.txt")
    assert refused.value.code == "intake.too-many-bytes"
    with pytest.raises(InputRefused) as refused:
        size.check_length("x" * 11, 10)
    assert refused.value.code == "intake.text-too-long"


def test_language_is_told_from_the_text_among_those_of_the_study() -> None:
    assert read_document(b"Kedua kota sepakat bekerja sama.", "a.txt").language == "id"
    assert read_document(b"The two cities agreed to work together.", "a.txt").language == "en"
    assert read_document(b"12 34", "a.txt").language is None
    assert read_document(b"12 34", "a.txt", languages=["nl"]).language == "nl"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_plain_text_comes_back_as_it_was(text: str) -> None:
    reading = read_document(("kota " + text).encode(), "a.txt", languages=["en"])
    assert reading.text == "kota " + text
