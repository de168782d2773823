"""Agreement between coders: coefficients, units, intervals, breakdowns, and the comparison of two coders as a whole.

The nominal coefficients take coders x units (lists, NumPy or a DataFrame; None or NaN is missing), the unitizing ones
each coder's segments. All return an object with a `value`, and raise NotComputable with the reason where there is none.
The names in `__all__` are loaded when first asked for.

>>> from tenun.analysis.agreement import scott_pi
>>> round(scott_pi([[1, 1, 0, 0, 1], [1, 0, 0, 0, 1]]).value, 3)
0.6
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.analysis.agreement.alpha import Alpha, krippendorff_alpha
    from tenun.analysis.agreement.breakdown import (
        Drift,
        Figure,
        agreement_by,
        agreement_by_code,
        agreement_by_pair,
        agreement_over_time,
    )
    from tenun.analysis.agreement.chance_corrected import (
        ChanceCorrected,
        Percent,
        brennan_prediger,
        fleiss_kappa,
        gwet_ac1,
        percent_agreement,
        scott_pi,
    )
    from tenun.analysis.agreement.comparison import agree
    from tenun.analysis.agreement.distances import masi_distance
    from tenun.analysis.agreement.free_segments import segments_of_codings
    from tenun.analysis.agreement.gammas import Gamma, gamma, gamma_cat
    from tenun.analysis.agreement.intervals import agreement_interval
    from tenun.analysis.agreement.kappa import Kappa, cohen_kappa, kappa_of_table
    from tenun.analysis.agreement.segments import Segment
    from tenun.analysis.agreement.unitized import UnitizedAlpha, cu_alpha, ku_alpha, u_alpha, u_alpha_binary
    from tenun.analysis.agreement.unitized_2004 import UnitizedAlpha2004, unitized_alpha_2004
    from tenun.analysis.agreement.units import sentence_labels

__all__ = [
    "Alpha",
    "ChanceCorrected",
    "Drift",
    "Figure",
    "Gamma",
    "Kappa",
    "Percent",
    "Segment",
    "UnitizedAlpha",
    "UnitizedAlpha2004",
    "agree",
    "agreement_by",
    "agreement_by_code",
    "agreement_by_pair",
    "agreement_interval",
    "agreement_over_time",
    "brennan_prediger",
    "cohen_kappa",
    "cu_alpha",
    "fleiss_kappa",
    "gamma",
    "gamma_cat",
    "gwet_ac1",
    "kappa_of_table",
    "krippendorff_alpha",
    "ku_alpha",
    "masi_distance",
    "percent_agreement",
    "scott_pi",
    "segments_of_codings",
    "sentence_labels",
    "u_alpha",
    "u_alpha_binary",
    "unitized_alpha_2004",
]

_NAMES_OF = {
    "alpha": "Alpha krippendorff_alpha",
    "breakdown": "Drift Figure agreement_by agreement_by_code agreement_by_pair agreement_over_time",
    "chance_corrected": "ChanceCorrected Percent brennan_prediger fleiss_kappa gwet_ac1 percent_agreement scott_pi",
    "comparison": "agree",
    "distances": "masi_distance",
    "free_segments": "segments_of_codings",
    "gammas": "Gamma gamma gamma_cat",
    "intervals": "agreement_interval",
    "kappa": "Kappa cohen_kappa kappa_of_table",
    "segments": "Segment",
    "unitized": "UnitizedAlpha cu_alpha ku_alpha u_alpha u_alpha_binary",
    "unitized_2004": "UnitizedAlpha2004 unitized_alpha_2004",
    "units": "sentence_labels",
}
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
