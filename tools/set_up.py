"""Set-up of this tree: `.venv`, filled once from the locks, with the standard library alone.

`requirements/run.txt` holds what runs, `requirements/dev.txt` what tests besides; every package is checked against its
hash. A stamp in `.venv` says from which locks, with which Python and for which folder it was made.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "tenun-set-up.json"
LOCKS = {"run": ROOT / "requirements" / "run.txt", "dev": ROOT / "requirements" / "dev.txt"}


class SetUpFailed(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def installed(tool: str) -> str:
    """The path of a command that a package put into `.venv`."""
    return shutil.which(tool, path=str(BIN)) or tool


def environment() -> dict[str, str]:
    """The caller's environment, less what would make our Python look for packages elsewhere."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}


def say(words: str) -> None:
    """Print at once, also into a pipe."""
    print(words, flush=True)


def set_up(*layers: str) -> None:
    """Make `.venv` hold the project and the packages of these layers (`run`, `dev`); instant when it does."""
    if _stands(layers):
        return
    with _alone():
        if not _stands(layers):
            begun = time.monotonic()
            _fill(layers)
            say(f"Set-up is done ({time.monotonic() - begun:.0f} s). It does not need the network again.")


def _stands(layers: Sequence[str]) -> bool:
    return PYTHON.exists() and _wanted(layers).items() <= _stamp().items()


def _fill(layers: Sequence[str]) -> None:
    wanted = _wanted(layers)
    stamp = _stamp()
    if reason := _unfit(stamp):
        _make_venv(reason)
        stamp = {"python": wanted["python"], "folder": wanted["folder"]}
    for layer in layers:
        if stamp.get(layer) != wanted[layer]:
            _install(layer)
            stamp = _write_stamp({**stamp, layer: wanted[layer]})
    if stamp.get("project") != wanted["project"]:
        _pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))
        stamp = _write_stamp({**stamp, "project": wanted["project"]})
    if stamp.get("app") != wanted["app"]:
        _build_app()
        _write_stamp({**stamp, "app": wanted["app"]})


def _wanted(layers: Sequence[str]) -> dict[str, str]:
    """What the stamp says when nothing is left to do."""
    made = {"python": f"{platform.python_version()} {sys.platform} {platform.machine()}", "folder": str(ROOT)}
    parts = {"project": _digest(ROOT / "pyproject.toml"), "app": _digest_of_app()}
    return {**made, **parts, **{layer: _digest(LOCKS[layer]) for layer in layers}}


def _unfit(stamp: dict[str, str]) -> str:
    """Why `.venv` has to be made anew, or nothing."""
    if not VENV.exists():
        return "there is none yet"
    if not stamp or not PYTHON.exists():
        return "the last set-up did not end"
    for key, value in _wanted(()).items():
        if key not in ("project", "app") and stamp.get(key) != value:
            return f"its {key} was {stamp.get(key)}, now it is {value}"
    stale = [layer for layer in LOCKS if layer in stamp and stamp[layer] != _digest(LOCKS[layer])]
    return f"the packages in requirements/{stale[0]}.txt have changed" if stale else ""


def _make_venv(reason: str) -> None:
    """Make an empty `.venv`, with pip in it where this Python can."""
    say(f"Making .venv with Python {platform.python_version()}: {reason}.")
    if VENV.exists():
        shutil.rmtree(VENV)
    without = [] if _has_ensurepip() else ["--without-pip"]
    if without and not _base_has_pip():
        raise SetUpFailed(_NO_PIP)
    made = subprocess.run([_base(), "-m", "venv", *without, str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode:
        raise SetUpFailed(f"Python could not make a virtual environment in {VENV}:\n{made.stdout}{made.stderr}")


_NO_PIP = """This Python has neither `ensurepip` nor `pip`, so nothing can be installed with it.
  Debian, Ubuntu:  sudo apt install python3-venv
  Elsewhere:       install Python 3.11 or newer from python.org, your package manager or your IT department."""


def _base() -> str:
    """The Python outside any virtual environment."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _has_ensurepip() -> bool:
    return subprocess.run([_base(), "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0


def _base_has_pip() -> bool:
    return subprocess.run([_base(), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def _install(layer: str) -> None:
    lock = LOCKS[layer]
    say(f"Installing the packages of requirements/{lock.name}.")
    _pip("install", "--require-hashes", "--only-binary", ":all:", "--no-compile", "--requirement", str(lock))


def _build_app() -> None:
    """Build the web app with the Node that a wheel brings; npm's packages are downloaded the first time."""
    say("Building the web app.")
    done = subprocess.run(
        [str(PYTHON), str(ROOT / "hatch_build.py")], env=environment(), cwd=ROOT, capture_output=True, check=False
    )
    if done.returncode:
        words = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()[-25:]
        raise SetUpFailed("\n".join(words) + _INSTALL_FAILED)


def _digest_of_app() -> str:
    """A hash of what the web app is built from."""
    files = [ROOT / "hatch_build.py"]
    for folder, inside, names in os.walk(ROOT / "frontend"):
        inside[:] = sorted(set(inside) - {"node_modules", "dist"})
        files += [Path(folder, name) for name in sorted(names)]
    return hashlib.sha256("".join(_digest(file) for file in files).encode()).hexdigest()


def _pip(*arguments: str) -> None:
    """Run pip on `.venv`, telling what it downloads; its whole output only if it fails."""
    inside = shutil.which("pip", path=str(BIN)) is not None
    pip = [str(PYTHON), "-I", "-m", "pip"] if inside else [_base(), "-m", "pip", "--python", str(PYTHON)]
    settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    output: list[str] = []
    with subprocess.Popen(
        [*pip, *arguments], env={**environment(), **settings}, cwd=ROOT, text=True, encoding="utf-8", errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as running:  # fmt: skip
        assert running.stdout is not None  # noqa: S101 - narrows the type
        for line in running.stdout:
            output.append(line)
            _tell_download(line)
    if running.returncode:
        raise SetUpFailed("".join(output[-25:]) + _INSTALL_FAILED)


_INSTALL_FAILED = """
The packages could not be installed; the last words of the installer stand above.
Set-up needs the network once: check the connection (behind a proxy: set HTTPS_PROXY) and run the same command again."""


def _tell_download(line: str) -> None:
    if found := re.match(r"\s*(?:Downloading|Using cached) ([^\s/]+?)-\d\S* \((\S+ [MG]B)\)", line):
        say(f"  {found[1]} ({found[2]})")


def _stamp() -> dict[str, str]:
    try:
        found = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_stamp(stamp: dict[str, str]) -> dict[str, str]:
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(stamp, indent=1), "utf-8")
    fresh.replace(STAMP)
    return stamp


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold the tree's set-up lock, so that two runs at once do not write into one `.venv`; it dies with the process."""
    with (ROOT / ".venv.lock").open("a+b") as file:
        if not _locked(file.fileno()):
            say("Another run is setting up; waiting for it.")
            while not _locked(file.fileno()):
                time.sleep(0.5)
        yield


def _locked(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
