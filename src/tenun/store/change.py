"""One command under way: rows in, rows changed, rows out, every step recorded so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from mmap import mmap
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from tenun.errors import Conflict, InputRefused, TenunError
from tenun.store import reading
from tenun.store.blobs import PIECE, pieces_of
from tenun.store.database import Database, Violation
from tenun.store.guids import new_guids, spelled
from tenun.store.images import Recorder
from tenun.store.schema import blob, blob_chunk
from tenun.store.searching import index_texts
from tenun.store.shapes import TIMES, Field, Row, Shape, shape_of
from tenun.text.hashes import sha256_bytes, sha256_text

CHUNK = 10_000
_PIECES = 32
REMEMBERED = 200_000
NEVER_CHANGES: dict[str, frozenset[str]] = {
    "representation": frozenset({"source", "blob", "text", "sha256"}),
    "passage": frozenset({"representation", "start_cp", "end_cp", "region", "start_ms", "end_ms", "quote"}),
}


class Change:
    """What a command may do. It is handed out by `StudyStore.command` and good until that block ends."""

    def __init__(
        self,
        connection: Connection,
        database: Database,
        study_id: int,
        study_guid: str,
        at: str,
        touched: Callable[[str], None] = lambda table: None,
    ) -> None:
        self.connection = connection
        self._database = database
        self.study_id = study_id
        self._study_guid = study_guid
        self.at = at
        self._touched = touched
        self._ids: dict[str, dict[str, int]] = {}
        self.recorder = Recorder()
        self.final = False

    def put_blob(self, content: bytes | mmap) -> str:
        """Keep original bytes; returns their SHA-256. Bytes already kept are not kept twice. A large file comes mapped.

        A blob is no row of the log: undo leaves it where it is, so that redo finds it again; erasing its source
        takes it away.
        """
        sha256 = sha256_bytes(content)
        here = select(blob.c.id).where(blob.c.study_id == self.study_id, blob.c.sha256 == sha256)
        if self.connection.execute(here).first() is None:
            key = self._database.new_ids(self.connection, "blob", 1)[0]
            row = (key, self.study_id, sha256, len(content))
            self._database.write_rows(self.connection, "blob", ("id", "study_id", "sha256", "length"), [row])
            pieces = ((key, number, content[at : at + PIECE]) for number, at in pieces_of(len(content)))
            while some := list(islice(pieces, _PIECES)):
                self._database.write_rows(self.connection, blob_chunk.name, ("blob_id", "number", "content"), some)
        return sha256

    def insert(self, table: str, rows: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> list[str]:
        """Add rows in the order given, and return their guids; a row without a guid gets a random one.

        Rows are public rows: references are guids of rows that are there already or stand earlier in `rows`.
        Raises InputRefused for a reference to nothing, Conflict for a row that is there already, ValueError for
        a column that the table does not have or a missing one that it needs. All rows come in or none.
        """
        shape = self._writable(table)
        waiting = iter([rows] if isinstance(rows, Mapping) else rows)
        guids: list[str] = []
        with self.step(table, adding=True):
            while chunk := list(islice(waiting, CHUNK)):
                columns = self._columns(shape, chunk)
                self.write(shape, columns)
                self.recorder.inserted(table, columns)
                guids += columns["guid"]
        return guids

    def update(self, table: str, guid: str, **values: Any) -> None:
        """Change columns of a row; setting what is there already does nothing.

        Raises Conflict when the row is gone, ValueError for what never changes (texts, spans).
        """
        shape = self._writable(table)
        if fixed := NEVER_CHANGES.get(table, frozenset()) & values.keys():
            raise ValueError(f"{', '.join(sorted(fixed))} of a {table} never change")
        self._change(shape, guid, values)

    def delete(self, table: str, guid: str) -> None:
        """Take a row away; its segments and search entries go with a representation.

        Raises Conflict when the row is gone or other rows refer to it.
        """
        shape = self._writable(table)
        row = self._row(shape, guid)
        with self.step(table):
            self.remove(shape, [row["guid"]])
            self.recorder.deleted(table, {name: [value] for name, value in row.items()})

    def set_study(self, **values: Any) -> None:
        """Change the study's own `title_en`, `title_id` or `config`."""
        if strange := values.keys() - {"title_en", "title_id", "config"}:
            raise ValueError(f"{', '.join(sorted(strange))} of a study cannot be set")
        self._change(shape_of("study"), self._study_guid, values)

    def write(self, shape: Shape, columns: Mapping[str, Sequence[Any]]) -> None:
        """Put checked public columns into the table, without recording it."""
        self._touched(shape.name)
        guids = list(columns["guid"])
        ids = self._database.new_ids(self.connection, shape.name, len(guids))
        known = self._ids.setdefault(shape.name, {})
        known.update(zip(guids, ids, strict=True))
        stored = [self._stored(field, list(columns[field.name])) for field in shape.fields]
        names = ["id", "study_id", *(field.column for field in shape.fields)]
        every = zip(ids, [self.study_id] * len(guids), *stored, strict=True)
        self._database.write_rows(self.connection, shape.name, names, every)
        if shape.name == "representation":
            index_texts(self.connection, self._database, zip(ids, columns["text"], strict=True))
        if len(known) > REMEMBERED:
            known.clear()

    def overwrite(self, shape: Shape, guid: str, values: Mapping[str, Any]) -> None:
        """Set checked public values of a row, without recording it."""
        self._touched(shape.name)
        stored = {}
        for name, value in values.items():
            field = shape.field(name)
            stored[field.column] = self._bound(field, value)
        table = shape.table
        owner = table.c.id if shape.name == "study" else table.c.study_id
        self.connection.execute(table.update().where(owner == self.study_id, table.c.guid == guid).values(stored))

    def remove(self, shape: Shape, guids: Sequence[str]) -> None:
        """Take rows out of the table, without recording it."""
        self._touched(shape.name)
        table = shape.table
        for at in range(0, len(guids), reading.CHUNK):
            these = (table.c.study_id == self.study_id, table.c.guid.in_(guids[at : at + reading.CHUNK]))
            if shape.name == "representation":
                keys = self.connection.execute(select(table.c.id).where(*these)).scalars().all()
                self._database.forget_segments(self.connection, keys)
            self.connection.execute(table.delete().where(*these))
        self._ids.pop(shape.name, None)

    def _change(self, shape: Shape, guid: str, values: Mapping[str, Any]) -> None:
        before = self._row(shape, guid)
        after = {**before}
        for name, value in values.items():
            field = shape.field(name)
            after[name] = _needed(shape, field, field.check([value]))[0]
        changed = {name: after[name] for name in values if after[name] != before[name]}
        if changed:
            with self.step(shape.name):
                self.overwrite(shape, before["guid"], changed)
                self.recorder.updated(shape.name, before, after)
            self.final |= shape.name == "round" and "locked" in changed

    def _row(self, shape: Shape, guid: str) -> Row:
        plain = spelled(guid)
        found = reading.rows_of(self.connection, shape.name, self.study_id, [plain])
        if plain not in found:
            raise Conflict("store.row-gone", table=shape.name)
        return found[plain]

    def _writable(self, table: str) -> Shape:
        if table == "study":
            raise ValueError("the study itself is changed with set_study")
        return shape_of(table)

    def _columns(self, shape: Shape, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
        names = {field.name for field in shape.fields}
        for row in rows:
            if not row.keys() <= names:
                shape.field(next(name for name in row if name not in names))
        columns = {field.name: self._column(shape, field, rows) for field in shape.fields}
        if shape.name == "representation":
            _check_texts(columns)
        return columns

    def _column(self, shape: Shape, field: Field, rows: Sequence[Mapping[str, Any]]) -> list[Any]:
        name = field.name
        if name == "guid":
            fresh = iter(new_guids(sum(not row.get(name) for row in rows)))
            return field.check([row.get(name) or next(fresh) for row in rows])
        default = self.at if name in TIMES else field.default
        return _needed(shape, field, field.check([row.get(name, default) for row in rows]))

    def _stored(self, field: Field, values: list[Any]) -> list[Any]:
        if field.target is not None:
            known = self._known(field.target, values)
            return [None if value is None else known[value] for value in values]
        if field.name == "guid":
            return self._database.guid_to_stored(values)
        return field.to_stored(values) if field.to_stored else values

    def _bound(self, field: Field, value: Any) -> Any:
        if field.target is None or value is None:
            return value
        return self._known(field.target, [value])[value]

    def _known(self, table: str, guids: Sequence[str | None]) -> Mapping[str, int]:
        known = self._ids.setdefault(table, {})
        missing = [guid for guid in dict.fromkeys(guids) if guid is not None and guid not in known]
        if missing:
            if len(known) > REMEMBERED:
                known.clear()
                missing = [guid for guid in dict.fromkeys(guids) if guid is not None]
            found = self._database.ids_of(self.connection, table, self.study_id, missing)
            known.update(found)
            if len(found) < len(missing):
                raise InputRefused("store.unknown-reference", table=table)
        return known

    @contextmanager
    def step(self, table: str, *, adding: bool = False) -> Iterator[None]:
        """All of a step or nothing, also where the caller catches its error and goes on."""
        mark = self.recorder.mark()
        try:
            with self._database.savepoint(self.connection):
                yield
        except BaseException as error:
            self.recorder.back_to(mark)
            self._ids.clear()
            if isinstance(error, IntegrityError):
                # Without the driver's error: it may quote the row.
                raise _refusal(self._database.violation(error), table, adding) from None
            raise


def _needed(shape: Shape, field: Field, values: list[Any]) -> list[Any]:
    if not field.optional and None in values:
        raise ValueError(f"rows of {shape.name} need {field.name!r}")
    return values


def _refusal(violation: Violation, table: str, adding: bool) -> TenunError:
    if violation == "unique":
        return Conflict("store.duplicate", table=table)
    if violation == "reference" and adding:
        return InputRefused("store.unknown-reference", table="blob")
    if violation == "reference":
        return Conflict("store.still-referenced", table=table)
    return InputRefused("store.value-refused", table=table)


def _check_texts(columns: Mapping[str, Sequence[Any]]) -> None:
    for text, sha256 in zip(columns["text"], columns["sha256"], strict=True):
        if sha256_text(text) != sha256:
            raise InputRefused("store.text-hash")
