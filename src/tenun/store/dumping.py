"""The logical content of a study, to compare one state with another."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from tenun.store import reading
from tenun.store.schema import blob, representation, segment
from tenun.store.shapes import ENTITIES, TIMES

_LEFT_OUT = frozenset({*TIMES, "revision"})


def dump(connection: Connection, study_id: int) -> dict[str, Any]:
    """All tables but events, revisions and times, ordered by guid.

    Blobs are listed where a representation refers to them: others are what an undo left for a redo.
    """
    content: dict[str, Any] = {name: _rows(connection, name, study_id) for name in ("study", *ENTITIES)}
    used = select(representation.c.blob).where(representation.c.study_id == study_id)
    blobs = select(blob.c.sha256, blob.c.length).where(blob.c.study_id == study_id, blob.c.sha256.in_(used))
    content["blob"] = [dict(row) for row in connection.execute(blobs.order_by(blob.c.sha256)).mappings().all()]
    segments = (
        select(representation.c.guid.label("representation"), segment.c.start_cp, segment.c.end_cp, segment.c.tokens)
        .join_from(segment, representation)
        .where(representation.c.study_id == study_id)
        .order_by(representation.c.guid, segment.c.start_cp)
    )
    content["segment"] = [dict(row) for row in connection.execute(segments).mappings().all()]
    return content


def _rows(connection: Connection, name: str, study_id: int) -> list[dict[str, Any]]:
    rows = reading.rows(connection, name, study_id, {})
    plain = ({key: value for key, value in row.items() if key not in _LEFT_OUT} for row in rows)
    return sorted(plain, key=lambda row: str(row["guid"]))
