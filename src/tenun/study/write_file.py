"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tenun.errors import StoreUnavailable


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`; a failure leaves what was there before and is StoreUnavailable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise StoreUnavailable("study.cannot-write", name=path.name, reason=error.strerror or "") from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        draft.chmod(0o644)
        draft.replace(path)
    except OSError as error:
        raise StoreUnavailable("study.cannot-write", name=path.name, reason=error.strerror or "") from error
    finally:
        draft.unlink(missing_ok=True)
