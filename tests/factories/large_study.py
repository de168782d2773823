"""Studies that are large in one respect: very many sources, a very long text, a very long name."""

from __future__ import annotations

from pathlib import Path

from tenun.study.add_source import add_source
from tenun.study.make_study import make_study
from tenun.text.hashes import sha256_text

FRAMEWORK = "south-south-sister-city"
MANY = 10_000
LONG_CP = 5_000_000
LAST_WORDS = "penutup dari naskah panjang."
LONG_NAME = ("Kerja sama antarkota yang saling menguntungkan bagi warga kedua kota " * 3)[:200]


def many_sources(path: Path) -> Path:
    """A study of 10,000 short sources, put in as one command."""
    scope = make_study(str(path), title="Many", date="2019-11-27", framework=FRAMEWORK, coder="ana")
    with scope.store.command("add_source", scope.coder) as change:
        rows = [
            {"key": f"S{at:05}", "title": f"Title {at:05}", "kind": "news", "language": "en", "published": "2019-03-18"}
            for at in range(MANY)
        ]
        sources = change.insert("source", rows)
        texts = [f"Words of text {at}." for at in range(MANY)]
        blob = change.put_blob(b"one file for all of them")
        made = change.insert("representation", [
            {"source": source, "blob": blob, "language": "en", "extractor": "pasted", "extractor_version": "1",
             "text": text, "sha256": sha256_text(text)}
            for source, text in zip(sources, texts, strict=True)
        ])  # fmt: skip
        for source, representation in zip(sources, made, strict=True):
            change.update("source", source, representation=representation)
    scope.store.close()
    return path


def long_text(path: Path) -> Path:
    """A study of one text of five million characters, in paragraphs."""
    scope = make_study(str(path), title="Long", date="2019-11-27", framework=FRAMEWORK, coder="ana")
    paragraph = "Wali kota menyebut pariwisata, lalu perdagangan; the mayor spoke of the port as well. " * 9 + "\n\n"
    body = paragraph * (LONG_CP // len(paragraph)) + LAST_WORDS
    add_source(scope, key="L1", title="Long", kind="report", language="id", text=body)
    scope.store.close()
    return path
