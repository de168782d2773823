"""What README and docs say of the program is so: links, commands, options, verbs, reference pages."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import typer
from tests.unit.house.tree import ROOT, files
from typer.core import TyperGroup

from tenun.claims.results import METHODS
from tenun.claims.switches import SWITCHES
from tenun.cli.app import app

PAGES = [path for path in files(ROOT, ".md") if path.is_relative_to(ROOT / "docs") or path.parent == ROOT]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IDS = [str(page.relative_to(ROOT)) for page in PAGES]


@cache
def _group() -> TyperGroup:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def _options(command: str) -> set[str]:
    parameters = _group().commands[command].params
    return {"--help", *(spelling for found in parameters for spelling in (*found.opts, *found.secondary_opts))}


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _command_lines(page: Path) -> list[list[str]]:
    """Words of the lines in code blocks that call the program, continuation lines joined."""
    blocks = "\n".join(FENCE.findall(page.read_text("utf-8"))).replace("\\\n", " ")
    return [line.removeprefix("$ ").split() for line in blocks.splitlines() if re.match(r"(\$ )?tenun ", line)]


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        found = (page.parent / name).resolve() if name else page
        assert found.exists(), target
        assert not anchor or anchor in _anchors(found), target


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_commands_that_are_shown_exist(page: Path) -> None:
    inline = re.findall(r"`tenun ([a-z]+)", page.read_text("utf-8"))
    assert set(inline) <= set(_group().commands)
    for _, command, *arguments in _command_lines(page):
        assert command in _group().commands or command.startswith("--"), command
        named = {word.partition("=")[0] for word in arguments if re.match(r"--?[a-z]", word)}
        assert command.startswith("--") or named <= _options(command), command


def test_reference_pages_say_what_the_code_says() -> None:
    check = [sys.executable, str(ROOT / "tools" / "reference_pages.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, f"run `make docs` for:\n{done.stdout}{done.stderr}"


def test_readme_opens_with_the_two_commands() -> None:
    first = FENCE.findall((ROOT / "README.md").read_text("utf-8"))[0]
    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make demo", "make test"]


def test_every_verb_has_its_line_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    usage = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "dev.py"), "help"], capture_output=True, text=True, check=True
    ).stdout
    verbs = re.findall(r"^  (\w+) ", usage, flags=re.MULTILINE)
    assert set(verbs) == set(re.findall(r"^(\w+): ;", makefile, flags=re.MULTILINE))
    shown = {verb for page in PAGES for verb in re.findall(r"(?:`|^)make (\w+)", page.read_text("utf-8"), re.MULTILINE)}
    assert shown <= set(verbs)


def test_every_decision_record_has_its_parts() -> None:
    for record in files(ROOT / "docs" / "decisions", ".md"):
        text = record.read_text("utf-8")
        assert re.match(r"# \d{4} ", text), record.name
        for part in ("## Context", "## Decision", "## Consequences"):
            assert part in text, f"{record.name} has no {part}"


def test_every_switch_and_score_is_explained() -> None:
    text = (ROOT / "docs" / "explanation" / "methods.md").read_text("utf-8")
    table = text.split("| switch | what it changes |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `([\w-]+)`", table, flags=re.MULTILINE)) == set(SWITCHES)
    scores = re.findall(
        r"^\| ([\w ]+) \|", text.split("| score | what it is |")[1].split("\n\n")[0], flags=re.MULTILINE
    )
    assert [score.replace(" ", "_") for score in scores] == list(METHODS)
