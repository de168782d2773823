"""Everything of a study goes out by the command line, and nothing of a confidential text where that was asked."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from tests.factories.command_line import Terminal
from tests.factories.confidential_study import KEY, confidential_study, found_in, told_in

from tenun.study.exporting.exports import FORMS, form_of

PLACES = [(form.name, ending) for form in FORMS for ending in form.endings]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("confidential") / "study.tenun"
    confidential_study(path).store.close()
    return path


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(("form", "ending"), PLACES)
def test_no_form_tells_a_word_of_a_confidential_text(
    made: Path, tmp_path: Path, tenun: Terminal, form: str, ending: str
) -> None:
    path = tmp_path / f"out{ending}"
    said = tenun.run("export", made, path, "--as", form, "--without-confidential", "--json")
    assert said.code == 0, said.err
    assert [one["codings"] for one in said.json["left_out"]["sources"]] == [3]
    files = [Path(name) for name in said.json["files"]]
    assert path in files
    assert {one for file in files for one in found_in(file)} == set()
    if form not in ("codebook", "codings", "tidy") and ending != ".qdc":
        assert any("dewan setuju pada hari rabu" in text for _, text in told_in(path))


def test_the_planted_words_are_found_where_nothing_is_left_out(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    for form, ending in PLACES:
        assert tenun.run("export", made, tmp_path / f"{form}{ending}", "--as", form).code == 0
        assert found_in(tmp_path / f"{form}{ending}"), form


def test_a_bundle_is_computed_again(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    assert tenun.run("export", made, tmp_path / "b.zip").code == 0
    said = tenun.run("replicate", tmp_path / "b.zip", "--json")
    assert said.code == 0, said.out
    assert said.json["compared"] > 100
    assert (said.json["differing"], said.json["not_checkable"], said.json["redacted"]) == ([], [], False)
    members = _members(tmp_path / "b.zip")
    assert {"README.md", "BACA-SAYA.md", "codebook/codebook.docx", "results/report-id.pdf"} <= members.keys()
    about = json.loads(members["bundle.json"])
    assert {"python", "tenun", "numpy"} <= about["software"].keys()


def test_the_same_study_gives_the_same_bundle(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    for name in ("a.zip", "b.zip"):
        tenun.run("export", made, tmp_path / name)
    assert _members(tmp_path / "a.zip") == _members(tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_redacted_bundle_gives_the_ranking_of_the_whole_study(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    tenun.run("export", made, tmp_path / "whole.zip")
    tenun.run("export", made, tmp_path / "redacted.zip", "--without-confidential")
    said = tenun.run("replicate", tmp_path / "redacted.zip", "--json").json
    assert (said["holds"], said["redacted"], said["differing"]) == (True, True, [])
    assert said["not_checkable"] == ["counts.words", "ranking.groups[X01].institutions[0]", "ranking.input_hash"]
    whole, redacted = _members(tmp_path / "whole.zip"), _members(tmp_path / "redacted.zip")
    rank, again = (json.loads(one["results/ranking.json"]) for one in (whole, redacted))
    for name in ("motives", "verdict", "by_coder", "fragility", "consensus", "n"):
        assert json.loads(json.dumps(again[name]).replace("X01", KEY)) == rank[name]
    told = json.loads(redacted["bundle.json"])["withheld"]
    assert [(one["key"], one["passages"], one["codings"]) for one in told] == [("X01", 2, 3)]
    assert told[0]["text_sha256"] in redacted["README.md"].decode()


def test_a_changed_coding_is_named(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    tenun.run("export", made, tmp_path / "b.zip")
    members = _members(tmp_path / "b.zip")
    rows = list(csv.reader(io.StringIO(members["study/codings.csv"].decode("utf-8-sig"), newline="")))
    at = rows[0].index("code")
    changed = next(row for row in rows[1:] if row[at] == "MB")
    changed[at] = "MA"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    members["study/codings.csv"] = out.getvalue().encode()
    said = tenun.run("replicate", _packed(tmp_path / "c.zip", members), "--json")
    assert said.code == 1
    assert said.json["changed"] == ["study/codings.csv"]
    differing = {one["figure"]: (one["kept"], one["found"]) for one in said.json["differing"]}
    assert differing["ranking.motives[MB].scores.passages"] == (1, 0)
    shown = tenun.run("replicate", tmp_path / "c.zip")
    assert "ranking.motives[MB].scores.passages" in shown.out.replace("\n", "")
    assert shown.code == 1


def test_a_changed_result_a_missing_and_a_strange_file_are_named(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    tenun.run("export", made, tmp_path / "b.zip")
    members = _members(tmp_path / "b.zip")
    figures = json.loads(members["results/results.json"])
    figures["counts"]["codings"] += 1
    members["results/results.json"] = json.dumps(figures).encode()
    del members["codebook/codebook.qdc"]
    members["strange.txt"] = b"?"
    said = tenun.run("replicate", _packed(tmp_path / "c.zip", members), "--json")
    assert said.code == 1
    assert [one["figure"] for one in said.json["differing"]] == ["counts.codings"]
    assert (said.json["missing"], said.json["added"]) == (["codebook/codebook.qdc"], ["strange.txt"])


def test_a_folder_that_cannot_be_read_is_said_and_not_called_equal(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    tenun.run("export", made, tmp_path / "b.zip")
    members = _members(tmp_path / "b.zip")
    members["study/codings.csv"] = members["study/codings.csv"].replace(b"MB", b"NO-SUCH-CODE")
    said = tenun.run("replicate", _packed(tmp_path / "c.zip", members), "--json")
    assert said.code == 1
    assert said.json["refused"]["code"]
    assert not said.json["holds"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_bundle_is_refused(tmp_path: Path, tenun: Terminal, content: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(content)
    assert tenun.run("replicate", tmp_path / "b.zip").code == 3


def test_the_worked_study_replicates_from_its_folder(worked: Path, tmp_path: Path, tenun: Terminal) -> None:
    tenun.run("export", worked, tmp_path / "b.zip", "--leave-out", "S09")
    said = tenun.run("replicate", tmp_path / "b.zip", "--json")
    assert said.code == 0
    assert said.json["compared"] > 2000
    assert said.json["not_checkable"] == ["counts.words", "ranking.input_hash"]
    kept = _members(tmp_path / "b.zip")
    whole = tenun.run("rank", worked, "--json").json
    motives = json.loads(kept["results/ranking.json"])["motives"]
    assert [(one["id"], one["scores"], one["p_first"]) for one in motives] == [
        (one["id"], one["scores"], one["p_first"]) for one in whole["motives"]
    ]
    again = tmp_path / "again"
    for name, content in kept.items():
        (again / name).parent.mkdir(parents=True, exist_ok=True)
        (again / name).write_bytes(content)
    assert tenun.run("import", tmp_path / "again.tenun", again / "study", "--strict").code == 0


def test_an_unknown_form_and_source_are_refused(made: Path, tmp_path: Path, tenun: Terminal) -> None:
    assert "codebook" in tenun.run("export", made, tmp_path / "a.docx", "--as", "nothing").err
    assert tenun.run("export", made, tmp_path / "a.csv", "--leave-out", "S99").code == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("codebook.docx", "codebook"),
        ("Buku-kode.docx", "codebook"),
        ("appendix.docx", "coded-text"),
        ("my-codebook-of-texts.docx", "coded-text"),
        ("tidy.csv", "tidy"),
        ("out.csv", "codings"),
        ("qualcoder.zip", "qualcoder"),
        ("out.zip", "bundle"),
    ],
)
def test_a_file_called_after_a_form_is_that_form(name: str, form: str) -> None:
    assert form_of(Path(name)).name == form
    assert form_of(Path(f"codings{Path(name).suffix}"), form).name == form


@pytest.mark.parametrize(
    ("language", "chosen", "other"),
    [
        ("en", "Coded texts, ", ".docx can also be: Codebook (--as codebook)"),
        ("id", "Teks berkode, ", ".docx bisa juga: Buku kode (--as codebook)"),
    ],
)
def test_an_export_says_which_form_it_took_and_which_others_the_ending_has(
    made: Path, tmp_path: Path, tenun: Terminal, monkeypatch: pytest.MonkeyPatch, language: str, chosen: str, other: str
) -> None:
    monkeypatch.setattr("tenun.cli.language.language", lambda: language)
    path = tmp_path / "appendix.docx"
    said = tenun.run("export", made, path)
    assert f"appendix.docx: {chosen}" in said.err.replace("\n", "")
    assert other in said.err
    assert other not in tenun.run("export", made, path, "--as", "coded-text").err
    assert tenun.run("export", made, tmp_path / "codebook.docx", "--json").json["form"] == "codebook"
