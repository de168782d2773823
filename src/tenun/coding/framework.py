"""A framework: a codebook with the theory facets that its codes carry, read from plain mappings or table rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from tenun.coding.codebook import Code, Codebook
from tenun.corpus.study import Bilingual
from tenun.errors import InputRefused
from tenun.text.likeness import nearest_name

_LISTS = ("include", "exclude", "include_id", "exclude_id")
_OWN = frozenset({field.name for field in fields(Code)} - {"key", "attributes", "version", "guid"} | {"id"})


@dataclass(frozen=True, slots=True)
class Token:
    """A value that a theory facet may take (`economic`), with its label."""

    key: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class Construct:
    """A concept of theory that sorts codes (`lecours_layer`): its values are attributes of codes, not codes."""

    key: str
    label: Bilingual
    tokens: tuple[Token, ...]
    source: str = ""

    def token(self, key: str) -> Token | None:
        """The value with this key, if the construct has it."""
        return next((token for token in self.tokens if token.key == key), None)


@dataclass(frozen=True, slots=True)
class Framework:
    """A codebook and what stands around it: title, version, note, theory facets."""

    key: str
    title: Bilingual
    codebook: Codebook
    constructs: tuple[Construct, ...] = ()
    version: str = ""
    note: str = ""


def framework_of(document: Mapping[str, Any], key: str) -> Framework:
    """The framework in a parsed YAML document.

    `document`: `codes`, a list of mappings with `id`, `parent`, `label_en`, `label_id` and the texts of `Code`; every
    other field of a code is a theory facet and is kept among its `attributes`. `constructs` (optional) labels the
    facets and their values; a code's value must be one of them. Raises InputRefused for what is missing or malformed.

    >>> framework_of({"codes": [{"id": "M", "label_en": "Motive", "layer": "economic"}]}, "f").codebook["M"].attributes
    {'layer': 'economic'}
    """
    codes = document.get("codes")
    if not isinstance(codes, Sequence) or isinstance(codes, str) or not codes:
        raise InputRefused("coding.no-codes", key=key)
    constructs = tuple(_construct(name, value) for name, value in _mapping(document.get("constructs")).items())
    title = Bilingual(_text(document.get("title_en")), _text(document.get("title_id")))
    codebook = Codebook([_code(entry) for entry in codes], title_en=title.en, title_id=title.id, name=key)
    for construct in constructs:
        _check_values(codebook, construct)
    return Framework(
        key, title, codebook, constructs, _text(document.get("version")), " ".join(_text(document.get("note")).split())
    )


def codebook_of_rows(rows: Sequence[Mapping[str, str]], key: str) -> Framework:
    """The framework in the rows of a table with the columns `id`, `parent`, `label_en`, ...; lists are parted by `;`.

    >>> rows = [{"id": "M", "parent": "", "label_en": "Motive", "include": "aims; reasons"}]
    >>> codebook_of_rows(rows, "f").codebook["M"].include
    ('aims', 'reasons')
    """
    codes = [
        {name: value.split(";") if name in _LISTS else value for name, value in row.items() if name and value}
        for row in rows
    ]
    return framework_of({"codes": codes}, key)


def _code(entry: object) -> Code:
    given = _mapping(entry)
    key = _text(given.get("id"))
    if not key:
        meant = nearest_name("id", given) or "-"
        raise InputRefused("coding.code-without-id", label=_text(given.get("label_en")) or "?", nearest=meant)
    return Code(
        key=key,
        label_en=_text(given.get("label_en")),
        label_id=_text(given.get("label_id")),
        parent=_text(given.get("parent")) or None,
        definition_en=_text(given.get("definition_en")),
        definition_id=_text(given.get("definition_id")),
        include=_texts(given.get("include")),
        exclude=_texts(given.get("exclude")),
        include_id=_texts(given.get("include_id")),
        exclude_id=_texts(given.get("exclude_id")),
        example_en=_text(given.get("example_en")),
        example_id=_text(given.get("example_id")),
        source=_text(given.get("source")),
        attributes={name: _text(value) for name, value in given.items() if name not in _OWN and _text(value)},
    )


def _construct(key: str, value: object) -> Construct:
    given = _mapping(value)
    tokens = tuple(Token(name, _label(label)) for name, label in _mapping(given.get("values")).items())
    return Construct(key, _label(given), tokens, _text(given.get("source")))


def _check_values(codebook: Codebook, construct: Construct) -> None:
    allowed = [token.key for token in construct.tokens]
    for code in codebook.values():
        value = code.attributes.get(construct.key)
        if value is not None and allowed and value not in allowed:
            raise InputRefused(
                "coding.unknown-facet-value", key=code.key, facet=construct.key, value=value, allowed=", ".join(allowed)
            )


def _label(value: object) -> Bilingual:
    given = _mapping(value)
    return Bilingual(_text(given.get("label_en")), _text(given.get("label_id")))


def _mapping(value: object) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InputRefused("coding.codebook-malformed")
    return {str(name): content for name, content in value.items()}


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _texts(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    items = [value] if isinstance(value, str) or not isinstance(value, Sequence) else value
    return tuple(text for text in map(_text, items) if text)
