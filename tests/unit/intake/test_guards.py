"""Guards: each refuses what it is for."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest

from tenun.errors import InputRefused
from tenun.intake.guard import zip_archive
from tenun.intake.guard.paths import inside
from tenun.intake.guard.size import read_within
from tenun.intake.guard.yaml_text import load_yaml
from tenun.intake.guard.zip_archive import check_archive


def _archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_an_ordinary_archive_passes() -> None:
    check_archive(_archive({"a.xml": b"<?xml version='1.0'?><a/>", "b.bin": bytes(range(256))}), "a")


def test_a_bomb_is_refused_before_it_is_unpacked_whole() -> None:
    with pytest.raises(InputRefused) as refused:
        check_archive(_archive({"a.xml": b"\x00" * (64 * 1024 * 1024)}), "a")
    assert refused.value.code == "intake.archive-too-large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("at", [64, zip_archive._PIECE - 4])
def test_a_document_type_is_refused_in_any_encoding_and_across_pieces(encoding: str, at: int) -> None:
    space = " ".encode("utf-8" if encoding == "utf-8" else "utf-16-le")
    head = "<?xml?>".encode(encoding)
    spaces = (at - len(head)) // len(space)
    text = "<?xml?>" + " " * spaces + "<!doctype a><a/>"
    with pytest.raises(InputRefused) as refused:
        check_archive(_archive({"a.xml": text.encode(encoding)}), "a")
    assert refused.value.code == "intake.archive-refused"


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MOST_MEMBERS", 2)
    with pytest.raises(InputRefused) as refused:
        check_archive(_archive({"a": b"", "b": b"", "c": b""}), "a")
    assert refused.value.code == "intake.archive-refused"


def test_a_damaged_member_is_refused() -> None:
    content = bytearray(_archive({"a.xml": random.Random(1).randbytes(4000)}))
    content[200] ^= 0xFF
    with pytest.raises(InputRefused) as refused:
        check_archive(bytes(content), "a")
    assert refused.value.code == "intake.archive-broken"


@pytest.mark.parametrize(
    "path", ["", " ", "..", "../a", "a/../../b", "/a", "\\a", "C:a", "c:\\a", "\\\\host\\share", "a\x00b"]
)
def test_paths_that_lead_out_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(InputRefused) as refused:
        inside(tmp_path, path)
    assert refused.value.code == "intake.path-outside"


def test_paths_that_stay_are_followed(tmp_path: Path) -> None:
    assert inside(tmp_path, "a\\b/./c.md") == (tmp_path / "a" / "b" / "c.md").resolve()
    assert inside(tmp_path, "a/../b") == (tmp_path / "b").resolve()


def test_links_out_are_refused_and_links_within_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "a.md").write_text("x", "utf-8")
    (folder / "out").symlink_to(tmp_path)
    (folder / "in.md").symlink_to(folder / "a.md")
    assert inside(folder, "in.md") == (folder / "a.md").resolve()
    with pytest.raises(InputRefused):
        inside(folder, "out/other.md")


def test_only_ordinary_files_within_the_budget_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x" * 11)
    assert read_within(file, 11) == b"x" * 11
    os.mkfifo(tmp_path / "pipe")
    for path, most, code in (
        (file, 10, "intake.too-many-bytes"),
        (tmp_path, 10, "intake.not-a-file"),
        (tmp_path / "pipe", 10, "intake.not-a-file"),
        (tmp_path / "none", 10, "intake.file-missing"),
    ):
        with pytest.raises(InputRefused) as refused:
            read_within(path, most)
        assert refused.value.code == code


def test_yaml_is_plain_data() -> None:
    text = "a: 2019-11-27\nb: no\nc: 007\nd: -8.65\ne:\nf: [1, true, ~]\ng: 12:30\nh: 1_000\ni: 'x'"
    assert load_yaml(text) == {
        "a": "2019-11-27", "b": "no", "c": "007", "d": -8.65, "e": None, "f": [1, True, None], "g": "12:30",
        "h": "1_000", "i": "x",
    }  # fmt: skip


def test_a_billion_laughs_are_refused_at_once() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
    with pytest.raises(InputRefused) as refused:
        load_yaml("\n".join(lines), "study.yaml")
    assert (refused.value.code, refused.value.where) == ("intake.yaml-alias", "study.yaml")
