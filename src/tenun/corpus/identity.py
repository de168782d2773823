"""Ids that stay the same when a study is imported again, merged or rebuilt."""

from __future__ import annotations

import uuid
from functools import lru_cache

_STUDIES = uuid.UUID("6f3b8a52-3c1e-5d0b-9d53-5b6a0f6f0e11")
_PART = "\x1f"


def study_guid(study_id: str) -> str:
    """The guid of the study with this id.

    >>> study_guid("denpasar-mossel-bay") == study_guid("denpasar-mossel-bay")
    True
    """
    return str(uuid.uuid5(_STUDIES, study_id))


def guid_of(study: str, kind: str, *natural_key: object) -> str:
    """The guid of a thing of `kind` in the study with guid `study`, from what makes it that thing and no other.

    `natural_key`: a source's key; a passage's representation, start and end; a coding's passage, code, coder and round.

    >>> study = study_guid("s")
    >>> guid_of(study, "coder", "A") != guid_of(study, "code", "A")
    True
    """
    return str(uuid.uuid5(_namespace(study), _PART.join((kind, *map(str, natural_key)))))


@lru_cache(maxsize=64)
def _namespace(study: str) -> uuid.UUID:
    return uuid.UUID(study)
