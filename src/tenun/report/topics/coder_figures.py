"""What each coder's codings, and both together, give for a motive."""

from __future__ import annotations

from tenun.claims.graph import Number, Phrases
from tenun.report.findings import Findings

TOGETHER = ("either", "both")


def views(findings: Findings) -> tuple[str, ...]:
    """The coders, then `either` and `both`, as the ranking lists them."""
    listed = findings.ranking.by_coder
    alone = tuple(name for name in listed if name not in TOGETHER)
    return (*alone, *(name for name in TOGETHER if name in listed))


def support_by_coder(findings: Findings, motive: str) -> Phrases:
    """Independent support of a motive by each coder alone, each with the coder's name."""
    return Phrases(
        tuple(
            ("motive.coder_count", {"n": Number(figures[motive].independent_support), "coder": view})
            for view, figures in findings.ranking.by_coder.items()
            if view not in TOGETHER
        )
    )
