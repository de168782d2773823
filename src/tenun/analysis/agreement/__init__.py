"""Agreement between coders: coefficients, units, intervals, and the comparison of two coders as a whole."""

from tenun.analysis.agreement.alpha import Alpha, krippendorff_alpha
from tenun.analysis.agreement.comparison import agree
from tenun.analysis.agreement.distances import masi_distance
from tenun.analysis.agreement.kappa import Kappa, cohen_kappa, kappa_of_table, percent_agreement
from tenun.analysis.agreement.units import sentence_labels

__all__ = [
    "Alpha",
    "Kappa",
    "agree",
    "cohen_kappa",
    "kappa_of_table",
    "krippendorff_alpha",
    "masi_distance",
    "percent_agreement",
    "sentence_labels",
]
