"""Write the pages of docs/reference that come from the code: commands.md and errors.md.

With `--check` nothing is written; pages that no longer say what the code says are named, and the exit code is 1.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

os.environ["TENUN_LANG"] = "en"

import typer
from typer.core import TyperCommand, TyperGroup

import tenun.messages
from tenun.cli.app import app
from tenun.errors import Message, TenunError

PAGES = Path(__file__).resolve().parent.parent / "docs" / "reference"

COMMANDS_HEAD = """# Commands

This page is made from the program by `make docs`; `tenun COMMAND --help` says the same.

`STUDY` is a `.tenun` file. The program speaks English or Indonesian, as the system does; `TENUN_LANG=en` or
`TENUN_LANG=id` decides. `TENUN_CODER` names who acts, in place of `--coder` on every command. With `--json` a command
prints JSON on standard output and nothing else there; [json.md](json.md) describes what other programs read most.
Exit codes stand on the page of [errors](errors.md).
"""

ERRORS_HEAD = """# Errors

This page is made from the program by `make docs`. Every message says what is wrong and, where something can be done,
what. The `{words in braces}` are filled in. No message quotes a document, so messages may be logged and passed on.

| exit code | kind | who must act |
|---|---|---|
| 0 | | All went well. |
| 1 | | `tenun verify` found something that does not hold. |
| 2 | | The command was not understood; `--help` shows how it is written. |
"""


def commands_page() -> str:
    """Every command, its arguments and its options."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101 - narrows the type: the application has commands
    return "\n".join([COMMANDS_HEAD, *(_command(name, command) for name, command in group.commands.items())])


def _command(name: str, command: object) -> str:
    assert isinstance(command, TyperCommand)  # noqa: S101 - narrows the type
    context = command.context_class(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context)).replace("{", "").replace("}", "")
    records = [parameter.get_help_record(context) for parameter in command.params]
    rows = [
        f"| `{left.replace('|', chr(92) + '|')}` | {' '.join(right.split())} |" for left, right in filter(None, records)
    ]
    return (
        f"## tenun {name}\n\n{command.help}\n\n    tenun {name} {usage}\n\n| | |\n|---|---|\n" + "\n".join(rows) + "\n"
    )


def errors_page() -> str:
    """Every error code with its words in both languages."""
    kinds = [f"| {kind.exit_code} | {kind.__name__} | {_first_line(kind)} |" for kind in TenunError.__subclasses__()]
    return ERRORS_HEAD + "\n".join(kinds) + "\n" + "".join(f"\n## {room}\n{_codes(words)}" for room, words in _rooms())


def _rooms() -> Iterator[tuple[str, dict[str, Message]]]:
    for module in sorted(found.name for found in iter_modules(tenun.messages.__path__)):
        yield module, import_module(f"tenun.messages.{module}").MESSAGES


def _codes(words: dict[str, Message]) -> str:
    return "".join(
        f"\n### {code}\n\n- English: {f'{said.en} {said.hint_en}'.strip()}\n"
        f"- Indonesian: {f'{said.id} {said.hint_id}'.strip()}\n"
        for code, said in sorted(words.items())
    )


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").splitlines()[0]


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are out of date."""
    outdated = []
    for name, text in (("commands.md", commands_page()), ("errors.md", errors_page())):
        page = PAGES / name
        if page.exists() and page.read_text("utf-8") == text:
            continue
        outdated.append(f"docs/reference/{name}")
        if "--check" not in arguments:
            page.write_text(text, "utf-8", newline="\n")
    print("\n".join(outdated) or "The reference pages say what the code says.")
    return 1 if outdated and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
