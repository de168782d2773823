"""Every method has a page with the same parts, linked from the methods, and its worked examples run."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "docs" / "explanation" / "methods"
PAGES = sorted(FOLDER.glob("*.md"))
FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PARTS = ("**What", "**When not to use", "**Formula.**", "**Worked example", "**Peers.**")


def test_there_are_pages_and_all_are_linked() -> None:
    methods = (ROOT / "docs" / "explanation" / "methods.md").read_text(encoding="utf-8")
    assert len(PAGES) >= 15
    assert [page.name for page in PAGES if f"(methods/{page.name})" not in methods] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_all_its_parts_in_order(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    places = [text.find(part) for part in PARTS]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_worked_examples_of_a_page_come_out_as_printed(page: Path) -> None:
    blocks = FENCE.findall(page.read_text(encoding="utf-8"))
    assert blocks
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    assert example.examples
    report: list[str] = []
    found = doctest.DocTestRunner(verbose=False).run(example, out=report.append)
    assert found.failed == 0, "".join(report)
