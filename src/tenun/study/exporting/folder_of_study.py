"""A study as a study folder: plain files that `tenun import` takes, and that anybody can read without Tenun."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tenun.coding.codings_csv import write_csv
from tenun.coding.formulas import neutral
from tenun.coding.rows import FACET_COLUMNS, CodingRow
from tenun.errors import InputRefused
from tenun.study.exporting.export_codings import plain_records
from tenun.study.exporting.folder_settings import facts_of, settings_of, yaml_bytes
from tenun.study.projects.rows_of_codebook import FIELDS
from tenun.study.reading import guide_of, read_coverage

if TYPE_CHECKING:
    from tenun.corpus.sources import Source
    from tenun.study.scope import StudyScope

Row = dict[str, Any]
_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
_SAID = (
    "title", "kind", "language", "publisher", "author", "institution", "url", "published", "retrieved", "inclusion",
    "inclusion_reason", "consent", "confidentiality",
)  # fmt: skip
_JUDGED = (
    "reliability", "credibility", "reliability_why", "credibility_why", "authenticity", "sincerity",
    "representativeness", "meaning",
)  # fmt: skip


def folder_of_study(scope: StudyScope, *, quotes: bool = True) -> dict[str, bytes]:
    """The files of the folder by their paths: `study.yaml`, texts, codebook, codings with their places, facts.

    `quotes` False leaves the quotes of the tables empty, where texts are masked and their words say nothing. Carries
    what figures rest on; memos, variables, links of other kinds, and codings on pictures, recordings and earlier texts
    stay out. Raises InputRefused for a study whose
    decision has no date, or that has no codes or texts, because a folder needs them.
    """
    config, book = scope.config(), scope.codebook()
    sources = [one for one in scope.sources() if one.representation and scope.store.text(one.representation).strip()]
    keys = frozenset(source.key for source in sources)
    if not (config.decision.date and book and sources):
        raise InputRefused("study.no-folder")
    files = {f"sources/{name}.txt": _text(scope, source) for name, source in _named(sources)}
    files["codebook.yaml"] = yaml_bytes(_codebook(scope))
    files["codings.csv"] = write_csv(list(_coding_rows(scope, quotes=quotes)))
    coverage = [
        (one.source, one.code, one.coder, one.round) for one in read_coverage(scope.store) if one.source in keys
    ]
    if coverage:
        files["coverage.csv"] = _table(("source", "code", "coder", "round"), sorted(coverage))
    if facts := facts_of(scope, keys):
        files["facts.yaml"] = yaml_bytes(facts)
    if guide := guide_of(config):
        files["interview-guide.yaml"] = yaml_bytes(_guide(guide))
    if translations := list(_translations(scope)):
        columns = ("source", "quote", "start_cp", "end_cp", "language", "translation", "translator", "status")
        files["translations.csv"] = _table(columns, translations)
    files["study.yaml"] = yaml_bytes(settings_of(scope, frozenset(files), keys))
    return dict(sorted(files.items()))


def _named(sources: Sequence[Source]) -> Iterator[tuple[str, Source]]:
    """File names made of keys, each there once whatever a file system makes of capitals."""
    taken: set[str] = set()
    for source in sources:
        name = stem = _PLAIN.sub("_", source.key).strip("._")[:80] or "source"
        number = 1
        while name.casefold() in taken:
            name = f"{stem}-{(number := number + 1)}"
        taken.add(name.casefold())
        yield name, source


def _text(scope: StudyScope, source: Source) -> bytes:
    """A text under what is known of it, as front matter."""
    said: Row = {name: value for name, value in source.notes.items() if value}
    said |= {"id": source.key} | {name: getattr(source, name) for name in _SAID if getattr(source, name)}
    if source.synthetic:
        said["synthetic"] = True
    if source.origins:
        said["derived_from"] = list(source.origins)
    if source.origin_note:
        said["derived_why"] = source.origin_note
    if source.appraisal:
        said |= {name: value for name in _JUDGED if (value := getattr(source.appraisal, name)) not in ("", None)}
    return b"---\n" + yaml_bytes(said) + b"---\n" + scope.store.text(source.representation).encode()


def _codebook(scope: StudyScope) -> Row:
    store, book = scope.store, scope.codebook()
    frameworks = store.rows("framework")
    title = frameworks[0] if frameworks else {"title_en": "", "title_id": "", "version": "", "note": ""}
    document: Row = {name: title[name] for name in ("title_en", "title_id", "version", "note") if title[name]}
    constructs = {
        row["key"]: {
            "label_en": row["label_en"],
            "label_id": row["label_id"],
            "values": {one["key"]: {"label_en": one["en"], "label_id": one["id"]} for one in row["tokens"]},
        }
        for row in store.rows("construct")
    }
    if constructs:
        document["constructs"] = constructs
    document["codes"] = []
    for code in book.values():
        words = {name: getattr(code, name) for name in FIELDS if name != "attributes"}
        words = {name: list(value) if isinstance(value, tuple) else value for name, value in words.items() if value}
        document["codes"].append({"id": code.key, "parent": code.parent or "", **dict(code.attributes), **words})
    return document


def _coding_rows(scope: StudyScope, *, quotes: bool) -> Iterator[CodingRow]:
    store = scope.store
    current = {source.representation for source in scope.sources()}
    table = store.codings().sort_values(["source", "start_cp", "end_cp", "coder", "round", "code"])
    for row in plain_records(table):
        if row["representation"] in current and row["start_cp"] is not None:
            told = {"code": row["code"], "memo": row["memo"], "weight": repr(row["weight"]), "status": row["status"]}
            yield _coding_row(row["source"], row, row["coder"], row["round"], row, told, quotes=quotes)
    passages = {row["guid"]: row for row in store.rows("passage")}
    of_text, keys = store.lookup("representation", "source"), store.lookup("source", "key")
    names, numbers = store.lookup("coder", "name"), store.lookup("round", "number")
    for row in sorted(store.rows("uncoded"), key=lambda row: str(row["guid"])):
        passage = passages[row["passage"]]
        if passage["representation"] in current and passage["start_cp"] is not None:
            told = {"code": "", "memo": row["reason"], "weight": "", "status": ""}
            source = keys[of_text[passage["representation"]]]
            coder, number = names[row["coder"]], numbers[row["round"]]
            yield _coding_row(source, passage, coder, number, row["facets"], told, quotes=quotes)


def _coding_row(
    source: str, at: Mapping[str, Any], coder: str, number: int, facets: Mapping[str, Any], told: Row, *, quotes: bool
) -> CodingRow:
    place = {"start_cp": str(int(at["start_cp"])), "end_cp": str(int(at["end_cp"]))}
    tokens = {name: str(facets.get(name) or "") for name in FACET_COLUMNS}
    quote = at["quote"] if quotes or not _is_masked(at["quote"]) else ""
    return CodingRow(source=source, quote=quote, coder=coder, round=str(number), **tokens, **told, **place)


def _is_masked(quote: str) -> bool:
    from tenun.text.masking import MASK

    return set(quote) <= {MASK, "…", " ", "\n"}


def _guide(guide: Any) -> Row:
    document: Row = {
        "title_en": guide.title.en, "title_id": guide.title.id, "notes_en": guide.notes.en, "notes_id": guide.notes.id,
        "respondent_en": guide.respondent.en, "respondent_id": guide.respondent.id,
    }  # fmt: skip
    if guide.duration_minutes:
        document["duration_minutes"] = guide.duration_minutes
    document["questions"] = [
        {
            "id": one.id,
            "text_en": one.text.en,
            "text_id": one.text.id,
            "probes": [{"en": probe.en, "id": probe.id} for probe in one.probes],
            "codes": list(one.codes),
        }
        for one in guide.questions
    ]
    return document


def _translations(scope: StudyScope) -> Iterator[tuple[object, ...]]:
    store = scope.store
    current = {source.representation: source.key for source in scope.sources()}
    for row in store.rows("representation"):
        if row["translation_of"] not in current:
            continue
        text = store.text(row["translation_of"])
        for start, end, from_cp, to_cp in row["alignment"] or ():
            words = row["text"][from_cp:to_cp]
            told = (row["language"], words, row["translator"], row["status"] or "draft")
            yield current[row["translation_of"]], text[start:end], start, end, *told


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
