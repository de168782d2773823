"""The figures of the README are those of the run that is kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_the_readme_and_the_page_show_the_kept_run() -> None:
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        from web.page import as_page, with_table
    finally:
        sys.path.remove(str(ROOT / "bench"))
    kept = json.loads((ROOT / "bench" / "figures" / "web_speed.json").read_text("utf-8"))
    readme = (ROOT / "README.md").read_text("utf-8")
    assert with_table(readme, kept) == readme
    assert as_page(kept) == (ROOT / "docs" / "explanation" / "speed.md").read_text("utf-8")
