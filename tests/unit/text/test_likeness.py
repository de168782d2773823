"""The known name that was probably meant."""

import pytest

from tenun.text.likeness import nearest_name

CODES = ["MOT-MKT", "MOT-TC", "DET-LEAD", "Pasar"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mot-mkt", "MOT-MKT"),
        (" MOT-MTK ", "MOT-MKT"),
        ("DET-LED", "DET-LEAD"),
        ("pasat", "Pasar"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_offered_only_where_it_is_near(name: str, expected: str | None) -> None:
    assert nearest_name(name, CODES) == expected


def test_of_names_that_differ_by_case_the_first_is_offered() -> None:
    assert nearest_name("kota", ["Kota", "KOTA"]) == "Kota"
    assert nearest_name("kota", []) is None
