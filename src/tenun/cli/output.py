"""What commands print: tables for people, JSON for programs, bars for long work."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

import typer

from tenun.cli.language import language, say

if TYPE_CHECKING:
    from tenun.study.scope import Progress


def print_json(value: object) -> None:
    """A value as JSON on standard output; dataclasses become objects."""
    typer.echo(json.dumps(_plain(value), ensure_ascii=False, indent=2, allow_nan=False))


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {key: _plain(found) for key, found in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(found) for found in (sorted(value) if isinstance(value, set | frozenset) else value)]
    return value.item() if hasattr(value, "item") else value


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "", right: Sequence[int] = ()
) -> None:
    """A table; columns whose number stands in `right` are set flush right."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", header_style="bold", show_edge=False, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    width = None if sys.stdout.isatty() else 120
    Console(width=width).print(table)


def number(value: float | None, digits: int = 2) -> str:
    """A number as the user's language writes it; a dash for none."""
    if value is None:
        return "–"
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language() == "id" else text


def percent(share: float | None) -> str:
    """A share in per cent; a dash for none."""
    return number(None if share is None else 100 * share, 1)


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """Bars on standard error, one a step, where somebody watches; silent otherwise."""
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(STEPS.get(step, {}).get(language(), step), total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield show


STEPS: dict[str, dict[str, str]] = {
    "sources": {"en": "Reading sources", "id": "Membaca sumber"},
    "codings": {"en": "Placing codings", "id": "Menempatkan pengodean"},
    "figures": {"en": "Working out figures", "id": "Menghitung angka"},
    "reports": {"en": "Writing reports", "id": "Menulis laporan"},
    "bundle": {"en": "Writing the bundle", "id": "Menulis paket"},
    "replicate": {"en": "Computing again", "id": "Menghitung ulang"},
    "verify": {"en": "Verifying", "id": "Memeriksa"},
    "simulate": {"en": "Simulating", "id": "Menyimulasikan"},
}


def done(en: str, id: str) -> None:  # noqa: A002 - the language's own code
    """A sentence on standard error that says what was done."""
    typer.echo(say(en, id), err=True)
