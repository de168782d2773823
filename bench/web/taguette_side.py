"""Taguette on the corpus: its environment, its database, its server, and how it is asked."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from web.asking import Client
from web.corpus import Highlight, Text, code_name
from web.fill_taguette import PROJECT
from web.process import served

BENCH = Path(__file__).resolve().parent.parent


class Taguette:
    """A running server; documents are numbered in the order of the corpus."""

    name = "taguette"

    def __init__(self, address: str, cookies: dict[str, str], texts: list[Text]) -> None:
        self.address = address
        self.cookies = cookies
        self.project = f"/project/{PROJECT}"
        self.below = f"/api{self.project}"
        self.documents = {text.name: number for number, text in enumerate(texts, start=1)}

    def client(self, _coder: str = "admin") -> Client:
        """Somebody who codes, on a connection of their own; a single-user server knows one person."""
        return Client(self.address, {"X-XSRFToken": self.cookies["_xsrf"]}, self.cookies)

    def add(self, client: Client, text: Text, place: Highlight) -> float:
        """Add one highlight; milliseconds."""
        start, end = text.without_breaks(place.start), text.without_breaks(place.end)
        body = {"start_offset": start, "end_offset": end, "tags": [place.code + 1]}
        return client.ask("POST", f"{self.below}/document/{self.documents[text.name]}/highlight/new", body)[0]

    def page(self, client: Client, code: int) -> tuple[float, int]:
        """The first 50 highlights of a tag: milliseconds, and how many pages there are."""
        spent, found = client.ask("GET", f"{self.below}/highlights/{code_name(code)}?page=1")
        return spent, int(json.loads(found)["pages"])

    def highlights(self, client: Client, text: Text) -> int:
        """How many highlights lie on a text."""
        return len(client.json("GET", f"{self.below}/document/{self.documents[text.name]}")["highlights"])

    def reading(self, text: Text) -> list[str]:
        """What a browser asks while somebody works: a text and its highlights."""
        document = f"{self.below}/document/{self.documents[text.name]}"
        return [document, f"{document}/contents"]


def fill(interpreter: Path, folder: Path, *, quick: bool) -> None:
    """Write the corpus into a new database."""
    command = [str(interpreter), "-m", "web.fill_taguette", str(folder / "taguette.sqlite3")]
    environment = {**os.environ, "PYTHONPATH": str(BENCH)}
    subprocess.run([*command, *(["--quick"] if quick else [])], check=True, env=environment, capture_output=True)


@contextmanager
def serving(interpreter: Path, folder: Path, port: int, texts: list[Text]) -> Iterator[Taguette]:
    """Serve the database on this machine for one user, with a browser's cookies at hand."""
    command = [str(interpreter), "-m", "taguette.main", "--no-browser", "--bind", "127.0.0.1", "--port", str(port)]
    database = ["--database", str(folder / "taguette.sqlite3")]
    with served([*command, *database], folder / "taguette.log", {"PYTHONUNBUFFERED": "1"}) as invitation:
        parts = urlsplit(invitation)
        address = f"http://127.0.0.1:{parts.port}"
        door = Client(address, {})
        door.ask("GET", f"/?{parts.query}")
        door.ask("GET", f"/project/{PROJECT}")
        door.close()
        yield Taguette(address, door.cookies, texts)
