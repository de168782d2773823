"""What a REFI-QDA project cannot carry of a study, item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tenun.coding.facets import DEFAULTS

if TYPE_CHECKING:
    from tenun.study.projects.project_of_study import Tables

Row = dict[str, Any]
_SAID = ("author", "publisher", "url", "published", "retrieved", "institution", "consent", "confidentiality")
_CODE_WORDS = ("label_id", "definition_id", "include", "exclude", "include_id", "exclude_id", "example_en", "source")
_FACETS = tuple(name for name in DEFAULTS if name != "case")
Count = Callable[["Tables"], int]
ITEMS: tuple[tuple[str, str, str, Count], ...] = (
    ("facets", "codings with facets", "pengodean dengan faset",
     lambda t: _with(t.accepted, lambda row: any(row[name] != DEFAULTS[name] for name in _FACETS))),
    ("weight", "codings with a weight", "pengodean dengan bobot",
     lambda t: _with(t.accepted, lambda row: row["weight"] != 1)),
    ("rounds", "rounds of coding", "putaran pengodean", lambda t: len(t.rows("round"))),
    ("status", "codings proposed or rejected", "pengodean yang diusulkan atau ditolak",
     lambda t: len(t.rows("coding")) - len(t.accepted)),
    ("older-texts", "codings on earlier texts of a source", "pengodean pada teks sumber yang lebih lama",
     lambda t: len(t.accepted) - len(t.carried["coding"])),
    ("uncoded", "passages left uncoded on purpose", "petikan yang sengaja tidak dikode",
     lambda t: len(t.rows("uncoded"))),
    ("coverage", "notes that a code was not found", "catatan bahwa kode tidak ditemukan",
     lambda t: len(t.rows("coverage"))),
    ("appraisal", "appraisals of sources", "penilaian sumber", lambda t: len(t.rows("appraisal"))),
    ("source-facts", "sources with facts such as publisher, dates and consent",
     "sumber dengan keterangan seperti penerbit, tanggal, dan persetujuan",
     lambda t: _with(t.rows("source"), lambda row: any(row[name] for name in _SAID))),
    ("landmarks", "headings, turns, pages and other places of texts", "judul, giliran bicara, halaman, dan tempat lain",
     lambda t: len(t.rows("landmark"))),
    ("translations", "translations", "terjemahan",
     lambda t: _with(t.rows("representation"), lambda row: row["translation_of"])),
    ("code-words", "codes with words beside name and definition", "kode dengan kata selain nama dan definisi",
     lambda t: _with(t.rows("code"), lambda row: any(row[name] for name in _CODE_WORDS))),
    ("code-versions", "versions of codes", "versi kode", lambda t: len(t.rows("code_version"))),
    ("constructs", "concepts of theory on codes", "konsep teori pada kode", lambda t: len(t.rows("construct"))),
    ("facts", "dated facts", "fakta bertanggal", lambda t: len(t.rows("event_fact"))),
    ("conflicts", "disagreements of sources", "pertentangan antarsumber", lambda t: len(t.rows("conflict"))),
    ("claims", "claims", "klaim", lambda t: len(t.rows("claim"))),
    ("evidence", "evidence of claims", "bukti klaim", lambda t: len(t.rows("evidence"))),
    ("links", "links whose ends QDA-XML has no element for", "tautan yang ujungnya tidak dikenal QDA-XML",
     lambda t: _lost_links(t)),
    ("memo-targets", "memos on claims", "memo pada klaim",
     lambda t: _with(t.notes, lambda row: row["target_table"] == "claim")),
    ("queries", "saved queries", "kueri tersimpan", lambda t: len(t.rows("memo")) - len(t.notes)),
    ("rules", "sets of rules", "perangkat aturan", lambda t: len(t.rows("rule_set"))),
    ("figures", "figures worked out", "hasil hitungan", lambda t: len(t.rows("analysis_run"))),
    ("settings", "settings of the study", "setelan studi", lambda t: len(t.config)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loss:
    """An item that the format cannot carry, how many of it there are, and whether they travel beside the project."""

    item: str
    count: int
    en: str
    id: str
    beside: bool = True


def losses(tables: Tables) -> tuple[Loss, ...]:
    """One an item that there is any of. All travel in the sidecar, but for the log of events."""
    return tuple(_losses(tables))


def _losses(tables: Tables) -> Iterator[Loss]:
    for item, en, id_, count in ITEMS:
        if found := count(tables):
            yield Loss(item, found, en, id_)
    if found := len(tables.scope.store.log()):
        yield Loss("events", found, "events of the log", "peristiwa log", beside=False)
    if found := len(tables.rows("merge_conflict")):
        yield Loss("merge-conflicts", found, "conflicts of merges", "pertentangan dari penggabungan")


def _with(rows: list[Row], has: Callable[[Row], Any]) -> int:
    return sum(bool(has(row)) for row in rows)


def _lost_links(tables: Tables) -> int:
    from tenun.study.projects.project_of_study import BELONGS, NOTED

    own = {*BELONGS.values(), NOTED}
    kept = {row["guid"] for row in tables.links}
    return sum(row["guid"] not in kept and row["relation"] not in own for row in tables.rows("link"))
