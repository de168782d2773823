"""The sources, how far each is trusted and why, and which of them are one witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tenun.claims.graph import Claim, Day, Figures, GroupIds, Number, SourceKeys, Tally, Terms, Words
from tenun.corpus.sources import CLASSES, Source
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.support import counting_keys, speaking_groups
from tenun.report.topics.answer import synthetic_callout
from tenun.report.tree import Block, Cell, Row, Run, Section, Sentence, Table


def by_class(findings: Findings) -> Tally:
    """How many sources of each class the study holds."""
    counts = Counter(source.source_class for source in findings.sources)
    return Tally(tuple((f"sources.class.{name}", counts[name]) for name in CLASSES))


def claims(findings: Findings) -> Iterator[Claim]:
    """How many sources there are, which are excluded, and how many witnesses they make."""
    figures: Figures = {
        "sources": len(findings.sources),
        "classes": by_class(findings),
        "included": len(counting_keys(findings)),
    }
    yield Claim("sources.count", "sources", "sources.count", figures)
    excluded = tuple(source.key for source in findings.sources if source.inclusion == "excluded")
    if excluded:
        left_out: Figures = {"sources": SourceKeys(excluded), "n": len(excluded)}
        yield Claim("sources.excluded", "sources", "sources.excluded", left_out, sources=excluded)
    yield from _witnesses(findings)
    if findings.duplicates:
        yield Claim("sources.duplicates", "duplicates", "duplicates.text", {"n": len(findings.duplicates)})


def _witnesses(findings: Findings) -> Iterator[Claim]:
    witnesses = [group for group in findings.groups if not group.compilation]
    figures: Figures = {
        "sources": sum(len(group.sources) for group in witnesses),
        "groups": len(witnesses),
        "n": len(speaking_groups(findings)),
    }
    yield Claim("witnesses.count", "witnesses", "witnesses.text", figures)
    compiled = tuple(key for group in findings.groups if group.compilation for key in group.sources)
    if compiled:
        keys: Figures = {"sources": SourceKeys(compiled)}
        yield Claim("witnesses.compiled", "witnesses", "witnesses.compilation", keys, sources=compiled)


def section(page: Page) -> Section:
    """The table of sources with their grades, then the witnesses and the pairs of like wording."""
    witnesses = Section(
        "witnesses",
        page.speech.word("witnesses.heading"),
        (*page.paragraph("witnesses"), _witness_table(page), *_duplicates(page)),
    )
    return page.section(
        "sources",
        [
            *page.paragraph("sources"),
            *synthetic_callout(page),
            page.text("sources.grades"),
            _appraisals(page),
            witnesses,
        ],
    )


def _appraisals(page: Page) -> Table:
    columns = page.columns("sources", ("number", 0.45), ("source", 2.6), ("grade", 0.65), ("why", 3.4))
    rows = tuple(_appraisal(page, source) for source in page.findings.listed_sources)
    return Table("table-sources", page.speech.word("sources.caption"), columns, rows, subdued=True)


def _appraisal(page: Page, source: Source) -> Row:
    say, appraisal = page.speech.say, source.appraisal
    kind = say("sources.kind_and_date", kind=Terms((f"kind.{source.kind}",)), date=Day(source.published))
    name = page.speech.names.name(source.key)
    grade = f"{appraisal.reliability}{appraisal.credibility}" if appraisal else "–"
    number = Sentence(tuple(page.speech.reference(source.key, named=False)))
    title = page.speech.figure(Words(source.title, source.title, source.language))
    cells = (
        (number,),
        (Sentence((Run(name, "strong"),)), title, kind),
        page.cell(grade),
        _why(page, source),
    )
    return Row(cells, faint=source.synthetic or source.inclusion == "excluded")


def _why(page: Page, source: Source) -> Cell:
    """The reasons of the grade, in the words of whoever gave it, after what sets the source aside."""
    say, appraisal = page.speech.say, source.appraisal
    parts: list[Sentence] = [say("sources.synthetic")] if source.synthetic else []
    if source.inclusion == "excluded":
        parts.append(say("sources.is_excluded", reason=source.inclusion_reason))
    if appraisal is None:
        return (*parts, say("sources.not_appraised"))
    reasons = (
        appraisal.reliability_why,
        appraisal.credibility_why,
        appraisal.authenticity,
        appraisal.sincerity,
        appraisal.representativeness,
        appraisal.meaning,
    )
    return (*parts, *(page.speech.linked(reason) for reason in reasons if reason))


def _witness_table(page: Page) -> Block:
    joined = [group for group in page.findings.groups if len(group.sources) > 1]
    if not joined:
        return page.text("witnesses.none")
    columns = page.columns("witnesses", ("sources", 3), ("class", 1.4), ("institution", 2))
    rows = tuple(
        page.row(
            GroupIds((group.id,)),
            page.speech.say(f"class.{group.source_class}"),
            page.cell(*(_institution(page, name) for name in group.institutions)),
        )
        for group in joined
    )
    return Table("table-witnesses", page.speech.word("witnesses.caption"), columns, rows)


def _institution(page: Page, name: str) -> Words:
    findings = page.findings
    if name in findings.institution_labels:
        return bilingual(findings.institution_labels[name])
    told = findings.study.extra.get("institutions", {}).get(name, {})
    return Words(told.get("label_en", name), told.get("label_id", name))


def _duplicates(page: Page) -> list[Block]:
    if not page.findings.duplicates:
        return []
    say = page.speech.say
    columns = page.columns("duplicates", ("pair", 2.4), ("likeness#", 0.9), ("shared", 3))
    rows = tuple(
        page.row(
            page.cell(
                SourceKeys((pair.first, pair.second)), say("duplicates.known" if pair.known else "duplicates.proposed")
            ),
            Number(pair.similarity, 2),
            page.cell(*(f"“{words}”" for words in pair.shared[:2])),
        )
        for pair in page.findings.duplicates
    )
    table = Table("table-duplicates", page.speech.word("duplicates.caption"), columns, rows, subdued=True)
    return [*page.paragraph("duplicates"), table]
