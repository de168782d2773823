"""The answer, in words that somebody who ordered the study understands."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Chance, Claim, Codes, Figures, GroupIds, OutOf, SourceKeys
from tenun.claims.results import MotiveRank
from tenun.report.findings import Findings
from tenun.report.naming import anchor
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.support import both_sides, name_of, sources_of, speaking_groups, synthetic_keys
from tenun.report.topics import published
from tenun.report.tree import Block, Callout, Paragraph, Section
from tenun.report.voices import voices


def claims(findings: Findings) -> Iterator[Claim]:
    """The verdict, who speaks, each motive's count, the published order beside it, and the chance of being first."""
    yield from _verdict(findings)
    own = bilingual(findings.study.own_side)
    groups = speaking_groups(findings)
    figures: Figures = {"n": findings.ranking.n, "own": own, "groups": GroupIds(groups)}
    if groups:
        yield Claim("answer.witnesses", "answer.verdict", "answer.witnesses", figures, sources=_keys(findings, groups))
    yield from (_counted(findings, motive) for motive in findings.ranking.motives)
    yield from published.claims(findings)
    yield from _chance(findings)
    yield from _synthetic(findings)


def _keys(findings: Findings, groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for group in groups for key in findings.group(group).sources)


def _verdict(findings: Findings) -> Iterator[Claim]:
    ranking, verdict = findings.ranking, findings.ranking.verdict
    if verdict.level == "not_assessable":
        attested = sum(bool(motive.witnesses.supports) for motive in ranking.motives)
        few: Figures = {"n": ranking.n, "own": bilingual(findings.study.own_side), "supported": attested}
        yield Claim("answer.verdict", "answer.verdict", "answer.not_assessable", few)
        return
    leaders = [ranking.motive(key) for key in verdict.leaders]
    passages = tuple(guid for motive in leaders for guid in both_sides(motive))
    rests_on = (passages, sources_of(findings, passages), verdict.leaders)
    figures: Figures = {
        "leaders": Codes(verdict.leaders),
        "rivals": Codes(verdict.not_separable),
        "k": OutOf(len(leaders[0].witnesses.supports), ranking.n),
    }
    label = " + ".join(name_of(motive) for motive in leaders)
    pattern = _pattern(verdict.level, tied=len(leaders) > 1, rivals=bool(verdict.not_separable))
    yield Claim("answer.verdict", "answer.verdict", pattern, figures, *rests_on, finding=True, label=label)
    if pattern == "answer.tied" and verdict.not_separable:
        yield Claim("answer.tied_rivals", "answer.verdict", "answer.tied_rivals", figures, *rests_on)


def _pattern(level: str, *, tied: bool, rivals: bool) -> str:
    if level != "not_told_apart":
        return f"answer.{level}"
    return "answer.tied" if tied else "answer.not_told_apart" if rivals else "answer.not_told_apart_unnamed"


def _counted(findings: Findings, motive: MotiveRank) -> Claim:
    """How many witnesses attest a motive, in whose voice, and how many speak against it."""
    witnesses = motive.witnesses
    passages = both_sides(motive)
    figures: Figures = {
        "motive": Codes((motive.id,)),
        "k": OutOf(len(witnesses.supports), findings.ranking.n),
        "voices": voices(motive, witnesses.supports),
        "against": len(witnesses.opposes_only),
    }
    attested = "motive" if witnesses.supports else "motive_opposed_only" if witnesses.opposes_only else "motive_none"
    opposed = "_opposed" if witnesses.supports and witnesses.opposes_only else ""
    return Claim(
        f"answer.motive.{motive.id}",
        "answer.motives",
        f"answer.{attested}{opposed}",
        figures,
        passages,
        sources_of(findings, passages),
        (motive.id,),
        finding=attested != "motive_none",
        label=name_of(motive),
    )


def _chance(findings: Findings) -> Iterator[Claim]:
    """The probability of being first of the two motives that have most of it."""
    ranking = findings.ranking
    by_chance = sorted((m for m in ranking.motives if m.p_first is not None), key=lambda m: -(m.p_first or 0.0))
    if not findings.study.numbers or not by_chance:
        return
    first, *others = by_chance
    figures: Figures = {"first": Codes((first.id,)), "p": Chance(first.p_first or 0.0, ranking.n)}
    if others:
        figures |= {"second": Codes((others[0].id,)), "q": Chance(others[0].p_first or 0.0, ranking.n)}
    pattern = "answer.chance" if others else "answer.chance_one"
    motives = tuple(motive.id for motive in by_chance[:2])
    yield Claim("answer.chance", "answer.chance", pattern, figures, motives=motives)


def _synthetic(findings: Findings) -> Iterator[Claim]:
    keys = synthetic_keys(findings)
    if keys:
        pattern = "synthetic.counted" if "synthetic" in findings.ranking.switches else "synthetic.aside"
        figures: Figures = {"sources": SourceKeys(keys), "n": len(keys)}
        yield Claim("synthetic", "synthetic", pattern, figures, sources=keys)


def section(page: Page) -> Section:
    """The first section: what counting is, then the answer, each finding with its quotes to open."""
    blocks: list[Block] = [page.text("preamble.counting", "preamble.order", "preamble.trace")]
    blocks.append(Callout("answer", "", tuple(page.paragraph("answer.verdict", tone="lead"))))
    blocks.append(page.text("answer.witness_is", "answer.order"))
    for claim in page.graph.about("answer.motives"):
        blocks.append(Paragraph((page.speech.claim(claim),)))
        if claim.passages:
            blocks.append(page.evidence(claim, home=f"motive-{anchor(claim.motives[0])}"))
    blocks += published.blocks(page)
    blocks += page.paragraph("answer.chance")
    blocks += synthetic_callout(page)
    return page.section("answer", blocks)


def synthetic_callout(page: Page) -> list[Block]:
    """The box that marks invented sources; nothing where there are none."""
    blocks = tuple(page.paragraph("synthetic"))
    return [Callout("synthetic", page.speech.word("synthetic.title"), blocks)] if blocks else []
