"""Two laptops: a copy goes out, both work, the copy comes back, and what both changed is settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.command_line import Terminal

from tenun.store import backup, open_study
from tenun.study.make_study import make_study
from tenun.study.scope import StudyScope
from tenun.study.write_memo import write_memo


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """A study and its copy, in which one memo was rewritten on both sides."""
    here, there = tmp_path / "here.tenun", tmp_path / "there.tenun"
    scope = make_study(str(here), title="Two", coder="wayan")
    guid = write_memo(scope, kind="memo", body="first")
    scope.store.close()
    backup(here, there)
    for path, coder, body in ((here, "wayan", "mine"), (there, "thandi", "theirs")):
        with open_study(path) as store, store.command("revise_memo", coder) as change:
            change.update("memo", guid, body=body)
    with open_study(there) as store:
        write_memo(StudyScope(store, "thandi"), kind="memo", body="new there")
    return here, there


def bodies(path: Path) -> list[str]:
    with open_study(path, read_only=True) as store:
        return [row["body"] for row in store.rows("memo")]


def test_a_conflict_is_listed_settled_and_does_not_come_back(terminal: Terminal, copies: tuple[Path, Path]) -> None:
    here, there = copies
    looked = terminal.run("merge", here, there, "--dry-run", "--coder", "wayan")
    assert looked.code == 0
    assert "Nothing was changed" in looked.err
    assert bodies(here) == ["mine"]
    merged = terminal.run("merge", here, there, "--coder", "wayan", "--json").json
    assert merged["added"]["memo"] == 1
    assert Path(merged["backup"]).exists()
    (left,) = terminal.run("settle", here, "--json").json
    assert left["choices"] == ["mine", "theirs", "both", "edited"]
    assert (left["here_by"], left["there_by"]) == ("wayan", "thandi")
    assert left["id"][:8] in terminal.run("settle", here).out
    words = ("--words", "body=put together", "--coder", "wayan")
    assert terminal.run("settle", here, left["id"][:8], "edited", *words).code == 0
    assert bodies(here) == ["put together", "new there"]
    assert "Nothing is left to decide" in terminal.run("settle", here).out
    assert terminal.run("merge", here, there, "--coder", "wayan", "--json").json["conflicts"] == []
    assert "edited" in terminal.run("settle", here, "--every").out
    assert terminal.run("undo", here, "--coder", "wayan").code == 0
    assert bodies(here) == ["mine", "new there"]
    assert len(terminal.run("settle", here, "--json").json) == 1


def test_all_that_is_open_is_settled_at_once(terminal: Terminal, copies: tuple[Path, Path]) -> None:
    here, there = copies
    terminal.run("merge", here, there, "--coder", "wayan")
    assert terminal.run("settle", here, "all", "theirs", "--coder", "wayan").code == 0
    assert bodies(here) == ["theirs", "new there"]


@pytest.mark.parametrize("words", [("none", "mine"), ("all", "whatever"), ("all",), ("all", "edited", "--words", "x")])
def test_what_cannot_be_settled_so_is_said(
    terminal: Terminal, copies: tuple[Path, Path], words: tuple[str, ...]
) -> None:
    here, there = copies
    terminal.run("merge", here, there, "--coder", "wayan")
    said = terminal.run("settle", here, *words, "--coder", "wayan")
    assert said.code != 0
    assert said.err
    assert bodies(here) == ["mine", "new there"]
