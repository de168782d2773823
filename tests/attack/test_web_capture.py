"""Pages from the web: no notation, redirect, name or answer leads inside or goes on for ever.

Connections go through a stand-in that writes down where they would have gone and leads to a server of this test; each
attack is also shown to arrive once the guard it meets is taken out.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.factories.answering_site import PAGE, PUBLIC, Site, answering, redirect

from tenun.errors import InputRefused
from tenun.intake.guard import url as guard
from tenun.intake.web import fetching
from tenun.intake.web.fetching import fetch


@pytest.fixture
def site() -> Iterator[Site]:
    with answering() as made:
        yield made


def to(*addresses: str) -> guard.Resolver:
    return lambda host, port: list(addresses)


def refused(code: str, work: Callable[[], object]) -> None:
    with pytest.raises(InputRefused) as refusal:
        work()
    assert refusal.value.code == code


INSIDE = [
    "127.0.0.1", "127.255.255.254", "0." + "0.0.0", "0.1.2.3", "10.0.0.1",
    "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "224.0.0.1", "239.1.2.3", "255.255.255.255", "240.0.0.1", "192.0.0.1",
    "198.18.0.1", "203.0.113.9",
    "::1", "::", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::127.0.0.1", "fe80::1", "fe80::1%1",
    "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b::127.0.0.1",
    "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "::ffff:0:127.0.0.1", "100::1", "3fff::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_not_asked(site: Site, address: str) -> None:
    refused("web.not-public", lambda: fetch("http://example.org/", resolver=to(address), connect=site.connect))
    assert site.reached == []


@pytest.mark.parametrize("address", INSIDE)
def test_one_inner_address_among_public_ones_is_enough_to_refuse(site: Site, address: str) -> None:
    refused("web.not-public", lambda: fetch("http://a.example/", resolver=to(PUBLIC, address), connect=site.connect))
    assert site.reached == []


@pytest.mark.parametrize("address", [one for one in INSIDE if "%" not in one])
def test_an_inner_address_in_the_url_is_not_asked(site: Site, address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    refused("web.not-public", lambda: fetch(f"http://{host}/", resolver=to(PUBLIC), connect=site.connect))
    assert site.reached == []


NOTATIONS = [
    "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/",
    "http://127.0.1/",
    "http://017700000001/", "http://0x7f.0x0.0x0.0x1/", "http://127.0.0.1.:80/", "http://127.0.0.01/",
    "http://[fe80::1%25eth0]/", "http://1.2.3.4.5/", "http://0/", "http://00000000177.1/",
    "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://１２７.0.0.1/", "http://%31%32%37.0.0.1/",
    "http://a@127.0.0.1/", "http://user:pass@example.org/", "http://example.org\\@127.0.0.1/", "http:///etc/passwd",
    "http://exa mple.org/", "http://example.org/\r\nHost: inside", "http://example.org:99999/", "http://[::1/", "http://",
    "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "data:text/html,a", "javascript:alert(1)",
    "//example.org/", "example.org", "", "http://" + "a" * 300 + ".org/", "http://example.org/" + "a" * 3000,
]  # fmt: skip


@pytest.mark.parametrize("address", NOTATIONS)
def test_odd_notations_are_refused_before_anything_is_resolved(site: Site, address: str) -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise AssertionError("resolved")

    with pytest.raises(InputRefused) as refusal:
        fetch(address, resolver=resolver, connect=site.connect)
    assert refusal.value.code in ("web.address", "web.not-public")
    assert site.reached == []


@pytest.mark.parametrize("port", ["22", "8080", "0", "443"])
def test_other_ports_are_refused(site: Site, port: str) -> None:
    refused("web.port", lambda: fetch(f"http://example.org:{port}/", resolver=to(PUBLIC), connect=site.connect))


def test_a_page_comes_as_it_is_and_nothing_is_told(site: Site) -> None:
    page = fetch("HTTP://Example.ORG:80/satu?b=1#dua", resolver=to(PUBLIC), connect=site.connect)
    assert (page.content, page.kind, page.url) == (b"Kota", "text/html", "http://example.org/satu?b=1")
    assert ("set-cookie", "a=b") in page.headers
    assert site.reached == [f"{PUBLIC}:80"]
    request = site.requests[0].lower()
    assert request.startswith(b"get /satu?b=1 http/1.1\r\nhost: example.org\r\n")
    assert b"cookie" not in request
    assert b"referer" not in request


def test_the_name_is_resolved_once_and_the_connection_goes_there(site: Site) -> None:
    """A name that leads inside when it is asked a second time."""
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    fetch("http://rebinding.example/", resolver=lambda host, port: next(answers), connect=site.connect)
    assert site.reached == [f"{PUBLIC}:80"]
    assert next(answers) == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("http://127.0.0.1/", "web.not-public"),
        ("http://[::ffff:127.0.0.1]/", "web.not-public"),
        ("http://2130706433/", "web.address"),
        ("http://inside.example/", "web.not-public"),
        ("//inside.example/", "web.not-public"),
        ("file:///etc/passwd", "web.address"),
        ("http://example.org:8080/", "web.port"),
    ],
)
def test_each_redirect_is_checked_again(site: Site, target: str, code: str) -> None:
    site.answers = [redirect("/two"), redirect(target), PAGE]
    names = {"example.org": [PUBLIC], "inside.example": ["10.0.0.1"]}
    refused(code, lambda: fetch("http://example.org/", resolver=lambda host, _: names[host], connect=site.connect))
    assert site.reached == [f"{PUBLIC}:80"] * 2


def test_cookies_are_not_carried_over_a_redirect(site: Site) -> None:
    site.answers = [redirect("/two").replace(b"Content-Length", b"Set-Cookie: a=b\r\nContent-Length"), PAGE]
    page = fetch("http://example.org/one", resolver=to(PUBLIC), connect=site.connect)
    assert page.asked == ("http://example.org/one", "http://example.org/two")
    assert all(b"cookie" not in request.lower() for request in site.requests)


def test_redirects_end(site: Site) -> None:
    site.answers = [redirect("/again")]
    refused("web.too-many-redirects", lambda: fetch("http://a.example/", resolver=to(PUBLIC), connect=site.connect))
    assert len(site.reached) == fetching.MOST_REDIRECTS + 1


def test_an_endless_page_is_cut_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000_000)
    sent = []

    def endless(wire: socket.socket) -> None:
        wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(400):
            wire.sendall(b"x" * 65_536)
            sent.append(1)

    site.answers = [endless]
    refused("web.too-large", lambda: fetch("http://a.example/", resolver=to(PUBLIC), connect=site.connect))
    assert len(sent) < 400


def test_a_page_that_unpacks_without_end_is_cut_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000_000)
    bomb = gzip.compress(bytes(60_000_000))
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n"
    site.answers = [head.encode() + bomb]
    refused("web.too-large", lambda: fetch("http://a.example/", resolver=to(PUBLIC), connect=site.connect))


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"])
def test_a_page_that_drips_is_cut_off(site: Site, monkeypatch: pytest.MonkeyPatch, head: bytes) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.6)
    ended = threading.Event()

    def drip(wire: socket.socket) -> None:
        wire.sendall(head or b"HTTP/1.1 200 O")
        with suppress(OSError):
            while not ended.wait(0.05):
                wire.sendall(b"x")

    site.answers = [drip]
    refused("web.too-slow", lambda: fetch("http://a.example/", resolver=to(PUBLIC), connect=site.connect))
    ended.set()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"x" * 100_000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"x" * 1000, mtime=0)[:-9],
    ],
)  # fmt: skip
def test_answers_that_are_none_are_refused(site: Site, answer: bytes) -> None:
    site.answers = [answer]
    refused("web.no-answer", lambda: fetch("http://a.example/", resolver=to(PUBLIC), connect=site.connect))


def test_another_status_is_no_page(site: Site) -> None:
    site.answers = [b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"]
    refused("web.status", lambda: fetch("http://a.example/", resolver=to(PUBLIC), connect=site.connect))


def test_a_certificate_of_nobody_is_refused(site: Site) -> None:
    site.secure = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    site.secure.load_cert_chain(Path(__file__).parents[1] / "factories" / "nobodys_certificate.pem")
    refused("web.certificate", lambda: fetch("https://a.example/", resolver=to(PUBLIC), connect=site.connect))
    assert site.reached == [f"{PUBLIC}:443"]
    assert site.requests == []


def test_a_server_without_tls_is_no_answer_to_https(site: Site) -> None:
    refused("web.no-answer", lambda: fetch("https://a.example/", resolver=to(PUBLIC), connect=site.connect))


class TestWithoutTheGuard:
    """The attacks above arrive once their guard is gone: so it is the guard that holds them."""

    def test_inner_addresses_are_reached(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(guard, "check_public", lambda address: None)
        for address in INSIDE:
            assert fetch("http://example.org/", resolver=to(address), connect=site.connect).content == b"Kota"
        assert site.reached == [f"{address}:80" for address in INSIDE]

    def test_a_redirect_leads_inside(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(guard, "check_public", lambda address: None)
        site.answers = [redirect("http://127.0.0.1/"), PAGE]
        fetch("http://example.org/", resolver=to(PUBLIC), connect=site.connect)
        assert site.reached[-1] == "127.0.0.1:80"

    def test_odd_notations_reach_the_resolver(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(guard, "_NUMBER_LAST", guard.re.compile("$^"))
        asked: list[str] = []

        def resolver(host: str, port: int) -> list[str]:
            asked.append(host)
            return [PUBLIC]

        for address in ("http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://0/"):
            fetch(address, resolver=resolver, connect=site.connect)
        assert len(asked) == 5

    def test_a_name_resolved_again_is_rebound(self, site: Site) -> None:
        """What connecting by name would do: the second answer leads inside."""
        answers = iter([[PUBLIC], ["127.0.0.1"]])
        address = guard.web_address("http://rebinding.example/")
        guard.pinned(address, lambda host, port: next(answers))
        refused("web.not-public", lambda: guard.pinned(address, lambda host, port: next(answers)))
