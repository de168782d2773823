"""The limits of the study, worked out from its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from tenun.claims.graph import Claim, Coders, Codes, Figures, Phrases, SourceKeys
from tenun.claims.results import Limit
from tenun.corpus.study import Bilingual
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.tree import Block, Section


def claims(findings: Findings) -> Iterator[Claim]:
    """A sentence for every limit that holds."""
    for place, limit in enumerate(findings.limits):
        yield Claim(
            f"limit.{place}.{limit.code}",
            "limits",
            _pattern(limit),
            _figures(limit),
            limit.passages,
            limit.sources,
        )
    if not any(limit.code == "not-found" for limit in findings.limits) and findings.not_found:
        yield Claim("limit.not-found", "limits", "limit.not-found", {"items": _items(findings.not_found)})
    if not findings.limits and not findings.not_found:
        yield Claim("limit.none", "limits", "limit.none")


def _pattern(limit: Limit) -> str:
    nobody = ".nobody" if limit.code == "single-informant" and not limit.sources else ""
    return f"limit.{limit.code}{nobody}"


def _figures(limit: Limit) -> Figures:
    """What fills the sentence of a limit: counts as they are, names as figures that each language prints."""
    figures: Figures = {name: value for name, value in limit.values.items() if isinstance(value, int)}
    figures["sources"] = SourceKeys(limit.sources)
    names = cast("Mapping[str, tuple[str, ...]]", limit.values)
    figures["motives"] = Codes(tuple(names.get("motives", ())))
    figures["coders"] = Coders(tuple(names.get("coders", ())))
    figures["items"] = _items(cast("tuple[Bilingual, ...]", limit.values.get("items", ())))
    return figures


def _items(items: tuple[Bilingual, ...]) -> Phrases:
    return Phrases(tuple(("limit.item", {"words": bilingual(item)}) for item in items))


def section(page: Page) -> Section:
    """The limits as a list."""
    blocks: list[Block] = [page.text("limits.text"), *page.items("limits")]
    return page.section("limits", blocks)
