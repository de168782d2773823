"""The HTML report: one file, no script, no network, quotes opened in place, hostile words escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.factories.findings import make_findings

from tenun.delivery import write_html
from tenun.report import build
from tenun.report.findings import Findings


class Page(HTMLParser):
    """Tags, ids and links of a page; complains about a tag that is closed and was not open."""

    VOID = frozenset({"meta", "col", "br", "link", "img"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for found, attrs in self.tags if found == tag]


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


@pytest.fixture(scope="module")
def html(findings: Findings) -> str:
    return write_html(build(findings, "id")).decode("utf-8")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_tag_is_closed(page: Page) -> None:
    assert page.open == []


def test_nothing_is_loaded_and_nothing_runs(page: Page, html: str) -> None:
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]
    assert set(re.findall(r"url\((\w+):", html)) <= {"data"}
    assert "@import" not in html


def test_the_policy_allows_this_style_sheet_and_nothing_else(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.S)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    allowed = policy.group(1).replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'; style-src 'sha256-")
    assert f"sha256-{digest}'" in allowed
    assert "unsafe" not in allowed


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page: Page) -> None:
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    inside = {attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")}
    assert inside <= set(ids)
    assert {"source-1", "report"} <= set(ids)


def test_every_finding_opens_its_quotes_in_place(findings: Findings, html: str) -> None:
    assert html.count("<details") > 12
    market = re.search(r'<details class="evidence" id="motive-mot-mkt-supporting".*?</details>', html, re.S)
    assert market
    for guid in findings.ranking.motive("MOT-MKT").passages:
        assert f'data-passage="{guid}"' in market.group()
        assert findings.passages[guid].quote.replace("&", "&amp;") in market.group()


def test_sentences_of_findings_carry_their_ids(html: str) -> None:
    found = re.search(r'<span class="claim" data-claim="motive.MOT-BIL.attested"([^>]*)>', html)
    assert found
    assert 'data-sources="S13"' in found.group(1)
    assert 'data-passages="s13-' in found.group(1)


def test_languages_are_marked(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "id"
    quoted = [attrs["lang"] for attrs in page.all("p") if "lang" in attrs]
    assert {"en", "id"} <= set(quoted)


def test_landmarks_headings_tables_and_pictures_can_be_reached(page: Page) -> None:
    assert len(page.all("main")) == len(page.all("h1")) == 1
    assert page.all("nav")[0]["aria-label"] == "Daftar isi"
    assert all(attrs.get("scope") in {"col", "row", "colgroup"} for attrs in page.all("th"))
    drawings = [attrs for attrs in page.all("div") if attrs.get("role") == "img"]
    assert len(drawings) == 4
    assert all(len(attrs["aria-label"]) > 40 for attrs in drawings)
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_hostile_words_stay_words(findings: Findings) -> None:
    evil = '"><script>alert(1)</script>'
    source = replace(findings.sources[5], title=evil, url="javascript:alert(1)", publisher=evil)
    passages = {guid: replace(view, quote=evil) for guid, view in findings.passages.items()}
    sources = tuple(source if one.key == source.key else one for one in findings.sources)
    written = Page(write_html(build(replace(findings, sources=sources, passages=passages), "en")).decode("utf-8"))
    assert written.open == []
    assert not written.all("script")
    assert not [attrs for attrs in written.all("a") if attrs["href"].startswith("javascript")]


def test_the_same_findings_give_the_same_bytes(findings: Findings) -> None:
    assert write_html(build(findings, "en")) == write_html(build(make_findings(), "en"))


def test_a_report_is_small(html: str) -> None:
    assert len(html) < 600_000
