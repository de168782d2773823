"""The use cases, one verb a file; `Study` is their face."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.study.study import Study

__all__ = ["Study"]


def __getattr__(name: str) -> object:
    if name == "Study":
        from tenun.study.study import Study

        return Study
    raise AttributeError(name)
