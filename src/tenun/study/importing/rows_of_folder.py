"""The parts of a study folder as rows of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import PlacedPassage
from tenun.coding.places import columns_of
from tenun.corpus.identity import guid_of
from tenun.intake.folder.coding_records import RoundRecord
from tenun.study.reading import DUPLICATE
from tenun.text.hashes import sha256_bytes, sha256_text

if TYPE_CHECKING:
    from tenun.coding.codings import Coding, Passage, Uncoded
    from tenun.coding.coverage import Coverage
    from tenun.corpus.chronology import ConflictRecord, EventFact
    from tenun.corpus.landmarks import Landmark
    from tenun.corpus.sources import Source
    from tenun.intake import FolderSource, StudyFolder
    from tenun.intake.folder.facts import Clue

Row = dict[str, Any]
SOURCE_FIELDS = (
    "key", "title", "kind", "language", "publisher", "author", "url", "published", "retrieved", "origin_note",
    "institution", "synthetic", "consent", "confidentiality", "inclusion", "inclusion_reason",
)  # fmt: skip
CSL_TYPES = {
    "interview": "interview",
    "official": "webpage",
    "law": "legislation",
    "news": "article-newspaper",
    "journal": "article-journal",
    "book": "book",
    "report": "report",
    "abstract": "article-journal",
}


def source_row(source: Source, representation: str) -> Row:
    """A source; its bibliographic record in CSL-JSON follows from its fields."""
    row = {name: getattr(source, name) for name in SOURCE_FIELDS}
    more = {"origins": list(source.origins), "notes": dict(source.notes), "csl": csl_of(source)}
    return {"guid": source.guid, **row, **more, "representation": representation}


def csl_of(source: Source) -> Row:
    """The source as a CSL-JSON item."""
    item: Row = {"id": source.key, "type": CSL_TYPES[source.kind], "title": source.title, "language": source.language}
    if source.author:
        item["author"] = [{"literal": name.strip()} for name in source.author.split(";")]
    if source.publisher:
        item["publisher"] = source.publisher
    if source.url:
        item["URL"] = source.url
    for name, date in (("issued", source.published), ("accessed", source.retrieved)):
        if date:
            item[name] = {"date-parts": [[int(part) for part in date.split("-")]]}
    return item


def representation_row(found: FolderSource, blob: str) -> Row:
    """The canonical text of a source as one extractor read it."""
    reading = found.reading
    return {
        "guid": found.source.representation,
        "source": found.source.guid,
        "blob": blob,
        "extractor": reading.extractor,
        "extractor_version": reading.extractor_version,
        "language": found.source.language,
        "text": reading.text,
        "sha256": sha256_text(reading.text),
        "replaced": list(reading.replaced_cp),
    }


def landmark_rows(study: str, found: FolderSource) -> Iterator[Row]:
    """The named places of a source's text."""
    representation = found.source.representation
    times: Counter[tuple[object, ...]] = Counter()
    for mark in found.reading.landmarks:
        at = {"start_cp": mark.span.start_cp, "end_cp": mark.span.end_cp}
        place = (mark.kind, *at.values(), *_page(mark))
        # Two comments may speak of the same words, and pages without text share one place.
        again = [times[place]] if times[place] else []
        times[place] += 1
        yield {
            "guid": guid_of(study, "landmark", representation, *place, *again),
            "representation": representation,
            "kind": mark.kind,
            **at,
            "start_ms": mark.start_ms,
            "end_ms": mark.end_ms,
            "attributes": dict(mark.attributes),
        }


def _page(mark: Landmark) -> tuple[str, ...]:
    return (mark.attributes["page"],) if mark.kind == "page" else ()


def translation_rows(folder: StudyFolder, found: FolderSource) -> Iterator[Row]:
    """Translated quotes of a source, as one representation for each language, translator and status.

    The text holds the translations in order, a blank line between them; `alignment` says which stretch of the original
    each is of: start and end there, start and end here, in code points.
    """
    kept = [translation for translation in folder.translations if translation.source == found.source.key]
    kept.sort(key=lambda one: (one.language, one.translator, one.status, one.passage.span))
    for (language, translator, status), group in groupby(kept, lambda one: (one.language, one.translator, one.status)):
        text, alignment = "", []
        for one in group:
            start = len(text) + 2 if text else 0
            text = f"{text}\n\n{one.words}" if text else one.words
            alignment.append([one.passage.span.start_cp, one.passage.span.end_cp, start, start + len(one.words)])
        yield {
            "guid": guid_of(folder.guid, "translation", found.source.key, language, translator, status, text),
            "source": found.source.guid,
            "blob": sha256_bytes(found.content),
            "extractor": "translation",
            "extractor_version": "1",
            "language": language,
            "text": text,
            "sha256": sha256_text(text),
            "replaced": [],
            "translation_of": found.source.representation,
            "translator": translator,
            "status": status,
            "alignment": alignment,
        }


def passage_row(passage: Passage | PlacedPassage) -> Row:
    """A passage."""
    if isinstance(passage, PlacedPassage):
        place = columns_of(passage.place)
        return {"guid": passage.guid, "representation": passage.representation, **place, "quote": passage.quote}
    region = {} if passage.region is None else columns_of(passage.region)
    at = {"start_cp": passage.span.start_cp, "end_cp": passage.span.end_cp}
    words = {"quote": passage.quote, "prefix": passage.prefix, "suffix": passage.suffix}
    return {"guid": passage.guid, "representation": passage.representation, **at, **region, **words}


def coding_row(study: str, coding: Coding) -> Row:
    """A coding."""
    return {
        "guid": coding.guid,
        "passage": coding.passage.guid,
        "code": guid_of(study, "code", coding.code),
        "code_version": coding.code_version,
        "coder": guid_of(study, "coder", coding.coder),
        "round": guid_of(study, "round", coding.round),
        **asdict(coding.facets),
        "weight": coding.weight,
        "status": coding.status,
        "memo": coding.memo,
    }


def uncoded_row(study: str, left: Uncoded) -> Row:
    """A passage left uncoded on purpose."""
    return {
        "guid": left.guid,
        "passage": left.passage.guid,
        "coder": guid_of(study, "coder", left.coder),
        "round": guid_of(study, "round", left.round),
        "reason": left.reason,
        "facets": asdict(left.facets),
    }


def coder_rows(
    study: str,
    names: Sequence[str],
    same_person: Sequence[Sequence[str]],
    kinds: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Row]:
    """Coders; names that are one person share the first of them. `kinds`: of those that are no people."""
    person = {name: group[0] for group in same_person for name in group}
    for name in names:
        told = {"name": name, "kind": kinds.get(name, "human"), "person": person.get(name, name)}
        yield {"guid": guid_of(study, "coder", name), **told}


def round_rows(study: str, numbers: Sequence[int], records: Sequence[RoundRecord] = ()) -> Iterator[Row]:
    """Rounds of coding, with what the settings say of them."""
    said = {record.number: record for record in records}
    for number in numbers:
        record = said.get(number, RoundRecord(number))
        state = {"label": record.label, "blind": False, "locked": False, "counts": record.counts}
        yield {"guid": guid_of(study, "round", number), "number": number, **state}


def one_text_rows(study: str, pairs: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """Links between sources that a person declared to be one text."""
    for pair in pairs:
        first, second = (guid_of(study, "source", key) for key in pair)
        ends = {"from_table": "source", "from_guid": first, "to_table": "source", "to_guid": second}
        yield {"guid": guid_of(study, "link", *pair, DUPLICATE), **ends, "relation": DUPLICATE, "note": ""}


def case_rows(study: str, keys: Sequence[str]) -> Iterator[Row]:
    """Cases that codings speak of."""
    for key in keys:
        yield {"guid": guid_of(study, "case", key), "key": key, "label_en": key, "label_id": key}


def event_row(study: str, fact: EventFact) -> Row:
    """A dated fact."""
    same = {name: getattr(fact, name) for name in ("key", "date", "precision", "url", "actor")}
    links = {"sources": list(fact.sources), "passages": list(fact.passages)}
    return {
        "guid": guid_of(study, "event", fact.key),
        **same,
        "what_en": fact.what.en,
        "what_id": fact.what.id,
        **links,
    }


def conflict_row(study: str, record: ConflictRecord) -> Row:
    """A matter on which sources disagree."""
    sides = [
        {
            "text_en": side.text.en,
            "text_id": side.text.id,
            "sources": list(side.sources),
            "passages": list(side.passages),
            "urls": list(side.urls),
        }
        for side in record.sides
    ]
    words = {
        "about_en": record.about.en,
        "about_id": record.about.id,
        "note_en": record.note.en,
        "note_id": record.note.id,
    }
    return {"guid": guid_of(study, "conflict", record.key), "key": record.key, **words, "sides": sides}


def appraisal_row(study: str, source: Source, coder: str, at: str) -> Row:
    """A source's appraisal."""
    judgement: Mapping[str, Any] = asdict(source.appraisal) if source.appraisal else {}
    return {
        **{name: value for name, value in judgement.items() if name != "coder"},
        "guid": guid_of(study, "appraisal", source.key, coder),
        "source": source.guid,
        "coder": guid_of(study, "coder", coder),
        "at": at,
    }


def coverage_row(study: str, covered: Coverage) -> Row:
    """A source read for a code that it does not hold."""
    return {
        "guid": covered.guid,
        "source": guid_of(study, "source", covered.source),
        "code": guid_of(study, "code", covered.code),
        "coder": guid_of(study, "coder", covered.coder),
        "round": guid_of(study, "round", covered.round),
    }


def claim_rows(study: str, folder: StudyFolder) -> Iterator[Row]:
    """A claim for each hypothesis that clues of the ledger speak to."""
    for key in dict.fromkeys(clue.hypothesis for clue in folder.ledger):
        code = folder.codebook[key]
        yield {
            "guid": guid_of(study, "claim", key),
            "key": key,
            "kind": "motive" if key in folder.config.motives else "rival",
            "code": guid_of(study, "code", key),
            "statement_en": code.label_en,
            "statement_id": code.label_id,
            "status": "proposed",
            "confidence": {},
        }


def evidence_rows(study: str, ledger: Sequence[Clue]) -> Iterator[Row]:
    """The clues of the ledger, each with its likelihoods."""
    for clue in ledger:
        yield {
            "guid": clue.guid or guid_of(study, "evidence", clue.key),
            "claim": guid_of(study, "claim", clue.hypothesis),
            "role": "supports" if clue.p_if_true >= clue.p_if_false else "contradicts",
            "clue": clue.key,
            "clue_en": clue.text.en,
            "clue_id": clue.text.id,
            "p_if_true": clue.p_if_true,
            "p_if_false": clue.p_if_false,
            "dependence": clue.group,
            "reason": clue.reason,
        }
