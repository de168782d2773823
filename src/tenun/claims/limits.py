"""The limits of a study, worked out from its data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from tenun.claims.evidence import Evidence, Flags
from tenun.claims.results import Limit, Ranking
from tenun.claims.signs import Testimony, hear
from tenun.claims.verdict import FEWEST_FOR_FOREMOST
from tenun.corpus.sources import latest_day
from tenun.corpus.study import Bilingual

BASE_INTERVIEWS, RUN_INTERVIEWS = 4, 2
"""The smallest base and run of Guest, Namey & Chen 2020 with which saturation can be assessed."""


def work_out_limits(
    evidence: Evidence,
    ranking: Ranking,
    *,
    not_found: Sequence[Bilingual] = (),
    read_sources: Mapping[str, Collection[str]] | None = None,
) -> tuple[Limit, ...]:
    """Every limit that holds, with what it is about; codes and their values as in `results.LIMITS`.

    `ranking` is the headline ranking of the same evidence. `not_found`: what was looked for in vain, in the study's own
    words. `read_sources`: coder -> keys of the sources that the coder read.
    """
    testimony = hear(evidence, ranking.switches)
    return (
        *_of_witnesses(testimony, ranking),
        *_of_motives(ranking),
        *_of_sources(testimony),
        *_of_coding(evidence, read_sources or {}),
        *_of_collection(evidence, not_found),
    )


def _of_witnesses(testimony: Testimony, ranking: Ranking) -> list[Limit]:
    evidence, found = testimony.evidence, []
    if ranking.n < FEWEST_FOR_FOREMOST:
        found.append(Limit("few-witnesses", {"n": ranking.n}))
    first_hand = testimony.counts & evidence.first_hand
    heard = len(np.unique(testimony.group[first_hand]))
    if heard < 2:
        found.append(Limit("single-informant", {"n": heard}, sources=_keys(evidence, first_hand)))
    decided = dt.date.fromisoformat(evidence.config.decision.date)
    by_then = {s.key for s in evidence.sources if (latest_day(s.published) or dt.date.max) <= decided}
    if not by_then & set(_keys(evidence, first_hand)):
        found.append(Limit("no-first-hand-before", {}))
    return found


def _of_motives(ranking: Ranking) -> list[Limit]:
    at_second_hand = tuple(
        row.id for row in ranking.motives if row.witnesses.supports and row.second_hand == row.witnesses.supports
    )
    unattested = tuple(row.id for row in ranking.motives if not row.witnesses.supports)
    found = {"second-hand": at_second_hand, "not-attested": unattested}
    return [Limit(code, {"n": len(motives), "motives": motives}) for code, motives in found.items() if motives]


def _of_sources(testimony: Testimony) -> list[Limit]:
    evidence = testimony.evidence
    decided = dt.date.fromisoformat(evidence.config.decision.date)
    carrying = set(_keys(evidence, testimony.counts))
    known = [source for source in evidence.sources if source.key in carrying]
    compiled = {key for group in testimony.groups if group.compilation for key in group.sources}
    found = {
        "synthetic": [s.key for s in evidence.sources if s.synthetic and "synthetic" not in testimony.switches],
        "compilations": sorted(compiled) if "compilations" not in testimony.switches else [],
        "undated": [s.key for s in known if not s.published],
        "after-decision": [s.key for s in known if s.published and (latest_day(s.published) or decided) > decided],
    }
    return [Limit(code, {"n": len(keys)}, sources=tuple(keys)) for code, keys in found.items() if keys]


def _of_coding(evidence: Evidence, read_sources: Mapping[str, Collection[str]]) -> list[Limit]:
    found = []
    if len(evidence.coders) == 1:
        found.append(Limit("one-coder", {"coders": evidence.coders}))
    elif any(set(evidence.coders) <= set(person) for person in evidence.config.same_person if evidence.coders):
        found.append(Limit("intra-coder", {"coders": evidence.coders}))
    readings = [set(keys) for keys in read_sources.values()]
    by_all = set.intersection(*readings) if readings else set()
    unread = tuple(s.key for s in evidence.sources if readings and not s.synthetic and s.key not in by_all)
    if unread:
        found.append(Limit("unread", {"n": len(unread)}, sources=unread))
    return found


def _of_collection(evidence: Evidence, not_found: Sequence[Bilingual]) -> list[Limit]:
    interviews = [s.key for s in evidence.sources if s.kind == "interview" and not s.synthetic]
    found = [] if interviews else [Limit("no-interview", {})]
    needed = BASE_INTERVIEWS + RUN_INTERVIEWS
    if len(interviews) < needed:
        found.append(Limit("saturation", {"interviews": len(interviews), "needed": needed}, sources=tuple(interviews)))
    if not_found:
        found.append(Limit("not-found", {"n": len(not_found), "items": tuple(not_found)}))
    return [*found, Limit("undetected-copies", {})]


def _keys(evidence: Evidence, rows: Flags) -> tuple[str, ...]:
    return tuple(evidence.sources[s].key for s in np.unique(evidence.source[rows]))
