"""Frameworks: read from mappings and tables, checked, and the one that ships."""

from __future__ import annotations

import pytest

from tenun import frameworks
from tenun.coding.framework import codebook_of_rows, framework_of
from tenun.errors import InputRefused

LABELS = {"label_en": "Layer", "label_id": "Lapisan", "values": {"economic": {"label_en": "E", "label_id": "Eko"}}}


def test_the_framework_that_ships_is_whole_in_both_languages() -> None:
    framework = frameworks.load("south-south-sister-city")
    codebook = framework.codebook
    assert len(codebook) == 40
    assert list(codebook.children("MOT")) == ["MOT-MKT", "MOT-TC", "MOT-IDP", "MOT-ADM", "MOT-BIL"]
    assert list(codebook.children(None)) == ["MOT", "SSC", "DET", "PRC", "BAR", "CTR"]
    for code in codebook.values():
        assert code.label_en != code.label_id
        assert all((code.label_id, code.definition_en, code.definition_id, code.include, code.exclude, code.source))
        assert set(code.attributes) <= {construct.key for construct in framework.constructs}
    for construct in framework.constructs:
        labels = [construct.label, *(token.label for token in construct.tokens)]
        assert all(label.en and label.id for label in labels)
    layers = next(found for found in framework.constructs if found.key == "lecours_layer")
    used = {code.attributes["lecours_layer"] for code in codebook.values() if "lecours_layer" in code.attributes}
    assert used == {token.key for token in layers.tokens}
    assert layers.token("economic") is not None
    assert layers.token("none") is None


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputRefused) as refused:
        frameworks.load("south-south-sister-cities")
    assert refused.value.parameters["nearest"] == "south-south-sister-city"


def test_fields_that_are_no_part_of_a_code_are_theory_facets() -> None:
    framework = framework_of(
        {
            "version": 2,
            "codes": [{"id": "M", "label_en": "Motive", "layer": "economic"}],
            "constructs": {"layer": LABELS},
        },
        "f",
    )
    assert framework.codebook["M"].attributes == {"layer": "economic"}
    assert (framework.version, framework.constructs[0].label.id) == ("2", "Lapisan")


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({}, "coding.no-codes"),
        ({"codes": []}, "coding.no-codes"),
        ({"codes": "M"}, "coding.no-codes"),
        ({"codes": ["M"]}, "coding.codebook-malformed"),
        ({"codes": [{"label_en": "Motive"}]}, "coding.code-without-id"),
        ({"codes": [{"id": "M"}, {"id": "M"}]}, "coding.code-twice"),
        ({"codes": [{"id": "M", "parent": "N"}]}, "coding.parent-missing"),
        ({"codes": [{"id": "M", "parent": "N"}, {"id": "N", "parent": "M"}]}, "coding.codebook-cycle"),
        ({"codes": [{"id": "M", "parent": "M"}]}, "coding.codebook-cycle"),
        ({"codes": [{"id": "M", "layer": "x"}], "constructs": {"layer": LABELS}}, "coding.unknown-facet-value"),
    ],
)
def test_a_malformed_codebook_is_refused(document: dict[str, object], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        framework_of(document, "f")
    assert refused.value.code == code
    assert refused.value.text("id")


def test_a_table_of_codes_is_a_codebook() -> None:
    rows = [
        {"id": "M", "parent": "", "label_en": "Motive", "include": "aims; reasons ;", "layer": "economic"},
        {"id": "M1", "parent": "M", "label_en": "Market", "include": "", "layer": ""},
    ]
    codebook = codebook_of_rows(rows, "f").codebook
    assert codebook["M"].include == ("aims", "reasons")
    assert codebook["M1"].attributes == {}
    assert codebook.path("M1") == ["M1", "M"]
