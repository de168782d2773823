"""Each guard holds its attack, and the attack gets through once the guard is taken out."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from tests.factories.guards import GUARDS
from tests.factories.guards.guard import Guard

import tenun

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "threat-model.md"
GUARDING = (
    "apart", "intake.guard.html_markup", "intake.guard.paths", "intake.guard.reader_process", "intake.guard.size",
    "intake.guard.url", "intake.guard.xml_tree", "intake.guard.yaml_text", "intake.guard.zip_archive",
    "intake.web.fetching", "exchange.projects.database",
)  # fmt: skip
# What is merely broken or not there is told as such; nobody is kept from anything by it.
FAULTS = {
    "intake.file-missing", "intake.file-unreadable", "intake.xml-broken", "intake.yaml-broken", "intake.reader-fault",
    "web.no-such-host", "web.status", "web.no-answer",
}  # fmt: skip
UNITS = {"intake.guard.size.MIB"}


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_the_attack_is_held_and_gets_through_without_the_guard(guard: Guard, tmp_path: Path) -> None:
    for name, outcome, arrange in (("with", guard.held, guard.on), ("without", guard.through, guard.off)):
        folder = tmp_path / name
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            arrange(patch)
            assert guard.attack(folder) == outcome


def test_every_refusal_of_a_guard_is_tried() -> None:
    package = Path(tenun.__file__).parent
    code = "".join((package / f"{name.replace('.', '/')}.py").read_text("utf-8") for name in GUARDING)
    refusals = set(re.findall(r'"((?:intake|web|exchange)\.[a-z-]+)"', code)) - FAULTS
    assert refusals - {guard.held for guard in GUARDS} == set()


def test_every_bound_of_a_guard_is_tried() -> None:
    there = {
        f"{name}.{bound}"
        for name in GUARDING
        for bound, value in vars(import_module(f"tenun.{name}")).items()
        if bound.isupper() and not bound.startswith("_") and isinstance(value, int | float)
    }
    tried = {bound for guard in GUARDS for bound in guard.bounds}
    own = {bound for bound in there if not _comes_from_another(bound)} - UNITS
    assert tried - own == set()
    assert own - tried == set()


def _comes_from_another(bound: str) -> bool:
    module, _, name = bound.rpartition(".")
    source = Path(import_module(f"tenun.{module}").__file__ or "").read_text("utf-8")
    return re.search(rf"^{name}\b[^=\n]*=", source, re.M) is None


def test_the_page_names_every_guard_and_no_other() -> None:
    table = PAGE.read_text("utf-8").partition("## Guards and their tests")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    named = {(row[0].strip(), row[2].strip().strip("`")) for row in rows if row[0] != "guard"}
    assert named == {(guard.name, guard.held) for guard in GUARDS}
