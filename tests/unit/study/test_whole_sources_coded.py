"""Codings of a source as such, in projects of other programs: on a whole picture, or told where there is no extent."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.factories.media import png, wav

from tenun.study.projects.import_project import import_project, study_of_project


def _guid(number: int) -> str:
    return f"00000000-0000-4000-8000-0000000000{number:02}"


def _coding(number: int) -> str:
    code = f'<CodeRef targetGUID="{_guid(2)}"/>'
    return f'<Coding guid="{_guid(number)}" creatingUser="{_guid(1)}">{code}</Coding>'


PROJECT = f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Other">
<Users><User guid="{_guid(1)}" name="ana"/></Users>
<CodeBook><Codes><Code guid="{_guid(2)}" name="Port" isCodable="true"/></Codes></CodeBook>
<Sources>
<PictureSource guid="{_guid(3)}" name="view" path="internal://a.png">{_coding(10)}</PictureSource>
<AudioSource guid="{_guid(4)}" name="speech" path="internal://b.wav">{_coding(11)}</AudioSource>
</Sources></Project>"""


def test_a_coded_picture_is_a_region_and_a_coded_recording_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", PROJECT)
        archive.writestr("Sources/a.png", png(20, 12))
        archive.writestr("Sources/b.wav", wav(2))
    scope = study_of_project(str(tmp_path / "a.tenun"), path, coder="ana")
    report = import_project(scope, path)
    (passage,) = scope.store.rows("passage")
    regions = scope.store.rows("coding")
    scope.store.close()
    assert [passage["region"][edge] for edge in ("x0", "y0", "x1", "y1")] == [0, 0, 20, 12]
    assert [row["passage"] for row in regions] == [passage["guid"]]
    told = [problem for problem in report.problems if problem.code == "refi.whole-without-text"]
    assert [(problem.where, problem.parameters) for problem in told] == [("speech", {"count": 1})]
