"""How far the coders agree, over the sources that both read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import in_text, left_out
from tenun.errors import NotComputable
from tenun.study.find_duplicates import find_witnesses
from tenun.study.reading import read_reading

if TYPE_CHECKING:
    from tenun.analysis.results import Agreement
    from tenun.study.scope import StudyScope


def measure_agreement(scope: StudyScope, *, coders: tuple[str, str] | None = None, unit: str = "sentence") -> Agreement:
    """Agreement between two coders; without names, the first two human coders by name.

    Raises NotComputable when fewer than two coders have read a source in common.
    """
    from tenun.analysis.agreement import agree

    read = read_reading(scope.store)
    chosen = coders or _first_two(read)
    config = scope.config()
    sources = [source for source in scope.sources() if source.representation]
    texts = {source.representation: scope.store.text(source.representation) for source in sources}
    return agree(
        in_text(scope.store.codings()),
        texts,
        read,
        scope.codebook(),
        config.motives,
        [(group.id, group.sources) for group in find_witnesses(scope)],
        coders=chosen,
        same_person=config.same_person,
        unit=unit,
        representations={source.key: source.representation for source in sources},
    )


def places_left_out(scope: StudyScope, coders: Collection[str]) -> int:
    """How many codings of two coders are of regions and times, which have no units to compare."""
    return left_out(scope.store.codings(), coders)


def _first_two(read: dict[str, set[str]]) -> tuple[str, str]:
    names = sorted(read)
    if len(names) < 2:
        raise NotComputable("analysis.one-coder", coders=len(names))
    return names[0], names[1]


def agreement_summary(found: Agreement) -> dict[str, Any]:
    """The figures for programs: those at the level of codes over all units at the top, the others under `levels`."""
    top = found.level("code")
    intervals = {"alpha_nominal": top.alpha_nominal_interval, "alpha_masi": top.alpha_masi_interval}
    return {
        "unit": found.unit,
        "coders": list(found.coders),
        "intra_coder": found.intra,
        "units": top.units,
        "alpha_nominal": top.alpha_nominal,
        "alpha_masi": top.alpha_masi,
        "interval": {name: asdict(interval) if interval else None for name, interval in intervals.items()},
        "percent": top.percent,
        "undefined": top.undefined,
        "per_code": {code.code: asdict(code) for code in found.per_code},
        "per_motive": {code.code: asdict(code) for code in found.per_motive},
        "levels": [asdict(level) for level in found.levels],
        "disagreements": [asdict(unit) for unit in found.disagreements],
    }
