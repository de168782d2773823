"""Dated facts, disagreements between sources, what was not found, and clues for process tracing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tenun.coding.codebook import Codebook
from tenun.corpus.chronology import ConflictRecord, ConflictSide, EventFact
from tenun.corpus.identity import guid_of
from tenun.corpus.study import Bilingual
from tenun.errors import Problem
from tenun.intake.folder.citations import Citations
from tenun.intake.folder.dates import iso_period
from tenun.intake.folder.settings import Settings, parts_of, read_yaml
from tenun.intake.guard.paths import inside
from tenun.text.likeness import nearest_name

PRECISIONS = ("", "on-or-before", "before", "about")
FACT_LISTS = ("events", "conflicts", "not_found", "ledger")


@dataclass(frozen=True, slots=True)
class Clue:
    """A clue of the process-tracing ledger, for one hypothesis (a motive or a rival, by code).

    `p_if_true` is P(clue | hypothesis), `p_if_false` P(clue | not hypothesis), both in [.01, .99], with the `reason`.
    Clues of one `group` depend on each other and are entered once, jointly.
    """

    key: str
    hypothesis: str
    text: Bilingual
    p_if_true: float
    p_if_false: float
    reason: str
    group: str = ""
    sources: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What `facts` and the keys beside it hold."""

    events: tuple[EventFact, ...] = ()
    conflicts: tuple[ConflictRecord, ...] = ()
    not_found: tuple[Bilingual, ...] = ()
    ledger: tuple[Clue, ...] = ()


def read_facts(folder: Path, settings: Settings, citations: Citations, codebook: Codebook) -> Facts:
    """The facts of a study folder: from the file that `facts` names, and from lists or files under the other keys.

    A fact with a bad date, a clue without a known hypothesis or with a probability out of bounds is left out and noted
    among the problems of `citations`; so is a citation that is not found, while its fact stays.
    """
    lists = {name: list(_listed(folder, settings, name)) for name in FACT_LISTS}
    return Facts(
        tuple(_events(lists["events"], citations)),
        tuple(_conflict(part, number, citations) for number, part in enumerate(lists["conflicts"], 1)),
        tuple(part.bilingual("what") for part in lists["not_found"]),
        tuple(_clues(lists["ledger"], citations, codebook)),
    )


def _listed(folder: Path, settings: Settings, name: str) -> Iterator[Settings]:
    """The entries of one list: in the facts file, and under its own key."""
    file = settings.text("facts")
    if file:
        document = read_yaml(inside(folder, file, "study.yaml: facts"), file)
        yield from parts_of((document or {}).get(name) if isinstance(document, dict) else document, f"{file}: {name}")
    value = settings.values.get(name)
    if isinstance(value, str):
        document = read_yaml(inside(folder, value, f"study.yaml: {name}"), value)
        yield from parts_of(document.get(name) if isinstance(document, dict) else document, value)
    else:
        yield from parts_of(value, f"study.yaml: {name}")


def _events(parts: Sequence[Settings], citations: Citations) -> Iterator[EventFact]:
    for number, part in enumerate(parts, 1):
        date, precision = iso_period(part.text("date")), part.text("precision")
        key = part.text("id") or f"e{number:02}"
        if date is None or precision not in PRECISIONS:
            value = part.text("date") if date is None else precision
            parameters = {"key": "date" if date is None else "precision", "value": value}
            citations.problems.append(Problem("error", "intake.bad-date", part.where, parameters))
            continue
        cited = citations.cited(part)
        guid = guid_of(citations.study, "event", key)
        yield EventFact(
            key, date, part.bilingual("what"), precision, part.text("url"), part.text("actor"), cited.sources,
            cited.passages, guid,
        )  # fmt: skip


def _conflict(part: Settings, number: int, citations: Citations) -> ConflictRecord:
    key = part.text("id") or f"c{number}"
    sides = []
    for side in part.parts("sides"):
        cited = citations.cited(side)
        sides.append(ConflictSide(side.bilingual("text"), cited.sources, cited.passages, side.texts("urls")))
    guid = guid_of(citations.study, "conflict", key)
    return ConflictRecord(key, part.bilingual("about"), tuple(sides), part.bilingual("note"), guid)


def _clues(parts: Sequence[Settings], citations: Citations, codebook: Codebook) -> Iterator[Clue]:
    for number, part in enumerate(parts, 1):
        key, hypothesis = part.text("id") or f"k{number}", part.text("hypothesis")
        if hypothesis not in codebook:
            nearest = nearest_name(hypothesis, codebook)
            problem = Problem("error", "coding.unknown-code", part.where, {"code": hypothesis}, nearest)
            citations.problems.append(problem)
            continue
        cited = citations.cited(part)
        yield Clue(
            key=key,
            hypothesis=hypothesis,
            text=part.bilingual("text"),
            p_if_true=part.number("p_if_true", float("nan"), 0.01, 0.99),
            p_if_false=part.number("p_if_false", float("nan"), 0.01, 0.99),
            reason=part.text("reason"),
            group=part.text("group"),
            sources=cited.sources,
            passages=cited.passages,
            guid=guid_of(citations.study, "clue", key),
        )
