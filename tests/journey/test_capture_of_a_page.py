"""A page of the web comes in as it was, with the time and what the server said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenun.cli.app import app
from tenun.errors import InputRefused, NotAllowed
from tenun.intake.web.fetching import Fetched
from tenun.study.importing.capture_page import capture_page
from tenun.study.make_study import make_study

ARTICLE = """<!DOCTYPE html><html lang="id"><head><meta charset="{charset}"><title>Kota kembar | Koran</title>
<meta property="og:site_name" content="Koran Contoh">
<meta property="article:published_time" content="2019-11-27T08:00:00+08:00">
<script>alert(1)</script></head><body><nav><a href="/">Beranda</a> <a href="/b">Bisnis</a></nav>
<article><h1>Kota kembar</h1>
<p>Denpasar dan Mossel Bay menandatangani nota kesepahaman kerja sama sebagai kota kembar “resmi” pada akhir 2019.</p>
<p>Wali kota menyebut pariwisata dan budaya sebagai alasan utama kerja sama kedua kota di masa depan.</p></article>
<footer>Hak cipta <a href="/k">Kebijakan</a></footer></body></html>"""


def page(content: bytes, kind: str = "text/html") -> Fetched:
    headers = (("content-type", kind), ("set-cookie", "rahasia=1"), ("date", "Tue, 24 Nov 2026 00:00:00 GMT"))
    return Fetched(
        "https://koran.example/bali/kota-kembar.html",
        ("http://koran.example/1", "https://koran.example/bali/kota-kembar.html"),
        200,
        headers,
        content,
        kind,
    )


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_comes_in_as_it_came_with_its_main_text(tmp_path: Path, charset: str) -> None:
    content = ARTICLE.format(charset=charset).encode(charset)
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store:
        report = capture_page(scope, "http://koran.example/1", allowed=True, fetch=lambda url: page(content))
        assert report.added == {"sources": 1}
        (source,) = scope.store.rows("source")
        assert source["key"] == "koran-example-bali-kota-kembar"
        assert (source["title"], source["publisher"], source["published"]) == (
            "Kota kembar",
            "Koran Contoh",
            "2019-11-27",
        )
        assert source["url"] == "https://koran.example/bali/kota-kembar.html"
        assert source["retrieved"] == source["notes"]["captured_at"][:10]
        assert source["notes"]["captured_headers"].startswith("HTTP 200; content-type: text/html")
        assert "rahasia" not in str(source)
        (text,) = scope.store.rows("representation")
        assert text["text"].startswith("Kota kembar\n\nDenpasar dan Mossel Bay menandatangani")
        assert "“resmi”" in text["text"]
        assert "Beranda" not in text["text"]
        assert scope.store.blob(text["blob"]) == content
        again = capture_page(scope, "http://koran.example/1", allowed=True, fetch=lambda url: page(content))
        assert again.added == {"sources": 0}


def test_nothing_is_asked_unless_somebody_allowed_it(tmp_path: Path) -> None:
    def fetch(url: str) -> Fetched:
        raise AssertionError("asked")

    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store, pytest.raises(NotAllowed) as refusal:
        capture_page(scope, "https://koran.example/", fetch=fetch)
    assert refusal.value.code == "web.off"


def test_other_kinds_of_answer_are_refused(tmp_path: Path) -> None:
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store, pytest.raises(InputRefused) as refusal:
        capture_page(scope, "https://koran.example/", allowed=True, fetch=lambda url: page(b"x", "application/zip"))
    assert refusal.value.code == "web.kind"


def test_a_page_that_writes_its_text_later_says_so(tmp_path: Path) -> None:
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store:
        empty = b"<html><body><div id=app></div><script>go()</script></body></html>"
        report = capture_page(scope, "https://koran.example/", allowed=True, fetch=lambda url: page(empty))
        assert [problem.code for problem in report.problems] == ["web.no-main-text"]
        assert scope.store.rows("source") == []


def test_the_command_line_keeps_the_web_shut(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    make_study(str(tmp_path / "a.tenun"), title="Kota").store.close()
    done = CliRunner().invoke(app, ["import", str(tmp_path / "a.tenun"), "https://koran.example/"])
    assert isinstance(done.exception, NotAllowed)
    inside = CliRunner().invoke(app, ["import", str(tmp_path / "a.tenun"), "http://127.0.0.1/", "--allow-web"])
    assert isinstance(inside.exception, InputRefused)
    assert inside.exception.code == "web.not-public"
