"""Row images survive their stream, whatever the values, in little space."""

from __future__ import annotations

import uuid
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tenun.store.images import Recorder, digest, pairs

VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
COLUMN = st.sampled_from(["own", "partner"]) | st.uuids().map(str) | VALUES | st.lists(VALUES, max_size=3)


@given(st.lists(st.tuples(st.uuids().map(str), COLUMN, COLUMN), min_size=1, max_size=40))
def test_inserted_and_deleted_rows_come_back(rows: list[tuple[Any, ...]]) -> None:
    columns = dict(zip(("guid", "a", "b"), map(list, zip(*rows, strict=True)), strict=True))
    recorder = Recorder()
    recorder.inserted("code", columns)
    recorder.deleted("code", columns)
    (inserted, _), (deleted, before) = pairs(*recorder.streams())
    wanted = [dict(zip(("guid", "a", "b"), row, strict=True)) for row in rows]
    assert inserted.images() == before.images() == wanted
    assert deleted.columns == {"guid": columns["guid"]}


def test_an_update_keeps_what_changed_and_a_digest_of_the_whole_row() -> None:
    before = {"guid": str(uuid.uuid4()), "label_en": "a", "label_id": "b", "position": 1}
    after = {**before, "label_en": "c"}
    recorder = Recorder()
    recorder.updated("code", before, after)
    ((forward, inverse),) = pairs(*recorder.streams())
    assert (forward.values, inverse.values) == ({"label_en": "c"}, {"label_en": "a"})
    assert (forward.row, inverse.row) == (digest(after), digest(before))
    assert digest({**after, "label_id": "other"}) != digest(after)


def test_what_follows_a_mark_can_be_forgotten() -> None:
    recorder = Recorder()
    recorder.inserted("code", {"guid": ["a"], "key": ["kept"]})
    mark = recorder.mark()
    recorder.inserted("code", {"guid": ["b"], "key": ["lost"]})
    recorder.back_to(mark)
    recorder.inserted("code", {"guid": ["c"], "key": ["kept too"]})
    found = [forward.columns["key"] for forward, _ in pairs(*recorder.streams(), backwards=True)]
    assert found == [["kept too"], ["kept"]]
    assert recorder.frames == 2


def test_bulk_images_are_small() -> None:
    rows = 10_000
    recorder = Recorder()
    recorder.inserted(
        "coding",
        {
            "guid": [str(uuid.uuid4()) for _ in range(rows)],
            "code": [str(uuid.UUID(int=number % 20)) for number in range(rows)],
            "actor": ["own"] * rows,
            "memo": [""] * rows,
        },
    )
    forward, inverse = recorder.streams()
    assert len(forward) < 20 * rows
    assert len(inverse) < 200
