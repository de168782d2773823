"""A thousand studies made by chance go out as REFI-QDA projects and come back, each checked as in the tests.

    python bench/project_round_trips.py [--to FILE] [--quick]

Every export is valid against the schema; with what travels beside it a study comes back the same, without it the same
codings, quotes, memos, cases, variables and links come in. Any difference ends the run. `--quick` takes fifty.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.factories.round_trip import read_here, round_trip

from tenun.study.projects import import_project

FULL, QUICK = 1_000, 50


def main() -> int:
    """Go through them all and print how long it took."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    words.add_argument("--quick", action="store_true", help=f"{QUICK} studies instead of {FULL:,}")
    asked = words.parse_args()
    studies = QUICK if asked.quick else FULL
    import_project.read_project = read_here
    begun = time.process_time()
    with tempfile.TemporaryDirectory() as name:
        for seed in range(studies):
            round_trip(Path(name) / str(seed), seed)
            shutil.rmtree(Path(name) / str(seed))
            if sys.stderr.isatty():
                print(f"\r{seed + 1}/{studies}", end="", file=sys.stderr)
    text = json.dumps({"studies": studies, "differing": 0, "cpu_s": round(time.process_time() - begun, 1)}, indent=2)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
