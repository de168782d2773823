"""How the study was done: coding, what counts, witnesses, weights, scores, rules."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Claim, Coders, Figures, Number, Terms, Words
from tenun.claims.results import METHODS
from tenun.report.findings import CoderView, Findings
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.support import counting_keys
from tenun.report.topics.coder_names import one_person
from tenun.report.tree import Section, Table


def claims(findings: Findings) -> Iterator[Claim]:
    """Who read what, and which rules hold."""
    counts, coders = findings.counts, findings.coders
    figures: Figures = {
        "n": len(coders),
        "coders": Coders(tuple(coder.name for coder in coders)),
        "sources": len(counting_keys(findings)),
        "codes": len(findings.codebook),
        "codings": counts.codings,
        "passages": counts.passages,
        "uncoded": counts.uncoded,
    }
    yield Claim("method.read", "method.coding", "method.read", figures)
    if one_person(findings):
        yield Claim("method.one_person", "method.coding", "method.one_person", {"coders": figures["coders"]})
    yield from _machines(coders)
    yield Claim("method.admissible", "method.rules", "method.admissible", {"own": bilingual(findings.study.own_side)})
    yield from _rules(findings)


def _machines(coders: tuple[CoderView, ...]) -> Iterator[Claim]:
    machines = [coder.name for coder in coders if coder.kind != "human"]
    if machines:
        yield Claim("method.machine", "method.coding", "method.machine", {"coders": Coders(tuple(machines))})


def _rules(findings: Findings) -> Iterator[Claim]:
    on = findings.ranking.switches
    if on:
        switches = Terms(tuple(f"switch.{name}" for name in on))
        yield Claim("method.switches", "method.switches", "method.switches_on", {"switches": switches})
    else:
        yield Claim("method.switches", "method.switches", "method.switches_off")
    changes = max(0, len(findings.audit.rule_history) - 1)
    if changes:
        yield Claim("method.rules", "method.switches", "method.rules_changed", {"n": changes})
    else:
        yield Claim("method.rules", "method.switches", "method.rules_fixed")


def section(page: Page) -> Section:
    """The method in words, with the six scores and the weights as tables."""
    return page.section(
        "method",
        [
            *page.paragraph("method.coding"),
            *page.paragraph("method.rules"),
            page.text("method.witnesses", "method.sign", "method.coders"),
            _scores(page),
            page.text("method.weights"),
            _weights(page),
            *page.paragraph("method.switches"),
        ],
    )


def _scores(page: Page) -> Table:
    say = page.speech.say
    rows = tuple(page.row(say(f"method.{name}"), say(f"method.{name}.meaning")) for name in METHODS)
    return Table(
        "table-scores",
        page.speech.word("scores.caption"),
        page.columns("scores", ("score", 1), ("meaning", 3.2)),
        rows,
    )


def _weights(page: Page) -> Table:
    study, say = page.findings.study, page.speech.say
    weights = {**study.letter_weights, "F": study.unjudged_weight}
    rows = tuple(
        page.row(Words(letter, letter), say(f"letter.{letter}"), Number(weight, 1))
        for letter, weight in weights.items()
        if page.speech.knows(f"letter.{letter}")
    )
    columns = page.columns("weights", ("letter", 0.5), ("meaning", 3), ("weight#", 0.8))
    return Table("table-weights", page.speech.word("method.weights_caption"), columns, rows)
