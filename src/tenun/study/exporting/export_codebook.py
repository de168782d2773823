"""Write the codebook as a Word file: names, definitions, what belongs and what does not, examples, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused, Language
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.coding.codebook import Code, Codebook
    from tenun.study.scope import StudyScope

_WORDS = {
    "en": {
        "title": "Codebook",
        "lead": "{codes} codes, {uses} accepted codings.",
        "uses": "Codings: {own}; with the codes below it: {all}. Sources: {sources}. Version {version}.",
        "origin": "Source of the definition: {source}",
        "label": "Name", "definition": "Definition", "include": "Include", "exclude": "Exclude", "example": "Example",
    },
    "id": {
        "title": "Buku kode",
        "lead": "{codes} kode, {uses} pengodean yang diterima.",
        "uses": "Pengodean: {own}; dengan kode di bawahnya: {all}. Sumber: {sources}. Versi {version}.",
        "origin": "Sumber definisi: {source}",
        "label": "Nama", "definition": "Definisi", "include": "Termasuk", "exclude": "Tidak termasuk",
        "example": "Contoh",
    },
}  # fmt: skip


def export_codebook(scope: StudyScope, path: Path, *, language: Language = "en") -> int:
    """Write the codebook as a `.docx`, both languages side by side; returns the number of codes.

    Counts are of accepted codings. Equal codebooks and counts give equal bytes. Raises InputRefused where there are no
    codes.
    """
    from tenun.delivery.docx_codebook import CodePage, write_codebook

    book, words = scope.codebook(), _WORDS[language]
    if not book:
        raise InputRefused("refi.no-codes")
    table = scope.store.codings()
    table = table[table["status"] == "accepted"]
    own = Counter(table["code"].tolist())
    sources: dict[str, set[str]] = {}
    for code, source in table[["code", "source"]].drop_duplicates().itertuples(index=False):
        for above in book.path(code):
            sources.setdefault(above, set()).add(source)
    whole: Counter[str] = Counter()
    for key, count in own.items():
        whole.update(dict.fromkeys(book.path(key), count))
    pages = []
    for code in _by_tree(book):
        told = {"own": own[code.key], "all": whole[code.key], "sources": len(sources.get(code.key, ()))}
        about = [words["uses"].format(**told, version=code.version)]
        if code.source:
            about.append(words["origin"].format(source=code.source))
        depth = len(book.path(code.key)) - 1
        pages.append(CodePage(code.key, code.label(language), depth, " ".join(about), tuple(_rows(code, words))))
    study = scope.store.rows("study")[0]
    title = study[f"title_{language}"] or study["title_en"] or study["title_id"] or study["key"]
    lead = words["lead"].format(codes=len(pages), uses=own.total())
    write_file(path, write_codebook(f"{words['title']}: {title}", language, lead, pages))
    return len(pages)


def _by_tree(book: Codebook, parent: str | None = None) -> Iterator[Code]:
    """The codes, each before those below it."""
    for key in book.children(parent):
        yield book[key]
        yield from _by_tree(book, key)


def _rows(code: Code, words: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    told = (
        ("label", (code.label_en,), (code.label_id,)),
        ("definition", tuple(code.definition_en.split("\n")), tuple(code.definition_id.split("\n"))),
        ("include", code.include, code.include_id),
        ("exclude", code.exclude, code.exclude_id),
        ("example", tuple(code.example_en.split("\n")), tuple(code.example_id.split("\n"))),
    )
    for name, english, indonesian in told:
        if any(english) or any(indonesian):
            yield words[name], english, indonesian
