"""The answer says what the figures say, and nothing of the case is written into the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories.findings import ADM, BIL, MKT, TC, make_findings, make_study

import tenun.report
from tenun.claims.results import Condition, Verdict
from tenun.report import Findings, build
from tenun.report.tree import Document, Section


def words_of(document: Document, section: str) -> str:
    found = next(one for one in document.sections if one.id == section)
    return " ".join(sentence.text for sentence in replace(document, sections=(found,)).sentences())


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


def with_verdict(findings: Findings, level: str, *leaders: str, rivals: tuple[str, ...] = ()) -> Findings:
    failed = (Condition("fewer-than-ten-witnesses", values=(5,)),) if level == "leads" else ()
    return replace(findings, ranking=replace(findings.ranking, verdict=Verdict(level, leaders, failed, rivals)))


def test_the_first_lines_say_what_counting_shows(findings: Findings) -> None:
    for language, begins in (("en", "Counting shows how widely"), ("id", "Hitungan menunjukkan seberapa luas")):
        assert words_of(build(findings, language), "answer").startswith(begins)


def test_the_worked_study_cannot_tell_market_and_tourism_apart(findings: Findings) -> None:
    answer = words_of(build(findings, "en"), "answer")
    assert "it cannot be told which motive led: International market is the most widely attested" in answer
    assert "by all five witnesses" in answer
    assert "International market: attested by all five" in answer
    assert "cannot be told apart from Tourism and culture" in answer


def test_the_published_first_leads_by_stated_priority_alone(findings: Findings) -> None:
    answer = words_of(build(findings, "en"), "answer")
    assert "comes first by the score stated priority alone" in answer
    assert "rests on Indonesian Journal of International Relations n.d. [9], only in an analyst’s words" in answer
    assert "no second hand (what only an analyst says is dropped)" in answer
    assert "six further independent witnesses would have to name Bilateral relationship of the two states" in answer


def test_the_indonesian_says_the_same(findings: Findings) -> None:
    answer = words_of(build(findings, "id"), "answer")
    assert "kelima sumber mandiri" in answer
    assert "hanya menurut skor prioritas yang dinyatakan" in answer
    assert "tanpa tangan kedua (yang hanya dikatakan penulis atau analis dikeluarkan)" in answer


@pytest.mark.parametrize(("level", "said"), [("foremost", True), ("leads", False), ("not_told_apart", False)])
def test_most_importantly_only_when_foremost(findings: Findings, level: str, said: bool) -> None:
    changed = with_verdict(findings, level, MKT, rivals=(TC,))
    english, indonesian = (words_of(build(changed, language), "answer") for language in ("en", "id"))
    assert ("Most importantly" in english) is said
    assert ("Yang terpenting" in indonesian) is said


def test_a_shared_first_place(findings: Findings) -> None:
    answer = words_of(build(with_verdict(findings, "not_told_apart", MKT, TC, rivals=(ADM,)), "en"), "answer")
    assert "International market and Tourism and culture are attested equally widely" in answer
    assert "Nor can they be told apart from Status of government administration" in answer


def test_too_few_witnesses_are_not_assessed(findings: Findings) -> None:
    few = with_verdict(replace(findings, ranking=replace(findings.ranking, n=3)), "not_assessable", MKT)
    assert "cannot be assessed: three witnesses speak" in words_of(build(few, "en"), "answer")


def test_numbers_switched_off_leave_out_every_probability() -> None:
    quiet = build(make_findings(make_study(numbers=False)), "en")
    told = " ".join(sentence.text for sentence in quiet.sentences())
    assert "P(first)" not in told
    assert "probability" not in told.replace("it is not the probability", "")
    assert not any(getattr(block, "id", "") == "chart-rank-probabilities" for block in quiet.blocks())


def test_the_invented_interview_is_marked_and_set_aside(findings: Findings) -> None:
    document = build(findings, "en")
    assert "is invented, made to try out the method; it counts for nothing" in words_of(document, "answer")
    counted = replace(findings, ranking=replace(findings.ranking, switches=("synthetic",)))
    assert "counted in the figures below" in words_of(build(counted, "en"), "answer")


def test_no_raw_key_stands_in_the_prose(findings: Findings) -> None:
    keys = {source.key for source in findings.sources} | set(findings.codebook) | {g.id for g in findings.groups}
    for language in ("en", "id"):
        for sentence in build(findings, language).sentences():
            bare = {word.strip(".,;:()[]“”") for word in sentence.text.split()}
            assert not bare & keys, sentence.text


def test_not_attested_is_said_and_never_absent(findings: Findings) -> None:
    motives = tuple(
        replace(m, passages=(), opposing_passages=(), witnesses=replace(m.witnesses, supports=(), opposes_only=()))
        if m.id == BIL
        else m
        for m in findings.ranking.motives
    )
    changed = replace(findings, ranking=replace(findings.ranking, motives=motives), published=None, conflicts=())
    changed = replace(changed, confidence=(), limits=())
    assert "Bilateral relationship of the two states: not attested." in words_of(build(changed, "en"), "answer")
    assert "Hubungan bilateral kedua negara: belum didukung sumber." in words_of(build(changed, "id"), "answer")


def test_the_rooms_know_nothing_of_the_worked_case() -> None:
    folder = Path(tenun.report.__file__).parent
    for path in [*folder.rglob("*.py"), *folder.with_name("delivery").rglob("*.py")]:
        text = path.read_text("utf-8")
        code = "\n".join(line for line in text.splitlines() if ">>>" not in line and "    '" not in line)
        for word in ("MOT-", "sister city", "kota kembar", "Western Cape"):
            assert word not in code.replace('anchor("MOT-TC', ""), (path.name, word)


def test_sections_stand_in_the_order_of_a_report(findings: Findings) -> None:
    order = [section.id for section in build(findings, "en").sections]
    assert order == [
        "answer", "question", "method", "sources", "codebook", "agreement", "motives", "ranking", "triangulation",
        "theory", "rivals", "conflicts", "timeline", "map", "limits", "checklists", "references", "audit",
    ]  # fmt: skip


def test_a_study_without_rivals_places_or_facts_leaves_those_sections_out() -> None:
    bare = make_findings(make_study(rivals=(), places=()), facts=(), conflicts=(), theory=())
    order = {section.id for section in build(bare, "en").sections if isinstance(section, Section)}
    assert not order & {"rivals", "map", "timeline", "conflicts", "theory"}
