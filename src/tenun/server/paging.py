"""Tables page by page: sorted, filtered, and continued by key, so that rows that come or go shift nothing."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request
from pydantic import BaseModel

from tenun.errors import InputRefused

Row = Mapping[str, Any]
AT_MOST = 500


class Asked(BaseModel):
    """What a request asks of a table."""

    sort: str = ""
    descending: bool = False
    after: list[Any] | None = None
    limit: int = 50
    words: str = ""
    equals: dict[str, list[str]] = {}
    format: Literal["json", "csv", "xlsx"] = "json"


async def asked_of(
    request: Request,
    sort: Annotated[str, Query(description="A field; `-field` for descending.", max_length=60)] = "",
    after: Annotated[str, Query(description="`next` of the page before.", max_length=2000)] = "",
    limit: Annotated[int, Query(ge=1, le=AT_MOST)] = 50,
    q: Annotated[str, Query(description="Words that must occur.", max_length=500)] = "",
    format: Annotated[Literal["json", "csv", "xlsx"], Query(description="`csv` and `xlsx` hold every row.")] = "json",  # noqa: A002
) -> Asked:
    """The table's parameters; beside them, `filter.FIELD=value` may stand any number of times."""
    equals: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name.startswith("filter."):
            equals.setdefault(name.removeprefix("filter."), []).append(value)
    return Asked(
        sort=sort.removeprefix("-"),
        descending=sort.startswith("-"),
        after=opened_cursor(after) if after else None,
        limit=limit,
        words=q,
        equals=equals,
        format=format,
    )


AskedTable = Annotated[Asked, Depends(asked_of)]


def cursor(end: Sequence[Any] | None) -> str | None:
    """Where a page ended, as text for the next request.

    >>> opened_cursor(cursor(["S1", 120, 7]))
    ['S1', 120, 7]
    """
    return None if end is None else base64.urlsafe_b64encode(json.dumps(list(end)).encode()).decode()


def opened_cursor(text: str) -> list[Any]:
    """Where a page ended. Raises InputRefused for what is no cursor."""
    try:
        found = json.loads(base64.urlsafe_b64decode(text.encode()))
    except (ValueError, binascii.Error):
        raise InputRefused("server.cursor") from None
    if not isinstance(found, list) or not all(value is None or isinstance(value, str | int | float) for value in found):
        raise InputRefused("server.cursor")
    return found


def filtered(rows: Sequence[Row], asked: Asked, searched: Sequence[str]) -> list[Row]:
    """The rows that a request asks for; `searched` are the fields in which its words may stand."""
    found = list(rows)
    for name, values in asked.equals.items():
        _known(rows, name)
        found = [row for row in found if _holds(row.get(name), values)]
    for word in asked.words.casefold().split():
        found = [row for row in found if any(word in str(row[name] or "").casefold() for name in searched)]
    return found


def ordered(rows: Sequence[Row], asked: Asked, usual: str) -> list[Row]:
    """The rows in the order asked for, nothing last whichever way; equal ones by guid."""
    name = asked.sort or usual
    _known(rows, name)
    by_guid = sorted(rows, key=lambda row: str(row["guid"]))
    there = sorted((row for row in by_guid if row[name] not in (None, "")), key=lambda row: _rank(row[name]))
    return [*(reversed(there) if asked.descending else there), *(row for row in by_guid if row[name] in (None, ""))]


def page(rows: Sequence[Row], asked: Asked) -> tuple[list[Row], str | None]:
    """The page after the row that the cursor names, and the cursor of the next one.

    `rows`: ordered. Where that row is gone, the page begins at its place by number, so that nothing is lost.
    """
    start = 0
    if asked.after is not None:
        guid, place = _two(asked.after)
        places = [at for at, row in enumerate(rows) if row["guid"] == guid]
        start = places[0] + 1 if places else min(place, len(rows))
    chosen = list(rows[start : start + asked.limit])
    end = start + len(chosen)
    return chosen, cursor([chosen[-1]["guid"], end - 1]) if chosen and end < len(rows) else None


def _two(after: list[Any]) -> tuple[str, int]:
    if len(after) != 2 or not isinstance(after[0], str) or not isinstance(after[1], int) or after[1] < 0:
        raise InputRefused("server.cursor")
    return after[0], after[1]


def _known(rows: Sequence[Row], name: str) -> None:
    if rows and name not in rows[0]:
        raise InputRefused("server.no-field", field=name, allowed=", ".join(rows[0]))


def _holds(value: Any, wanted: Sequence[str]) -> bool:
    if isinstance(value, bool):
        return ("true" if value else "false") in wanted
    if isinstance(value, list | tuple):
        return any(str(one) in wanted for one in value) or (not value and "" in wanted)
    return ("" if value is None else str(value)) in wanted


def _rank(value: Any) -> tuple[int, Any]:
    if isinstance(value, bool | int | float):
        return 0, value
    return 1, str(value).casefold()
