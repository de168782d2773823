"""Tenun on the corpus: its study file, its server, and how it is asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tenun.coding.codings import Passage
from tenun.coding.facets import Facets
from tenun.corpus.study import Bilingual, Decision, StudyConfig
from tenun.study.importing.import_documents import import_documents
from tenun.study.opening import new_scope
from tenun.study.scope import StudyScope
from tenun.text.spans import Span
from web.asking import Client
from web.corpus import MOTIVES, Highlight, Text, code_name
from web.process import served

if TYPE_CHECKING:
    from tenun.store import Change

SPEAKER = "researcher"
RUN = "from tenun.cli import main; main()"


class Tenun:
    """A running server and the guids of what it serves."""

    name = "tenun"

    def __init__(self, address: str, cookies: dict[str, str], scope: StudyScope) -> None:
        self.address = address
        self.cookies = cookies
        self.study = scope.guid
        self.below = f"/api/studies/{self.study}"
        self.sources = {key: guid for guid, key in scope.store.lookup("source", "key").items()}
        self.codes = {key: guid for guid, key in scope.store.lookup("code", "key").items()}

    def client(self, coder: str = SPEAKER) -> Client:
        """Somebody who codes, on a connection of their own."""
        return Client(self.address, {"Origin": self.address, "X-Tenun-Coder": coder}, self.cookies)

    def add(self, client: Client, text: Text, place: Highlight) -> float:
        """Add one highlight; milliseconds."""
        body = {
            "source": self.sources[text.name], "start_cp": place.start, "end_cp": place.end,
            "code": self.codes[code_name(place.code)], "quote": text.body[place.start : place.end],
        }  # fmt: skip
        return client.ask("POST", f"{self.below}/codings", body)[0]

    def page(self, client: Client, code: int) -> tuple[float, int]:
        """The first 50 passages of a code: milliseconds, and how many codings it has."""
        path = f"{self.below}/codes/{self.codes[code_name(code)]}/passages?limit=50"
        spent, _ = client.ask("GET", path)
        return spent, int(client.json("GET", path)["total"])

    def highlights(self, client: Client, text: Text) -> int:
        """How many highlights lie on a text."""
        return len(client.json("GET", f"{self.below}/sources/{self.sources[text.name]}/codings")["codings"])

    def last_highlight(self, text: Text) -> str:
        """The guid of the highlight that begins last in a text."""
        client = self.client()
        rows = client.json("GET", f"{self.below}/sources/{self.sources[text.name]}/codings")["codings"]
        client.close()
        return str(max(rows, key=lambda row: (row["start_cp"], row["end_cp"]))["guid"])

    def reading(self, text: Text) -> list[str]:
        """What a browser asks while somebody works: a text's codings, the tables, the home."""
        source = self.sources[text.name]
        return [
            f"{self.below}/sources/{source}/codings",
            f"{self.below}/sources/{source}/text",
            f"{self.below}/sources?limit=50",
            f"{self.below}/codebook",
        ]


def fill(folder: Path, texts: Sequence[Text], codes: int) -> StudyScope:
    """A study with the corpus in it, through the Python API in bulk."""
    scope = new_scope(folder / "speed.tenun", _config(), coder=SPEAKER)
    files = []
    for text in texts:
        files.append(folder / f"{text.name}.txt")
        files[-1].write_text(text.body, "utf-8")
    import_documents(scope, files)
    assert scope.store.count("source") == len(texts)
    by_name = {text.name: text for text in texts}
    representations = scope.store.lookup("source", "representation")
    coder = scope.store.rows("coder", name=SPEAKER)[0]["guid"]
    with scope.store.command("import_codings", SPEAKER) as change:
        owner = {"coder": coder, "round": change.insert("round", {"number": 1})[0], **asdict(Facets())}
        guids = _insert_codes(change, codes)
        for source, key in scope.store.lookup("source", "key").items():
            _insert_codings(change, by_name[key], representations[source], guids, owner)
    return scope


def _config() -> StudyConfig:
    motives = tuple(code_name(number) for number in range(MOTIVES))
    decision = Decision(Bilingual("Decision", "Keputusan"), "2020-01-01")
    title, question = Bilingual("Speed", "Kecepatan"), Bilingual("Why?", "Mengapa?")
    return StudyConfig("speed", title, question, decision, None, Bilingual("City", "Kota"), motives)


def _insert_codes(change: Change, codes: int) -> list[str]:
    """The motives, and every other code below one of them."""
    guids: list[str] = []
    for number in range(codes):
        label = {"label_en": f"Code {number}", "label_id": f"Kode {number}"}
        parent = guids[number % MOTIVES] if number >= MOTIVES else None
        guids += change.insert("code", {"key": code_name(number), "parent": parent, "position": number, **label})
    return guids


def _insert_codings(change: Change, text: Text, representation: str, codes: list[str], owner: dict[str, Any]) -> None:
    places = list(dict.fromkeys((found.start, found.end) for found in text.highlights))
    cuts = [Passage.cut(representation, text.body, Span(*place)) for place in places]
    rows = [
        {"representation": representation, "start_cp": cut.span.start_cp, "end_cp": cut.span.end_cp,
         "quote": cut.quote, "prefix": cut.prefix, "suffix": cut.suffix}
        for cut in cuts
    ]  # fmt: skip
    passages = dict(zip(places, change.insert("passage", rows), strict=True))
    change.insert("coding", [
        {**owner, "passage": passages[found.start, found.end], "code": codes[found.code]} for found in text.highlights
    ])  # fmt: skip


@contextmanager
def serving(folder: Path, scope: StudyScope) -> Iterator[Tenun]:
    """Serve the study, with one browser's cookie at hand."""
    command = [sys.executable, "-c", RUN, "serve", str(folder / "speed.tenun"), "--no-browser"]
    with served(command, folder / "tenun.log", {"PYTHONUNBUFFERED": "1"}) as invitation:
        parts = urlsplit(invitation)
        door = Client(invitation, {})
        door.ask("GET", f"{parts.path}?{parts.query}")
        door.close()
        yield Tenun(f"{parts.scheme}://{parts.netloc}", door.cookies, scope)
