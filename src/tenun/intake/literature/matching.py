"""Which record describes which source.

Sure is a match by attached file, by DOI or address, or by the same title, where neither side has a second one. A title
that is almost the same, that only begins alike, or that several have, is proposed, for a person to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from tenun.corpus.sources import Source
from tenun.intake.literature.records import Record
from tenun.text.folding import fold

How = Literal["file", "address", "title", "person"]
_ALIKE = 0.88
_BEGINNING_CP = 20
_MOST_COMPARED = 2_000_000


@dataclass(frozen=True, slots=True)
class Match:
    """A record and the key of the source that it describes; `sure` or for a person to decide."""

    record: Record
    source: str
    how: How
    sure: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """Matches in the order of the records, and the records that describe no source of the study."""

    matches: tuple[Match, ...]
    unmatched: tuple[Record, ...]


def match_records(records: Sequence[Record], sources: Sequence[Source]) -> Matching:
    """Match records with sources. A source has at most one sure match; a record that is sure is not proposed."""
    matches: list[Match] = []
    for how, of_record, of_source in (
        ("file", lambda record: map(fold, record.files), lambda source: [fold(source.key)]),
        ("address", _addresses_of_record, _addresses_of_source),
        ("title", lambda record: [_title(record.title)], lambda source: [_title(source.title)]),
    ):
        taken = {match.source for match in matches if match.sure}
        described = {match.record.id for match in matches if match.sure}
        left = [source for source in sources if source.key not in taken]
        open_records = [record for record in records if record.id not in described]
        pairs = _pairs({r.id: of_record(r) for r in open_records}, {s.key: of_source(s) for s in left})
        matches += _judged(pairs, {record.id: record for record in open_records}, how)  # type: ignore[arg-type]
    matches += _alike(records, sources, matches)
    matches = _without_overruled(matches)
    known = {match.record.id for match in matches}
    order = {record.id: at for at, record in enumerate(records)}
    matches.sort(key=lambda match: (order[match.record.id], match.source))
    return Matching(tuple(matches), tuple(record for record in records if record.id not in known))


def _pairs(of_records: Mapping[str, Iterable[str]], of_sources: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for source, names in of_sources.items():
        for name in names:
            if name:
                places[name].append(source)
    return {
        (record, source) for record, names in of_records.items() for name in names for source in places.get(name, ())
    }


def _judged(pairs: set[tuple[str, str]], records: Mapping[str, Record], how: How) -> list[Match]:
    of_record, of_source = defaultdict(set), defaultdict(set)
    for record, source in pairs:
        of_record[record].add(source)
        of_source[source].add(record)
    return [
        Match(records[record], source, how, len(of_record[record]) == len(of_source[source]) == 1)
        for record, source in sorted(pairs)
    ]


def _alike(records: Sequence[Record], sources: Sequence[Source], matches: Sequence[Match]) -> list[Match]:
    """Titles that are almost the same, among what nothing surer speaks for."""
    known_records, known_sources = {m.record.id for m in matches}, {m.source for m in matches if m.sure}
    titles = [(source.key, _title(source.title)) for source in sources if source.key not in known_sources]
    found: list[Match] = []
    compared = 0
    for record in records:
        title = _title(record.title)
        if record.id in known_records or not title:
            continue
        compared += len(titles)
        if compared > _MOST_COMPARED:
            break
        found += [Match(record, key, "title", False) for key, other in titles if other and _are_alike(title, other)]
    return found


def _are_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _BEGINNING_CP and longer.startswith(shorter):
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _without_overruled(matches: Sequence[Match]) -> list[Match]:
    """A proposal falls where its record or source has a sure match."""
    records, sources = {m.record.id for m in matches if m.sure}, {m.source for m in matches if m.sure}
    kept = [m for m in matches if m.sure or (m.record.id not in records and m.source not in sources)]
    return list({(m.record.id, m.source): m for m in reversed(kept)}.values())


def _addresses_of_record(record: Record) -> list[str]:
    return [_address(record.url), f"doi.org/{record.doi}" if record.doi else ""]


def _addresses_of_source(source: Source) -> list[str]:
    return [
        _address(source.url or ""),
        _address(source.notes.get("doi", "")) and f"doi.org/{source.notes['doi'].lower()}",
    ]


def _address(url: str) -> str:
    plain = url.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return plain.replace("dx.doi.org/", "doi.org/").partition("#")[0]


def _title(title: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in fold(title)).split())
