"""Merging another copy through the app: a look, the merge with its backup, and settling what is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.factories.served_study import Browser, serving, small_study

from tenun.server.run import Ready
from tenun.store import backup, open_study
from tenun.study.make_study import make_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return small_study(tmp_path / "small.tenun")


@pytest.fixture
def other(study: Path, tmp_path: Path) -> Path:
    """A copy in which a memo of both was rewritten on either side, and one is new."""
    with open_study(study) as store, store.command("memo", "wayan") as change:
        guid = change.insert("memo", {"kind": "memo", "body": "first"})[0]
    path = backup(study, tmp_path / "other.tenun")
    for file, coder, body in ((study, "wayan", "mine"), (path, "thandi", "theirs")):
        with open_study(file) as store, store.command("revise_memo", coder) as change:
            change.update("memo", guid, body=body)
    with open_study(path) as store, store.command("memo", "thandi") as change:
        change.insert("memo", {"kind": "memo", "body": "new there"})
    return path


@pytest.fixture
def ready(study: Path, other: Path) -> Iterator[Ready]:
    with serving([study]) as running:
        yield running


@pytest.fixture
def browser(ready: Ready) -> Iterator[Browser]:
    with Browser(ready) as opened:
        yield opened


def merge(browser: Browser, path: Path, *, dry_run: bool = False, name: str = "other.tenun") -> Any:
    data = {"dry_run": "true"} if dry_run else {}
    return browser.post(f"/api/studies/{browser.study}/merge", files={"file": (name, path.read_bytes())}, data=data)


def conflicts(browser: Browser, **query: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = browser.get(f"/api/studies/{browser.study}/merge/conflicts", params=query).json()[
        "rows"
    ]
    return rows


def bodies(ready: Ready) -> list[str]:
    return [row["body"] for row in next(iter(ready.studies)).store.rows("memo")]


def test_a_look_changes_nothing_and_makes_no_backup(ready: Ready, browser: Browser, study: Path, other: Path) -> None:
    looked = merge(browser, other, dry_run=True).json()
    assert (looked["dry_run"], looked["added"]["memo"], looked["conflicts"], looked["backup"]) == (True, 1, 1, "")
    assert bodies(ready) == ["mine"]
    assert not list(study.parent.glob("*before-merge*"))


def test_a_merge_keeps_the_study_as_it_was_beside_it(ready: Ready, browser: Browser, study: Path, other: Path) -> None:
    merged = merge(browser, other).json()
    assert bodies(ready) == ["mine", "new there"]
    with open_study(study.parent / merged["backup"]) as kept:
        assert [row["body"] for row in kept.rows("memo")] == ["mine"]
    again = merge(browser, other).json()
    assert (again["merged_before"], again["conflicts"], bodies(ready)) == (True, 1, ["mine", "new there"])


def test_a_conflict_is_shown_with_both_versions_and_settled_once(ready: Ready, browser: Browser, other: Path) -> None:
    merge(browser, other)
    (one,) = conflicts(browser)
    assert one["sides"] == [{"name": "body", "here": "mine", "there": "theirs"}]
    assert (one["here_by"], one["there_by"], one["state"]) == ("wayan", "thandi", "open")
    assert (one["choices"], one["words"]) == (["mine", "theirs", "both", "edited"], ["body"])
    url = f"/api/studies/{browser.study}/merge/conflicts/{one['guid']}"
    assert browser.post(url, json={"choice": "theirs"}).status_code == 422
    stale = browser.post(url, json={"choice": "theirs"}, headers={"If-Match": '"0000"'})
    assert (stale.status_code, bodies(ready)) == (412, ["mine", "new there"])
    settled = browser.post(url, json={"choice": "theirs"}, headers={"If-Match": f'"{one["etag"]}"'})
    assert (settled.status_code, settled.json()["left"]) == (200, 0)
    assert bodies(ready) == ["theirs", "new there"]
    (kept,) = conflicts(browser, every=True)
    assert (kept["state"], kept["choice"], conflicts(browser)) == ("settled", "theirs", [])
    assert browser.post(f"/api/studies/{browser.study}/undo").status_code == 200
    assert (bodies(ready), len(conflicts(browser))) == (["mine", "new there"], 1)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"PK\x03\x04", b"x" * 10_000])
def test_what_is_no_study_is_refused_and_nothing_changes(
    ready: Ready, browser: Browser, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "bad.tenun"
    path.write_bytes(content)
    before = next(iter(ready.studies)).store.dump()
    answer = merge(browser, path)
    assert answer.status_code in (400, 415, 422)
    assert answer.json()["error"]["code"] == "merge.copy-broken"
    assert next(iter(ready.studies)).store.dump() == before


def test_another_study_is_refused(ready: Ready, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "third.tenun"
    make_study(str(path), title="Third", coder="ana").store.close()
    answer = merge(browser, path)
    assert answer.json()["error"]["code"] == "merge.other-study"
