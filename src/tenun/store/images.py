"""What a command changed, as two streams of row images that are compact, portable and know no integer keys.

A stream is zlib-compressed JSON, one frame a line. A frame names what was done (`insert`, `delete`, `update`), the
table and the images, column by column: `{"all": value}` where a column holds one value, `{"some": [...], "at": [...]}`
where it holds few, `{"guids": base64}` where it holds many guids, else `{"each": [...]}`. The forward stream holds what
the command left behind, the inverse stream what was there before; their frames go in pairs. An update also keeps a
digest of its whole row on either side, because undo must notice that somebody changed another column.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenun.store.guids import PLAIN, packed, unpacked
from tenun.store.shapes import Row
from tenun.text.hashes import canonical_json, sha256_json

_FEW = 4
_ENOUGH = 64 * 1024
Columns = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Frame:
    """One step of a command. `columns` holds the images of inserted and deleted rows, `values` what an update set.

    `row` is the digest of an updated row after the step (forward) or before it (inverse), `note` the frame as written.
    """

    op: str
    table: str
    rows: int
    columns: dict[str, list[Any]]
    values: Row
    row: str
    note: Row

    def images(self) -> list[Row]:
        """The images row by row."""
        names = list(self.columns)
        return [dict(zip(names, values, strict=True)) for values in zip(*self.columns.values(), strict=True)]


class Recorder:
    """Collects what a command does, compressing as it goes, so that a million rows need little memory.

    Lines wait until there are enough of them to be worth it: a compressor is large, and a mark has to copy it.
    """

    def __init__(self) -> None:
        self._packers: tuple[zlib._Compress, ...] = ()
        self._parts: tuple[list[bytes], list[bytes]] = ([], [])
        self._waiting: tuple[list[bytes], list[bytes]] = ([], [])
        self._size = 0
        self.frames = 0

    def inserted(self, table: str, columns: Columns) -> None:
        """Rows that came in."""
        frame = {"op": "insert", "table": table, "rows": _height(columns)}
        self._add({**frame, "columns": _pack_all(columns)}, frame)

    def deleted(self, table: str, columns: Columns) -> None:
        """Rows that went."""
        frame = {"op": "delete", "table": table, "rows": _height(columns)}
        self._add({**frame, "columns": _pack_all({"guid": columns["guid"]})}, {**frame, "columns": _pack_all(columns)})

    def updated(self, table: str, before: Row, after: Row) -> None:
        """A row that changed."""
        names = [name for name in after if after[name] != before[name]]
        frame = {"op": "update", "table": table, "rows": 1, "columns": _pack_all({"guid": [after["guid"]]})}
        self._add(
            {**frame, "values": {name: after[name] for name in names}, "row": digest(after)},
            {**frame, "values": {name: before[name] for name in names}, "row": digest(before)},
        )

    def noted(self, **frame: Any) -> None:
        """A frame of another kind, such as what an undo takes back."""
        self._add(frame, {"op": frame["op"]})

    def mark(self) -> tuple[Any, ...]:
        """Where the recording stands, to go back to."""
        packers = tuple(packer.copy() for packer in self._packers)
        waiting = tuple(list(lines) for lines in self._waiting)
        return packers, waiting, self._size, tuple(len(parts) for parts in self._parts), self.frames

    def back_to(self, mark: tuple[Any, ...]) -> None:
        """Forget what was recorded after `mark`."""
        self._packers, self._waiting, self._size, lengths, self.frames = mark
        for parts, length in zip(self._parts, lengths, strict=True):
            del parts[length:]

    def streams(self) -> tuple[bytes, bytes]:
        """The forward and the inverse stream; the recorder is spent."""
        self._pack()
        forward, inverse = (
            b"".join([*parts, packer.flush()]) for parts, packer in zip(self._parts, self._packers, strict=True)
        )
        return forward, inverse

    def _add(self, forward: Mapping[str, Any], inverse: Mapping[str, Any]) -> None:
        self.frames += 1
        for waiting, frame in zip(self._waiting, (forward, inverse), strict=True):
            line = json.dumps(frame, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
            waiting.append(line.encode() + b"\n")
            self._size += len(waiting[-1])
        if self._size > _ENOUGH:
            self._pack()

    def _pack(self) -> None:
        self._packers = self._packers or (zlib.compressobj(6), zlib.compressobj(6))
        for packer, parts, waiting in zip(self._packers, self._parts, self._waiting, strict=True):
            parts.append(packer.compress(b"".join(waiting)))
            waiting.clear()
        self._size = 0


def stream(**frame: Any) -> bytes:
    """A stream of one frame of another kind than row images."""
    return zlib.compress(canonical_json(frame).encode() + b"\n")


def lines(content: bytes) -> list[bytes]:
    """The frames of a stream as they are written, one line of JSON each."""
    return zlib.decompress(content).split(b"\n")[:-1]


def frame_of(line: bytes) -> Frame:
    """A frame from its line."""
    found = json.loads(line)
    rows = found.get("rows", 0)
    columns = {name: _unpack(column, rows) for name, column in found.get("columns", {}).items()}
    return Frame(
        found["op"], found.get("table", ""), rows, columns, found.get("values", {}), found.get("row", ""), found
    )


def pairs(forward: bytes, inverse: bytes, *, backwards: bool = False) -> Iterator[tuple[Frame, Frame]]:
    """The frames of both streams side by side, in the order done or backwards."""
    both = list(zip(lines(forward), lines(inverse), strict=True))
    for left, right in reversed(both) if backwards else both:
        yield frame_of(left), frame_of(right)


def digest(row: Row) -> str:
    """What a whole row was, in 32 hex digits; the revision of a study counts up with every event and is left out."""
    return sha256_json({name: value for name, value in row.items() if name != "revision"})[:32]


def _height(columns: Columns) -> int:
    return len(next(iter(columns.values())))


def _pack_all(columns: Columns) -> dict[str, Any]:
    return {name: _pack(values) for name, values in columns.items()}


def _pack(values: Sequence[Any]) -> dict[str, Any]:
    values = list(values)
    if len(values) > 1 and values.count(values[0]) == len(values):
        return {"all": values[0]}
    if len(values) < _FEW or set(map(type, values)) != {str}:
        return {"each": values}
    distinct = set(values)
    if len(distinct) * _FEW <= len(values):
        places = {value: at for at, value in enumerate(dict.fromkeys(values))}
        return {"some": list(places), "at": [places[value] for value in values]}
    if PLAIN.fullmatch(values[0]) and all(map(PLAIN.fullmatch, distinct)):
        return {"guids": base64.b64encode(packed(values)).decode()}
    return {"each": values}


def _unpack(column: Mapping[str, Any], rows: int) -> list[Any]:
    if "all" in column:
        return [column["all"]] * rows
    if "some" in column:
        some = column["some"]
        return [some[at] for at in column["at"]]
    if "guids" in column:
        return unpacked(base64.b64decode(column["guids"]))
    each = column["each"]
    assert isinstance(each, list)  # noqa: S101 - narrows what JSON gives
    return each
