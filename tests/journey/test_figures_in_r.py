"""The programs in R that go with a figure: what they read, and what they say where a package is not there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tenun.study.figures.figure import Table
from tenun.study.figures.handed_on import as_csv
from tenun.study.figures.r_cases import cases_script
from tenun.study.figures.r_matrix import matrix_script
from tenun.study.figures.r_scripts import AGREEMENT

RSCRIPT = shutil.which("Rscript")
CUTS = {"consistency": 0.8, "frequency": 1.0, "pri": 0.0}
FUZZY, MANY = (cases_script("OUT", ["A", "B"], {}, CUTS, {"A": "present"}, many) for many in (False, True))
SETS = Table("input", ("case", "A", "B", "OUT"), tuple((f"c{n}", n % 2, int(n > 2), n % 2) for n in range(5)))
LABELS = Table(
    "input",
    ("source", "start", "end", "witness", "weight", "ana", "budi"),
    tuple((f"S{n}", 0, 5, f"S{n}", 1, "MKT", "MKT" if n else "TC") for n in range(3)),
)
PROGRAMS = {"QCA": [(FUZZY, SETS), (MANY, SETS)], "irr": [(AGREEMENT, LABELS)]}
EACH = [(package, *one) for package, held in PROGRAMS.items() for one in held]
needs_r = pytest.mark.skipif(RSCRIPT is None, reason="R is not installed here")


def run(script: str, table: Table, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "input.csv").write_bytes(as_csv(table))
    (folder / "script.R").write_text(script, "utf-8")
    assert RSCRIPT is not None
    return subprocess.run([RSCRIPT, "script.R"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("package", "script", "table"), EACH)
def test_every_use_of_a_package_has_words_for_where_it_is_not(package: str, script: str, table: Table) -> None:
    asked, _, without = script.partition("} else {\n  message(")
    assert asked.count("requireNamespace(") == 1
    for words in (f"The R package {package} is not installed here.", f"Paket R {package} tidak terpasang di sini."):
        assert words in without


@needs_r
@pytest.mark.parametrize(("package", "script", "table"), EACH)
def test_a_program_says_what_it_did_without_a_package(package: str, script: str, table: Table, tmp_path: Path) -> None:
    done = run(script, table, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    asked = [str(RSCRIPT), "-e", f'cat(requireNamespace("{package}", quietly = TRUE))']
    there = subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "TRUE"
    said = [f"The R package {package} is not installed here." in done.stderr, f"Paket R {package} tidak" in done.stderr]
    assert said == [not there, not there]


@needs_r
def test_words_that_a_spreadsheet_would_run_are_read_as_the_study_has_them(tmp_path: Path) -> None:
    rows = (("=A", "r 0-1", "-"), ("=A", "r 2-3", "news"), ("'=B", "r 2-3", "news"))
    done = run(matrix_script("kind", "overlapping", 5), Table("input", ("code", "unit", "column"), rows), tmp_path)
    heading, *lines = [line.split() for line in done.stdout.splitlines() if line.strip()][:3]
    assert heading == ["-", "news"]
    assert lines == [["=A", "1", "1"], ["'=B", "0", "1"]]
