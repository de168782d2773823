"""What is written as a QualCoder project is read back the same, whatever it holds."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.exchange.projects.foreign import (
    ForeignCase,
    ForeignCode,
    ForeignCoding,
    ForeignMemo,
    ForeignProject,
    ForeignText,
)
from tenun.exchange.projects.qualcoder_file import write_qualcoder
from tenun.exchange.projects.reading import read_project

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]
WORDS = st.text(st.sampled_from("abc é🪁🇮🇩\u0301'\"%;\n—"), max_size=12)
NAMES = st.text(st.sampled_from("abcé🪁 '\"%"), min_size=1, max_size=8).filter(str.strip)
TEXTS = st.text(st.sampled_from("ab cé🪁👩🏽‍🌾🇮🇩\n\n\u0301\u2029\x0b"), min_size=2, max_size=80).filter(str.strip)
CODERS = st.sampled_from(["wayan", "thandi"])


@st.composite
def projects(draw: Draw) -> ForeignProject:  # type: ignore[type-arg]
    """A project with a tree of codes, texts, passages, memos and cases."""
    made = ForeignProject("Tenun", "Title", draw(WORDS))
    names = draw(st.lists(NAMES, unique=True, min_size=1, max_size=6))
    for at, name in enumerate(names):
        above = draw(st.sampled_from([None, *names[:at]]))
        made.codes.append(ForeignCode(name, above, draw(WORDS), ""))
    for name in draw(st.lists(NAMES, unique=True, min_size=1, max_size=3)):
        text = draw(TEXTS)
        made.texts.append(ForeignText(name, text, text.encode(), draw(WORDS)))
    seen = set()
    for _ in range(draw(st.integers(0, 8))):
        place = (*_place(draw, made), draw(st.sampled_from(names)), draw(CODERS))
        if place not in seen:
            seen.add(place)
            made.codings.append(ForeignCoding(*place, draw(WORDS)))
    for place in draw(st.sets(st.builds(lambda: _place(draw, made)), max_size=3)):
        made.memos.append(ForeignMemo("", draw(WORDS), "wayan", *place))
    for title in draw(st.lists(NAMES, unique=True, max_size=3)):
        made.memos.append(ForeignMemo(title, draw(WORDS), draw(CODERS)))
    _cases(draw, made)
    return made


def _place(draw: Draw, made: ForeignProject) -> tuple[int, int, int]:  # type: ignore[type-arg]
    text = draw(st.integers(0, len(made.texts) - 1))
    start = draw(st.integers(0, len(made.texts[text].text) - 1))
    return text, start, draw(st.integers(start + 1, len(made.texts[text].text)))


def _cases(draw: Draw, made: ForeignProject) -> None:  # type: ignore[type-arg]
    values = NAMES.map(str.strip)
    for name in draw(st.lists(NAMES, unique=True, max_size=3)):
        texts = tuple(sorted(draw(st.sets(st.integers(0, len(made.texts) - 1)))))
        known = tuple((key, draw(values)) for key in ("Age", "Umur 🪁") if draw(st.booleans()))
        made.cases.append(ForeignCase(name, draw(WORDS), texts, known))
    for number in range(len(made.texts)):
        made.values += [(number, key, draw(values)) for key in ("Kind", "Tahun") if draw(st.booleans())]


def read_back(project: ForeignProject, folder: Path) -> ForeignProject:
    path = folder / "data.qda"
    path.write_bytes(write_qualcoder(project, "2020-01-31 12:00:00", "wayan"))
    return read_project(path, "Title")


@settings(deadline=None, max_examples=300)
@given(projects())
def test_a_project_comes_back_the_same(project: ForeignProject) -> None:
    with tempfile.TemporaryDirectory() as name:
        found = read_back(project, Path(name))
    assert found.memo == project.memo
    assert found.texts == project.texts
    assert {(c.name, c.parent, c.memo) for c in found.codes} == {(c.name, c.parent, c.memo) for c in project.codes}
    assert sorted(found.codings, key=repr) == sorted(project.codings, key=repr)
    assert sorted(found.memos, key=repr) == sorted(project.memos, key=repr)
    assert [(c.name, c.memo, c.texts, sorted(c.values)) for c in found.cases] == [
        (c.name, c.memo, c.texts, sorted(c.values)) for c in project.cases
    ]
    assert sorted(found.values) == sorted(project.values)
    assert not +found.lost
    assert not +found.replaced


def test_equal_projects_are_equal_bytes() -> None:
    project = ForeignProject("Tenun", "T", texts=[ForeignText("a", "abc", b"")], codes=[ForeignCode("C")])
    one, other = (write_qualcoder(project, "2020-01-31 12:00:00", "wayan") for _ in range(2))
    assert one == other


def test_a_code_that_only_holds_others_is_a_category_and_names_stay_apart(tmp_path: Path) -> None:
    codes = [ForeignCode("M"), ForeignCode("A", "M"), ForeignCode("B", "A"), ForeignCode("C", "B")]
    texts = [ForeignText("same", "abc", b""), ForeignText("same", "def", b"")]
    project = ForeignProject("Tenun", "T", codes=codes, texts=texts, codings=[ForeignCoding(0, 0, 1, "A", "wayan")])
    path = tmp_path / "data.qda"
    path.write_bytes(write_qualcoder(project, "2020-01-31 12:00:00", "wayan"))
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT name FROM code_cat").fetchall() == [("M",)]
        assert file.execute("SELECT name, catid, supercid FROM code_name").fetchall() == [
            ("A", 1, None), ("B", None, 1), ("C", None, 2),
        ]  # fmt: skip
        assert [row[0] for row in file.execute("SELECT name FROM source")] == ["same", "same (2)"]
    file.close()


def test_an_attribute_that_cases_and_files_share_is_two(tmp_path: Path) -> None:
    project = ForeignProject("Tenun", "T", texts=[ForeignText("a", "abc", b"")], values=[(0, "Year", "2019")])
    project.cases = [ForeignCase("one", values=(("Year", "last"),)), ForeignCase("two")]
    path = tmp_path / "data.qda"
    path.write_bytes(write_qualcoder(project, "2020-01-31 12:00:00", "wayan"))
    with sqlite3.connect(path) as file:
        types = file.execute("SELECT name, caseOrFile, valuetype FROM attribute_type").fetchall()
        rows = file.execute("SELECT name, attr_type, value, id FROM attribute").fetchall()
    file.close()
    assert types == [("Year", "case", "character"), ("Year (file)", "file", "numeric")]
    assert rows == [("Year", "case", "last", 1), ("Year", "case", "", 2), ("Year (file)", "file", "2019", 1)]


def test_work_of_a_coder_who_is_hidden_is_left_out_of_the_views_that_the_program_reads(tmp_path: Path) -> None:
    made = ForeignProject("Tenun", "Title", "")
    made.codes.append(ForeignCode("a", None, "", ""))
    made.texts.append(ForeignText("one", "kota mitra", b"kota mitra", ""))
    made.codings += [ForeignCoding(0, 0, 4, "a", "wayan", ""), ForeignCoding(0, 5, 10, "a", "thandi", "")]
    path = tmp_path / "data.qda"
    path.write_bytes(write_qualcoder(made, "2020-01-31 12:00:00", "wayan"))
    file = sqlite3.connect(path)
    assert [row[0] for row in file.execute("SELECT seltext FROM code_text_visible")] == ["kota", "mitra"]
    file.execute("UPDATE coder_names SET visibility = 0 WHERE name = 'thandi'")
    assert [row[0] for row in file.execute("SELECT seltext FROM code_text_visible")] == ["kota"]
    file.close()
