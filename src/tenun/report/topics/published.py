"""A published order of motives beside the evidence's, and what it would take for the two to agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenun.claims.graph import Claim, Codes, Figures, GroupIds, Number, Phrases, Terms, Words
from tenun.claims.results import PublishedComparison, SwitchRow
from tenun.report.findings import Findings
from tenun.report.naming import anchor
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.support import name_of, passages_in, sources_of
from tenun.report.tree import Block, Paragraph
from tenun.report.voices import voices

IN_SWITCH_ROWS = ("independent_support", "stated_priority")


def claims(findings: Findings) -> Iterator[Claim]:
    """Where the published first stands, what would put it first, and what takes that away; all from the figures."""
    compared = findings.published
    if compared is None or not compared.first:
        return
    first = Codes(compared.first)
    yield _place(findings, compared, first)
    if _agrees(findings, compared):
        return
    for number, method in enumerate(compared.methods_agreeing):
        yield _by_method(findings, compared, method, again=number > 0)
        yield from _lost(findings, compared, method)
    if not compared.methods_agreeing:
        yield _claim("no_method", "published_no_method", {"first": first}, compared)
    if compared.switches_agreeing:
        switches = named(compared.switches_agreeing)
        yield _claim("switches", "published_switches", {"first": first, "switches": switches}, compared)
    else:
        yield _claim("no_switch", "published_no_switch", {"first": first}, compared)
    if compared.groups_needed > 0:
        yield _claim("needed", "published_needed", {"groups": compared.groups_needed, "first": first}, compared)


def _agrees(findings: Findings, compared: PublishedComparison) -> bool:
    return set(findings.ranking.verdict.leaders) == set(compared.first)


def _claim(key: str, pattern: str, figures: Figures, compared: PublishedComparison) -> Claim:
    return Claim(f"answer.published.{key}", "answer.published", f"answer.{pattern}", figures, motives=compared.first)


def _place(findings: Findings, compared: PublishedComparison, first: Codes) -> Claim:
    published = findings.study.published_ranking
    label = bilingual(published.label) if published else Words("", "")
    if _agrees(findings, compared):
        return _claim("place", "published_agrees", {"label": label, "first": first}, compared)
    rank = compared.rank_evidence[compared.first[0]]
    figures: Figures = {
        "label": label,
        "first": first,
        "rank": Number(rank, 0 if rank == int(rank) else 1),
        "m": Number(len(findings.ranking.motives)),
    }
    return _claim("place", "published", figures, compared)


def _by_method(findings: Findings, compared: PublishedComparison, method: str, *, again: bool) -> Claim:
    """The score that puts the published first on top, with the witnesses and passages that carry it."""
    groups = compared.carried_by.get(method, ())
    motive = findings.ranking.motive(compared.first[0])
    passages = passages_in(findings, motive.passages, groups)
    if method == "stated_priority":
        passages = _that_put_it_first(findings, passages) or passages
    figures: Figures = {
        "first": Codes(compared.first),
        "method": Terms((f"method.{method}",)),
        "groups": GroupIds(groups),
        "voices": voices(motive, groups),
    }
    return Claim(
        f"answer.published.method.{method}",
        "answer.published",
        "answer.published_method_too" if again else "answer.published_method",
        figures,
        passages,
        sources_of(findings, passages),
        compared.first,
        finding=True,
        label=name_of(motive),
    )


def _that_put_it_first(findings: Findings, passages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        guid
        for guid in passages
        if any(coding.facets.priority == "first" for coding in findings.passages[guid].codings)
    )


def _lost(findings: Findings, compared: PublishedComparison, method: str) -> Iterator[Claim]:
    """The switches, among those the table shows figures for, under which the score no longer puts it first."""
    if method not in IN_SWITCH_ROWS:
        return
    lost = [row.switch for row in findings.switches.rows if row.switch and not _alone_first(row, method, compared)]
    if lost:
        figures: Figures = {"switches": named(lost), "n": len(lost)}
        yield _claim(f"lost.{method}", "published_lost", figures, compared)


def named(switches: Sequence[str]) -> Phrases:
    """Switches by name, each with what it does."""
    terms = ((Terms((f"switch.{name}",)), Terms((f"switch.{name}.meaning",))) for name in switches)
    return Phrases(tuple(("switch.named", {"name": name, "meaning": meaning}) for name, meaning in terms))


def _alone_first(row: SwitchRow, method: str, compared: PublishedComparison) -> bool:
    """Whether the published first, and nothing else, has the highest score in a row of the switch table."""
    score = row.stated_priority if method == "stated_priority" else row.independent_support
    top = max(score.values(), default=0)
    return {motive for motive, value in score.items() if value == top} == set(compared.first)


def blocks(page: Page) -> list[Block]:
    """One paragraph, then the quotes behind the score that agrees."""
    written: list[Block] = page.paragraph("answer.published")
    for claim in page.graph.about("answer.published"):
        if claim.passages:
            written.append(page.evidence(claim, home=f"motive-{anchor(claim.motives[0])}"))
    return written if written and isinstance(written[0], Paragraph) else []
