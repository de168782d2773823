"""Codings on pictures, pages and recordings go out in every form, or are said not to."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.confidential_study import told_in
from tests.factories.seen_and_heard import seen_and_heard

from tenun.coding.places import Region, Times
from tenun.study.code_passage import code_passage
from tenun.study.exporting.copy_without import copy_without
from tenun.study.exporting.exports import FORMS, export
from tenun.study.exporting.replicate_bundle import replicate_bundle
from tenun.study.scope import StudyScope

SHIP = Region(40, 20, 160, 80)


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    made = seen_and_heard(tmp_path)
    code_passage(made, "foto", SHIP, "PORT", said="Quillavorn at the quay")
    code_passage(made, "rapat", Times(200, 900), "COFFEE", said="A greeting")
    code_passage(made, "surat", "Kopi diekspor.", "COFFEE")
    with made.store.command("settings", "ana") as change:
        config = made.store.config()
        decision = {**config["decision"], "date": "2021-06-30"}
        change.set_study(config={**config, "decision": decision, "motives": ["PORT", "COFFEE"]})
    yield made
    made.store.close()


def test_every_form_is_written(scope: StudyScope, tmp_path: Path) -> None:
    for form in FORMS:
        for ending in form.endings:
            made = export(scope, tmp_path / f"{form.name}{ending}", form.name, leave_out=["foto"])
            assert all(path.exists() for path in made.files)
            told = {text for path in made.files for _, text in told_in(path)}
            assert not any("quillavorn" in text for text in told), form.name
    assert replicate_bundle(tmp_path / "bundle.zip").holds


def test_the_tables_say_where_a_region_or_time_is(scope: StudyScope, tmp_path: Path) -> None:
    export(scope, tmp_path / "tidy.csv", "tidy")
    rows = {row["source"]: row for row in json.loads((tmp_path / "tidy.json").read_text("utf-8"))}
    assert rows["foto"]["place"] == SHIP.spelled()
    assert rows["rapat"]["place"] == Times(200, 900).spelled()
    assert (rows["surat"]["place"], type(rows["surat"]["start_cp"])) == ("", int)
    assert rows["foto"]["start_cp"] is None


def test_the_bundle_names_the_figures_that_rest_on_a_picture(scope: StudyScope, tmp_path: Path) -> None:
    export(scope, tmp_path / "bundle.zip")
    with zipfile.ZipFile(tmp_path / "bundle.zip") as archive:
        unchecked = json.loads(archive.read("bundle.json"))["not_checkable"]
    assert "counts.codings" in unchecked
    assert replicate_bundle(tmp_path / "bundle.zip").holds


def test_a_masked_copy_has_no_words_and_no_picture(scope: StudyScope) -> None:
    original = next(
        row["blob"] for row in scope.store.rows("representation") if row["source"] == scope.source_row("foto")["guid"]
    )
    with copy_without(scope, ["foto"], masked=True) as (copy, _):
        (passage,) = [row for row in copy.store.rows("passage") if row["region"] is not None]
        assert (passage["start_cp"], passage["quote"]) == (None, "")
        assert all(row["blob"] != original for row in copy.store.rows("representation"))
