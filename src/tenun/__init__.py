"""Tenun: from interviews and documents to the motives behind a decision.

    import tenun

    with tenun.open("denpasar-mossel-bay.tenun") as study:
        study.sources, study.codebook, study.codings   # pandas DataFrames
        study.agreement()
        study.rank()
        study.report("report.html", language="id")

The errors stand in `tenun.errors`, the methods in `tenun.analysis`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.study.opening import open_study as open  # noqa: A004 - tenun.open, as in gzip.open
    from tenun.study.study import Study

__all__ = ["Study", "open"]


def __getattr__(name: str) -> object:
    if name == "open":
        from tenun.study.opening import open_study

        return open_study
    if name == "Study":
        from tenun.study.study import Study

        return Study
    raise AttributeError(f"module 'tenun' has no attribute {name!r}")
