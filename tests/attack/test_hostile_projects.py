"""Projects made to harm: bombs, names that lead out, XML with entities, sidecars that lie. Nothing of them comes in."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories import foreign_projects as foreign
from tests.factories.projects import members, write

from tenun.errors import InputRefused
from tenun.study.make_study import make_study
from tenun.study.projects.export_project import export_project
from tenun.study.projects.import_project import bring_project_to, import_project
from tenun.study.scope import StudyScope

QDE = f'<Project xmlns="{foreign.NAMESPACE}" name="x">%s</Project>'


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    """An empty study."""
    made = make_study(str(tmp_path / "study.tenun"), title="Mine", coder="ana")
    with made.store:
        yield made


def _deep(depth: int) -> str:
    code = '<Code guid="a" name="a" isCodable="true">'
    return f"<CodeBook><Codes>{code * depth}{'</Code>' * depth}</Codes></CodeBook>"


HOSTILE: dict[str, dict[str, bytes]] = {
    "entities": {"project.qde": b'<!DOCTYPE p [<!ENTITY a "aaaa">]>' + (QDE % "&a;").encode()},
    "external entity": {
        "project.qde": b'<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + (QDE % "&a;").encode()
    },
    "utf-16 entities": {"project.qde": ('<!DOCTYPE p [<!ENTITY a "a">]>' + QDE % "&a;").encode("utf-16")},
    "too deep": {"project.qde": (QDE % _deep(5000)).encode()},
    "cut off": {"project.qde": QDE.encode()[:40]},
    "no project": {"other.txt": b"x"},
    "another root": {"project.qde": b"<html/>"},
    "leads out": {"project.qde": (QDE % "").encode(), "../outside.txt": b"x"},
    "absolute": {"project.qde": (QDE % "").encode(), "/outside.txt": b"x"},
    "backslash": {"project.qde": (QDE % "").encode(), "..\\outside.txt": b"x"},
    "bomb": {"project.qde": b"<!--" + b" " * (64 << 20) + b"-->" + (QDE % "").encode()},
    "text bomb": {
        "project.qde": (QDE % '<Sources><TextSource guid="a" plainTextPath="internal://a.txt"/></Sources>').encode(),
        "Sources/a.txt": b"a" * (64 << 20),
    },
    "sidecar no JSON": {"project.qde": (QDE % "").encode(), "tenun/study.json": b"{"},
    "sidecar of nothing": {"project.qde": (QDE % "").encode(), "tenun/study.json": b"{}"},
    "sidecar deep": {"project.qde": (QDE % "").encode(), "tenun/study.json": b"[" * 200_000},
    "sidecar wrong": {
        "project.qde": (QDE % "").encode(),
        "tenun/study.json": json.dumps({"format": "tenun-study", "version": 1, "study": 1, "tables": []}).encode(),
    },
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_project_is_refused_and_leaves_nothing(name: str, scope: StudyScope, tmp_path: Path) -> None:
    before = scope.store.dump(), scope.store.revision
    file = write(tmp_path / "a.qdpx", HOSTILE[name])
    there = sorted(tmp_path.rglob("*"))
    with pytest.raises(InputRefused):
        import_project(scope, file)
    assert (scope.store.dump(), scope.store.revision) == before
    with pytest.raises(InputRefused):
        bring_project_to(str(tmp_path / "new.tenun"), file, coder="ana")
    assert sorted(tmp_path.rglob("*")) == there


def test_no_file_of_this_machine_is_read_through_a_path(scope: StudyScope, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    paths = (str(secret), f"internal://{secret}", f"file://{secret}", "internal://../secret.txt", "../secret.txt")
    sources = "".join(
        f'<TextSource guid="{foreign.guid(3, number)}" name="s" plainTextPath="{path}" richTextPath="{path}"/>'
        for number, path in enumerate(paths)
    )
    report = import_project(scope, foreign.project(tmp_path / "a.qdpx", f"<Sources>{sources}</Sources>", {}))
    assert report.added["sources"] == 0
    assert {problem.code for problem in report.problems} >= {"refi.no-text"}
    assert "secret words" not in json.dumps(scope.store.dump())


def test_a_sidecar_whose_rows_do_not_fit_brings_in_nothing(scope: StudyScope, tmp_path: Path) -> None:
    how = foreign.PRODUCERS["taguette"]
    import_project(scope, foreign.coded(tmp_path / "a.qdpx", how, ["Kota kembar."], [[(0, 4)]]))
    export_project(scope, tmp_path / "out.qdpx")
    whole = members(tmp_path / "out.qdpx")
    sidecar = json.loads(whole["tenun/study.json"])
    for table, column, value in (("coding", "weight", "heavy"), ("code", "key", None), ("coder", "guid", "no guid"),
                                 ("source", "title", 7), ("coding", "coder", foreign.guid(77))):  # fmt: skip
        changed = json.loads(json.dumps(sidecar))
        rows = changed["tables"][table]
        rows["rows"][0][rows["columns"].index(column)] = value
        file = write(tmp_path / f"{table}-{column}.qdpx", {**whole, "tenun/study.json": json.dumps(changed).encode()})
        to = tmp_path / "new.tenun"
        try:
            report = bring_project_to(str(to), file, coder="ana")
        except InputRefused:
            assert not to.exists()
        else:
            assert (table, column, report.added["codings"]) == ("coding", "coder", 1)
            to.unlink()


def test_flipped_and_cut_archives_are_refused_or_read(scope: StudyScope, tmp_path: Path) -> None:
    how = foreign.PRODUCERS["nvivo windows"]
    text = "Kota kembar dan kopi."
    content = foreign.coded(tmp_path / "a.qdpx", how, [text], [[(0, 4)]]).read_bytes()
    refused = 0
    for at in range(0, len(content), max(1, len(content) // 40)):
        for changed in (content[:at], content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]):
            file = tmp_path / "b.qdpx"
            file.write_bytes(changed)
            try:
                import_project(scope, file)
            except InputRefused:
                refused += 1
    assert refused > 40
    assert scope.store.verify() == []


def test_two_members_of_one_name_are_refused(scope: StudyScope, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("project.qde", QDE % "")
        archive.writestr("Project.QDE", QDE % "")
    (tmp_path / "a.qdpx").write_bytes(out.getvalue())
    with pytest.raises(InputRefused):
        import_project(scope, tmp_path / "a.qdpx")
