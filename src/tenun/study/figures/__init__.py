"""Figures of a study by method, each with the exact input it comes from and a program that recomputes it.

Every method is a module with two names: `OPTIONS`, what can be asked, and `work_out`, which gives a `Figure`. How a
method is computed stands in `how.py`, the names of its options, tables and columns in `names.py`, in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused
from tenun.study.figures.figure import Figure, Option, chosen

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

METHODS = (
    "first_place", "coefficients", "ratings", "agreement_by", "free_segments", "saturation", "accumulation",
    "word_counts", "key_words", "neighbours", "matrix", "not_found", "cases", "clues",
)  # fmt: skip


def options_of(method: str) -> tuple[Option, ...]:
    """What a method can be asked. Raises InputRefused for a method that is not there."""
    options: tuple[Option, ...] = _module(method).OPTIONS
    return options


def figure_of(scope: StudyScope, method: str, asked: Mapping[str, str] | None = None) -> Figure:
    """Work out one method's figure for a study; `asked`: some of its options by name, the others have defaults.

    Raises NotComputable, with the reason, where these data give no figure, and InputRefused for an option or value that
    the method does not know.
    """
    found: Figure = _module(method).work_out(scope, chosen(options_of(method), asked or {}))
    return found


def _module(method: str) -> Any:
    if method not in METHODS:
        raise InputRefused("study.no-such-method", method=method, known=", ".join(METHODS))
    return import_module(f"{__name__}.{method}")
