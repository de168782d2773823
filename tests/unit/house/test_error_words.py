"""Every error has its words, in both languages, and no words stand there for an error that cannot happen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest
from tests.unit.house.tree import ROOT, SRC, files, syntax

import tenun.messages
from tenun.errors import Message, TenunError

KINDS = {"TenunError", "Problem", *(kind.__name__ for kind in TenunError.__subclasses__())}
CODE = re.compile(r"[a-z_]+\.[a-z0-9]+(-[a-z0-9]+)*")
WORDS: dict[str, Message] = {
    code: message
    for room in iter_modules(tenun.messages.__path__)
    for code, message in import_module(f"tenun.messages.{room.name}").MESSAGES.items()
}


def _raised() -> Iterator[tuple[str, set[str] | None, str]]:
    """Code, names of parameters (None where they cannot be read off) and place of every error made in the source."""
    for path in files(SRC, ".py"):
        for node in ast.walk(syntax(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                names = {keyword.arg for keyword in node.keywords}
                plain = {name for name in names if name} if None not in names and node.func.id != "Problem" else None
                for argument in node.args[:2]:
                    for code in _codes_in(argument):
                        yield code, plain, f"{path.relative_to(ROOT)}:{node.lineno}"


def _codes_in(argument: ast.expr) -> list[str]:
    constants = [node.value for node in ast.walk(argument) if isinstance(node, ast.Constant)]
    return [value for value in constants if isinstance(value, str) and CODE.fullmatch(value)]


RAISED = list(_raised())


def _placeholders(text: str) -> set[str]:
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_errors_are_found_at_all() -> None:
    assert len(RAISED) > 20
    assert len(WORDS) > 20


def test_every_error_made_in_the_source_has_words() -> None:
    assert [f"{place}: {code}" for code, _, place in RAISED if code not in WORDS] == []


def test_every_error_is_given_what_its_words_ask_for() -> None:
    wanting = [
        f"{place}: {code} lacks {sorted(missing)}"
        for code, names, place in RAISED
        if code in WORDS
        and names is not None
        and (missing := _placeholders(WORDS[code].en + WORDS[code].hint_en) - names)
    ]
    assert wanting == []


def test_no_words_stand_unused() -> None:
    sources = [path for path in files(SRC, ".py") if path.parent.name != "messages"]
    literals = {
        node.value
        for path in sources
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(WORDS) - literals) == []


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_say_the_same_in_both_languages(code: str) -> None:
    words = WORDS[code]
    assert words.en
    assert words.id
    assert words.en != words.id
    assert bool(words.hint_en) == bool(words.hint_id)
    assert _placeholders(words.en) == _placeholders(words.id)
    assert _placeholders(words.hint_en) == _placeholders(words.hint_id)


def test_codes_carry_the_name_of_their_room() -> None:
    for room in iter_modules(tenun.messages.__path__):
        codes = import_module(f"tenun.messages.{room.name}").MESSAGES
        assert {code.partition(".")[0] for code in codes} <= {room.name}
