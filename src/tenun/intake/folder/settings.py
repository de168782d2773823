"""`study.yaml` as a mapping whose values are taken out by type, with a refusal that names the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenun.corpus.study import Bilingual
from tenun.errors import InputRefused, Problem
from tenun.intake.guard.size import YAML_BYTES, read_within
from tenun.intake.guard.yaml_text import load_yaml
from tenun.text.likeness import Nearest

STUDY_FILE = "study.yaml"
NEEDED = ("id", "decision", "motives", "sources", "codebook")
KNOWN = (
    *NEEDED, "title_en", "title_id", "question_en", "question_id", "case", "own_side", "languages", "seed", "metadata",
    "codings", "guide", "defaults", "rivals", "same_person", "places", "published_ranking", "facts", "conflicts",
    "not_found", "ledger", "translations", "institutions", "origin_kinds", "letter_weights", "unjudged_weight",
    "numbers", "coverage", "procedure", "coders", "rounds", "one_text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """A mapping of `study.yaml` or of a part of it; `where` is its name in messages (`study.yaml: decision`)."""

    values: Mapping[str, Any]
    where: str = STUDY_FILE

    def refused(self, key: str, code: str, **parameters: object) -> InputRefused:
        """The refusal of one value, with a code of `tenun/messages/intake.py`."""
        return InputRefused(code, where=self.where, key=key, **parameters)

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        return self.values.get(key) is not None

    def text(self, key: str, default: str = "") -> str:
        """A text or number, as text."""
        value = self.values.get(key)
        if value is None:
            return default
        if isinstance(value, Mapping | list):
            raise self.refused(key, "intake.setting-no-words")
        return " ".join(str(value).split())

    def number(self, key: str, default: float, least: float, most: float) -> float:
        """A number from `least` to `most`."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.refused(key, "intake.setting-no-number", least=f"{least:g}", most=f"{most:g}")
        return value

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.refused(key, "intake.setting-no-flag")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text counts as a list of one."""
        value = self.values.get(key)
        items = [] if value is None else value if isinstance(value, list) else [value]
        if any(isinstance(item, Mapping | list) or item is None for item in items):
            raise self.refused(key, "intake.setting-no-list")
        return tuple(str(item).strip() for item in items)

    def bilingual(self, stem: str) -> Bilingual:
        """Words under `stem_en` and `stem_id`."""
        return Bilingual(self.text(f"{stem}_en"), self.text(f"{stem}_id"))

    def label(self, key: str) -> Bilingual:
        """Words under a key: a text for both languages, or `label_en` and `label_id`."""
        if isinstance(self.values.get(key), Mapping):
            return self.part(key).bilingual("label")
        words = self.text(key)
        return Bilingual(words, words)

    def part(self, key: str) -> Settings:
        """The mapping under a key; empty where there is none."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, Mapping):
            raise self.refused(key, "intake.setting-no-mapping")
        return Settings(value or {}, f"{self.where}: {key}")

    def parts(self, key: str) -> list[Settings]:
        """The mappings in the list under a key."""
        return parts_of(self.values.get(key), f"{self.where}: {key}")


def parts_of(value: object, where: str) -> list[Settings]:
    """The mappings of a list, each as settings; InputRefused when it is no list of mappings."""
    items: Sequence[object] = [] if value is None else value if isinstance(value, list) else [value]
    found = []
    for number, item in enumerate(items, 1):
        if not isinstance(item, Mapping):
            raise InputRefused("intake.list-of-mappings", where=where, number=number)
        found.append(Settings(item, f"{where}: {item.get('id', number)}"))
    return found


def read_yaml(path: Path, where: str) -> Any:
    """The value of a YAML file within the folder."""
    content = read_within(path, YAML_BYTES, where)
    try:
        return load_yaml(content.decode("utf-8-sig"), where)
    except UnicodeDecodeError as error:
        raise InputRefused("intake.not-text", where=where) from error


def read_settings(folder: Path) -> tuple[Settings, list[Problem]]:
    """`study.yaml` of a folder, with warnings for keys that mean nothing.

    Raises InputRefused when it is missing, no mapping, or lacks one of `NEEDED`.
    """
    if not (folder / STUDY_FILE).is_file():
        raise InputRefused("intake.no-study-yaml", where=str(folder), folder=folder.name)
    values = read_yaml(folder / STUDY_FILE, STUDY_FILE)
    if not isinstance(values, Mapping):
        raise InputRefused("intake.front-matter-no-mapping", where=STUDY_FILE)
    for key in NEEDED:
        if values.get(key) in (None, "", [], {}):
            raise InputRefused("intake.setting-missing", where=STUDY_FILE, key=key, needed=", ".join(NEEDED))
    meant = Nearest(KNOWN)
    unknown = [str(key) for key in values if key not in KNOWN]
    return Settings(values), [
        Problem("warning", "intake.unknown-setting", STUDY_FILE, {"key": key}, meant.of(key)) for key in unknown
    ]
