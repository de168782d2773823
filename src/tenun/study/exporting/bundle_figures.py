"""The figures of a study as a bundle keeps them, so that two computations can be held against each other."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tenun.report.findings import Findings
    from tenun.study.scope import StudyScope

Figures = dict[str, Any]
NEAR = 1e-9
"""Up to this share of each other two numbers are one: the last digits differ between processors."""
_NAMES = ("id", "code", "motive", "key", "name", "coder")


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is not what was kept: its name, the value kept, the value found. None: there is no such figure."""

    figure: str
    kept: Any
    found: Any


def bundle_figures(scope: StudyScope, findings: Findings) -> Figures:
    """All figures but the audit, as JSON holds them; passages by their places, because ids belong to a database."""
    from tenun.study.run_demo import results_of

    plain: Figures = json.loads(json.dumps(results_of(findings), allow_nan=False))
    del plain["audit"]
    keys = scope.store.lookup("source", "key")
    texts = {guid: keys[source] for guid, source in scope.store.lookup("representation", "source").items()}
    names = dict(texts)
    for row in scope.store.rows("passage"):
        names[row["guid"]] = f"{texts[row['representation']]}:{row['start_cp']}-{row['end_cp']}"
    renamed: Figures = _renamed(plain, names)
    return renamed


def compare_figures(kept: Figures, found: Figures) -> list[Difference]:
    """The figures that differ, in order of their names."""
    one, other = dict(named_figures(kept)), dict(named_figures(found))
    return [
        Difference(name, one.get(name), other.get(name))
        for name in sorted({*one, *other})
        if name not in one or name not in other or not _same(one[name], other[name])
    ]


def named_figures(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every figure under a name that says where it stands.

    >>> dict(named_figures({"motives": [{"id": "M", "support": 2}], "n": 3}))
    {'motives[M].id': 'M', 'motives[M].support': 2, 'n': 3}
    """
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from named_figures(one, f"{name}.{key}" if name else str(key))
        if not value:
            yield name, {}
    elif isinstance(value, list) and value:
        labels = [_label(one) for one in value]
        unique = None not in labels and len(set(labels)) == len(labels)
        for number, one in enumerate(value):
            yield from named_figures(one, f"{name}[{labels[number] if unique else number}]")
    else:
        yield name, value


def _label(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    return next((value[name] for name in _NAMES if isinstance(value.get(name), str)), None)


def _same(one: Any, other: Any) -> bool:
    numbers = isinstance(one, int | float) and isinstance(other, int | float)
    if numbers and not (isinstance(one, bool) or isinstance(other, bool)):
        return math.isclose(one, other, rel_tol=NEAR, abs_tol=NEAR)
    return bool(one == other)


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    if isinstance(value, dict):
        return {names.get(key, key): _renamed(one, names) for key, one in value.items()}
    return value
