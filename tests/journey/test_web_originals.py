"""Originals in the app: saved, looked at, played, and pages of PDFs beside their text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.factories.documents_pdf import PAGE, typeset
from tests.factories.media import breaks, png, wav
from tests.factories.served_study import Browser, serving

from tenun.errors import InputRefused
from tenun.server import page_pictures
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana>Halo.\n\n00:01.000 --> 00:02.000\n<v Budi>Ya.\n"
SCRIPT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana><script>alert(1)</script>Halo.\n"
SOUND = wav(700.0)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("originals")
    contents = {
        "surat.pdf": typeset(PAGE + "Kota Denpasar #pagebreak() Mossel Bay"),
        "rapat.vtt": VTT,
        "rapat.wav": SOUND,
        "foto.png": png(9, 7),
        "naskah.vtt": SCRIPT,
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    scope = make_study(str(folder / "a.tenun"), title="Kota")
    import_documents(scope, [folder / name for name in contents])
    scope.store.close()
    with serving([folder / "a.tenun"]) as ready, Browser(ready) as opened:
        yield opened


def at(browser: Browser, key: str, what: str) -> str:
    return f"/sources/{browser.source(key)['guid']}/{what}"


@pytest.mark.parametrize(
    ("key", "name"), [("surat", "surat.pdf"), ("rapat", "rapat.vtt"), ("foto", "foto.png"), ("naskah", "naskah.vtt")]
)
def test_an_original_is_saved_and_never_shown(browser: Browser, key: str, name: str) -> None:
    answer = browser.get(at(browser, key, "original"))
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_picture_is_shown_as_a_picture_and_nothing_else_is(browser: Browser) -> None:
    answer = browser.get(at(browser, "foto", "picture"))
    assert answer.content == png(9, 7)
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    for key in ("surat", "rapat", "naskah"):
        assert browser.get(at(browser, key, "picture")).status_code == 404


def test_pages_are_drawn_and_their_words_have_places(browser: Browser) -> None:
    text = browser.ok("GET", at(browser, "surat", "text"))
    pages = [mark for mark in text["landmarks"] if mark["kind"] == "page"]
    assert [page["attributes"].keys() for page in pages] == [{"page", "width", "height"}] * 2
    drawn = browser.get(at(browser, "surat", "pages/2"), params={"width": 210})
    assert drawn.headers["content-type"] == "image/png"
    assert drawn.content[16:24] == (210).to_bytes(4, "big") + (298).to_bytes(4, "big")
    found = browser.ok("GET", at(browser, "surat", "pages/2/words"))
    assert [text["text"][start:end] for start, end, *_ in found["words"]] == ["Mossel", "Bay"]
    assert (found["width"], found["height"]) == (420, 595)
    assert all(0 < x0 < x1 < 420 and 0 < y0 < y1 < 595 for _, _, x0, y0, x1, y1 in found["words"])


@pytest.mark.parametrize("what", ["pages/3", "pages/99999", "pages/3/words"])
def test_a_page_that_is_not_there_is_said_so(browser: Browser, what: str) -> None:
    assert browser.get(at(browser, "surat", what)).status_code in (404, 422)


@pytest.mark.parametrize("what", ["pages/0", "pages/x", "pages/1?width=1", "pages/1?width=100000"])
def test_pages_that_nobody_has_are_refused(browser: Browser, what: str) -> None:
    assert browser.get(at(browser, "surat", what)).status_code == 422


def test_only_pdfs_have_pages(browser: Browser) -> None:
    assert browser.get(at(browser, "rapat", "pages/1")).status_code == 404
    assert browser.get(at(browser, "rapat", "pages/1/words")).status_code == 404


def test_a_recording_is_named_and_sent_in_parts(browser: Browser) -> None:
    assert browser.ok("GET", at(browser, "rapat", "text"))["recording"] == "audio/wav"
    assert browser.ok("GET", at(browser, "surat", "text"))["recording"] is None
    url = at(browser, "rapat", "recording")
    whole = browser.get(url)
    assert (whole.status_code, whole.headers["accept-ranges"], whole.content) == (200, "bytes", SOUND)
    for asked, start, end in (
        ("bytes=0-", 0, 4 * 1024 * 1024),
        ("bytes=100-199", 100, 200),
        ("bytes=-10", len(SOUND) - 10, len(SOUND)),
        (f"bytes={len(SOUND) - 5}-{len(SOUND) + 99}", len(SOUND) - 5, len(SOUND)),
    ):
        part = browser.get(url, headers={"Range": asked})
        assert part.status_code == 206
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{len(SOUND)}"
        assert part.content == SOUND[start:end]
    beyond = browser.get(url, headers={"Range": f"bytes={len(SOUND)}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{len(SOUND)}")
    for odd in ("bytes=9-2", "bytes=0-1,4-5", "bytes=-", "items=0-1", "bytes=" + "9" * 40 + "-"):
        assert browser.get(url, headers={"Range": odd}).status_code in (200, 416)
    assert browser.get(at(browser, "surat", "recording")).status_code == 404


def test_a_page_that_breaks_the_drawing_process_breaks_nothing_else(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = page_pictures.PagePictures()
    monkeypatch.setattr(page_pictures, "page_png", breaks)
    with pytest.raises(InputRefused) as refusal:
        pictures.page("x", b"", 1, 1)
    assert refusal.value.code == "pdf.not-drawn"
    pictures.close()
    monkeypatch.undo()
    assert browser.get(at(browser, "surat", "pages/1"), params={"width": 333}).status_code == 200
