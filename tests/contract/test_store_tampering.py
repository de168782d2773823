"""What somebody changes behind the log's back, `verify` names."""

from __future__ import annotations

import pytest
import sqlalchemy
from tests.contract.conftest import again
from tests.contract.small_study import fill

from tenun.store import StudyStore

OWN = " WHERE study_id = (SELECT id FROM study WHERE key = :key)"


def behind_its_back(store: StudyStore, statement: str) -> None:
    """Run a statement on the database itself."""
    plain = str(store.location)
    address = plain.replace("postgresql://", "postgresql+psycopg://") if "://" in plain else f"sqlite:///{plain}"
    engine = sqlalchemy.create_engine(address)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text(statement + OWN), {"key": store.key})
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE coding SET polarity = 'opposes'", "is not as the last event left it"),
        ("DELETE FROM coding", "is gone, and no event removed it"),
        ("UPDATE source SET published = '2018-01-01'", "is not as the last event left it"),
        ("UPDATE code SET label_en = 'Another'", "is not as the last event left it"),
    ],
)
def test_a_row_that_was_changed_without_an_event_is_named(store: StudyStore, statement: str, told: str) -> None:
    small = fill(store)
    with store.command("code", "wayan") as change:
        small.coding(change, small.passage(change, 5, 13))
    store.undo("wayan")
    store.redo("wayan")
    assert store.verify() == []
    behind_its_back(store, statement)
    with again(store) as opened:
        assert told in {problem.detail for problem in opened.verify()}


def test_after_an_erasure_what_came_later_is_still_held_to_the_log(store: StudyStore) -> None:
    small = fill(store)
    store.erase(small.source, "wayan")
    with store.command("note", "wayan") as change:
        change.insert("memo", {"kind": "journal", "body": "Sumber dihapus.", "at": "2024-01-01T00:00:00Z"})
    assert store.verify() == []
    behind_its_back(store, "UPDATE memo SET body = 'Lain.'")
    with again(store) as opened:
        assert [problem.what for problem in opened.verify()] == ["row"]
