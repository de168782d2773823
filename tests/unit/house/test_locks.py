"""The locks hold what pyproject.toml asks for, tied to hashes and to no address."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.unit.house.tree import ROOT

LOCKS = ("run", "dev")


@cache
def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@cache
def _locked(lock: str) -> dict[str, set[str]]:
    """Name -> versions; more than one where an older Python gets an older version."""
    found: dict[str, set[str]] = {}
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    for name, version in re.findall(r"^([\w.\-]+)==([\w.\-]+)", text, flags=re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def _asked(lock: str) -> list[Requirement]:
    groups = _project()["dependency-groups"]
    named = {
        "run": groups["build"],
        "dev": [*groups["build"], *(item for item in groups["dev"] if isinstance(item, str))],
    }
    return [Requirement(line) for line in (*_project()["project"]["dependencies"], *named[lock])]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_all_that_is_asked_for(lock: str) -> None:
    for requirement in _asked(lock):
        versions = _locked(lock).get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement.name} is not in requirements/{lock}.txt; run `make lock`"
        assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_tests_run_on_the_versions_that_users_get() -> None:
    assert {name: _locked("dev").get(name) for name in _locked("run")} == _locked("run")


def test_what_builds_the_package_is_pinned_and_locked() -> None:
    assert _project()["build-system"]["requires"] == _project()["dependency-groups"]["build"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes_and_none_an_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    assert "://" not in text
    entries = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 30
    assert all("--hash=sha256:" in entry for entry in entries)
