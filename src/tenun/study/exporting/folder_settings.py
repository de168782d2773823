"""The settings and facts of a study as `study.yaml` and `facts.yaml` write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import yaml

from tenun.corpus.study import LETTER_WEIGHTS
from tenun.study.quote_passages import quote_passages
from tenun.study.reading import not_found_of, read_confirmed_duplicates, read_conflicts, read_events

if TYPE_CHECKING:
    from tenun.corpus.study import Bilingual, StudyConfig
    from tenun.study.scope import StudyScope

Row = dict[str, Any]
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")


def yaml_bytes(document: Row) -> bytes:
    """A document as YAML that people can read; equal documents are equal bytes."""
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
    return text.encode()


def settings_of(scope: StudyScope, files: frozenset[str], sources: frozenset[str]) -> Row:
    """`study.yaml`. `files`: the other files of the folder; `sources`: keys of those in it."""
    config = scope.config()
    made: Row = {"id": _NO_ID.sub("-", config.id).strip("-._")[:100].strip("-._") or "study"}
    made |= _both("title", config.title) | _both("question", config.question)
    made["decision"] = {**_both("label", config.decision.label), "date": config.decision.date}
    made["own_side"] = _both("label", config.own_side)
    made |= {"languages": list(config.languages), "seed": config.seed, "unjudged_weight": config.unjudged_weight}
    made["motives"] = _motives(scope, config)
    made |= {"sources": ["sources"], "codebook": "codebook.yaml", "codings": ["codings.csv"]}
    for key, name in (("facts", "facts.yaml"), ("guide", "interview-guide.yaml"), ("coverage", "coverage.csv"),
                      ("translations", "translations.csv")):  # fmt: skip
        if name in files:
            made[key] = name
    told = {
        "case": config.case,
        "procedure": config.procedure,
        "rivals": list(config.rivals),
        "defaults": dict(config.defaults),
        "origin_kinds": dict(config.origin_kinds),
        "same_person": [list(names) for names in config.same_person],
        "institutions": dict(config.extra.get("institutions") or {}),
        "places": [{**_both("label", place.label), **_without(asdict(place), "label")} for place in config.places],
        "coders": [{"name": r["name"], "kind": r["kind"]} for r in scope.store.rows("coder") if r["kind"] != "human"],
        "rounds": list(_rounds(scope)),
        "one_text": [list(pair) for pair in sorted(read_confirmed_duplicates(scope.store)) if sources.issuperset(pair)],
    }
    made |= {name: value for name, value in told.items() if value}
    if dict(config.letter_weights) != LETTER_WEIGHTS:
        made["letter_weights"] = dict(config.letter_weights)
    if not config.numbers:
        made["numbers"] = False
    if config.published_ranking:
        order = [list(rank) for rank in config.published_ranking.order]
        made["published_ranking"] = {**_both("label", config.published_ranking.label), "order": order}
        if config.published_ranking.source:
            made["published_ranking"]["source"] = config.published_ranking.source
    return made


def facts_of(scope: StudyScope, keys: frozenset[str]) -> Row:
    """`facts.yaml`: dated facts, disagreements, what was not found, clues. `keys`: of the sources in the folder."""
    events, conflicts = read_events(scope.store), read_conflicts(scope.store)
    cited = [guid for fact in events for guid in fact.passages]
    cited += [guid for record in conflicts for side in record.sides for guid in side.passages]
    places = quote_passages(scope, cited)

    def told(sources: tuple[str, ...], passages: tuple[str, ...]) -> Row:
        found = [places[guid] for guid in passages if guid in places and places[guid]["start_cp"] is not None]
        found = [one for one in found if one["source_key"] in keys]
        quoted = [
            {"source": one["source_key"], "quote": one["quote"], "start_cp": one["start_cp"], "end_cp": one["end_cp"]}
            for one in found
        ]
        return {
            name: value
            for name, value in (("sources", [key for key in sources if key in keys]), ("quotes", quoted))
            if value
        }

    made: Row = {
        "events": [
            {
                "id": fact.key,
                "date": fact.date,
                **_both("what", fact.what),
                **{name: getattr(fact, name) for name in ("precision", "url", "actor") if getattr(fact, name)},
                **told(fact.sources, fact.passages),
            }
            for fact in events
        ],
        "conflicts": [
            {
                "id": record.key,
                **_both("about", record.about),
                **_both("note", record.note),
                "sides": [
                    {**_both("text", side.text), **told(side.sources, side.passages), "urls": list(side.urls)}
                    for side in record.sides
                ],
            }
            for record in conflicts
        ],
        "not_found": [_both("what", words) for words in not_found_of(scope.config())],
        "ledger": list(_clues(scope)),
    }
    return {name: value for name, value in made.items() if value}


def _clues(scope: StudyScope) -> Iterator[Row]:
    codes, claims = scope.store.lookup("code", "key"), {row["guid"]: row for row in scope.store.rows("claim")}
    for row in scope.store.rows("evidence"):
        code = codes.get(claims[row["claim"]]["code"])
        if code is None or row["p_if_true"] is None or row["p_if_false"] is None:
            continue
        told = {"id": row["clue"], "hypothesis": code, "text_en": row["clue_en"], "text_id": row["clue_id"]}
        chances = {"p_if_true": row["p_if_true"], "p_if_false": row["p_if_false"], "reason": row["reason"]}
        yield {**told, **chances, **({"group": row["dependence"]} if row["dependence"] else {})}


def _rounds(scope: StudyScope) -> Iterator[Row]:
    for row in sorted(scope.store.rows("round"), key=lambda row: int(row["number"])):
        if row["label"] or not row["counts"]:
            yield {"number": row["number"], "label": row["label"], "counts": row["counts"]}


def _motives(scope: StudyScope, config: StudyConfig) -> Row:
    book, root = scope.codebook(), config.motive_root
    if root in book and root is not None and tuple(book.children(root)) == config.motives:
        return {"root": root}
    return {"codes": list(config.motives)}


def _both(name: str, words: Bilingual) -> Row:
    return {key: value for key, value in ((f"{name}_en", words.en), (f"{name}_id", words.id)) if value}


def _without(values: Mapping[str, Any], name: str) -> Row:
    return {key: value for key, value in values.items() if key != name}
