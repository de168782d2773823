"""The tables that the migrations make are those that the program speaks of, in both databases."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tenun.store import StudyStore
from tenun.store.schema import metadata


def test_the_versions_end_at_the_schema(store: StudyStore) -> None:
    sqlite = store.location.endswith(".tenun")

    def concerns(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        """All but the search index, which is no table of SQLAlchemy, and what only PostgreSQL has."""
        only_on_servers = sqlite and kind == "index" and str(name).endswith("_study_id")
        return "segment_words" not in str(name) and not only_on_servers

    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": concerns})
        assert compare_metadata(context, metadata) == []
