"""A real server on a real study file, and browsers that were let in."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import httpx

from tenun.server.run import Ready, prepared
from tenun.study.add_source import add_source
from tenun.study.make_study import make_study

FRAMEWORK = "south-south-sister-city"
TEXTS = {
    "S1": "Denpasar dan Mossel Bay menandatangani kerja sama.\n\n"
    "Wali kota menyebut pariwisata sebagai alasan utama 🪁🇮🇩.",
    "S2": "The mayor spoke of trade.\n\nTrade came first, tourism second. Ñandú café naïve.",
    "S3": "Kerja sama pendidikan.\n\nTidak ada kata tentang perdagangan.",
}


def small_study(path: Path) -> Path:
    """A study of three short sources and the shipped codebook, with no coding in it."""
    scope = make_study(str(path), title="Small", date="2019-11-27", framework=FRAMEWORK, coder="ana")
    kinds = {"S1": ("news", "id"), "S2": ("official", "en"), "S3": ("journal", "id")}
    for key, text in TEXTS.items():
        kind, language = kinds[key]
        add_source(scope, key=key, title=f"Title of {key}", kind=kind, language=language, text=text)
    scope.store.close()
    return path


class Browser(httpx.Client):
    """A browser that was let in: same origin, its cookie, and paths below one study unless they begin with `/api`."""

    def __init__(self, ready: Ready, coder: str = "ana", study: str | None = None) -> None:
        super().__init__(
            base_url=ready.address,
            headers={"Origin": ready.address, "X-Tenun-Coder": coder},
            timeout=240,
            trust_env=False,
        )
        self.study = study or next(iter(ready.studies)).guid
        self._invitation = ready.invitation()

    def __enter__(self) -> Self:
        """Come in by a one-time address."""
        browser = super().__enter__()
        assert super().request("GET", self._invitation).status_code == 303
        return browser

    def request(self, method: str, url: Any, **options: Any) -> httpx.Response:
        """Ask; `etag` becomes If-Match."""
        if (etag := options.pop("etag", None)) is not None:
            options["headers"] = {**(options.get("headers") or {}), "If-Match": f'"{etag}"'}
        path = url if str(url).startswith(("/api", "http")) or url == "/" else f"/api/studies/{self.study}{url}"
        return super().request(method, path, **options)

    def ok(self, method: str, url: str, **options: Any) -> Any:
        """The JSON of an answer that must be a success."""
        answer = self.request(method, url, **options)
        assert answer.is_success, answer.text
        return answer.json()

    def source(self, key: str) -> dict[str, Any]:
        """A source by key."""
        rows = self.ok("GET", "/sources", params={"filter.key": key})["rows"]
        found: dict[str, Any] = rows[0]
        return found

    def code(self, key: str) -> dict[str, Any]:
        """A code by key."""
        found: dict[str, Any] = next(row for row in self.ok("GET", "/codebook")["codes"] if row["key"] == key)
        return found

    def add(self, source: str, words: str, code: str, **more: Any) -> dict[str, Any]:
        """Code the first place where `words` stand in a source; returns the coding."""
        text = TEXTS[source]
        start = text.index(words)
        place = {"source": self.source(source)["guid"], "start_cp": start, "end_cp": start + len(words)}
        body = {**place, "code": self.code(code)["guid"], "quote": words, **more}
        found: dict[str, Any] = self.ok("POST", "/codings", json=body)["rows"][0]
        return found


@contextmanager
def serving(paths: Sequence[Path], port: int = 0, *, allow_web: bool = False) -> Iterator[Ready]:
    """A server on a free port, or the one that is named, in a thread of its own."""
    with prepared([str(path) for path in paths], coder="ana", port=port, warm=False, allow_web=allow_web) as ready:
        thread = threading.Thread(target=ready.server.run, kwargs={"sockets": [ready.socket]})
        thread.start()
        try:
            while not ready.server.started:
                assert thread.is_alive()
                time.sleep(0.01)
            yield ready
        finally:
            ready.server.should_exit = True
            thread.join()


def copied(template: Path, folder: Path) -> Path:
    """A copy of a study that a test may change."""
    return Path(shutil.copy(template, folder / template.name))
