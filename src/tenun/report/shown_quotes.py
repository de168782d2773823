"""Which quotes a report prints where a finding has more of them than anybody reads."""

from __future__ import annotations

from collections.abc import Sequence

from tenun.report.findings import Findings

SHOWN_AT_MOST = 100
"""The quotes printed below one finding; the study holds them all."""


def shown(findings: Findings, passages: Sequence[str]) -> tuple[str, ...]:
    """At most `SHOWN_AT_MOST` of the passages, in their order.

    The sources are gone round in turn, each giving its first quote, then its second, so that no source that has a quote
    is passed over before another has given two.
    """
    if len(passages) <= SHOWN_AT_MOST:
        return tuple(passages)
    given: dict[str, int] = {}
    turns = []
    for place, guid in enumerate(passages):
        source = findings.passages[guid].source
        turns.append((given.get(source, 0), place))
        given[source] = given.get(source, 0) + 1
    taken = sorted(place for _, place in sorted(turns)[:SHOWN_AT_MOST])
    return tuple(passages[place] for place in taken)
