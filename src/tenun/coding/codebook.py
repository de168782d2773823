"""The codebook: a tree of codes in English and Indonesian, and what a code rolls up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tenun.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Code:
    """A code. `key` is its short name (`MOT-MKT`); `attributes` are theory facets such as `lecours_layer`."""

    key: str
    label_en: str
    label_id: str = ""
    parent: str | None = None
    definition_en: str = ""
    definition_id: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include_id: tuple[str, ...] = ()
    exclude_id: tuple[str, ...] = ()
    example_en: str = ""
    example_id: str = ""
    source: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    version: int = 1
    guid: str = ""

    def included(self, language: str) -> tuple[str, ...]:
        """What the code takes in, in `language`, or in the other one where that is missing."""
        first, second = (self.include_id, self.include) if language == "id" else (self.include, self.include_id)
        return first or second

    def excluded(self, language: str) -> tuple[str, ...]:
        """What the code leaves to others, in `language`, or in the other one where that is missing."""
        first, second = (self.exclude_id, self.exclude) if language == "id" else (self.exclude, self.exclude_id)
        return first or second

    def label(self, language: str) -> str:
        """The label in `language`, or in the other one where it is missing."""
        first, second = (self.label_id, self.label_en) if language == "id" else (self.label_en, self.label_id)
        return first or second or self.key


class Codebook(Mapping[str, Code]):
    """Codes by key, in the order given, checked to be a forest.

    Raises InputRefused for a key used twice, a parent that is not there, and a cycle, naming the codes.

    >>> book = Codebook([Code("M", "Motive"), Code("M1", "Market", parent="M"), Code("M1A", "Access", parent="M1")])
    >>> book.roll_up("M1A", {"M1"}), list(book.children("M"))
    ('M1', ['M1'])
    """

    def __init__(self, codes: Sequence[Code], *, title_en: str = "", title_id: str = "", name: str = "") -> None:
        self.title_en, self.title_id, self.name = title_en, title_id, name
        self._codes: dict[str, Code] = {}
        for code in codes:
            if code.key in self._codes:
                raise InputRefused("coding.code-twice", key=code.key)
            self._codes[code.key] = code
        for code in codes:
            if code.parent is not None and code.parent not in self._codes:
                raise InputRefused("coding.parent-missing", key=code.key, parent=code.parent)
        for code in codes:
            self.path(code.key)

    def __getitem__(self, key: str) -> Code:
        return self._codes[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def path(self, key: str) -> list[str]:
        """The code and its ancestors, from the code up to its root."""
        path = [key]
        while (parent := self._codes[path[-1]].parent) is not None:
            if parent in path:
                raise InputRefused("coding.codebook-cycle", cycle=" → ".join([*path, parent]))
            path.append(parent)
        return path

    def children(self, key: str | None) -> Iterator[str]:
        """Keys of the codes directly below `key`; None for the roots."""
        return (code.key for code in self._codes.values() if code.parent == key)

    def roll_up(self, key: str, motives: set[str]) -> str | None:
        """The motive that a coding of `key` counts for: itself or its nearest ancestor among `motives`, else None."""
        return next((step for step in self.path(key) if step in motives), None)
