"""Run all benches, or those that are named, each in a process of its own, and collect their figures.

    python bench/run.py [NAME ...] [--quick]

Every other file of this folder is a bench: a script that takes `--to FILE`, where it writes its figures as JSON, and
`--quick` for a small run that shows that it works. Figures go to `bench/figures/NAME.json`, those of a quick run to
`build/bench/`; each file also says how long the bench took, its largest memory, and on what machine. A bench fails
when its figures are not what its plain baseline finds; then this fails too, with its name.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent


def names() -> list[str]:
    """The benches there are."""
    return sorted(path.stem for path in BENCH.glob("*.py") if path.name != Path(__file__).name)


def run(name: str, folder: Path, *, quick: bool) -> bool:
    """Run one bench; whether it went well."""
    figures = folder / f"{name}.json"
    figures.unlink(missing_ok=True)
    command = [sys.executable, str(BENCH / f"{name}.py"), "--to", str(figures), *(["--quick"] if quick else [])]
    begun = time.perf_counter()
    code, peak_mb = _measured(command)
    seconds = time.perf_counter() - begun
    if code or not figures.exists():
        print(f"FAILED {name} (exit code {code}, {seconds:.0f} s)", flush=True)
        return False
    cost = {"seconds": round(seconds, 1), "peak_mb": peak_mb, "quick": quick, "machine": _machine()}
    content = {"run": cost, "figures": json.loads(figures.read_text("utf-8"))}
    figures.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    memory = "" if peak_mb is None else f", {peak_mb} MB"
    print(f"ok     {name} ({seconds:.0f} s{memory}): {figures.relative_to(ROOT)}", flush=True)
    return True


def _measured(command: list[str]) -> tuple[int, int | None]:
    """Exit code and largest memory of a child, where the system tells the latter."""
    process = subprocess.Popen(command, cwd=ROOT)
    if not hasattr(os, "wait4"):
        return process.wait(), None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return process.returncode, round(used.ru_maxrss / unit)


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def main(arguments: list[str]) -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description="Run the benches and collect their figures.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(names())}; all when left out")
    parser.add_argument("--quick", action="store_true", help="a small run that shows that they work")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - set(names()):
        parser.error(f"no bench is called {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    folder = ROOT / "build" / "bench" if asked.quick else BENCH / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    went = [run(name, folder, quick=asked.quick) for name in asked.names or names()]
    return 0 if all(went) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
