"""Write the coded texts as a Word file that somebody without Tenun can read, print and answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.coding.facets import DEFAULTS
from tenun.coding.places import place_of
from tenun.errors import Language
from tenun.study.blindness import refuse_while_blind
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.coding.codebook import Codebook
    from tenun.delivery.docx_coded_text import CodedText, CodedTextWords, CodeEntry, Remark, RemarkApart
    from tenun.study.scope import StudyScope

Row = dict[str, Any]


def export_coded_docx(scope: StudyScope, path: Path, *, language: Language = "en") -> int:
    """Write every text with its accepted codings as a `.docx`; returns how many codings stand in it.

    A passage is shaded; a comment beside it, by the coder, names the codes. Equal studies give equal bytes. Raises
    NotAllowed while a blind round is open.
    """
    from tenun.delivery.docx_coded_text import write_coded_text

    refuse_while_blind(scope)
    book = scope.codebook()
    by_text = _accepted(scope)
    sources = [source for source in scope.store.rows("source") if by_text.get(source["representation"])]
    texts = [_text(scope, source, by_text[source["representation"]], book, language) for source in sources]
    counts = Counter(row["code"] for source in sources for row in by_text[source["representation"]])
    study = scope.store.rows("study")[0]
    title = study[f"title_{language}"] or study["title_en"] or study["title_id"] or study["key"]
    write_file(path, write_coded_text(title, language, texts, _legend(book, counts, language), _words(language)))
    return counts.total()


def _accepted(scope: StudyScope) -> dict[str, list[Row]]:
    """Accepted codings of stretches of text that are not empty, of regions and of times, by text."""
    found: dict[str, list[Row]] = defaultdict(list)
    table = scope.store.codings()
    for row in table[table["status"] == "accepted"].to_dict("records"):
        if row["start_cp"] is None or row["end_cp"] > row["start_cp"]:
            found[row["representation"]].append({str(name): value for name, value in row.items()})
    return found


def _text(scope: StudyScope, source: Row, rows: list[Row], book: Codebook, language: Language) -> CodedText:
    from tenun.delivery.docx_coded_text import CodedText

    title = f"{source['key']} · {source['title']}" if source["title"] != source["key"] else source["key"]
    text = scope.store.text(source["representation"])
    inside = [row for row in rows if row["start_cp"] is not None]
    apart = [row for row in rows if row["start_cp"] is None]
    remarks = tuple(_remarks(inside, book, language))
    return CodedText(title, source["language"], text, remarks, tuple(_apart(scope, apart, book, language)))


def _remarks(rows: list[Row], book: Codebook, language: Language) -> Iterator[Remark]:
    """One a passage and coder."""
    from tenun.delivery.docx_coded_text import Remark

    found: dict[tuple[int, int, str], list[tuple[str, str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["start_cp"], row["end_cp"], row["coder"], row["round"], row["code"])):
        found[int(row["start_cp"]), int(row["end_cp"]), row["coder"]].append(_line(row, book, language))
    return (Remark(*place, tuple(lines)) for place, lines in found.items())


def _apart(scope: StudyScope, rows: list[Row], book: Codebook, language: Language) -> Iterator[RemarkApart]:
    """One a region or time and coder."""
    from tenun.delivery.docx_coded_text import RemarkApart

    found: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["passage"], row["coder"], row["round"], row["code"])):
        found[row["passage"], row["quote"], row["coder"]].append(_line(row, book, language))
    for (passage, said, coder), lines in found.items():
        place = place_of(scope.store.row("passage", passage) or {"region": None, "start_ms": None})
        yield RemarkApart(place.spelled() if place else "", said, coder, tuple(lines))


def _line(row: Row, book: Codebook, language: Language) -> tuple[str, str]:
    """Code and label, and facets with the memo."""
    facets = [row[name] for name, usual in DEFAULTS.items() if row[name] and row[name] != usual]
    label = book[row["code"]].label(language)
    name = row["code"] if label in ("", row["code"]) else f"{row['code']} · {label}"
    return name, " · ".join(filter(None, [", ".join(facets), row["memo"]]))


def _legend(book: Codebook, counts: Counter[str], language: Language) -> list[CodeEntry]:
    from tenun.delivery.docx_coded_text import CodeEntry

    return [
        CodeEntry(code.key, code.label(language), defined(code, language), counts[code.key])
        for code in book.values()
        if counts[code.key]
    ]


def defined(code: Any, language: Language) -> str:
    """A code's definition in a language, or in the other one where it has none."""
    first, second = code.definition_en, code.definition_id
    return str(second or first if language == "id" else first or second)


def _words(language: Language) -> CodedTextWords:
    from tenun.delivery.docx_coded_text import CodedTextWords

    if language == "id":
        return CodedTextWords(
            "Kode",
            ("Kode", "Nama dan definisi", "Jumlah"),
            "Petikan yang dikode diberi latar; komentar di sampingnya menyebut kode, dengan pengode sebagai penulis. "
            "Latar yang lebih gelap berarti beberapa petikan bertumpuk. Tabel di akhir setiap teks memuat semuanya "
            "sekali lagi; letak dihitung dalam titik kode dari awal teks.",
            "Petikan yang dikode",
            ("Letak", "Petikan", "Kode", "Pengode"),
        )
    return CodedTextWords(
        "Codes",
        ("Code", "Name and definition", "Uses"),
        "Coded passages are shaded; the comment beside each names its codes, with the coder as its author. A darker "
        "shade means that passages overlap. The table at the end of each text has all of them once more; places are "
        "counted in code points from the beginning of the text.",
        "Coded passages",
        ("Place", "Passage", "Codes", "Coder"),
    )
