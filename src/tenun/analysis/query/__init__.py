"""Questions to codings: an algebra of terms, what they find, matrices, and what was looked for in vain.

The names in `__all__` are loaded when first asked for.

>>> from tenun.analysis.query import codes, wording
>>> asked = codes("MKT").overlapping(codes("TC")) | wording("pasar*")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.analysis.query.contingency import Association, association
    from tenun.analysis.query.finding import Absence, Found, absences, count, find
    from tenun.analysis.query.framework import FrameworkCell, FrameworkMatrix, Summary, framework_matrix
    from tenun.analysis.query.index import CodingIndex, coding_index, index_of_columns
    from tenun.analysis.query.matrices import Matrix, code_by, code_by_code
    from tenun.analysis.query.terms import Coded, Term, anything, codes, holding, wording

__all__ = [
    "Absence",
    "Association",
    "Coded",
    "CodingIndex",
    "Found",
    "FrameworkCell",
    "FrameworkMatrix",
    "Matrix",
    "Summary",
    "Term",
    "absences",
    "anything",
    "association",
    "code_by",
    "code_by_code",
    "codes",
    "coding_index",
    "count",
    "find",
    "framework_matrix",
    "holding",
    "index_of_columns",
    "wording",
]

_NAMES_OF = {
    "contingency": "Association association",
    "finding": "Absence Found absences count find",
    "framework": "FrameworkCell FrameworkMatrix Summary framework_matrix",
    "index": "CodingIndex coding_index index_of_columns",
    "matrices": "Matrix code_by code_by_code",
    "terms": "Coded Term anything codes holding wording",
}
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
