"""Files dropped on the page: what comes in, what only would, and what is refused."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from tests.factories.other_programs.as_documented import qualcoder
from tests.factories.served_study import Browser

from tenun.errors import InputRefused
from tenun.server.uploads import safe_parts

NOTE = b"---\ntitle: Berita\nkind: news\nlanguage: id\n---\n\nWali kota menyebut pariwisata.\n"
TABLE = b"source,quote,code,coder\nN1,menyebut pariwisata,TC-TOUR,budi\nN1,tidak ada,TC-TOUR,budi\n"


def _send(browser: Browser, *files: tuple[str, bytes], dry_run: bool = False) -> Any:
    parts = [("files", (name, content)) for name, content in files]
    return browser.request("POST", "/import", files=parts, data={"dry_run": str(dry_run).lower()})


def test_documents_and_their_codings_come_in_together(ana: Browser) -> None:
    answer = _send(ana, ("N1.md", NOTE), ("codings.csv", TABLE)).json()
    assert (answer["added"]["sources"], answer["added"]["codings"]) == (1, 1)
    (problem,) = [problem for problem in answer["problems"] if problem["level"] == "error"]
    assert problem["where"] == "codings.csv:3"
    assert problem["en"] != problem["id"]
    assert ana.source("N1")["title"] == "Berita"
    assert answer["revision"] == ana.ok("GET", "")["revision"]
    assert _send(ana, ("N1.md", NOTE)).json()["added"]["sources"] == 0


def test_a_project_of_another_program_comes_in(ana: Browser, tmp_path: Path) -> None:
    taguette = Path(__file__).parents[2] / "factories" / "other_programs" / "taguette-1.5.2.sqlite3"
    for name, content in (
        ("p.sqlite3", taguette.read_bytes()),
        ("q/data.qda", (qualcoder(tmp_path / "q.qda") / "data.qda").read_bytes()),
    ):
        done = ana.ok("POST", "/import", files=[("files", (name, content))])
        assert done["added"]["sources"] > 0
        assert done["added"]["codings"] > 0
    broken = ana.ok("POST", "/import", files=[("files", ("b.sqlite3", b"SQLite format 3\x00" + bytes(200)))])
    assert [problem["code"] for problem in broken["problems"]] == ["exchange.project-broken"]


def test_a_dry_run_changes_nothing(ana: Browser) -> None:
    before = ana.ok("GET", "")["revision"]
    answer = _send(ana, ("N1.md", NOTE), ("codings.csv", TABLE), dry_run=True).json()
    assert (answer["dry_run"], answer["added"]["sources"], answer["added"]["codings"]) == (True, 1, 1)
    assert ana.ok("GET", "")["revision"] == before
    assert ana.ok("GET", "/sources")["total"] == 3


def test_a_file_that_cannot_be_read_is_named_and_the_others_come_in(ana: Browser) -> None:
    answer = _send(ana, ("N1.md", NOTE), ("virus.exe", b"MZ\x00\x01")).json()
    assert answer["added"]["sources"] == 1
    assert [problem["level"] for problem in answer["problems"]] == ["error"]


CLIMBING = ("../x.md", "a/../../x.md", "/etc/x.md", "..\\x.md", "a/" * 9 + "x.md", "a//b.md", "")
ODD = ("con:x.md", "x\u202e.md", "x" * 201, "a\x00b.md", "x.md. ")


@pytest.mark.parametrize("name", [*CLIMBING, *ODD])
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(InputRefused):
        safe_parts(name)


def test_a_name_that_climbs_is_refused_at_the_door(ana: Browser) -> None:
    answer = _send(ana, ("../../N1.md", NOTE))
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "server.file-name")
    twice = _send(ana, ("N1.md", NOTE), ("N1.md", NOTE))
    assert twice.json()["error"]["code"] == "server.file-name"


def test_too_much_at_once_is_refused_before_it_is_read(ana: Browser) -> None:
    head = {
        "Host": ana.base_url.netloc.decode(),
        "Origin": str(ana.base_url).rstrip("/"),
        "Cookie": "; ".join(f"{name}={value}" for name, value in ana.cookies.items()),
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": str(600 * 1024 * 1024),
    }
    lines = [f"POST /api/studies/{ana.study}/import HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
    with socket.create_connection((ana.base_url.host, ana.base_url.port or 0), timeout=20) as raw:
        raw.sendall("\r\n".join([*lines, "", "--x\r\n"]).encode())
        answer = raw.recv(4096).decode()
    assert answer.startswith("HTTP/1.1 413")


def test_the_worked_study_opens_beside(ana: Browser) -> None:
    answer = ana.ok("POST", "/example")
    assert answer["study"] != ana.study
    assert len(ana.ok("GET", "/api/session")["studies"]) == 2
    counts = ana.ok("GET", f"/api/studies/{answer['study']}")["counts"]
    assert counts["source"] == 33
    assert ana.ok("POST", "/example") == answer
