"""What is asked of both servers, and how long it took."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import Any, Protocol

from web.asking import Client
from web.corpus import Highlight, Text


class Side(Protocol):
    """One of the two programs, running."""

    name: str
    address: str

    def client(self, coder: str = ...) -> Client:
        """Somebody on a connection of their own."""
        ...

    def add(self, client: Client, text: Text, place: Highlight) -> float:
        """Add one highlight; milliseconds."""
        ...

    def page(self, client: Client, code: int) -> tuple[float, int]:
        """A page of a code: milliseconds, and how much there is."""
        ...

    def highlights(self, client: Client, text: Text) -> int:
        """How many highlights lie on a text."""
        ...

    def reading(self, text: Text) -> list[str]:
        """Paths that a browser asks for."""
        ...


def spread(times_ms: Sequence[float]) -> dict[str, float]:
    """Median and longest."""
    return {"median_ms": round(median(times_ms), 1), "longest_ms": round(max(times_ms), 1), "times": len(times_ms)}


def new_places(chance: random.Random, text: Text, codes: int) -> Iterator[Highlight]:
    """Places from word to word by chance."""
    while True:
        start = text.body.find(" ", chance.randrange(len(text.body) - 500)) + 1
        yield Highlight(start, text.body.find(" ", start + chance.randint(40, 300)), chance.randrange(codes))


def adds(side: Side, text: Text, codes: int, times: int) -> dict[str, float]:
    """Highlights added to one text one after the other, after one that is not counted."""
    client, places = side.client(), new_places(random.Random(7), text, codes)
    spent = [side.add(client, text, next(places)) for _ in range(times + 1)]
    client.close()
    return spread(spent[1:])


def pages(side: Side, codes: int, times: int) -> dict[str, float]:
    """The first page of a code, of one code after the other."""
    client = side.client()
    side.page(client, 0)
    spent = [side.page(client, 1 + at % (codes - 1))[0] for at in range(times)]
    client.close()
    return spread(spent)


def adds_together(
    side: Side, texts: Sequence[Text], codes: int, clients: int, seconds: float, seed: int = 0
) -> dict[str, float]:
    """Adds that were acknowledged when so many people code short texts at once."""
    ready = threading.Barrier(clients)

    def work(number: int) -> list[float]:
        chance, client, spent = random.Random(1_000 * seed + number), side.client(f"coder-{number:02d}"), list[float]()
        side.add(client, texts[number], next(new_places(chance, texts[number], codes)))
        ready.wait()
        ends = time.perf_counter() + seconds
        while time.perf_counter() < ends:
            text = chance.choice(texts)
            spent.append(side.add(client, text, next(new_places(chance, text, codes))))
        client.close()
        return spent

    with ThreadPoolExecutor(clients) as pool:
        spent = [one for found in pool.map(work, range(clients)) for one in found]
    return {"clients": clients, "seconds": seconds, "adds_per_second": round(len(spent) / seconds, 1), **spread(spent)}


def asked_until(side: Side, texts: Sequence[Text], codes: int, busy: threading.Event, most_s: float) -> dict[str, Any]:
    """The longest requests of somebody who works until `busy` is cleared: reading, a page of a code, an add."""
    chance, client, longest = random.Random(11), side.client("somebody"), dict[str, list[float]]()
    ends = time.perf_counter() + most_s
    while busy.is_set() and time.perf_counter() < ends:
        text = chance.choice(texts)
        for path in side.reading(text):
            kind = path.split("?")[0].rsplit("/", 1)[-1]
            longest.setdefault(kind if kind.isalpha() else "document", []).append(client.ask("GET", path)[0])
        longest.setdefault("page", []).append(side.page(client, chance.randrange(codes))[0])
        longest.setdefault("add", []).append(side.add(client, text, next(new_places(chance, text, codes))))
        time.sleep(0.05)
    client.close()
    every = [one for times in longest.values() for one in times]
    by_kind = {kind: spread(times) for kind, times in longest.items()}
    return {"longest_ms": round(max(every), 1), "requests": len(every), "by_kind": by_kind}
