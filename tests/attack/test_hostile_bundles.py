"""A bundle that a stranger hands on is refused or said to differ, and nothing is written where it should not be."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from pathlib import Path

import pytest
from tests.factories.seen_and_heard import seen_and_heard

from tenun.errors import InputRefused
from tenun.study.code_passage import code_passage
from tenun.study.exporting.exports import export
from tenun.study.exporting.replicate_bundle import replicate_bundle

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Members:
    folder = tmp_path_factory.mktemp("bundle")
    scope = seen_and_heard(folder)
    code_passage(scope, "surat", "Kopi diekspor.", "COFFEE")
    with scope.store.command("settings", "ana") as change:
        config = scope.store.config()
        change.set_study(
            config={**config, "decision": {**config["decision"], "date": "2021-06-30"}, "motives": ["PORT"]}
        )
    export(scope, folder / "bundle.zip")
    scope.store.close()
    with zipfile.ZipFile(folder / "bundle.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _written(path: Path, members: Members, *more: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*members.items(), *more):
            archive.writestr(name, content)
    return path


def _link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


def test_the_honest_one_holds(honest: Members, tmp_path: Path) -> None:
    assert replicate_bundle(_written(tmp_path / "a.zip", honest)).holds


@pytest.mark.parametrize(
    ("entry", "content", "code"),
    [
        ("study/../../evil.txt", b"x", "intake.archive-refused"),
        ("/evil.txt", b"x", "intake.archive-refused"),
        ("C:\\evil.txt", b"x", "intake.archive-refused"),
        ("study/STUDY.yaml", b"x", "intake.archive-refused"),
        (_link("study/sources/link.txt"), b"/etc/passwd", "intake.archive-refused"),
        (_link("study/etc"), b"/etc", "intake.archive-refused"),
    ],
)
def test_members_that_do_harm_are_refused(
    honest: Members, tmp_path: Path, entry: zipfile.ZipInfo | str, content: bytes, code: str
) -> None:
    with pytest.raises(InputRefused) as refusal:
        replicate_bundle(_written(tmp_path / "a.zip", honest, (entry, content)))
    assert refusal.value.code == code
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_member_that_unpacks_to_far_more_is_refused(honest: Members, tmp_path: Path) -> None:
    light = {name: content for name, content in honest.items() if len(content) < 20_000}
    with pytest.raises(InputRefused) as refusal:
        replicate_bundle(_written(tmp_path / "a.zip", light, ("study/sources/zeros.txt", bytes(40_000_000))))
    assert refusal.value.code == "intake.archive-too-large"


@pytest.mark.parametrize("name", ["study/codebook.yaml/below", f"study/{'a' * 5_000}"])
def test_names_that_no_folder_can_hold_are_refused(honest: Members, tmp_path: Path, name: str) -> None:
    found = replicate_bundle(_written(tmp_path / "a.zip", honest, (name, b"x")))
    assert found.refused is not None
    assert (found.refused.code, found.holds) == ("intake.archive-refused", False)


@pytest.mark.parametrize(
    "settings",
    [b"sources: /etc\n", b"!!python/object/apply:os.system ['true']\n", b"a: &a [x]\nb: [*a, *a]\n", b"\xff\xfe\x00"],
)
def test_settings_that_do_harm_are_refused(honest: Members, tmp_path: Path, settings: bytes) -> None:
    yaml = honest["study/study.yaml"] if settings.startswith(b"sources") else b""
    kept = b"".join(line for line in yaml.splitlines(keepends=True) if not line.startswith(b"sources"))
    found = replicate_bundle(_written(tmp_path / "a.zip", {**honest, "study/study.yaml": kept + settings}))
    assert found.refused is not None
    assert found.changed == ("study/study.yaml",)


@pytest.mark.parametrize("said", [{"not_checkable": 5}, {"not_checkable": "ab"}, {"version": {}}, {"format": []}])
def test_a_bundle_that_says_nonsense_of_itself_is_refused(
    honest: Members, tmp_path: Path, said: dict[str, object]
) -> None:
    about = json.dumps({**json.loads(honest["bundle.json"]), **said}).encode()
    with pytest.raises(InputRefused):
        replicate_bundle(_written(tmp_path / "a.zip", {**honest, "bundle.json": about}))


@pytest.mark.parametrize("kept", [b"[]", b"[" * 100_000, b'{"a": ' + b"9" * 100_000 + b"}", b"\xff"])
def test_results_that_are_none_are_refused(honest: Members, tmp_path: Path, kept: bytes) -> None:
    with pytest.raises(InputRefused) as refusal:
        replicate_bundle(_written(tmp_path / "a.zip", {**honest, "results/results.json": kept}))
    assert refusal.value.code == "study.no-bundle"


def test_every_cut_is_refused(honest: Members, tmp_path: Path) -> None:
    whole = _written(tmp_path / "whole.zip", honest).read_bytes()
    for part in range(1, 20):
        (tmp_path / "cut.zip").write_bytes(io.BytesIO(whole).read(len(whole) * part // 20))
        with pytest.raises(InputRefused):
            replicate_bundle(tmp_path / "cut.zip")
