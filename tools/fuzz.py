"""Fuzz one way in with Atheris, which is not among the locked packages: `pip install atheris`, then

    python tools/fuzz.py rtf -max_total_time=60

Without a name, or with a wrong one, the names are listed: every reader, the readers of tables, surveys, references and
projects, and the two that meet the web (`tests/factories/fuzzed.py`). What follows the name goes to libFuzzer. An input
that it finds is kept, made small, in `tests/attack/found_by_fuzzing`, where the tests try it again.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["tenun"]):
    from tests.factories.fuzzed import DOORS, found_inputs

    from tenun.intake.languages import load_model


def main() -> None:
    """Fuzz until libFuzzer has enough."""
    name, options = "".join(sys.argv[1:2]), sys.argv[2:]
    if name not in DOORS:
        sys.exit(f"Which one? {', '.join(DOORS)}")
    door = DOORS[name]
    load_model()
    with tempfile.TemporaryDirectory() as folder:
        seeds = [*door.seeds(), *(path.read_bytes() for found, path in found_inputs() if found == name)]
        for number, seed in enumerate(seeds):
            (Path(folder) / str(number)).write_bytes(seed)
        atheris.Setup([sys.argv[0], *options, folder], lambda content: door(content) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
