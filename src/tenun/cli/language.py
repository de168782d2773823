"""The language of the command line: `TENUN_LANG`, else the system's, else English."""

from __future__ import annotations

import os
from functools import cache
from typing import cast

from tenun.errors import Language


@cache
def language() -> Language:
    """`id` where the environment asks for Indonesian, else `en`."""
    for name in ("TENUN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")[:2].lower()
        if value in ("en", "id"):
            return cast(Language, value)
    return "en"


def say(en: str, id: str) -> str:  # noqa: A002 - the language's own code
    """The words in the user's language."""
    return id if language() == "id" else en
