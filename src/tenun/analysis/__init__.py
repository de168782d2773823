"""Analysis of codings: agreement, attestation, process tracing, saturation, simulation.

The names in `__all__` are loaded when first asked for, so that importing this package costs nothing. Functions that are
called like their module are taken from it: `from tenun.analysis.attestation import attestation`, and so `saturation`
and `simulate`.

>>> from tenun.analysis import cohen_kappa
>>> cohen_kappa([1, 0, 1, 0], [1, 0, 1, 1]).value
0.5
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.analysis.agreement import (
        Alpha,
        Kappa,
        agree,
        cohen_kappa,
        krippendorff_alpha,
        masi_distance,
        percent_agreement,
        sentence_labels,
    )
    from tenun.analysis.attestation import Attestation
    from tenun.analysis.process_tracing import Clue, JointClue, derived_test, posterior, weigh, weight_db
    from tenun.analysis.results import Agreement
    from tenun.analysis.saturation import Saturation
    from tenun.analysis.simulate import Scenario, SimulatedStudies, calibrate, calibration_summary

__all__ = [
    "Agreement",
    "Alpha",
    "Attestation",
    "Clue",
    "JointClue",
    "Kappa",
    "Saturation",
    "Scenario",
    "SimulatedStudies",
    "agree",
    "calibrate",
    "calibration_summary",
    "cohen_kappa",
    "derived_test",
    "krippendorff_alpha",
    "masi_distance",
    "percent_agreement",
    "posterior",
    "sentence_labels",
    "weigh",
    "weight_db",
]

_NAMES_OF = {
    "agreement": "Alpha Kappa agree cohen_kappa krippendorff_alpha masi_distance percent_agreement sentence_labels",
    "attestation": "Attestation",
    "process_tracing": "Clue JointClue derived_test posterior weigh weight_db",
    "results": "Agreement",
    "saturation": "Saturation",
    "simulate": "Scenario SimulatedStudies calibrate calibration_summary",
}
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
