"""What the two databases do differently: the functions that `sqlite.py` and `postgres.py` both hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from tenun.errors import TenunError
from tenun.store.records import Problem

Violation = Literal["unique", "reference", "value"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand side by side; `prefix`: the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


class Database(Protocol):
    """One of the modules `sqlite` and `postgres`."""

    ERRORS: tuple[type[Exception], ...]
    """What the driver raises, wrapped and bare."""
    READING: dict[str, Any]
    """Execution options of a connection that must see one state from its first look to its last."""
    COLLATION: str
    """Under which texts sort by code point."""
    FOUND: str
    """SQL condition on `segment.id`: the segment has what the parameter `:words` asks for."""

    def guid_to_stored(self, guids: list[Any]) -> list[Any]:
        """Guids as the driver wants them."""
        ...

    def savepoint(self, connection: Connection) -> AbstractContextManager[None]:
        """A block of which all is done or nothing, within the transaction under way."""
        ...

    def lock_study(self, connection: Connection, study_id: int) -> int:
        """Keep other writers from the study until the transaction ends; returns its revision."""
        ...

    def new_ids(self, connection: Connection, table: str, count: int) -> Sequence[int]:
        """Integer keys for rows to come, in order."""
        ...

    def write_rows(
        self, connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Add rows of stored values, fast."""
        ...

    def ids_of(self, connection: Connection, table: str, study_id: int, guids: Sequence[str]) -> dict[str, int]:
        """Integer keys of guids; those that are not there are left out."""
        ...

    def index_segments(self, connection: Connection, segments: Sequence[tuple[int, str]]) -> None:
        """Make segments (id, tokens) findable."""
        ...

    def forget_segments(self, connection: Connection, representations: Sequence[int]) -> None:
        """Take the segments of representations out of the index, before the rows go."""
        ...

    def asked(self, phrases: Sequence[Phrase]) -> str:
        """What to bind to `:words` to find segments that hold every phrase."""
        ...

    def scrub(self, engine: Engine) -> bool:
        """Overwrite what was deleted; False when somebody else's open transaction kept part of it alive."""
        ...

    def check(self, connection: Connection, *, writable: bool) -> list[Problem]:
        """What the database itself finds wrong."""
        ...

    def violation(self, error: IntegrityError) -> Violation:
        """Which kind of constraint stood in the way."""
        ...

    def explain(self, error: Exception, location: str) -> TenunError | None:
        """A driver's error in the words of the user; None when it is not the driver's."""
        ...

    def close(self, engine: Engine, *, writable: bool) -> None:
        """Let go of the study."""
        ...
