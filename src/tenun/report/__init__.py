"""Claims become a document tree, in English and Indonesian."""

from tenun.report.build import build
from tenun.report.findings import Findings

__all__ = ["Findings", "build"]
