"""The routes, one file a topic: each asks a service of `study/` and shapes what it answers. No rule lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import APIRouter


def routers() -> list[APIRouter]:
    """All of them."""
    from tenun.server.routes import (
        agreement,
        codebook,
        codings,
        exports,
        figures,
        framework,
        importing,
        live,
        memos,
        merging,
        motives,
        originals,
        passages,
        reports,
        session,
        sources,
        study,
        surveys,
        tables,
    )  # fmt: skip

    # Routes are tried one after the other; the one that is asked most often stands first.
    topics = (
        codings, session, study, sources, originals, importing, merging, surveys, codebook, passages, agreement,
        figures, framework, motives, reports, exports, memos, tables, live,
    )  # fmt: skip
    return [topic.router for topic in topics]
