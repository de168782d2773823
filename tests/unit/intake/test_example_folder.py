"""The worked study comes in whole, with nothing wrong, and with the counts it was made with."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest

from tenun.intake import StudyFolder, read_study_folder

EXAMPLE = Path(__file__).parents[3] / "examples" / "denpasar-mossel-bay"


@pytest.fixture(scope="module")
def study() -> StudyFolder:
    return read_study_folder(EXAMPLE)


def test_nothing_is_wrong(study: StudyFolder) -> None:
    assert study.problems == ()


def test_sources_and_their_appraisal(study: StudyFolder) -> None:
    pages = [found.source for found in study.sources if not found.source.synthetic]
    assert len(study.sources) == 33
    assert Counter(source.language for source in pages) == {"id": 17, "en": 15}
    assert Counter(source.kind for source in pages) == {
        "news": 17, "official": 4, "report": 3, "book": 1, "abstract": 3, "journal": 3, "law": 1,
    }  # fmt: skip
    judged = [source.appraisal for source in pages if source.appraisal]
    assert Counter(appraisal.reliability for appraisal in judged) == {"A": 4, "B": 18, "C": 8, "D": 1, "E": 1}
    assert Counter(appraisal.credibility for appraisal in judged) == {1: 1, 2: 20, 3: 9, 4: 1, 6: 1}
    assert all(appraisal.reliability_why and appraisal.credibility_why for appraisal in judged)
    assert all(found.content.decode().endswith(found.reading.text) for found in study.sources)


def test_codings_of_both_coders(study: StudyFolder) -> None:
    assert Counter(coding.coder for coding in study.codings) == {"A": 150, "B": 188}
    assert Counter(left.coder for left in study.uncoded) == {"A": 47, "B": 11}
    for coder, cases in (("A", (105, 51, 11)), ("B", (109, 50, 8))):
        rows = [made for made in (*study.codings, *study.uncoded) if made.coder == coder]
        case_of = {made.passage.guid: made.facets.case for made in rows}
        assert len(case_of) == 167
        assert Counter(case_of.values()) == dict(zip(("mossel-bay", "general", "other-partner"), cases, strict=True))
    codes = Counter((coding.code, coding.coder) for coding in study.codings)
    assert (codes["SSC-KNOW", "A"], codes["SSC-KNOW", "B"], codes["DET-CENTRE", "B"]) == (11, 10, 14)
    first = [coding for coding in study.codings if coding.facets.priority == "first"]
    assert {coding.code for coding in first} >= {"MOT-BIL"}
    assert all(coding.facets.voice is None for coding in study.codings)
    assert all(left.reason for left in study.uncoded if left.coder == "A")


def test_every_quote_stands_in_its_text(study: StudyFolder) -> None:
    texts = {found.source.representation: found.reading.text for found in study.sources}
    passages = [made.passage for made in (*study.codings, *study.uncoded)] + list(study.passages)
    for passage in passages:
        text = texts[passage.representation]
        assert passage.span.of(text) == passage.quote
        assert text.count(passage.quote) == 1


def test_one_press_release_is_one_origin(study: StudyFolder) -> None:
    origins = {found.source.key: found.source.origins for found in study.sources}
    assert origins["S09"] == origins["S10"] == origins["S11"] == ("PR-DPS-2019-12",)
    assert origins["S22"] == origins["S23"]
    assert origins["S06"] == ("S05",)


def test_the_invented_interview_is_marked(study: StudyFolder) -> None:
    (invented,) = [found.source for found in study.sources if found.source.synthetic]
    assert invented.kind == "interview"
    assert "REKAAN" in invented.notes["warning"]


def test_settings(study: StudyFolder) -> None:
    config = study.config
    assert config.motives == ("MOT-MKT", "MOT-TC", "MOT-IDP", "MOT-ADM", "MOT-BIL")
    assert config.motive_root == "MOT"
    assert config.published_ranking is not None
    assert config.published_ranking.order[0] == ("MOT-BIL",)
    assert config.same_person == (("A", "B"),)
    speakers = {found.source.institution for found in study.sources if found.source.institution}
    assert speakers == set(config.extra["institutions"])


def test_the_places_are_as_far_apart_as_their_coordinates_in_geonames(study: StudyFolder) -> None:
    (lat1, lon1), (lat2, lon2) = ((math.radians(p.latitude), math.radians(p.longitude)) for p in study.config.places)
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    assert 2 * 6371.0088 * math.asin(math.sqrt(half)) == pytest.approx(9748.2, abs=0.05)


def test_facts_conflicts_and_what_was_not_found_have_words_in_both_languages(study: StudyFolder) -> None:
    words = (
        [event.what for event in study.events] + [record.about for record in study.conflicts] + list(study.not_found)
    )
    words += [side.text for record in study.conflicts for side in record.sides]
    words += [record.note for record in study.conflicts if record.note.en or record.note.id]
    assert all(both.en and both.id and both.en != both.id for both in words)
    assert (len(study.events), len(study.conflicts), len(study.not_found)) == (16, 8, 5)
    assert all(event.sources and event.passages for event in study.events)


def test_what_was_read_and_not_found(study: StudyFolder) -> None:
    coverage = {(row.source, row.code, row.coder) for row in study.coverage}
    assert ("S12", "MOT-BIL", "A") in coverage
    assert ("S13", "MOT", "A") not in coverage
    assert ("S13", "MOT-BIL", "A") not in coverage
    assert not any(row.source == "INT-ILLUS-01" for row in study.coverage)


def test_reading_again_gives_the_same_ids(study: StudyFolder) -> None:
    again = read_study_folder(EXAMPLE)
    assert again.guid == study.guid
    assert [coding.guid for coding in again.codings] == [coding.guid for coding in study.codings]
    assert [found.source.representation for found in again.sources] == [
        found.source.representation for found in study.sources
    ]
    guids = [made.guid for made in (*study.codings, *study.uncoded, *study.coverage, *study.events, *study.conflicts)]
    assert len(set(guids)) == len(guids)
