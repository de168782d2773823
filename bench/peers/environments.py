"""Pythons of their own for the programs that Tenun is measured beside; none of them is ever a dependency."""

from __future__ import annotations

import json
import os
import subprocess
import venv
from pathlib import Path
from typing import Any

VERSIONS = {"taguette": "1.5.2", "exegete": "0.15.1a1", "pygamma-agreement": "0.5.9"}
HERE = Path(__file__).resolve().parent
HOME = HERE.parents[1] / "build" / "bench"
_INSTALL_S = 600


def python_of(package: str, *, install: bool) -> Path | None:
    """The Python with this package at its version; None where it is not there and may not be fetched.

    A variable TENUN_BENCH_TAGUETTE (and so on) names one that was made by hand.
    """
    named = os.environ.get(f"TENUN_BENCH_{package.partition('-')[0].upper()}")
    if named:
        return Path(named)
    home = HOME / f"{package}-venv"
    found = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if _installed(found, package) == VERSIONS[package]:
        return found
    if not install:
        return None
    venv.create(home, with_pip=True, clear=True)
    command = [str(found), "-m", "pip", "install", "--quiet", f"{package}=={VERSIONS[package]}"]
    subprocess.run(command, check=True, timeout=_INSTALL_S)
    return found


def answer(python: Path, script: str, *arguments: str | Path, asked: object = None) -> Any:
    """What a script of this folder prints as JSON; `asked` goes to its input as JSON."""
    command = [str(python), str(HERE / script), *map(str, arguments)]
    told = subprocess.run(command, input=json.dumps(asked), check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(told.stdout)


def _installed(found: Path, package: str) -> str:
    if not found.exists():
        return ""
    asked = f"from importlib.metadata import version; print(version({package!r}))"
    done = subprocess.run([str(found), "-c", asked], capture_output=True, text=True, check=False)
    return done.stdout.strip()
