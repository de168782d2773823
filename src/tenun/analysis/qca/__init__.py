"""Qualitative comparative analysis across cases: calibration, necessity, truth table, solutions, robustness.

The names in `__all__` are loaded when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.analysis.qca.calibration import calibrate, calibrate_crisp
    from tenun.analysis.qca.comparison import necessity, needed_cases, qca, truth_table
    from tenun.analysis.qca.multi_value import (
        MultiValueComparison,
        MultiValueModel,
        qca_multi_value,
        truth_table_multi_value,
    )
    from tenun.analysis.qca.results import Comparison, Model, Necessity, Path, Robustness, Row
    from tenun.analysis.qca.sweeps import robustness, without_each_case

__all__ = [
    "Comparison",
    "Model",
    "MultiValueComparison",
    "MultiValueModel",
    "Necessity",
    "Path",
    "Robustness",
    "Row",
    "calibrate",
    "calibrate_crisp",
    "necessity",
    "needed_cases",
    "qca",
    "qca_multi_value",
    "robustness",
    "truth_table",
    "truth_table_multi_value",
    "without_each_case",
]

_NAMES_OF = {
    "calibration": "calibrate calibrate_crisp",
    "comparison": "necessity needed_cases qca truth_table",
    "multi_value": "MultiValueComparison MultiValueModel qca_multi_value truth_table_multi_value",
    "results": "Comparison Model Necessity Path Robustness Row",
    "sweeps": "robustness without_each_case",
}
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
