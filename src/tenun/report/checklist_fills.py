"""What a study holds for the items of the reporting checklists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tenun.claims.graph import Coders, Day, Figures, Percent, Terms
from tenun.claims.results import Reason
from tenun.corpus.study import Bilingual
from tenun.report.findings import Findings
from tenun.report.reasons import reason_of
from tenun.report.speech import bilingual
from tenun.report.support import counting_keys
from tenun.report.topics.codebook import title
from tenun.report.topics.coder_names import one_person
from tenun.report.topics.sources import by_class

Fill = tuple[str, Figures]


def see(section: str) -> Fill:
    """A pointer to a section of the report."""
    return ("fill.see", {"section": section_of(section)})


def section_of(section: str) -> Terms:
    """A section by its heading."""
    return Terms((f"{section}.heading",))


def coreq(findings: Findings) -> dict[int, list[Fill]]:
    """Item of COREQ -> what is said there; items that the study has nothing for are left out."""
    fills: dict[int, list[Fill]] = {
        9: [("fill.theory", {"title": title(findings.codebook), "section": section_of("theory")})],
        12: [_interviews(findings)],
        16: [see("sources")],
        22: _saturation(findings),
        24: [_coders(findings)],
        25: [("fill.tree", {"n": len(findings.codebook), "section": section_of("codebook")})],
        26: [("fill.derived", {"n": len(findings.study.motives)})],
        27: [_software(findings)],
        29: [_quotes(findings)],
        30: [("fill.consistent", {})],
        31: [see("motives")],
        32: [("fill.minor", {"section": section_of("rivals" if findings.rivals else "motives")})],
    }
    if not findings.theory:
        fills[9] = [("fill.tree", {"n": len(findings.codebook), "section": section_of("codebook")})]
    guide = findings.guide
    if guide is not None:
        fills[17] = [("fill.guide", {"title": bilingual(guide.title), "n": len(guide.questions)})]
        if guide.duration_minutes:
            fills[21] = [("fill.duration", {"n": guide.duration_minutes})]
    return with_own_words(findings, "coreq", fills)


def srqr(findings: Findings) -> dict[int, list[Fill]]:
    """Item of SRQR -> what is said there."""
    study = findings.study
    classes: Figures = {"classes": by_class(findings)}
    units: Figures = {"passages": findings.counts.passages, "sources": len(counting_keys(findings))}
    context: Figures = {"decision": bilingual(study.decision.label), "date": Day(study.decision.date)}
    fills: dict[int, list[Fill]] = {
        1: [("fill.words", {"words": bilingual(study.title)})],
        2: [see("answer")],
        4: [("fill.words", {"words": bilingual(study.question)})],
        5: [("fill.approach", {"section": section_of("method")})],
        7: [("fill.context", context)],
        10: [("fill.collected", classes)],
        11: [("fill.theory", {"title": title(findings.codebook), "section": section_of("codebook")})],
        12: [("fill.units", units)],
        13: [("fill.prepared", {}), _software(findings)],
        14: [see("method")],
        15: [("fill.trust", {})],
        16: [see("motives")],
        17: [_quotes(findings)],
        19: [see("limits")],
    }
    consented = sum(bool(source.consent) for source in findings.sources)
    if consented:
        fills[9] = [("fill.consent", {"n": consented})]
    if findings.published is not None and study.published_ranking is not None:
        label: Figures = {"label": bilingual(study.published_ranking.label), "section": section_of("answer")}
        fills[18] = [("fill.published", label)]
    return with_own_words(findings, "srqr", fills)


def _interviews(findings: Findings) -> Fill:
    kinds = {source.key: source.kind for source in findings.sources}
    counting = counting_keys(findings)
    interviews = sum(kinds[key] == "interview" for key in counting)
    documents = {"documents": len(counting) - interviews}
    return (
        ("fill.interviews", {"n": interviews, **documents}) if interviews else ("fill.interviews_none", {**documents})
    )


def _saturation(findings: Findings) -> list[Fill]:
    found = findings.saturation
    if found is None or found.reached_at is None:
        reason = findings.saturation_reason
        return [("fill.saturation_none", {"reason": reason_of(reason)})] if isinstance(reason, Reason) else []
    figures: Figures = {"n": found.reached_at, "run": found.run, "threshold": Percent(found.threshold)}
    later: list[Fill] = [("fill.saturation_later", {"n": found.later_codes})] if found.later_codes else []
    return [("fill.saturation", figures), *later]


def _coders(findings: Findings) -> Fill:
    figures: Figures = {
        "n": len(findings.coders),
        "coders": Coders(tuple(coder.name for coder in findings.coders)),
    }
    return ("fill.coders_one_person" if one_person(findings) else "fill.coders", figures)


def _software(findings: Findings) -> Fill:
    return ("fill.software", {"version": findings.audit.program_version})


def _quotes(findings: Findings) -> Fill:
    quoted = {guid for motive in findings.ranking.motives for guid in (*motive.passages, *motive.opposing_passages)}
    return ("fill.quotes", {"n": len(quoted), "section": section_of("motives")})


def with_own_words(findings: Findings, checklist: str, fills: dict[int, list[Fill]]) -> dict[int, list[Fill]]:
    """The fills, with what the researcher wrote in `study.yaml` (`coreq: {3: {en: ..., id: ...}}`) in their place."""
    written: Any = findings.study.extra.get(checklist, {})
    for item, words in written.items() if isinstance(written, Mapping) else ():
        both = (
            Bilingual(words.get("en", ""), words.get("id", "")) if isinstance(words, Mapping) else Bilingual(str(words))
        )
        fills[int(item)] = [("fill.words", {"words": bilingual(both)})]
    return fills
