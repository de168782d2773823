"""What stands in the sections beside the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.findings import MKT, TC, make_agreement, make_findings, make_study

from tenun.claims.results import CONDITIONS, LIMITS, REASONS, Condition, Limit, Reason
from tenun.claims.switches import SWITCHES
from tenun.corpus.study import Bilingual
from tenun.report import Findings, build
from tenun.report.tree import Chart, Document, Evidence, Section, Table
from tenun.report.words import WORDS


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


def table(document: Document, key: str) -> Table:
    return next(block for block in document.blocks() if isinstance(block, Table) and block.id == key)


def cells(found: Table, row: int) -> list[str]:
    return [" / ".join(sentence.text for sentence in cell) for cell in found.rows[row].cells]


def section(document: Document, key: str) -> str:
    found = next(block for block in document.blocks() if isinstance(block, Section) and block.id == key)
    return " ".join(sentence.text for sentence in replace(document, sections=(found,)).sentences())


def test_there_are_words_for_every_condition_limit_reason_and_switch() -> None:
    for words in WORDS.values():
        assert {f"condition.{code}" for code in CONDITIONS} <= words.keys()
        assert {f"limit.{code}" for code in LIMITS} <= words.keys()
        assert {f"confidence.{code}" for code in REASONS} <= words.keys()
        assert {f"switch.{name}" for name in SWITCHES} | {f"switch.{name}.meaning" for name in SWITCHES} <= words.keys()


@pytest.mark.parametrize("code", CONDITIONS)
def test_every_condition_of_the_verdict_can_be_said(findings: Findings, code: str) -> None:
    group = findings.groups[0].id
    failed = Condition(code, (MKT,), (group,), (0.4,), ("any-time",), ("A", "both"))
    verdict = replace(findings.ranking.verdict, failed_conditions=(failed,))
    told = section(build(replace(findings, ranking=replace(findings.ranking, verdict=verdict)), "id"), "verdict")
    assert "belum terpenuhi" in told


@pytest.mark.parametrize("code", LIMITS)
def test_every_limit_can_be_said(findings: Findings, code: str) -> None:
    values = {"n": 2, "motives": (MKT, TC), "coders": ("A", "B"), "interviews": 1, "needed": 6,
              "items": (Bilingual("minutes", "notulen"),)}  # fmt: skip
    for sources in ((), ("S05", "S06")):
        changed = replace(findings, limits=(Limit(code, values, sources=sources),), not_found=())
        assert len(section(build(changed, "en"), "limits")) > 80


def test_the_agreement_of_one_person_is_called_intra_coder(findings: Findings) -> None:
    assert "intra-coder" in section(build(findings, "en"), "agreement")
    assert "intra-pengode" in section(build(findings, "id"), "agreement")
    two = replace(findings, agreement=make_agreement(intra=False))
    assert "intra-coder" not in section(build(two, "en"), "agreement")


def test_agreement_that_has_no_value_gives_its_reason(findings: Findings) -> None:
    none = replace(findings, agreement=None, agreement_reason=Reason("analysis.one-coder", {"coders": 1}))
    assert "this study has 1" in section(build(none, "en"), "agreement")
    undefined = cells(table(build(findings, "en"), "table-agreement-motives"), 4)
    assert undefined[1] == "undefined"


def test_probabilities_are_in_words_below_ten_witnesses_and_digits_above(findings: Findings) -> None:
    assert cells(table(build(findings, "en"), "table-chance"), 0)[1] == "about one in two"
    assert cells(table(build(findings, "id"), "table-chance"), 0)[1] == "sekitar satu dari dua"
    many = replace(findings, ranking=replace(findings.ranking, n=12))
    assert cells(table(build(many, "en"), "table-chance"), 0)[1] == ".47"
    assert cells(table(build(many, "id"), "table-chance"), 0)[1] == "0,47"


def test_the_failures_of_the_simulation_stand_beside_p_first(findings: Findings) -> None:
    told = section(build(findings, "en"), "chance")
    assert "not the probability that it moved the decision" in told
    assert "right 61% to 68% of the time" in told
    assert "right 58% of the time" in told


def test_p_first_without_a_value_gives_its_reason(findings: Findings) -> None:
    ranking = replace(
        findings.ranking,
        not_computable={"p_first": "analysis.too-few-witnesses"},
        not_computable_values={"p_first": {"n": 3}},
    )
    document = build(replace(findings, ranking=ranking), "en")
    assert "from 3 independent witnesses" in section(document, "chance")
    assert not [block for block in document.blocks() if isinstance(block, Chart) and "probabilities" in block.id]


def test_quotes_carry_language_place_coders_voice_and_translation(findings: Findings) -> None:
    document = build(findings, "en")
    evidence = next(b for b in document.blocks() if isinstance(b, Evidence) and b.id == "motive-mot-mkt-supporting")
    quote = next(one for one in evidence.quotes if one.translation)
    assert quote.language == "id"
    assert "".join(run.text for run in quote.place) == "JPNN.com 2019 [7], paragraph 2"
    assert (quote.translation_language, quote.translation_note) == ("en", "translation: the researcher")
    assert "(B)" in "".join(run.text for run in quote.coded)
    assert "reported" in "".join(run.text for run in quote.coded)


def test_only_a_translation_into_the_readers_language_is_shown(findings: Findings) -> None:
    def translated(language: str) -> int:
        evidence = [block for block in build(findings, language).blocks() if isinstance(block, Evidence)]
        return sum(bool(quote.translation) for block in evidence for quote in block.quotes)

    assert translated("en") > translated("id") == 0


def test_a_passage_of_an_interview_is_placed_by_speaker_time_and_question(findings: Findings) -> None:
    conflict = findings.conflicts[0]
    spoken = next(guid for guid, view in findings.passages.items() if view.source == "INT")
    side = replace(conflict.sides[0], passages=(spoken,), sources=("INT",))
    changed = replace(findings, conflicts=(replace(conflict, sides=(side,)),))
    quotes = [b for b in build(changed, "en").blocks() if isinstance(b, Evidence) and b.id == "conflict-c1"]
    assert "".join(run.text for run in quotes[0].quotes[0].place).endswith(", Narasumber, 6:39, question Q06")


def test_appraisals_name_other_sources_by_number(findings: Findings) -> None:
    why = cells(table(build(findings, "en"), "table-sources"), 1)[3]
    assert why == "National news agency quoting the city spokesman by name / Visit confirmed by [1] and [3]"


def test_checklists_show_blanks_and_take_the_researchers_words(findings: Findings) -> None:
    found = table(build(findings, "id"), "table-coreq")
    assert cells(found, 1) == ["1", "Siapa yang mewawancarai", "belum diisi"]
    assert len([row for row in found.rows if not row.header]) == 32
    assert len(table(build(findings, "en"), "table-srqr").rows) == 21
    told = make_study(extra={"coreq": {1: {"en": "The author", "id": "Penulis"}}})
    assert cells(table(build(replace(findings, study=told), "id"), "table-coreq"), 1)[2] == "Penulis"


def test_the_switch_table_begins_with_the_studys_own_rules(findings: Findings) -> None:
    found = table(build(findings, "en"), "table-switches")
    assert len(found.rows) == len(SWITCHES) + 1
    assert cells(found, 0)[:4] == ["The study’s own rules / No switch on", "5", "5", "4"]
    highest = found.rows[0].cells[2][0].runs[0]
    assert (highest.text, highest.kind) == ("5", "strong")
    assert cells(found, 0)[-1] == "0 / Put first"
    no_second_hand = next(row for row in range(1, len(found.rows)) if "No second hand" in cells(found, row)[0])
    assert "Put first" not in " ".join(cells(found, no_second_hand))


def test_rules_that_changed_are_listed(findings: Findings) -> None:
    assert "changed one time since" in section(build(findings, "en"), "method")
    history = table(build(findings, "en"), "table-rule-history")
    assert cells(history, 1) == ["24 November 2026", "77ab77ab77ab", "weight of letter C lowered to .5"]


def test_dates_are_written_out_in_each_language(findings: Findings) -> None:
    english, indonesian = (table(build(findings, language), "table-timeline") for language in ("en", "id"))
    assert [cells(english, row)[1] for row in (2, 4)] == ["on or before March 2019", "2020–2022"]
    assert [cells(indonesian, row)[1] for row in (0, 2)] == ["12 Agustus 1994", "paling lambat Maret 2019"]


def test_the_distance_is_the_great_circle(findings: Findings) -> None:
    assert "9,748 km apart" in section(build(findings, "en"), "map")
    assert "9.748 km" in section(build(findings, "id"), "map")
