"""Several names in one option, written as a row of CSV, so that a name may hold a comma."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from tenun.errors import InputRefused


def names_in(option: str, value: str) -> tuple[str, ...]:
    """The names of a list, each once, in order. Raises InputRefused where a quotation mark is not closed.

    >>> names_in("conditions", 'TIES, "RICH, urban", TIES')
    ('TIES', 'RICH, urban')
    """
    try:
        rows = list(csv.reader(io.StringIO(value, newline=""), skipinitialspace=True, strict=True))
    except csv.Error as error:
        raise InputRefused("study.option-list", option=option, value=value) from error
    return tuple(dict.fromkeys(name for row in rows for part in row if (name := part.strip())))


def list_of(names: Iterable[str]) -> str:
    """A list as `names_in` reads it.

    >>> list_of(["TIES", "RICH, urban"])
    'TIES,"RICH, urban"'
    """
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="").writerow(list(names))
    return out.getvalue()


def settings_in(option: str, value: str) -> dict[str, str]:
    """A list of NAME=SETTING, the last equals sign of each parting the two; InputRefused for one that has none.

    >>> settings_in("expect", "TIES=present, A=B=absent")
    {'TIES': 'present', 'A=B': 'absent'}
    """
    found = {}
    for one in names_in(option, value):
        name, equals, setting = one.rpartition("=")
        if not equals or not name.strip() or not setting.strip():
            raise InputRefused("study.option-list", option=option, value=one)
        found[name.strip()] = setting.strip()
    return found
