"""Simulation: motives planted in invented studies, to see how far P(first) can be trusted."""

from tenun.analysis.simulate.calibration import Calibration, calibrate
from tenun.analysis.simulate.curves import CURVES, CurvePoint, calibration_curves
from tenun.analysis.simulate.planting import Scenario, SimulatedStudies, simulate
from tenun.analysis.simulate.summary import CalibrationSummary, StressFailure, calibration_summary

__all__ = [
    "CURVES",
    "Calibration",
    "CalibrationSummary",
    "CurvePoint",
    "Scenario",
    "SimulatedStudies",
    "StressFailure",
    "calibrate",
    "calibration_curves",
    "calibration_summary",
    "simulate",
]
