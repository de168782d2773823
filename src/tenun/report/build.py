"""A report in one language from the findings of a study."""

from __future__ import annotations

from itertools import chain

from tenun.claims.graph import ClaimGraph
from tenun.report.dates_and_numbers import day
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.speech import Speech
from tenun.report.topics import (
    agreement,
    answer,
    audit,
    checklists,
    codebook,
    conflicts,
    kinds_of_source,
    limits,
    method,
    motives,
    places,
    question,
    ranking,
    references,
    rivals,
    sources,
    theory,
    timeline,
)
from tenun.report.tree import Document
from tenun.report.words import WORDS

CLAIMED = (answer, method, sources, codebook, agreement, motives, ranking, rivals, conflicts, timeline, places, limits)
"""The topics that make claims."""
LAID_OUT = (
    answer, question, method, sources, codebook, agreement, motives, ranking, kinds_of_source, theory, rivals,
    conflicts, timeline, places, limits, checklists, references, audit,
)  # fmt: skip
"""The sections of a report in their order."""


def claim_graph(findings: Findings) -> ClaimGraph:
    """What the report claims, whatever its language.

    Raises InputRefused, naming the finding, where a finding rests on no passage, or on one that is not there.
    """
    claims = chain.from_iterable(topic.claims(findings) for topic in CLAIMED)
    return ClaimGraph(list(claims)).checked(findings.passages, {source.key for source in findings.sources})


def build(findings: Findings, language: str) -> Document:
    """The report as a document tree in `language` (`en` or `id`).

    Reads nothing but `findings`: the same findings give the same tree. Raises InputRefused for another language, and
    for a finding that has lost its support.
    """
    page = Page(findings, claim_graph(findings), Speech(findings, language))
    sections = (topic.section(page) for topic in LAID_OUT)
    return Document(
        language=language,
        title=findings.study.title.of(language),
        subtitle=page.speech.word("subtitle"),
        date=day(findings.generated, language),
        day=findings.generated,
        sections=tuple(section for section in sections if section is not None),
        claims=page.graph,
        labels={key.removeprefix("label."): text for key, text in WORDS[language].items() if key.startswith("label.")},
    )
