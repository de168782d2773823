"""Rows of the store become the objects that the pure rooms know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tenun.coding.codebook import Code, Codebook
from tenun.coding.coverage import Coverage
from tenun.corpus.chronology import ConflictRecord, ConflictSide, EventFact
from tenun.corpus.sources import Appraisal, Source
from tenun.corpus.study import Bilingual
from tenun.corpus.transcripts import Guide, Question

if TYPE_CHECKING:
    from tenun.corpus.study import StudyConfig
    from tenun.store import StudyStore

DUPLICATE = "duplicate_of"


def read_codebook(store: StudyStore) -> Codebook:
    """The codes in the order of the codebook."""
    rows = sorted(store.rows("code"), key=lambda row: (row["position"], row["key"]))
    keys = {row["guid"]: row["key"] for row in rows}
    frameworks = store.rows("framework")
    titles = frameworks[0] if frameworks else {"title_en": "", "title_id": "", "key": ""}
    return Codebook(
        [_code(row, keys) for row in rows],
        title_en=titles["title_en"],
        title_id=titles["title_id"],
        name=titles["key"],
    )


def _code(row: Mapping[str, Any], keys: Mapping[str, str]) -> Code:
    words = {name: row[name] for name in ("label_en", "label_id", "definition_en", "definition_id", "source")}
    return Code(
        key=row["key"],
        parent=keys[row["parent"]] if row["parent"] else None,
        include=tuple(row["include"]),
        exclude=tuple(row["exclude"]),
        include_id=tuple(row["include_id"]),
        exclude_id=tuple(row["exclude_id"]),
        example_en=row["example_en"],
        example_id=row["example_id"],
        attributes=row["attributes"],
        version=row["version"],
        guid=row["guid"],
        **words,
    )


def read_sources(store: StudyStore) -> list[Source]:
    """The sources in order of their keys, each with its latest appraisal."""
    appraisals: dict[str, Mapping[str, Any]] = {}
    for row in sorted(store.rows("appraisal"), key=lambda row: str(row["at"])):
        appraisals[row["source"]] = row
    coders = store.lookup("coder", "name")
    rows = sorted(store.rows("source"), key=lambda row: str(row["key"]))
    return [_source(row, appraisals.get(row["guid"]), coders) for row in rows]


def _source(row: Mapping[str, Any], appraisal: Mapping[str, Any] | None, coders: Mapping[str, str]) -> Source:
    same = ("key", "title", "kind", "language", "guid", "publisher", "author", "url", "published", "retrieved")
    also = ("origin_note", "institution", "synthetic", "inclusion", "inclusion_reason", "consent", "confidentiality")
    return Source(
        **{name: row[name] for name in (*same, *also)},
        origins=tuple(row["origins"]),
        notes=dict(row["notes"]),
        representation=row["representation"] or "",
        appraisal=_appraisal(appraisal, coders) if appraisal else None,
    )


def _appraisal(row: Mapping[str, Any], coders: Mapping[str, str]) -> Appraisal:
    words = ("reliability_why", "credibility_why", "authenticity", "sincerity", "representativeness", "meaning")
    return Appraisal(
        reliability=row["reliability"],
        credibility=row["credibility"],
        coder=coders.get(row["coder"], ""),
        **{name: row[name] for name in words},
    )


def read_theory_labels(store: StudyStore) -> dict[str, Bilingual]:
    """Labels of the theory facets (`lecours_layer`) and of their values (`lecours_layer=economic`)."""
    labels: dict[str, Bilingual] = {}
    for row in store.rows("construct"):
        labels[row["key"]] = Bilingual(row["label_en"], row["label_id"])
        for token in row["tokens"]:
            labels[f"{row['key']}={token['key']}"] = Bilingual(token["en"], token["id"])
    return labels


def read_events(store: StudyStore) -> list[EventFact]:
    """Dated facts in order of time."""
    rows = sorted(store.rows("event_fact"), key=lambda row: (row["date"], row["key"]))
    return [
        EventFact(
            key=row["key"],
            date=row["date"],
            what=Bilingual(row["what_en"], row["what_id"]),
            precision=row["precision"],
            url=row["url"],
            actor=row["actor"],
            sources=tuple(row["sources"]),
            passages=tuple(row["passages"]),
            guid=row["guid"],
        )
        for row in rows
    ]


def read_conflicts(store: StudyStore) -> list[ConflictRecord]:
    """Matters on which sources disagree, in order of their keys."""
    rows = sorted(store.rows("conflict"), key=lambda row: str(row["key"]))
    return [
        ConflictRecord(
            key=row["key"],
            about=Bilingual(row["about_en"], row["about_id"]),
            sides=tuple(_side(side) for side in row["sides"]),
            note=Bilingual(row["note_en"], row["note_id"]),
            guid=row["guid"],
        )
        for row in rows
    ]


def _side(side: Mapping[str, Any]) -> ConflictSide:
    return ConflictSide(
        text=Bilingual(side["text_en"], side["text_id"]),
        sources=tuple(side["sources"]),
        passages=tuple(side["passages"]),
        urls=tuple(side["urls"]),
    )


def read_confirmed_duplicates(store: StudyStore) -> list[tuple[str, str]]:
    """Pairs of source keys that a person has declared to be one text."""
    keys = store.lookup("source", "key")
    return [(keys[row["from_guid"]], keys[row["to_guid"]]) for row in store.rows("link", relation=DUPLICATE)]


def read_reading(store: StudyStore) -> dict[str, set[str]]:
    """Which sources each coder read: those with a coding of theirs, or a passage they left uncoded on purpose."""
    of_passage = store.lookup("passage", "representation")
    of_representation = store.lookup("representation", "source")
    keys = store.lookup("source", "key")
    names = store.lookup("coder", "name")
    read: dict[str, set[str]] = defaultdict(set)
    codings = store.codings()
    for coder, source in codings[["coder", "source"]].drop_duplicates().itertuples(index=False):
        read[coder].add(source)
    for row in store.rows("uncoded"):
        read[names[row["coder"]]].add(keys[of_representation[of_passage[row["passage"]]]])
    return dict(read)


def read_coverage(store: StudyStore) -> list[Coverage]:
    """What coders looked for in a source and did not find."""
    keys = store.lookup("source", "key")
    codes = store.lookup("code", "key")
    names = store.lookup("coder", "name")
    numbers = store.lookup("round", "number")
    return [
        Coverage(keys[row["source"]], codes[row["code"]], names[row["coder"]], numbers[row["round"]], row["guid"])
        for row in store.rows("coverage")
    ]


def guide_of(config: StudyConfig) -> Guide | None:
    """The interview guide that the study keeps among its settings."""
    plain = config.extra.get("guide")
    if not plain:
        return None
    return Guide(
        title=Bilingual(**plain["title"]),
        notes=Bilingual(**plain["notes"]),
        respondent=Bilingual(**plain["respondent"]),
        duration_minutes=plain["duration_minutes"],
        questions=tuple(
            Question(
                question["id"],
                Bilingual(**question["text"]),
                tuple(Bilingual(**probe) for probe in question["probes"]),
                tuple(question["codes"]),
            )
            for question in plain["questions"]
        ),
    )


def not_found_of(config: StudyConfig) -> tuple[Bilingual, ...]:
    """What the study looked for in vain."""
    return tuple(Bilingual(**words) for words in config.extra.get("not_found", ()))
