"""Facts, conflicts, clues and translations: what is cited is found, what is wrong is told and the rest stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.other_study import clean_study

from tenun.errors import InputRefused
from tenun.intake import StudyFolder, read_study_folder

FACTS = """
events:
  - {id: e1, date: 2020-12, what_en: Flood, sources: [RES, NONE], quotes: [{source: MIN, quote: last winter}]}
  - {date: 2021/2022, precision: about, what_en: Sirens go up}
  - {date: 31 May, what_en: Undated}
  - {date: 2021, precision: roughly, what_en: Badly dated}
conflicts:
  - id: c1
    about_en: Who asked
    sides:
      - {text_en: The warden, quotes: [{source: RADIO, quote: we had asked for sirens}], urls: [https://example.org]}
      - {text_en: The firm, quotes: [{source: RADIO, quote: They came in a van}]}
not_found: [{what_en: the bill}]
ledger:
  - {hypothesis: SAFE, text_en: Sirens at night, p_if_true: .8, p_if_false: 0.2, reason: They ring at night., group: g1,
     quotes: [{source: RADIO, quote: Phones are off at night.}]}
  - {hypothesis: SAVE, text_en: Typo, p_if_true: 0.8, p_if_false: 0.2, reason: x}
"""


def _study(to: Path, facts: str = FACTS, more: str = "") -> StudyFolder:
    folder = clean_study(to / "study")
    (folder / "facts.yaml").write_text(facts, "utf-8")
    with (folder / "study.yaml").open("a", encoding="utf-8") as settings:
        settings.write("facts: facts.yaml\n" + more)
    return read_study_folder(folder)


def test_what_is_in_order_comes_in(tmp_path: Path) -> None:
    study = _study(tmp_path)
    first, second = study.events
    assert (first.key, first.date, first.what.en, first.sources) == ("e1", "2020-12", "Flood", ("RES", "MIN"))
    assert (second.key, second.date, second.precision) == ("e02", "2021/2022", "about")
    (conflict,) = study.conflicts
    assert [(side.sources, len(side.passages)) for side in conflict.sides] == [(("RADIO",), 1), ((), 0)]
    assert conflict.sides[0].urls == ("https://example.org",)
    assert study.not_found[0].en == "the bill"
    (clue,) = study.ledger
    assert (clue.hypothesis, clue.p_if_true, clue.group, clue.sources) == ("SAFE", 0.8, "g1", ("RADIO",))
    cited = {guid for made in (first, clue, *conflict.sides) for guid in made.passages}
    assert {passage.guid for passage in study.passages} == cited


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    assert [(problem.code, problem.where) for problem in _study(tmp_path).problems] == [
        ("coding.unknown-source", "facts.yaml: events: e1"),
        ("intake.bad-date", "facts.yaml: events: 3"),
        ("intake.bad-date", "facts.yaml: events: 4"),
        ("coding.quote-missing", "facts.yaml: conflicts: c1: sides: 2"),
        ("coding.unknown-code", "facts.yaml: ledger: 2"),
    ]


def test_a_passage_that_is_also_coded_has_one_guid(tmp_path: Path) -> None:
    study = _study(tmp_path)
    coded = {coding.passage.guid for coding in study.codings if coding.passage.quote == "Phones are off at night."}
    assert coded == set(study.ledger[0].passages)


@pytest.mark.parametrize("bad", ["1.5", "0", "often"])
def test_a_probability_out_of_bounds_is_refused(tmp_path: Path, bad: str) -> None:
    with pytest.raises(InputRefused) as refused:
        _study(tmp_path, FACTS.replace("p_if_true: .8", f"p_if_true: {bad}"))
    assert refused.value.code == "intake.setting-no-number"


def test_lists_may_stand_in_the_settings_or_in_files_of_their_own(tmp_path: Path) -> None:
    more = "not_found: [{what_en: the receipt}]\nconflicts: more.yaml\n"
    (tmp_path / "study").parent.mkdir(exist_ok=True)
    folder = clean_study(tmp_path / "study")
    (folder / "more.yaml").write_text("conflicts: [{about_en: When, sides: []}]", "utf-8")
    with (folder / "study.yaml").open("a", encoding="utf-8") as settings:
        settings.write(more)
    study = read_study_folder(folder)
    assert [words.en for words in study.not_found] == ["the receipt"]
    assert [record.about.en for record in study.conflicts] == ["When"]


def test_facts_that_are_no_list_of_mappings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        _study(tmp_path, "events: [2020-12]")
    assert refused.value.code == "intake.list-of-mappings"


def test_translations_of_quotes_come_in(tmp_path: Path) -> None:
    folder = clean_study(tmp_path / "study")
    (folder / "tables" / "words.csv").write_text(
        "source,quote,language,translation,translator,status\n"
        "RADIO,Phones are off at night.,id,Telepon mati pada malam hari.,Ada,checked\n"
        "RADIO,Phones are on.,id,Telepon menyala.,Ada,checked\n"
        "RADIO,A siren is not.,id,Sirene tidak.,Ada,perfect\n",
        "utf-8",
    )
    with (folder / "study.yaml").open("a", encoding="utf-8") as settings:
        settings.write("translations: tables/words.csv\n")
    study = read_study_folder(folder)
    (found,) = study.translations
    assert (found.words, found.language, found.status) == ("Telepon mati pada malam hari.", "id", "checked")
    assert found.passage.quote == "Phones are off at night."
    assert [(problem.code, problem.where) for problem in study.problems] == [
        ("coding.quote-missing", "tables/words.csv:3"),
        ("intake.bad-token", "tables/words.csv:4"),
    ]
