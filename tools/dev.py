#!/usr/bin/env python3
"""Every verb of this tree, with the standard library alone: `python tools/dev.py help`.

Each verb first does all set-up (`set_up.py`), which happens once; after that no verb needs a network.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from set_up import LOCKS, PYTHON, ROOT, SetUpFailed, environment, installed, say, set_up

if TYPE_CHECKING:
    from collections.abc import Callable

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def demo(arguments: list[str]) -> int:
    """Set up, then the worked study: import, rank, report in both languages."""
    parser = argparse.ArgumentParser(prog="dev.py demo", description=demo.__doc__)
    parser.add_argument("--to", default="", help="folder for the study and its reports (demo in this tree)")
    parser.add_argument("--no-serve", action="store_true", help="end after the reports, open nothing")
    asked = parser.parse_args(arguments)
    to = Path(asked.to).expanduser().resolve() if asked.to else ROOT / "demo"
    set_up("run")
    return _run(installed("tenun"), "demo", "--to", to, *(["--no-serve"] if asked.no_serve else []))


def test(arguments: list[str]) -> int:
    """Set up, then every test and doctest; what follows goes to pytest."""
    set_up("run", "dev")
    return _run(PYTHON, "-m", "pytest", "-n", "logical", "--maxprocesses", "4", *arguments)


def check(arguments: list[str]) -> int:
    """Set up, then what takes under a minute: ruff, mypy, the import contract, the tests of docs and layout."""
    argparse.ArgumentParser(prog="dev.py check", description=check.__doc__).parse_args(arguments)
    set_up("run", "dev")
    mypy = ("-m", "mypy", "src", "tools", "bench")
    house = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not slow", "tests/unit/house")
    checks: dict[str, list[str | Path]] = {
        "types (mypy)": [PYTHON, *mypy],
        "style (ruff check)": [PYTHON, "-m", "ruff", "check"],
        "layout of code (ruff format)": [PYTHON, "-m", "ruff", "format", "--check"],
        "imports (import-linter)": [installed("lint-imports")],
        "docs and tree (pytest)": [PYTHON, *house],
    }
    with ThreadPoolExecutor(max_workers=2) as pool:
        return max(pool.map(_checked, checks, checks.values()))


def bench(arguments: list[str]) -> int:
    """Set up, then measure: the figures that README and docs quote."""
    set_up("run", "dev")
    return _run(PYTHON, ROOT / "bench" / "run.py", *arguments)


def docs(arguments: list[str]) -> int:
    """Set up, then write the pages of docs/reference that come from the code."""
    set_up("run", "dev")
    return _run(PYTHON, ROOT / "tools" / "reference_pages.py", *arguments)


def lock(arguments: list[str]) -> int:
    """Resolve the packages anew and write requirements/*.txt (needs uv: pip install uv)."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetUpFailed("uv is not on the PATH; install it with: python -m pip install uv")
    how = ("--universal", "--python-version", "3.11", "--fork-strategy", "fewest", "--quiet", *arguments)
    form = ("--no-header", "--no-annotate", "--generate-hashes")
    first = _run(uv, "pip", "compile", *how, *form, "pyproject.toml", "--group", "build", "-o", LOCKS["run"])
    tied = ("--constraint", LOCKS["run"])
    return first or _run(
        uv, "pip", "compile", *how, *form, "pyproject.toml", "--group", "dev", *tied, "-o", LOCKS["dev"]
    )


def usage(arguments: list[str]) -> int:
    """Say what the verbs are."""
    print("python tools/dev.py VERB, or make VERB:\n")
    for name, verb in VERBS.items():
        print(f"  {name:6} {verb.__doc__}")
    return 1 if arguments else 0


VERBS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "bench": bench,
    "docs": docs,
    "lock": lock,
    "help": usage,
}


def _run(*command: str | Path) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment(), check=False).returncode


def _checked(name: str, command: list[str | Path]) -> int:
    """Run one check quietly and say how it went."""
    begun = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=environment(), check=False, text=True, encoding="utf-8",
        errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    failed = done.returncode != 0
    say(f"{'FAILED' if failed else 'ok    '} {name} ({time.monotonic() - begun:.0f} s)" + f"\n{done.stdout}" * failed)
    return done.returncode


def _newer_python() -> str | None:
    """A Python on the PATH that is new enough and starts."""
    ask = [*("-c", f"import sys; sys.exit(sys.version_info < {OLDEST})")]
    for name in NEWER:
        found = shutil.which(name)
        if found and subprocess.run([found, *ask], capture_output=True, check=False).returncode == 0:
            return found
    return None


def main(arguments: list[str]) -> int:
    """Do the verb that the first argument names."""
    if sys.version_info < OLDEST:
        newer = _newer_python()
        if newer:
            return subprocess.run([newer, __file__, *arguments], check=False).returncode
        print(
            f"Tenun needs Python 3.11 or newer; this is {platform.python_version()}, and no newer one is on the PATH."
        )
        return 2
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    try:
        return VERBS[verb](rest) if verb in VERBS else usage([verb])
    except SetUpFailed as failure:
        print(failure, file=sys.stderr)
        return 2
    except PermissionError as failure:
        print(f"{failure.filename} may not be written. Copy the tree to a folder of your own.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
