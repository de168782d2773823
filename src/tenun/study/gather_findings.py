"""Work out everything that a report states."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING

from tenun.claims.results import Reason
from tenun.errors import NotComputable
from tenun.report.findings import Audit, Calibration, CoderView, Counts, Findings, RuleChange, StressFailure
from tenun.study.find_duplicates import find_duplicates, find_witnesses
from tenun.study.keep_figures import keep_ranking
from tenun.study.measure_agreement import measure_agreement
from tenun.study.rank_motives import fix_rules, load_evidence
from tenun.study.reading import (
    guide_of,
    not_found_of,
    read_conflicts,
    read_coverage,
    read_events,
    read_reading,
    read_theory_labels,
)
from tenun.study.scope import Progress, StudyScope, no_progress
from tenun.study.view_passages import view_passages

if TYPE_CHECKING:
    from tenun.analysis.results import Agreement
    from tenun.analysis.saturation import Saturation
    from tenun.claims.results import Ranking
    from tenun.study.rank_motives import Evidence

STEPS = 6


def gather_findings(scope: StudyScope, *, progress: Progress = no_progress) -> Findings:
    """Everything that a report of the study as it stands now states.

    The rules and the ranking are kept in the study first, where it can be written to, so that `verify` can hold the
    report to them. The report is dated by the last change of the study, and not by the clock.
    """
    from tenun.claims.confidence import propose_confidence
    from tenun.claims.evidence import gather_evidence
    from tenun.claims.limits import work_out_limits
    from tenun.claims.published import compare_published
    from tenun.claims.ranking import rank, switch_table
    from tenun.claims.rivals import rival_threads
    from tenun.claims.theory import theory_facets
    from tenun.claims.triangulation import triangulate

    progress("figures", 0, STEPS)
    loaded = load_evidence(scope)
    config = loaded.config
    ranking = rank(**loaded.arguments())
    fix_rules(scope, loaded)
    keep_ranking(scope, ranking)
    progress("figures", 1, STEPS)
    table = switch_table(**loaded.arguments())
    progress("figures", 2, STEPS)
    evidence = gather_evidence(**loaded.evidence())
    read = read_reading(scope.store)
    agreement, no_agreement = _agreement(scope)
    progress("figures", 3, STEPS)
    saturated, not_saturated = _saturation(scope, loaded)
    progress("figures", 4, STEPS)
    published = compare_published(ranking, table, config.published_ranking) if config.published_ranking else None
    conflicts, facts, not_found = read_conflicts(scope.store), read_events(scope.store), not_found_of(config)
    rivals = rival_threads(**loaded.evidence())
    coverage = [(one.source, one.code, one.coder) for one in read_coverage(scope.store)]
    limits = work_out_limits(evidence, ranking, not_found=not_found, read_sources=read)
    progress("figures", 5, STEPS)
    found = Findings(
        study=config,
        sources=tuple(loaded.sources),
        groups=find_witnesses(scope),
        codebook=loaded.codebook,
        coders=tuple(_coders(scope, loaded)),
        ranking=ranking,
        switches=table,
        passages=view_passages(scope),
        counts=_counts(scope, loaded),
        audit=_audit(scope, ranking),
        generated=_latest(scope)[:10],
        agreement=agreement,
        agreement_reason=no_agreement,
        triangulation=triangulate(evidence, read, coverage),
        published=published,
        theory=theory_facets(evidence),
        theory_labels=read_theory_labels(scope.store),
        rivals=rivals,
        limits=limits,
        confidence=propose_confidence(evidence, ranking),
        facts=tuple(facts),
        conflicts=tuple(conflicts),
        duplicates=tuple(find_duplicates(scope)),
        calibration=_calibration(),
        saturation=saturated,
        saturation_reason=not_saturated,
        guide=guide_of(config),
        not_found=not_found,
    )
    progress("figures", STEPS, STEPS)
    return found


def _agreement(scope: StudyScope) -> tuple[Agreement | None, Reason | None]:
    try:
        return measure_agreement(scope), None
    except NotComputable as refusal:
        return None, Reason(refusal.code, refusal.parameters)


def _saturation(scope: StudyScope, loaded: Evidence) -> tuple[Saturation | None, Reason | None]:
    """Saturation over the interviews that count, in order of their date, by the codes that anybody gave them."""
    from tenun.analysis.saturation import saturation

    held = [s for s in loaded.sources if s.kind == "interview" and s.inclusion == "included" and not s.synthetic]
    held.sort(key=lambda source: (source.published or "", source.key))
    codes = loaded.codings.groupby("source", observed=True)["code"].agg(set)
    try:
        return saturation([codes.get(source.key, set()) for source in held]), None
    except NotComputable as refusal:
        return None, Reason(refusal.code, refusal.parameters)


def _coders(scope: StudyScope, loaded: Evidence) -> Iterator[CoderView]:
    """The coders with at least one coding."""
    counts = loaded.codings.groupby("coder", observed=True).size()
    for row in sorted(scope.store.rows("coder"), key=lambda row: str(row["name"])):
        if count := int(counts.get(row["name"], 0)):
            yield CoderView(row["name"], row["kind"], row["person"], count)


def _counts(scope: StudyScope, loaded: Evidence) -> Counts:
    sources = loaded.sources
    return Counts(
        sources=len(sources),
        included=sum(source.inclusion == "included" and not source.synthetic for source in sources),
        synthetic=sum(source.synthetic for source in sources),
        passages=loaded.codings["passage"].nunique(),
        codings=len(loaded.codings),
        uncoded=scope.store.count("uncoded"),
        words=sum(len(scope.store.text(source.representation).split()) for source in sources if source.representation),
    )


def _latest(scope: StudyScope) -> str:
    """When the study was last changed; empty for one that never was."""
    latest = scope.store.log(1)
    return latest[0].at if latest else ""


def _audit(scope: StudyScope, ranking: Ranking) -> Audit:
    kept = sorted(scope.store.rows("rule_set"), key=lambda row: int(row["number"]))
    latest = scope.store.log(1)
    return Audit(
        input_hash=ranking.input_hash,
        rules_hash=ranking.rules_hash,
        program_version=version("tenun"),
        event_head=latest[0].hash if latest else "",
        events=scope.store.revision,
        rule_history=tuple(RuleChange(row["at"][:10], row["sha256"], row["reason"]) for row in kept),
    )


def _calibration() -> Calibration:
    from tenun.analysis.simulate.summary import calibration_summary

    measured = calibration_summary()
    failures = tuple(StressFailure(f.scenario, f.strength, f.low, f.high) for f in measured.failures)
    return Calibration(measured.studies, measured.error, failures)
