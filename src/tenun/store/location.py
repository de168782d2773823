"""Where a study is: a path, or the address of a server."""

from __future__ import annotations

from pathlib import Path

_SERVER = ("postgresql:", "postgres:", "postgresql+psycopg:")


def is_server(location: str | Path) -> bool:
    """Whether a location is the address of a PostgreSQL database.

    >>> is_server("postgresql://team.example/studies"), is_server("denpasar.tenun")
    (True, False)
    """
    return str(location).startswith(_SERVER)


def shown(location: str | Path) -> str:
    """A location for the eyes of others: an address loses its user and password.

    >>> shown("postgresql://wayan:secret@team.example/studies")
    'postgresql://team.example/studies'
    """
    scheme, there, rest = str(location).partition("://")
    if not is_server(location) or not there:
        return str(location)
    return f"{scheme}://{rest.rpartition('@')[2].partition('?')[0]}"
