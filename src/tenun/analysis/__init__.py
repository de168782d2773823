"""Analysis of codings: agreement, attestation, comparison of cases, process tracing, queries, saturation, simulation.

The names in `__all__` are loaded when first asked for, so that importing this package costs nothing. Functions that are
called like their module are taken from it: `from tenun.analysis.attestation import attestation`, and so `saturation`,
`simulate` and `qca`. Questions to codings stand in `tenun.analysis.query`, comparison of cases in `tenun.analysis.qca`.

>>> from tenun.analysis import cohen_kappa
>>> cohen_kappa([1, 0, 1, 0], [1, 0, 1, 1]).value
0.5
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.analysis.accumulation import Accumulation, code_accumulation
    from tenun.analysis.agreement import (
        Alpha,
        ChanceCorrected,
        Drift,
        Figure,
        Gamma,
        Kappa,
        Segment,
        UnitizedAlpha,
        agree,
        agreement_by,
        agreement_by_code,
        agreement_by_pair,
        agreement_interval,
        agreement_over_time,
        brennan_prediger,
        cohen_kappa,
        cu_alpha,
        fleiss_kappa,
        gamma,
        gamma_cat,
        gwet_ac1,
        krippendorff_alpha,
        ku_alpha,
        masi_distance,
        percent_agreement,
        scott_pi,
        segments_of_codings,
        sentence_labels,
        u_alpha,
        u_alpha_binary,
        unitized_alpha_2004,
    )
    from tenun.analysis.attestation import Attestation
    from tenun.analysis.process_tracing import (
        Clue,
        JointClue,
        derived_test,
        posterior,
        weigh,
        weight_db,
    )
    from tenun.analysis.results import Agreement
    from tenun.analysis.rivals import (
        RivalComparison,
        compare_rivals,
        posterior_by_prior,
        prior_needed,
    )
    from tenun.analysis.saturation import Saturation
    from tenun.analysis.simulate import (
        Scenario,
        SimulatedStudies,
        calibrate,
        calibration_summary,
    )
    from tenun.analysis.words import collocations, keyness, word_frequency

__all__ = [
    "Accumulation",
    "Agreement",
    "Alpha",
    "Attestation",
    "ChanceCorrected",
    "Clue",
    "Drift",
    "Figure",
    "Gamma",
    "JointClue",
    "Kappa",
    "RivalComparison",
    "Saturation",
    "Scenario",
    "Segment",
    "SimulatedStudies",
    "UnitizedAlpha",
    "agree",
    "agreement_by",
    "agreement_by_code",
    "agreement_by_pair",
    "agreement_interval",
    "agreement_over_time",
    "brennan_prediger",
    "calibrate",
    "calibration_summary",
    "code_accumulation",
    "cohen_kappa",
    "collocations",
    "compare_rivals",
    "cu_alpha",
    "derived_test",
    "fleiss_kappa",
    "gamma",
    "gamma_cat",
    "gwet_ac1",
    "keyness",
    "krippendorff_alpha",
    "ku_alpha",
    "masi_distance",
    "percent_agreement",
    "posterior",
    "posterior_by_prior",
    "prior_needed",
    "scott_pi",
    "segments_of_codings",
    "sentence_labels",
    "u_alpha",
    "u_alpha_binary",
    "unitized_alpha_2004",
    "weigh",
    "weight_db",
    "word_frequency",
]

_NAMES_OF = {
    "accumulation": "Accumulation code_accumulation",
    "agreement": """
        Alpha ChanceCorrected Drift Figure Gamma Kappa
        Segment UnitizedAlpha agree agreement_by agreement_by_code agreement_by_pair
        agreement_interval agreement_over_time brennan_prediger cohen_kappa cu_alpha fleiss_kappa
        gamma gamma_cat gwet_ac1 krippendorff_alpha ku_alpha masi_distance
        percent_agreement scott_pi segments_of_codings sentence_labels u_alpha u_alpha_binary
        unitized_alpha_2004
    """,
    "attestation": "Attestation",
    "process_tracing": "Clue JointClue derived_test posterior weigh weight_db",
    "results": "Agreement",
    "rivals": "RivalComparison compare_rivals posterior_by_prior prior_needed",
    "saturation": "Saturation",
    "simulate": "Scenario SimulatedStudies calibrate calibration_summary",
    "words": "collocations keyness word_frequency",
}
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
