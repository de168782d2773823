"""What can go wrong, by who must act.

    TenunError
    ├── InputRefused      the input is at fault: the person who brought it can mend it
    ├── NotAllowed        the person may not do this, or not in this place
    ├── Conflict          somebody else changed the same thing first
    ├── NotComputable     a figure has no value for these data; the reason says why
    └── StoreUnavailable  the file or the server cannot be read or written

An error is data: a code such as `store.newer-file`, and parameters. The words, in English and Indonesian, stand in
`tenun/messages/<room>.py`, one entry a code. They never quote a document, because messages reach logs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import ClassVar, Literal

Language = Literal["en", "id"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence and a hint in both languages, with `{placeholders}` that must be the same in both."""

    en: str
    id: str
    hint_en: str = ""
    hint_id: str = ""


def message_of(code: str) -> Message:
    """The words of an error code such as `store.newer-file`, from `tenun/messages/store.py`."""
    room = code.partition(".")[0].replace("-", "_")
    found = import_module(f"tenun.messages.{room}").MESSAGES[code]
    assert isinstance(found, Message)  # noqa: S101 - narrows the type of a table we wrote
    return found


class TenunError(Exception):
    """Root of every error that Tenun raises on purpose.

    >>> error = NotComputable("analysis.one-coder", coders=1)
    >>> error.exit_code
    6
    """

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, code: str, /, *, where: str = "", **parameters: object) -> None:
        self.code = code
        self.where = where
        self.parameters = parameters
        super().__init__(code)

    def text(self, language: Language = "en") -> str:
        """The sentence for the user."""
        message = message_of(self.code)
        return (message.id if language == "id" else message.en).format(**self.parameters)

    def hint(self, language: Language = "en") -> str:
        """What the user can do about it; empty when the sentence says it all."""
        message = message_of(self.code)
        return (message.hint_id if language == "id" else message.hint_en).format(**self.parameters)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.text()} {self.hint()}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.code, self.where, self.parameters))


def _rebuild(kind: type[TenunError], code: str, where: str, parameters: dict[str, object]) -> TenunError:
    return kind(code, where=where, **parameters)


class InputRefused(TenunError):
    """The input is at fault: the person who brought it can mend it."""

    exit_code = 3
    http_status = 422


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one item among many (a row, a source): reported beside what went well, not raised.

    An `error` means that the item was left out, a `warning` that it came in. `where` is a place such as
    `codings/second.csv:14`. `nearest` is what was probably meant; it may quote a document, so it is kept out of the
    message and must not reach a log.

    >>> Problem("error", "coding.unknown-code", "c.csv:3", {"code": "MTO"}, nearest="MOT").text("id")
    'Kode MTO tidak ada dalam buku kode.'
    """

    level: Literal["error", "warning"]
    code: str
    where: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    nearest: str | None = None

    @classmethod
    def of(cls, error: TenunError, where: str = "") -> Problem:
        """The refusal of one item, as a problem of the whole."""
        return cls("error", error.code, where or error.where, error.parameters)

    def text(self, language: Language = "en") -> str:
        """The sentence for the user."""
        message = message_of(self.code)
        return (message.id if language == "id" else message.en).format(**self.parameters)

    def hint(self, language: Language = "en") -> str:
        """What the user can do about it."""
        message = message_of(self.code)
        return (message.hint_id if language == "id" else message.hint_en).format(**self.parameters)


class NotAllowed(TenunError):
    """The person may not do this, or not in this place."""

    exit_code = 4
    http_status = 403


class Conflict(TenunError):
    """Somebody else changed the same thing first."""

    exit_code = 5
    http_status = 409


class NotComputable(TenunError):
    """A figure has no value for these data; the reason says why."""

    exit_code = 6
    http_status = 422


class StoreUnavailable(TenunError):
    """The file or the server cannot be read or written."""

    exit_code = 7
    http_status = 503
