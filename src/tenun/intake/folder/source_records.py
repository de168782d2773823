"""From metadata to a source with its appraisal; what is wrong is said, and then there is no source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

from tenun.corpus.sources import KINDS, Appraisal, Inclusion, Reliability, Source, SourceKind
from tenun.errors import Problem
from tenun.intake.folder.dates import iso_date
from tenun.intake.folder.metadata import KNOWN
from tenun.intake.naming import stem
from tenun.intake.reading import Reading
from tenun.text.likeness import nearest_name

_TRUE = frozenset({"true", "yes", "ya", "1", "x"})
_FALSE = frozenset({"", "false", "no", "tidak", "0"})
_SCOTT = ("authenticity", "sincerity", "representativeness", "meaning")


class RecordDesk:
    """Where one source's metadata are read; `problems` holds what is wrong and what is odd."""

    def __init__(self, metadata: Mapping[str, Any], file: str) -> None:
        self.metadata, self.file = metadata, file
        self.problems: list[Problem] = []

    def source(self, reading: Reading, languages: Sequence[str]) -> Source:
        """The source; to be used only when `problems` holds no error."""
        origins, notes = origins_of(self.metadata.get("derived_from"))
        key = self.text("id") or stem(self.file)
        return Source(
            key=key,
            title=self.text("title") or _heading(reading) or stem(self.file),
            kind=self._kind(reading),
            language=self._language(reading, languages),
            publisher=self.text("publisher") or None,
            author=self.text("author") or None,
            url=self.text("url") or None,
            published=self._date("published"),
            retrieved=self._date("retrieved"),
            origins=tuple(origin for origin in origins if origin != key),
            origin_note=self.text("derived_why") or "; ".join(notes),
            institution=self.text("institution") or None,
            synthetic=self._flag("synthetic"),
            inclusion=cast(Inclusion, self._one_of("inclusion", get_args(Inclusion), "included")),
            inclusion_reason=self.text("inclusion_reason"),
            consent=self.text("consent"),
            confidentiality=self.text("confidentiality"),
            notes={name: self.text(name) for name in self.metadata if name not in KNOWN and self.text(name)},
            appraisal=self._appraisal(),
        )

    def text(self, name: str) -> str:
        """A value as one line of text; lists are joined."""
        value = self.metadata.get(name)
        if isinstance(value, Mapping):
            value = [f"{part}: {words}" for part, words in value.items()]
        words = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
        return " ".join(words.split())

    def _fault(self, code: str, nearest: str | None = None, **parameters: object) -> None:
        self.problems.append(Problem("error", code, self.file, parameters, nearest))

    def _odd(self, code: str, **parameters: object) -> None:
        self.problems.append(Problem("warning", code, self.file, parameters))

    def _one_of(self, name: str, allowed: Sequence[str], default: str) -> str:
        value = self.text(name).lower() or default
        if value not in allowed:
            parameters = {"key": name, "value": value, "allowed": ", ".join(allowed)}
            self._fault("intake.bad-token", nearest_name(value, allowed), **parameters)
        return value

    def _kind(self, reading: Reading) -> SourceKind:
        if not self.text("kind") and reading.turns:
            return "interview"
        if not self.text("kind"):
            self._odd("intake.kind-missing", kind="report")
        return cast(SourceKind, self._one_of("kind", KINDS, "report"))

    def _language(self, reading: Reading, languages: Sequence[str]) -> str:
        language = self.text("language").lower() or reading.language
        if not language:
            self._odd("intake.language-unknown", language=languages[0])
        elif language not in languages:
            self._odd("intake.language-other", language=language, languages=", ".join(languages))
        return language or languages[0]

    def _date(self, name: str) -> str | None:
        value = self.text(name)
        date = iso_date(value)
        if value and date is None:
            self._fault("intake.bad-date", key=name, value=value)
        return date

    def _flag(self, name: str) -> bool:
        value = self.text(name).lower()
        if value not in _TRUE | _FALSE:
            self._fault("intake.bad-token", key=name, value=value, allowed="true, false")
        return value in _TRUE

    def _appraisal(self) -> Appraisal | None:
        if not any(self.text(name) for name in ("reliability", "credibility", *_SCOTT)):
            return None
        letter = self.text("reliability").upper() or "F"
        digit = self.text("credibility") or "6"
        if letter not in get_args(Reliability):
            self._fault("intake.bad-token", key="reliability", value=letter, allowed="A, B, C, D, E, F")
        if digit not in ("1", "2", "3", "4", "5", "6"):
            self._fault("intake.bad-token", key="credibility", value=digit, allowed="1, 2, 3, 4, 5, 6")
            digit = "6"
        return Appraisal(
            reliability=cast(Reliability, letter),
            credibility=int(digit),
            reliability_why=self.text("reliability_why"),
            credibility_why=self.text("credibility_why"),
            authenticity=self.text("authenticity"),
            sincerity=self.text("sincerity"),
            representativeness=self.text("representativeness"),
            meaning=self.text("meaning"),
        )


def origins_of(value: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of what a source was made from, and the notes on them.

    `value`: a list, or a text of one or several `ID` or `ID: note` parted by semicolons.

    >>> origins_of("PR-1: press release; S05")
    (('PR-1', 'S05'), ('press release',))
    """
    parts = value if isinstance(value, list) else str(value or "").split(";")
    found = [" ".join(_origin_text(part).split()).partition(": ") for part in parts]
    origins = dict.fromkeys(origin.rstrip(":") for origin, _, _ in found if origin)
    return tuple(origins), tuple(note for _, _, note in found if note)


def _origin_text(part: object) -> str:
    """In YAML `- ID: note` is a mapping of one."""
    return "; ".join(f"{key}: {note}" for key, note in part.items()) if isinstance(part, Mapping) else str(part)


def _heading(reading: Reading) -> str:
    headings = (mark.span.of(reading.text) for mark in reading.landmarks if mark.kind == "heading")
    return next(headings, "")
