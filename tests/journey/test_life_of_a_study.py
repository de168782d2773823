"""A study from nothing to a backup, on the command line: make, import, code, undo, export, verify, erase."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.factories.command_line import EXAMPLE, Terminal

import tenun as package

TEXT = """---
id: S1
title: Council minutes
kind: official
language: en
reliability: B
credibility: 2
---

The mayor said that the port would open a new market. The council agreed.

Nobody spoke of tourism.
"""


@pytest.fixture
def study(tenun: Terminal, tmp_path: Path) -> Path:
    """A small study made by hand."""
    path = tmp_path / "small.tenun"
    document = tmp_path / "minutes.md"
    document.write_text(TEXT, "utf-8")
    words = ("--title", "Small", "--decision", "The council agrees", "--date", "2019-11-27")
    assert tenun.run("new", path, *words, "--framework", "south-south-sister-city").code == 0
    assert tenun.run("import", path, document).code == 0
    return path


def test_code_undo_redo_across_openings(tenun: Terminal, study: Path) -> None:
    code = ("code", study, "S1", "MKT-ACCESS", "--quote", "a new market", "--facet", "time=before", "--coder", "A")
    assert tenun.run(*code).code == 0
    assert tenun.run(*code).code == 5
    with package.open(study) as opened:
        (row,) = opened.codings.to_dict("records")
        assert (row["quote"], row["code"], row["time"], row["coder"]) == ("a new market", "MKT-ACCESS", "before", "A")
    assert tenun.run("undo", study, "--coder", "A").code == 0
    with package.open(study) as opened:
        assert opened.codings.empty
    assert tenun.run("redo", study, "--coder", "A").code == 0
    with package.open(study) as opened:
        assert opened.codings["guid"].tolist() == [row["guid"]]


def test_ranking_leaves_a_persons_undo_alone(tenun: Terminal, study: Path) -> None:
    tenun.run("code", study, "S1", "MKT-ACCESS", "--quote", "a new market")
    assert tenun.run("rank", study).code == 0
    tenun.run("undo", study)
    with package.open(study) as opened:
        assert opened.codings.empty


def test_uncoded_and_not_found(tenun: Terminal, study: Path) -> None:
    assert tenun.run("code", study, "S1", "--quote", "The council agreed", "--uncoded", "procedure").code == 0
    assert tenun.run("code", study, "S1", "TC-TOUR", "--not-found").code == 0
    facts = tenun.run("open", study, "--json").json
    assert (facts["codings"], facts["uncoded"]) == (0, 1)


@pytest.mark.parametrize(
    ("words", "code", "needle"),
    [
        (("code", "S1", "MKT-ACCES", "--quote", "a new market"), 3, "MKT-ACCESS"),
        (("code", "S9", "MKT-ACCESS", "--quote", "a new market"), 3, "S1"),
        (("code", "S1", "MKT-ACCESS", "--quote", "an old market"), 3, "do not occur"),
        (("code", "S1", "MKT-ACCESS", "--quote", "The"), 3, "more than once"),
        (("code", "S1", "MKT-ACCESS", "--span", "5:2"), 3, "START:END"),
        (("code", "S1", "MKT-ACCESS", "--span", "5:5000"), 3, "outside"),
        (("code", "S1", "MKT-ACCESS", "--quote", "a new market", "--facet", "time=soon"), 3, "before"),
        (("code", "S1"), 3, "--quote"),
        (("appraise", "S1", "-r", "H", "-c", "2"), 3, "A to F"),
        (("appraise", "S1", "-r", "A", "-c", "9"), 3, "1 to 6"),
        (("rank", "--switch", "no-second-hnd"), 3, "no-second-hand"),
        (("rank", "--coder", "Z"), 3, "Z"),
        (("agree",), 6, "two coders"),
        (("report", "--format", "odt"), 3, "html"),
        (("export", "x.ods"), 3, ".csv"),
    ],
)
def test_what_is_refused_says_what_to_do(
    tenun: Terminal, study: Path, words: tuple[str, ...], code: int, needle: str
) -> None:
    said = tenun.run(words[0], study, *words[1:])
    assert said.code == code
    assert said.err.startswith("tenun: ")
    assert needle in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_codings_go_out_and_come_in_again(tenun: Terminal, worked: Path, tmp_path: Path, ending: str) -> None:
    table = tmp_path / f"codings{ending}"
    assert tenun.run("export", worked, table).code == 0
    said = tenun.run("import", worked, table, "--json")
    assert said.json["problems"] == []
    assert not any(said.json["added"].values())
    bare = Path(shutil.copytree(EXAMPLE, tmp_path / "bare"))
    for old in bare.glob("codings/*.csv"):
        with old.open(encoding="utf-8-sig") as file:
            header = next(csv.reader(file))
        old.write_text(",".join(header) + "\n", "utf-8")
    fresh = tmp_path / "fresh.tenun"
    tenun.run("import", fresh, bare)
    said = tenun.run("import", fresh, table, "--json")
    assert (said.json["added"]["codings"], said.json["added"]["uncoded"]) == (338, 58)
    with package.open(worked) as before, package.open(fresh) as after:
        assert sorted(before.codings["guid"]) == sorted(after.codings["guid"])
        assert before.rank().input_hash == after.rank().input_hash


def test_importing_twice_changes_nothing(tenun: Terminal, worked: Path, tmp_path: Path) -> None:
    before = worked.read_bytes()
    said = tenun.run("import", worked, EXAMPLE, "--json")
    assert not any(said.json["added"].values())
    assert worked.read_bytes() == before
    other = tmp_path / "other.tenun"
    tenun.run("import", other, EXAMPLE)
    with package.open(worked) as a, package.open(other) as b:
        assert a.scope.store.dump() == b.scope.store.dump()


def test_one_bad_source_among_many(tenun: Terminal, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "folder"))
    (bad,) = folder.glob("sources/05-*.md")
    bad.write_bytes(b"\x00\xff\xfe\x01" * 400)
    path = tmp_path / "one-bad.tenun"
    said = tenun.run("import", path, folder, "--json")
    assert said.code == 0
    assert said.json["added"]["sources"] == 32
    assert any(bad.name in problem["where"] and problem["level"] == "error" for problem in said.json["problems"])
    assert tenun.run("verify", path).code == 0
    strict = tmp_path / "strict.tenun"
    assert tenun.run("import", strict, folder, "--strict").code == 3
    assert not strict.exists()


def test_backup_restore_and_verify(tenun: Terminal, worked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.tenun"
    assert tenun.run("backup", worked, copy).code == 0
    tenun.run("code", worked, "S01", "DET-LEAD", "--span", "0:20")
    assert tenun.run("restore", copy, worked).code != 0
    assert tenun.run("restore", copy, worked, "--overwrite").code == 0
    assert tenun.run("verify", worked, "--json").json == {"holds": True, "problems": []}
    with package.open(worked) as study:
        assert len(study.codings) == 338


def test_verify_names_what_was_tampered_with(tenun: Terminal, worked: Path) -> None:
    tenun.run("report", worked, "--to", worked.parent / "r", "-l", "en", "-f", "html")
    assert tenun.run("verify", worked).code == 0
    with sqlite3.connect(worked) as file:
        file.execute("UPDATE passage SET quote = quote || '!' WHERE id = (SELECT min(id) FROM passage)")
        result = json.loads(file.execute("SELECT result FROM analysis_run").fetchone()[0])
        result["n"] = 12
        file.execute("UPDATE analysis_run SET result = ?", (json.dumps(result),))
    file.close()
    said = tenun.run("verify", worked, "--json")
    assert said.code == 1
    named = {problem["what"] for problem in said.json["problems"]}
    assert "figure" in named
    assert any("passage" in problem["where"] or "quote" in problem["what"] for problem in said.json["problems"])


def test_erasing_a_source_leaves_no_word_of_it(tenun: Terminal, worked: Path) -> None:
    with package.open(worked) as study:
        word = "Susruta"
        assert study.scope.store.search(word)
    assert tenun.run("erase", worked, "S05", "--yes").code == 0
    assert word.encode() not in worked.read_bytes()
    assert tenun.run("verify", worked).code == 0
    assert tenun.run("rank", worked).code == 0
