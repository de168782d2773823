"""Passages as a reader sees them: words, place, translation, and who coded them as what."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING, Any

from tenun.coding.facets import DEFAULTS, facets_from
from tenun.coding.places import Times, place_of
from tenun.report.findings import CodedAs, Locator, PassageView, Translation

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def view_passages(scope: StudyScope, wanted: Iterable[str] | None = None) -> dict[str, PassageView]:
    """The passages with these guids, or all of the study, by guid."""
    store = scope.store
    rows = {row["guid"]: row for row in store.rows("passage")}
    coded = _codings(scope)
    sources = {source.representation: source for source in scope.sources()}
    places, translations = _Places(scope), _translations(scope)
    views = {}
    for guid in rows if wanted is None else wanted:
        row = rows.get(guid)
        if row is None or row["representation"] not in sources:
            continue
        source = sources[row["representation"]]
        views[guid] = PassageView(
            guid=guid,
            quote=row["quote"],
            source=source.key,
            language=source.language,
            locator=places.of(row),
            translation=translations.get((row["representation"], row["start_cp"], row["end_cp"])),
            codings=tuple(coded.get(guid, ())),
        )
    return views


def _codings(scope: StudyScope) -> dict[str, list[CodedAs]]:
    """What each passage is coded as, in order of coder and code."""
    found: dict[str, list[CodedAs]] = defaultdict(list)
    table = scope.store.codings()
    table = table[table["status"] == "accepted"].sort_values(["coder", "round", "code"])
    for row in table.to_dict("records"):
        facets = facets_from({name: row[name] if isinstance(row[name], str) else None for name in DEFAULTS})
        found[row["passage"]].append(CodedAs(row["coder"], row["code"], facets))
    return found


class _Places:
    """Where passages stand in their sources."""

    def __init__(self, scope: StudyScope) -> None:
        self.store = scope.store
        self.turns: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in scope.store.rows("landmark", kind="turn"):
            self.turns[row["representation"]].append(row)
        for turns in self.turns.values():
            turns.sort(key=lambda row: int(row["start_cp"]))
        self.paragraphs: dict[str, list[int]] = {}

    def of(self, passage: dict[str, Any]) -> Locator:
        """The place of one passage: its turn in a transcript, else its paragraph; a region or time as it is."""
        representation, start = passage["representation"], passage["start_cp"]
        if start is None:
            place = place_of(passage)
            return Locator(times=place) if isinstance(place, Times) else Locator(region=place)
        if turns := self.turns.get(representation):
            at = bisect_right([turn["start_cp"] for turn in turns], start) - 1
            turn = turns[max(at, 0)]
            said = turn["attributes"]
            return Locator(
                speaker=said.get("speaker", ""),
                turn=max(at, 0) + 1,
                start_ms=turn["start_ms"],
                question=said.get("question") or None,
            )
        if representation not in self.paragraphs:
            self.paragraphs[representation] = list(_paragraph_starts(self.store.text(representation)))
        return Locator(paragraph=bisect_right(self.paragraphs[representation], start))


def _paragraph_starts(text: str) -> Iterator[int]:
    """Where the paragraphs of a text begin, in code points; blank lines part them."""
    at, fresh = 0, True
    for line in text.split("\n"):
        if line.strip():
            if fresh:
                yield at
            fresh = False
        else:
            fresh = True
        at += len(line) + 1


def _translations(scope: StudyScope) -> dict[tuple[str, int, int], Translation]:
    """Translations by representation and span of the original; one checked by a person before a draft."""
    found: dict[tuple[str, int, int], Translation] = {}
    originals = scope.store.lookup("representation", "translation_of")
    translated = [guid for guid, original in originals.items() if original]
    rows = [row for row in map(scope.store.row, repeat("representation"), translated) if row]
    for row in sorted(rows, key=lambda row: bool(row["status"] == "checked")):
        for start, end, from_cp, to_cp in row["alignment"] or ():
            words = row["text"][from_cp:to_cp]
            found[row["translation_of"], start, end] = Translation(
                row["language"], words, row["translator"], row["status"]
            )
    return found
