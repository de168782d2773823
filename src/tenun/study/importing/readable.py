"""Which files can be brought in, by their endings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain


def readable_endings() -> tuple[str, ...]:
    """The endings of documents, recordings, tables and projects, each once.

    >>> {".pdf", ".qdpx", ".csv", ".mp3"} <= set(readable_endings())
    True
    """
    return tuple(dict.fromkeys(ending for ending in _all() if ending.count(".") == 1))


def _all() -> Iterator[str]:
    from tenun.exchange.projects.reading import ENDINGS as FOREIGN
    from tenun.intake.literature.records import ENDINGS as RECORDS
    from tenun.intake.media_types import RECORDINGS
    from tenun.intake.readers import formats
    from tenun.study.importing.import_table import CODINGS
    from tenun.study.projects.import_project import ENDINGS as PROJECTS

    return chain(*(found.extensions for found in formats()), RECORDINGS, CODINGS, RECORDS, PROJECTS, FOREIGN)
