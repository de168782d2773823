"""Answers about projects for other programs."""

from __future__ import annotations

from typing import Literal

from tenun.server.answers.common import Asking, Telling


class NewProject(Asking):
    """Which file to write: the study as `qdpx`, or its codebook as `qdc`."""

    format: Literal["qdpx", "qdc"] = "qdpx"


class LossRow(Telling):
    """An item that the format cannot carry, how many of it there are, and whether Tenun finds them in the file."""

    item: str
    count: int
    en: str
    id: str
    beside: bool
