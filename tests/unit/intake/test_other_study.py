"""Another study with a framework of its own: what is right comes in, each fault is told row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.other_study import clean_study, faulty_study

from tenun.errors import InputRefused
from tenun.intake import StudyFolder, read_study_folder


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return clean_study(tmp_path / "clean")


def _told(study: StudyFolder) -> list[tuple[str, str, str | None]]:
    return [(problem.code.partition(".")[2], problem.where, problem.nearest) for problem in study.problems]


def _with_setting(folder: Path, old: str, new: str) -> Path:
    settings = folder / "study.yaml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), "utf-8")
    return folder


def test_the_clean_study_has_no_problem(clean: Path) -> None:
    study = read_study_folder(clean)
    assert study.problems == ()
    assert study.config.motives == ("SAFE", "DUTY", "MONEY", "TRUST")
    assert study.config.motive_root is None
    assert (study.config.own_side.en, study.config.case) == ("River council of Lower Marlow", None)
    assert len(study.codings) == 12
    assert len(study.uncoded) == 1
    assert study.codebook["SAFE"].include == ("warning time", "rescue")
    assert study.codebook["SAFE"].attributes == {"layer": "social"}
    assert study.codebook.path("SAFE-NIGHT") == ["SAFE-NIGHT", "SAFE"]


def test_the_metadata_table_beats_front_matter_cell_by_cell(clean: Path) -> None:
    sources = {found.source.key: found.source for found in read_study_folder(clean).sources}
    assert set(sources) == {"MIN", "ACT", "GAZ", "RADIO", "RES"}
    assert sources["MIN"].kind == "official"
    assert sources["MIN"].title == "Minutes of the 41st sitting"
    assert sources["GAZ"].origins == ("MIN",)
    assert sources["GAZ"].origin_note == "reports the same sitting"
    assert sources["RADIO"].published == "2021-05"
    assert sources["ACT"].appraisal is not None
    assert sources["ACT"].appraisal.reliability == "A"


def test_semicolons_part_columns_bars_part_codes_and_files_stand_for_keys(clean: Path) -> None:
    study = read_study_folder(clean)
    keys = {found.source.representation: found.source.key for found in study.sources}
    rows = [(keys[made.passage.representation], made.code, made.coder) for made in study.codings]
    assert ("RES", "SAFE", "Ada") in rows
    assert ("RES", "TRUST", "Ada") in rows
    assert ("RADIO", "SAFE-NIGHT", "Ben") in rows


def test_each_fault_is_told_with_the_nearest_match_and_the_rest_comes_in(tmp_path: Path) -> None:
    study = read_study_folder(faulty_study(tmp_path / "faulty"))
    table = "tables/codings.csv"
    assert _told(study) == [
        ("not-text", "texts/scan.txt", None),
        ("quote-missing", f"{table}:3", "people must be warned while they sleep"),
        ("quote-not-unique", f"{table}:4", "the treasurer"),
        ("unknown-code", f"{table}:5", "SAFE"),
        ("unknown-token", f"{table}:6", "supports"),
        ("unknown-source", f"{table}:7", "radio.txt"),
        ("quote-elsewhere", f"{table}:9", "RES"),
        ("quote-spacing", f"{table}:10", None),
        ("source-left-out", "scan.txt", None),
    ]
    assert [coding.memo for coding in study.codings] == ["good", "good", "spaces differ"]
    assert {found.source.key for found in study.sources} == {"MIN", "ACT", "GAZ", "RADIO", "RES"}
    assert len(study.errors) == 8
    assert all(problem.text("en") and problem.text("id") for problem in study.problems)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("minutes.md,,poem,,,,,,,,,,", "intake.bad-token"),
        ("minutes.md,,official,,,,2021-02-30,,,,,,", "intake.bad-date"),
        ("minutes.md,,official,,,,,,,G,,,", "intake.bad-token"),
        ("minutes.md,,official,,,,,,,A,7,,", "intake.bad-token"),
        ("minutes.md,,official,,,,,,,,,,perhaps", "intake.bad-token"),
        ("minutes.md,ACT,official,,,,,,,,,,", "intake.key-twice"),
    ],
)
def test_a_source_with_wrong_metadata_stays_out_with_its_rows(clean: Path, row: str, code: str) -> None:
    table = clean / "tables" / "metadata.csv"
    lines = table.read_text("utf-8").splitlines()
    table.write_text("\n".join([lines[0], row, *lines[2:]]), "utf-8")
    study = read_study_folder(clean)
    assert code in [problem.code for problem in study.errors]
    assert len(study.sources) == 4
    assert "coding.source-left-out" in [problem.code for problem in study.errors]


def test_odd_rows_and_columns_of_the_metadata_table_are_warned_of(clean: Path) -> None:
    table = clean / "tables" / "metadata.csv"
    text = table.read_text("utf-8").replace("publisher", "publishr", 1).replace("derived_from", "mood", 1)
    table.write_text(text + "minutes.md,,law\nminuts.md,,law\n", "utf-8")
    told = _told(read_study_folder(clean))
    assert ("metadata-column", "tables/metadata.csv:1", "publisher") in told
    assert ("metadata-twice", "tables/metadata.csv:6", None) in told
    assert ("metadata-no-source", "tables/metadata.csv:7", "minutes.md") in told
    assert len(told) == 3


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: marlow-flood-sirens", "id: ../etc", "intake.bad-id"),
        ("id: marlow-flood-sirens\n", "", "intake.setting-missing"),
        ("date: 2021-06-10", "date: 2021-06", "intake.decision-date"),
        ("date: 2021-06-10", "date: 2021-02-30", "intake.decision-date"),
        ("{codes: [SAFE, DUTY, MONEY, TRUST]}", "{root: SAVE}", "intake.unknown-code"),
        ("{codes: [SAFE, DUTY, MONEY, TRUST]}", "{root: DUTY}", "intake.root-without-children"),
        ("{codes: [SAFE, DUTY, MONEY, TRUST]}", "{root: SAFE, codes: [DUTY]}", "intake.setting-no-form"),
        ("{codes: [SAFE, DUTY, MONEY, TRUST]}", "{codes: [DUTY, DUTY]}", "intake.motive-twice"),
        ("{codes: [SAFE, DUTY, MONEY, TRUST]}", "[SAFE]", "intake.setting-no-mapping"),
        ("rivals: [VENDOR]", "rivals: [VENDORS]", "intake.unknown-code"),
        ("rivals: [VENDOR]", "same_person: [Ada]", "intake.setting-no-form"),
        ("rivals: [VENDOR]", "letter_weights: {Z: 1}", "intake.setting-no-one-of"),
        ("rivals: [VENDOR]", "letter_weights: {A: heavy}", "intake.setting-no-number"),
        ("rivals: [VENDOR]", "unjudged_weight: 2", "intake.setting-no-number"),
        ("rivals: [VENDOR]", "numbers: maybe", "intake.setting-no-flag"),
        ("rivals: [VENDOR]", "coverage: some", "intake.setting-no-one-of"),
        ("rivals: [VENDOR]", "origin_kinds: {PR: leaflet}", "intake.setting-no-one-of"),
        ("rivals: [VENDOR]", "places: [{label_en: X, latitude: 95, longitude: 0}]", "intake.setting-no-number"),
        ("rivals: [VENDOR]", "published_ranking: {label_en: X, order: []}", "intake.setting-no-form"),
        ("defaults: {actor: own}", "defaults: {actor: mine}", "coding.unknown-token"),
        ("defaults: {actor: own}", "defaults: {mood: own}", "coding.unknown-facet"),
        ("codebook: tables/codebook.csv", "codebook: ../codebook.csv", "intake.path-outside"),
        ("codebook: tables/codebook.csv", "codebook: /etc/passwd.csv", "intake.path-outside"),
        ("codebook: tables/codebook.csv", "codebook: C:\\codebook.csv", "intake.path-outside"),
        ("codebook: tables/codebook.csv", "codebook: tables/none.csv", "intake.file-missing"),
        ("codebook: tables/codebook.csv", "codebook: south-south", "coding.no-framework"),
        ("[tables/codings.csv]", "[../codings.csv]", "intake.path-outside"),
        ("[texts/*.md, texts/*.txt]", "['../*.md']", "intake.path-outside"),
        ("[texts/*.md, texts/*.txt]", "[/tmp]", "intake.path-outside"),
        ("[texts/*.md, texts/*.txt]", "{a: b}", "intake.setting-no-list"),
    ],
)
def test_what_the_whole_rests_on_is_refused(clean: Path, old: str, new: str, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_study_folder(_with_setting(clean, old, new))
    assert refused.value.code == code
    assert refused.value.where
    assert refused.value.text("en")
    assert refused.value.text("id")


def test_a_codebook_that_runs_in_a_circle_is_refused_with_its_file(clean: Path) -> None:
    table = clean / "tables" / "codebook.csv"
    table.write_text(table.read_text("utf-8").replace("SAFE,,Safety", "SAFE,SAFE-NIGHT,Safety"), "utf-8")
    with pytest.raises(InputRefused) as refused:
        read_study_folder(clean)
    assert (refused.value.code, refused.value.where) == ("coding.codebook-cycle", "tables/codebook.csv")


def test_a_folder_without_settings_and_settings_that_are_no_mapping_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        read_study_folder(tmp_path)
    assert refused.value.code == "intake.no-study-yaml"
    (tmp_path / "study.yaml").write_text("- just a list", "utf-8")
    with pytest.raises(InputRefused) as refused:
        read_study_folder(tmp_path)
    assert refused.value.code == "intake.front-matter-no-mapping"


def test_an_unknown_setting_is_warned_of_with_the_nearest(clean: Path) -> None:
    study = read_study_folder(_with_setting(clean, "rivals: [VENDOR]", "rivalls: [VENDOR]"))
    assert _told(study) == [("unknown-setting", "study.yaml", "rivals")]


def test_a_link_that_leads_out_stays_out(clean: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the study", "utf-8")
    (clean / "texts" / "secret.txt").symlink_to(secret)
    study = read_study_folder(clean)
    assert _told(study) == [("path-outside", "texts/secret.txt", None)]
    assert len(study.sources) == 5


def test_a_table_that_cannot_be_read_leaves_the_others(clean: Path) -> None:
    folder = _with_setting(clean, "[tables/codings.csv]", "[tables/codings.csv, tables/more.csv]")
    (folder / "tables" / "more.csv").write_text("file;words\nminutes.md;Nobody\n", "utf-8")
    study = read_study_folder(folder)
    assert _told(study) == [("columns-missing", "tables/more.csv", None)]
    assert len(study.codings) == 12


def test_settings_that_speak_of_what_is_not_there_are_warned_of(clean: Path) -> None:
    more = "same_person: [[Ada, Bem]]\ncase: marlow\npublished_ranking: {label_en: P, source: GAX, order: [SAFE]}\n"
    table = clean / "tables" / "codings.csv"
    table.write_text("source,quote,code,coder,case\nACT,by means,DUTY,Ada,marlov\n", "utf-8")
    told = _told(read_study_folder(_with_setting(clean, "rivals: [VENDOR]", more)))
    assert ("same-person-unknown", "study.yaml: same_person", None) in told
    assert ("case-unused", "study.yaml: case", "marlov") in told
    assert ("published-source-unknown", "study.yaml: published_ranking", "GAZ") in told
    assert ("case-like", "", "marlow") in told
    assert ("default-taken", "tables/codings.csv", None) in told


def test_an_origin_spelt_almost_like_a_source_is_warned_of(clean: Path) -> None:
    table = clean / "tables" / "metadata.csv"
    table.write_text(table.read_text("utf-8").replace("MIN: reports", "min: reports"), "utf-8")
    assert _told(read_study_folder(clean)) == [("origin-like-key", "texts/gazette.txt", "MIN")]


def test_the_smallest_study_works(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kota kita memilih kota itu karena dekat.", "utf-8")
    (tmp_path / "codings.csv").write_text(
        "source,quote,code,actor,basis,polarity,time\na,karena dekat,IDP-SIM,,,,\n", "utf-8"
    )
    (tmp_path / "study.yaml").write_text(
        "id: small\ndecision: {label: Setuju, date: 2020-01-31}\nmotives: {root: MOT}\nsources: .\n"
        "codebook: south-south-sister-city\ncodings: codings.csv\n",
        "utf-8",
    )
    study = read_study_folder(tmp_path)
    assert [coding.coder for coding in study.codings] == ["codings"]
    assert [problem.code for problem in study.problems] == ["intake.kind-missing", "coding.coder-unnamed"]
    assert [found.source.kind for found in study.sources] == ["report"]
    assert study.config.title.en == "small"
    assert study.codings[0].facets.actor == "own"


def test_nothing_of_a_document_gets_into_messages(tmp_path: Path) -> None:
    study = read_study_folder(faulty_study(tmp_path / "faulty"))
    assert not any(
        "sleep" in problem.text(language) + problem.hint(language)
        for problem in study.problems
        for language in ("en", "id")
    )
