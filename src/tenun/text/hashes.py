"""Hashes that tell whether something is what it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from mmap import mmap

Plain = None | bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"]


def sha256_bytes(content: bytes | mmap) -> str:
    """SHA-256 of bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def sha256_text(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex.

    >>> sha256_text("tenun")[:12]
    '6446e6d1933a'
    """
    return sha256_bytes(text.encode("utf-8"))


def canonical_json(value: object) -> str:
    """One spelling for equal values: sorted keys, no spaces, no NaN.

    >>> canonical_json({"b": [1, 2.5], "a": "ä"})
    '{"a":"ä","b":[1,2.5]}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256_json(value: object) -> str:
    """SHA-256 of a value's canonical JSON, in hex."""
    return sha256_text(canonical_json(value))
