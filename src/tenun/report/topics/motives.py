"""Findings by motive, each with the quotes that carry it and those against it."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Claim, Figures, GroupIds, OutOf, Phrases, Terms
from tenun.claims.results import ConfidenceProfile, MotiveRank, Reason
from tenun.report.findings import Findings
from tenun.report.naming import anchor
from tenun.report.page import Page
from tenun.report.support import both_sides, name_of, passages_in, sources_of
from tenun.report.topics.coder_figures import support_by_coder
from tenun.report.tree import Block, Evidence, Section, Sentence, Stance, Table
from tenun.report.voices import voices


def claims(findings: Findings) -> Iterator[Claim]:
    """For each motive: who attests it, in whose voice, for how many institutions, who speaks against it."""
    for motive in findings.ranking.motives:
        yield from _of_motive(findings, motive)


def _of_motive(findings: Findings, motive: MotiveRank) -> Iterator[Claim]:
    witnesses, key = motive.witnesses, motive.id
    against = (*witnesses.opposes_only, *witnesses.contested)
    if witnesses.supports:
        yield from _attested(findings, motive)
        if witnesses.contested:
            yield _spoken_against(findings, motive, "contested", witnesses.contested)
        if witnesses.opposes_only:
            yield _spoken_against(findings, motive, "opposed", witnesses.opposes_only)
    elif against:
        yield _spoken_against(findings, motive, "none_opposed", against)
    else:
        yield Claim(f"motive.{key}.none", f"motive.{key}", "motive.none", motives=(key,))
    if len(findings.coders) > 1 and both_sides(motive):
        counts: Figures = {"counts": support_by_coder(findings, key)}
        yield Claim(f"motive.{key}.coders", f"motive.{key}", "motive.coders", counts, motives=(key,))


def _attested(findings: Findings, motive: MotiveRank) -> Iterator[Claim]:
    supports = motive.witnesses.supports
    figures: Figures = {
        "k": OutOf(len(supports), findings.ranking.n),
        "some": len(supports),
        "voices": voices(motive, supports),
        "groups": GroupIds(supports),
    }
    yield _claim(findings, motive, "attested", figures, motive.passages)
    institutions = {name for group in supports for name in findings.group(group).institutions}
    if institutions:
        yield _claim(findings, motive, "institutions", {"n": len(institutions)}, motive.passages)


def _spoken_against(findings: Findings, motive: MotiveRank, pattern: str, groups: tuple[str, ...]) -> Claim:
    figures: Figures = {"groups": GroupIds(groups), "n": len(groups)}
    passages = passages_in(findings, motive.opposing_passages, groups)
    return _claim(findings, motive, pattern, figures, passages)


def _claim(findings: Findings, motive: MotiveRank, pattern: str, figures: Figures, passages: tuple[str, ...]) -> Claim:
    return Claim(
        f"motive.{motive.id}.{pattern}",
        f"motive.{motive.id}",
        f"motive.{pattern}",
        figures,
        passages,
        sources_of(findings, passages),
        (motive.id,),
        finding=True,
        label=name_of(motive),
    )


def section(page: Page) -> Section:
    """A part for each motive, in the order of attestation."""
    parts = [_part(page, motive) for motive in page.findings.ranking.motives]
    introduced: list[Block] = [page.text("motives.text")]
    if page.findings.confidence:
        introduced.append(page.note("confidence.note"))
    return page.section("motives", [*introduced, *parts])


def _part(page: Page, motive: MotiveRank) -> Section:
    home = f"motive-{anchor(motive.id)}"
    blocks: list[Block] = page.paragraph(f"motive.{motive.id}")
    if motive.passages:
        blocks.append(_evidence(page, home, motive.passages, "supports"))
    if motive.opposing_passages:
        blocks.append(_evidence(page, home, motive.opposing_passages, "opposes"))
    blocks += [_confidence(page, profile) for profile in page.findings.confidence if profile.motive == motive.id]
    return Section(home, page.speech.label(motive.id), tuple(blocks))


def _evidence(page: Page, home: str, passages: tuple[str, ...], stance: Stance) -> Evidence:
    word = "supporting" if stance == "supports" else "opposing"
    summary = page.speech.say(f"motive.{word}", n=len(passages))
    return page.quoted(f"{home}-{word}", summary, passages, stance)


def _reason(page: Page, reason: Reason) -> Sentence:
    counts: Figures = {name: value for name, value in reason.values.items() if isinstance(value, int)}
    some, of = counts.get("k"), counts.get("n")
    if isinstance(some, int) and isinstance(of, int):
        counts["share"] = OutOf(some, of)
    return page.speech.say(f"confidence.{reason.code}", **counts)


def _confidence(page: Page, profile: ConfidenceProfile) -> Table:
    say = page.speech.say
    decided = profile.decided_by
    state: Phrases = Phrases((("confidence.decided", {"who": decided}) if decided else ("confidence.proposed", {}),))
    level = Terms((f"level.{profile.level}" if profile.level else "unknown",))
    caption = say("confidence.caption", level=level, state=state).text
    rows = tuple(
        page.row(
            say(f"component.{part.name}"),
            say(f"concern.{part.concern}"),
            tuple(_reason(page, reason) for reason in part.reasons),
        )
        for part in profile.components
    )
    columns = page.columns("confidence", ("component", 1.3), ("concern", 1), ("reason", 3))
    return Table(f"confidence-{anchor(profile.motive)}", caption, columns, rows)
