"""A framework and its codebook as rows of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import guid_of

if TYPE_CHECKING:
    from tenun.coding.codebook import Code, Codebook
    from tenun.coding.framework import Framework

Row = dict[str, Any]
Table = tuple[str, list[Row]]
LISTS = ("include", "exclude", "include_id", "exclude_id")
FIELDS = (
    "label_en", "label_id", "definition_en", "definition_id", *LISTS, "example_en", "example_id", "source",
    "attributes",
)  # fmt: skip


def framework_rows(study: str, framework: Framework) -> list[Table]:
    """The framework and the theory facets that its codes carry."""
    guid = guid_of(study, "framework", framework.key)
    row = {"guid": guid, "key": framework.key, "version": framework.version, "note": framework.note}
    constructs = [
        {
            "guid": guid_of(study, "construct", construct.key),
            "framework": guid,
            "key": construct.key,
            "label_en": construct.label.en,
            "label_id": construct.label.id,
            "tokens": [{"key": token.key, "en": token.label.en, "id": token.label.id} for token in construct.tokens],
        }
        for construct in framework.constructs
    ]
    return [
        ("framework", [{**row, "title_en": framework.title.en, "title_id": framework.title.id}]),
        ("construct", constructs),
    ]


def codebook_rows(study: str, framework: Framework, coder: str, at: str) -> list[Table]:
    """The codes, parents first, and the first version of each."""
    book = framework.codebook
    codes = [
        {
            "guid": guid_of(study, "code", key),
            "framework": guid_of(study, "framework", framework.key),
            "key": key,
            "parent": guid_of(study, "code", book[key].parent) if book[key].parent else None,
            "position": position,
            "version": 1,
            **content_of(book[key]),
        }
        for position, key in enumerate(parents_first(book))
    ]
    versions = [
        version_row(study, book[key], 1, guid_of(study, "coder", coder), at, meaning_changed=False) for key in book
    ]
    return [("code", codes), ("code_version", versions)]


def version_row(study: str, code: Code, number: int, coder: str, at: str, *, meaning_changed: bool) -> Row:
    """One version of a code: its words as they were, and whether its meaning changed with it."""
    guid = code.guid or guid_of(study, "code", code.key)
    return {
        "guid": guid_of(study, "code_version", guid, number),
        "code": guid,
        "number": number,
        "meaning_changed": meaning_changed,
        "content": {**content_of(code), "parent": code.parent},
        "coder": coder,
        "at": at,
    }


def content_of(code: Code) -> Row:
    """The words of a code."""
    plain = {name: getattr(code, name) for name in FIELDS}
    lists = {name: list(getattr(code, name)) for name in LISTS}
    return {**plain, **lists, "attributes": dict(code.attributes)}


def parents_first(codebook: Codebook) -> list[str]:
    """Keys in the order of the codebook, a parent always before its children."""
    order: dict[str, None] = {}
    for key in codebook:
        order.update(dict.fromkeys(reversed(codebook.path(key))))
    return list(order)
