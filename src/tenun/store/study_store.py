"""A study that is open: what can be read of it, and the commands that change it."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine, bindparam, select

from tenun.errors import Conflict, InputRefused, StoreUnavailable
from tenun.store import (
    blobs,
    chain,
    divergence,
    dumping,
    erasing,
    eventlog,
    last_hands,
    reading,
    searching,
    undoing,
    verifying,
)
from tenun.store.change import Change
from tenun.store.database import Database
from tenun.store.guids import spelled
from tenun.store.location import shown
from tenun.store.records import Event, Hit, Problem
from tenun.store.schema import blob, blob_chunk, representation
from tenun.store.schema import study as study_table

if TYPE_CHECKING:
    import pandas as pd

_TEXTS_KEPT = 256
_THIS_TEXT = (representation.c.study_id == bindparam("study"), representation.c.guid == bindparam("guid"))
_REVISION = select(study_table.c.revision).where(study_table.c.id == bindparam("study"))
_TEXT_HASH = select(representation.c.sha256).where(*_THIS_TEXT)
_TEXT = select(representation.c.text).where(*_THIS_TEXT)
STEADY = frozenset({"study", "source", "code", "coder", "round"})
"""Tables that commands read again and again and seldom change: a batch reads a row of them once."""


class StudyStore:
    """An open study. Close it, or use it as a context manager: closing leaves one file that is the whole study.

    Reading sees what is committed; within a command, on the same thread, it sees the command's own changes too.
    Every driver's error comes out as a TenunError.
    """

    def __init__(
        self, engine: Engine, database: Database, study_id: int, guid: str, key: str, location: str, *, writable: bool
    ) -> None:
        self.guid = guid
        self.key = key
        self.location = location
        self.writable = writable
        self._engine = engine
        self._database = database
        self.study_id = study_id
        self._lock = threading.RLock()
        self._here = threading.local()
        self._texts: dict[str, str] = {}
        self._steady: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
        self._steady_at = -1
        self._hashes: dict[str, str | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the study; nothing that was acknowledged depends on it."""
        with self._explained():
            self._database.close(self._engine, writable=self.writable)

    @property
    def in_command(self) -> bool:
        """Whether a command or batch of this thread is under way."""
        return self._current() is not None

    @property
    def revision(self) -> int:
        """How many events the study has; a command that expects an older one is refused."""
        with self.reading() as connection:
            if self._current() is not None:
                return self._database.lock_study(connection, self.study_id)
            return int(connection.execute(_REVISION, {"study": self.study_id}).scalar_one())

    def rows(self, table: str, **equals: Any) -> list[dict[str, Any]]:
        """Public rows whose columns equal what is given, in the order they were made; references are guids.

        Raises ValueError for a table or column that there is not.
        """
        with self.reading() as connection:
            if table not in STEADY or not getattr(self._here, "steady", False):
                return reading.rows(connection, table, self.study_id, equals)
            asked = (table, *sorted(equals.items()))
            found = self._steady.get(asked)
            if found is None:
                found = self._steady[asked] = reading.rows(connection, table, self.study_id, equals)
            # A study's row counts its revision up without anybody touching it.
            newer = {"revision": self.revision} if table == "study" else {}
            return [{**row, **newer} for row in found]

    def row(self, table: str, guid: str) -> dict[str, Any] | None:
        """The public row of a guid, or None."""
        return next(iter(self.rows(table, guid=spelled(guid))), None)

    def lookup(self, table: str, column: str) -> dict[str, Any]:
        """One public column of every row, by guid: far less to read than the rows of a table with long texts."""
        with self.reading() as connection:
            return reading.lookup(connection, table, self.study_id, column)

    def count(self, table: str, **equals: Any) -> int:
        """How many rows `rows` would give."""
        with self.reading() as connection:
            return reading.count(connection, table, self.study_id, equals)

    def config(self) -> dict[str, Any]:
        """The study's settings."""
        return dict(self.rows("study")[0]["config"])

    def text(self, representation_guid: str) -> str:
        """The canonical text of a representation. Raises InputRefused when there is none."""
        asked = {"study": self.study_id, "guid": spelled(representation_guid)}
        with self.reading() as connection:
            sha256 = self._hash_of(connection, asked)
            if sha256 is None:
                raise InputRefused("store.unknown-reference", table="representation")
            if sha256 not in self._texts:
                while len(self._texts) >= _TEXTS_KEPT:
                    self._texts.pop(next(iter(self._texts)))
                self._texts[sha256] = connection.execute(_TEXT, asked).scalar_one()
            return self._texts[sha256]

    def _hash_of(self, connection: Connection, asked: dict[str, Any]) -> str | None:
        """The hash of a text; within a batch it is looked up once, for nobody else can erase it meanwhile."""
        if not getattr(self._here, "steady", False):
            return connection.execute(_TEXT_HASH, asked).scalar()
        if asked["guid"] not in self._hashes:
            self._hashes[asked["guid"]] = connection.execute(_TEXT_HASH, asked).scalar()
        return self._hashes[asked["guid"]]

    def codings(self) -> pd.DataFrame:
        """All codings, accepted, proposed and rejected, in the columns `CODINGS_COLUMNS`; a million take seconds."""
        from tenun.store.codings_table import codings

        with self.reading() as connection:
            return codings(connection, self.study_id)

    def blob(self, sha256: str) -> bytes:
        """Original bytes by their SHA-256. Raises InputRefused when the study does not keep them."""
        query = select(blob.c.id).where(blob.c.study_id == self.study_id, blob.c.sha256 == sha256)
        with self.reading() as connection:
            key = connection.execute(query).scalar()
            if key is None:
                raise InputRefused("store.unknown-reference", table="blob")
            pieces = select(blob_chunk.c.content).where(blob_chunk.c.blob_id == key).order_by(blob_chunk.c.number)
            return b"".join(connection.execute(pieces).scalars())

    def blob_length(self, sha256: str) -> int:
        """How many bytes an original has. Raises InputRefused when the study does not keep them."""
        with self.reading() as connection:
            return blobs.length_of(connection, self.study_id, sha256)

    def blob_part(self, sha256: str, start: int, end: int) -> bytes:
        """Bytes of an original, half-open and as far as there are any, without reading the rest."""
        with self.reading() as connection:
            return blobs.part_of(connection, self.study_id, sha256, start, end)

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Paragraphs in which all of `words` occur, by source and place.

        Case and accents do not matter; words in quotation marks must stand side by side; `kerja*` finds what begins so.
        """
        with self.reading() as connection:
            return searching.find(connection, self._database, self.study_id, words, limit)

    def log(self, limit: int | None = None) -> list[Event]:
        """The events, the latest first; `limit` keeps only so many."""
        with self.reading() as connection:
            return eventlog.events(connection, self.study_id, limit)

    def diverged(self, since: int) -> divergence.Divergence:
        """What the events after number `since` did, as the rows they changed were before."""
        with self.reading() as connection:
            return divergence.since(connection, self.study_id, since)

    def erased_sources(self) -> set[str]:
        """Guids of every source that was ever erased."""
        with self.reading() as connection:
            return divergence.erased_sources(connection, self.study_id)

    def rows_by_guid(self, table: str, guids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Public rows of these guids; those that are not there are left out."""
        with self.reading() as connection:
            return divergence.rows_by_guid(connection, self.study_id, table, guids)

    def last_hands(self, rows: Collection[tuple[str, str]]) -> dict[tuple[str, str], tuple[str, str]]:
        """Who changed rows last, and when, by table and guid; a row of which the log knows nothing is left out."""
        with self.reading() as connection:
            return last_hands.last_hands(connection, self.study_id, rows)

    def verify(self) -> list[Problem]:
        """Recompute every hash, quote, link of the chain and commitment; empty when all hold."""
        with self.reading() as connection:
            return verifying.verify(connection, self._database, self.study_id, writable=self.writable)

    def dump(self) -> dict[str, Any]:
        """The logical content: all tables but events, revisions and times, by guid."""
        with self.reading() as connection:
            return dumping.dump(connection, self.study_id)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the study while the block lasts, for the store's own files."""
        with self._explained():
            current = self._current()
            if current is not None:
                yield current
                return
            with self._engine.connect().execution_options(**self._database.READING) as connection, connection.begin():
                yield connection

    @contextmanager
    def command(self, operation: str, coder: str, *, expect_revision: int | None = None) -> Iterator[Change]:
        """Change the study: all of the block or nothing, one event, acknowledged when the block ends.

        `operation` names what was done and `coder` who did it; both outlive an erasure, so they hold no words of a
        source. A block that changes nothing leaves no event. Raises Conflict when the study is no longer at
        `expect_revision`, StoreUnavailable when it cannot be written.
        """
        if operation in chain.RESERVED:
            raise ValueError(f"{operation!r} is an event of the store's own")
        with self._transaction() as connection:
            revision = self._database.lock_study(connection, self.study_id)
            if expect_revision is not None and expect_revision != revision:
                raise Conflict("store.stale", expected=expect_revision, revision=revision)
            change = Change(connection, self._database, self.study_id, self.guid, chain.now(), self._touched)
            yield change
            if change.recorder.frames:
                forward, inverse = change.recorder.streams()
                kept = b"" if change.final else inverse
                chain.append(connection, self.study_id, coder, operation, forward, kept, at=change.at)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Acknowledge several commands with one COMMIT, at the end of this block; each still stands or falls alone.

        An error that leaves the block takes all of its commands back.
        """
        if self._current() is not None:
            raise RuntimeError("a command or batch is under way already")
        with self._forgetting(), self._transaction() as connection, self._marked(batch=True):
            if self._database.lock_study(connection, self.study_id) != self._steady_at:
                self._forget()
            self._here.steady = True
            try:
                yield
            finally:
                self._here.steady = False
            self._steady_at = self._database.lock_study(connection, self.study_id)

    def undo(self, coder: str) -> Event:
        """Take back the latest command of a coder that still stands, as an event of its own.

        Raises Conflict when there is none, when it cannot be undone, or when a row it touched has moved on.
        """
        with self._transaction() as connection:
            return eventlog.note_of(connection, self.study_id, undoing.undo(self._change(connection), coder))

    def redo(self, coder: str) -> Event:
        """Do again what the coder's latest undo took back, unless the coder has done something else since."""
        with self._transaction() as connection:
            return eventlog.note_of(connection, self.study_id, undoing.redo(self._change(connection), coder))

    def erase(self, source_guid: str, coder: str) -> Event:
        """Erase a source for good: texts, bytes, index, passages, codings, appraisals and every event that touched it.

        The chain of events stays whole; `verify` accepts exactly the gaps that the erasure names. Copies made before
        (backups) are out of its reach. Raises Conflict when others have the study open, so that remains are left in the
        log: erase again once they have closed it.
        """
        if self._current() is not None:
            raise RuntimeError("an erasure stands alone: end the command or batch first")
        with self._transaction() as connection:
            seq = erasing.erase(self._change(connection), spelled(source_guid), coder)
            event = eventlog.note_of(connection, self.study_id, seq)
        self._texts.clear()
        with self._explained():
            if not self._database.scrub(self._engine):
                raise Conflict("store.erasure-unfinished", where=shown(self.location))
        return event

    def _change(self, connection: Connection) -> Change:
        self._database.lock_study(connection, self.study_id)
        return Change(connection, self._database, self.study_id, self.guid, chain.now(), self._touched)

    def _current(self) -> Connection | None:
        found: Connection | None = getattr(self._here, "connection", None)
        return found

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if not self.writable:
            raise StoreUnavailable("store.read-only", where=shown(self.location))
        current = self._current()
        if current is not None and not self._here.batch:
            raise RuntimeError("a command is under way already")
        with self._lock, self._explained():
            if current is not None:
                with self._forgetting(), self._database.savepoint(current), self._marked(batch=False):
                    yield current
                return
            with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
                self._here.connection, self._here.batch = connection, False
                try:
                    yield connection
                finally:
                    self._here.connection = None

    @contextmanager
    def _forgetting(self) -> Iterator[None]:
        """Whatever is taken back, nothing is remembered of it."""
        try:
            yield
        except BaseException:
            self._forget()
            raise

    def _forget(self) -> None:
        self._steady.clear()
        self._hashes.clear()

    def _touched(self, table: str) -> None:
        if table in STEADY or table == "representation":
            self._forget()

    @contextmanager
    def _marked(self, *, batch: bool) -> Iterator[None]:
        before = self._here.batch
        self._here.batch = batch
        try:
            yield
        finally:
            self._here.batch = before

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except self._database.ERRORS as error:
            raise self._database.explain(error, self.location) or error from error
