"""What makes a row that row and no other, beside its guid, and what it refers to: read off the schema."""

from __future__ import annotations

from functools import cache

from sqlalchemy import UniqueConstraint

from tenun.store.shapes import shape_of

_MORE: dict[str, tuple[tuple[str, ...], ...]] = {"representation": (("source", "sha256"),)}


@cache
def references(table: str) -> dict[str, str]:
    """Public columns that refer to rows, and the tables of those.

    >>> references("coding")["passage"]
    'passage'
    """
    return {field.name: field.target for field in shape_of(table).fields if field.target}


@cache
def natural_keys(table: str) -> tuple[tuple[str, ...], ...]:
    """Sets of public columns that no two rows of a study share.

    >>> natural_keys("coding")
    (('passage', 'code', 'coder', 'round'),)
    """
    shape = shape_of(table)
    public = {field.column: field.name for field in shape.fields}
    found = [
        tuple(public[column.name] for column in constraint.columns if column.name != "study_id")
        for constraint in shape.table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return (*sorted(names for names in found if names != ("guid",)), *_MORE.get(table, ()))
