"""Write the coded texts as one page to read, print or hand on: words marked, codes in the margin, a legend."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.coding.places import place_of
from tenun.errors import Language
from tenun.study.blindness import refuse_while_blind
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.coding.codebook import Codebook
    from tenun.study.scope import StudyScope

FORMATS = (".html",)
_WORDS = {
    "en": {"legend": "Codes", "sources": "Texts", "uses": "codings", "none": "No accepted codings."},
    "id": {"legend": "Kode", "sources": "Teks", "uses": "pengodean", "none": "Tidak ada pengodean yang diterima."},
}
_STYLE = (
    "body{font:17px/1.6 Georgia,serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
    "p{display:grid;grid-template-columns:minmax(0,1fr) 16rem;gap:1.5rem;margin:.6rem 0;white-space:pre-wrap}"
    "mark{background:#fbe8a6;color:inherit}mark.more{background:#f3c96b}"
    "aside{font:13px/1.4 system-ui,sans-serif;white-space:normal}sup{font:11px system-ui,sans-serif}"
    "dt{font-weight:bold}"
)


def export_coded_text(scope: StudyScope, path: Path, *, language: Language = "en") -> int:
    """Write every text with its accepted codings as HTML; returns how many codings stand in it.

    Raises NotAllowed while a blind round is open.
    """
    refuse_while_blind(scope)
    table = scope.store.codings()
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in table[table["status"] == "accepted"].to_dict("records"):
        by_text[row["representation"]].append({str(name): value for name, value in row.items()})
    shown = [source for source in scope.store.rows("source") if by_text.get(source["representation"])]
    parts = [_source(scope, source, by_text[source["representation"]]) for source in shown]
    coded = [row for source in shown for row in by_text[source["representation"]]]
    write_file(path, _page(scope, parts, coded, language).encode())
    return len(coded)


def _page(scope: StudyScope, parts: list[str], coded: list[dict[str, Any]], language: Language) -> str:
    words, study = _WORDS[language], scope.store.rows("study")[0]
    title = escape(study[f"title_{language}"] or study["title_en"] or study["title_id"] or study["key"])
    body = "".join(parts) or f"<p>{words['none']}</p>"
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        f"<h1>{title}</h1><h2>{words['legend']}</h2><dl>{_legend(scope.codebook(), coded, language)}</dl>"
        f"<h2>{words['sources']}</h2>{body}</html>\n"
    )


def _legend(book: Codebook, coded: list[dict[str, Any]], language: Language) -> str:
    entries = []
    for code in book.values():
        count = sum(row["code"] == code.key for row in coded)
        if count:
            label = code.label_id or code.label_en if language == "id" else code.label_en or code.label_id
            said = code.definition_id or code.definition_en if language == "id" else code.definition_en
            uses = f"{count} {_WORDS[language]['uses']}"
            entries.append(f"<dt>{escape(code.key)} · {escape(label)} ({uses})</dt><dd>{escape(said)}</dd>")
    return "".join(entries)


def _source(scope: StudyScope, source: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    text = scope.store.text(source["representation"])
    places = [row for row in rows if row["start_cp"] is None]
    rows = [row for row in rows if row["start_cp"] is not None]
    rows = sorted(rows, key=lambda row: (row["start_cp"], row["end_cp"], row["code"], row["coder"]))
    notes = {(row["start_cp"], row["end_cp"]): 0 for row in rows}
    for number, place in enumerate(notes, 1):
        notes[place] = number
    made, at = [f"<h3>{escape(source['key'])} · {escape(source['title'])}</h3>"], 0
    for paragraph in text.split("\n"):
        end = at + len(paragraph)
        if paragraph.strip():
            made.append(_paragraph(text, at, end, rows, notes))
        at = end + 1
    return "".join([*made, *_places(scope, places)])


def _places(scope: StudyScope, rows: list[dict[str, Any]]) -> list[str]:
    """Regions and times below the text, each passage once with its codes."""
    coded: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        coded[row["passage"]].append(row)
    made = []
    for guid, codings in coded.items():
        place = place_of(scope.store.row("passage", guid) or {"region": None, "start_ms": None})
        where = f"{escape(place.spelled())} " if place else ""
        margin = "<br>".join(_coded(row) for row in codings)
        made.append(f"<p><span>{where}<mark>{escape(codings[0]['quote'])}</mark></span><aside>{margin}</aside></p>")
    return made


def _coded(row: dict[str, Any]) -> str:
    memo = f" — {escape(row['memo'])}" if row["memo"] else ""
    return f"<b>{escape(row['code'])}</b> {escape(row['coder'])}{memo}"


def _paragraph(text: str, start: int, end: int, rows: list[dict[str, Any]], notes: dict[tuple[int, int], int]) -> str:
    """A paragraph cut wherever a passage begins or ends; a passage's number stands where it begins."""
    inside = [place for place in notes if place[0] < end and place[1] > start]
    cuts = sorted({start, end, *(min(max(at, start), end) for place in inside for at in place)})
    pieces = []
    for one, other in pairwise(cuts):
        depth = sum(place[0] <= one and other <= place[1] for place in inside)
        begins = "".join(f"<sup>{notes[place]}</sup>" for place in inside if place[0] == one)
        words = escape(text[one:other])
        pieces.append(begins + (f'<mark class="{"more" if depth > 1 else "one"}">{words}</mark>' if depth else words))
    margin = "<br>".join(
        f"{notes[row['start_cp'], row['end_cp']]} {_coded(row)}" for row in rows if start <= row["start_cp"] < end
    )
    return f"<p><span>{''.join(pieces)}</span><aside>{margin}</aside></p>"
