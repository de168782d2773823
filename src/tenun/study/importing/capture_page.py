"""Bring in a page from the web, as it came and when."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tenun.errors import InputRefused, NotAllowed
from tenun.study.clock import now
from tenun.study.importing.import_documents import write_documents
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.importing.read_documents import ReadDocuments, read_documents

if TYPE_CHECKING:
    from tenun.intake.web.fetching import Fetched
    from tenun.study.scope import StudyScope

_ENDINGS = {
    "text/html": ".captured.html",
    "application/xhtml+xml": ".captured.html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60
_HEADERS_KEPT = ("content-type", "date", "last-modified", "etag", "content-language", "server")


def capture_page(
    scope: StudyScope, url: str, *, allowed: bool = False, fetch: Callable[[str], Fetched] | None = None
) -> ImportReport:
    """Ask for a page and bring it in: its bytes as they came, the time, what the server said, its main text.

    `allowed`: whether the person who runs Tenun has switched this on. `fetch`: how to ask (`intake/web/fetching.py`).
    Raises NotAllowed where it is off, InputRefused for an address that may not be asked for and an answer that is none.
    """
    with read_page(scope, url, allowed=allowed, fetch=fetch) as read:
        return write_documents(scope, read)


def read_page(
    scope: StudyScope,
    url: str,
    *,
    allowed: bool = False,
    fetch: Callable[[str], Fetched] | None = None,
    kind: str | None = None,
) -> ReadDocuments:
    """Ask for a page and read it as `capture_page` would bring it in, from any thread, and write nothing.

    `kind`: the kind of source that it is, where somebody says so.
    """
    if not allowed:
        raise NotAllowed("web.off")
    page = fetch(url) if fetch else _fetched(url)
    ending = _ENDINGS.get(page.kind)
    if ending is None:
        raise InputRefused("web.kind", kind=page.kind or "?")
    key = page_key(page.url)
    with tempfile.TemporaryDirectory(prefix="tenun-page-") as folder:
        file = Path(folder) / f"{key}{ending}"
        file.write_bytes(page.content)
        said = {**_said(page, key), **({"kind": kind} if kind else {})}
        return read_documents(scope, [file], metadata={file.name: said})


def _fetched(url: str) -> Fetched:
    from tenun.intake.web.fetching import fetch

    return fetch(url)


def page_key(url: str) -> str:
    """The short name of a page: its host and the end of its path.

    >>> page_key("https://www.Koran.example/bali/2019/Kota-Kembar.html?x=1")
    'koran-example-bali-2019-kota-kembar'
    """
    parts = urlsplit(url)
    path = re.sub(r"\.(?:html?|php|aspx?|pdf|txt)$", "", parts.path, flags=re.I)
    host = (parts.hostname or "").removeprefix("www.")
    name = _NOT_IN_NAMES.sub("-", f"{host}{path}".lower()).strip("-")
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip('-')}"


def _said(page: Fetched, key: str) -> dict[str, str]:
    """What is known about the page, in the names of the metadata table; the rest becomes notes of the source."""
    at = now()
    headers = [f"{name}: {value}" for name, value in page.headers if name in _HEADERS_KEPT]
    way = {"captured_by_way_of": " → ".join(page.asked)} if len(page.asked) > 1 else {}
    return {
        "id": key,
        "url": page.url,
        "retrieved": at[:10],
        "captured_at": at,
        "captured_headers": "; ".join([f"HTTP {page.status}", *headers]),
        **way,
    }
