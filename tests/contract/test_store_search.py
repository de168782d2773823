"""Search: both databases find the same, whatever the script."""

from __future__ import annotations

import pytest
from tests.contract.small_study import add_source, fill

from tenun.store import StudyStore

PARAGRAPHS = [
    "Oleh-oleh dari Café Ubud, kata Bpk. Rai.",
    "Kota kembar: Denpasar dan Mossel Bay. KERJASAMA antarkota, ½ jam.",
    "Kerja sama ekonomi; kota yang lain, kembar.",
    "Ибо мы ищем рынок. 東京 の 市場. ናይሮቢ ከተማ. 𞤀𞤣𞤤𞤢𞤥",
]


@pytest.fixture
def searched(store: StudyStore) -> StudyStore:
    """A study with two sources of four paragraphs."""
    fill(store, "Laut.")
    with store.command("import", "wayan") as change:
        add_source(change, "B", "\n\n".join(PARAGRAPHS))
        add_source(change, "A", "\n\n".join(PARAGRAPHS[:1]))
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("oleh", [0]),
        ("OLEH-OLEH", [0]),
        ("cafe", [0]),
        ("Café ubud", [0]),
        ("kota kembar", [1, 2]),
        ('"kota kembar"', [1]),
        ("kota-kembar", [1]),
        ("kerja*", [1, 2]),
        ("kerja", [2]),
        ("рынок", [3]),
        ("東京", [3]),
        ("ከተማ", [3]),
        ("𞤀𞤣𞤤𞤢𞤥", [3]),
        ("kota рынок", []),
        ("", []),
        ("… — !", []),
        ("'kota' & !kembar | \" OR NEAR(", []),
        ("kota AND kembar", []),
    ],
)
def test_what_is_found(searched: StudyStore, words: str, found: list[int]) -> None:
    starts = [sum(len(part) + 2 for part in PARAGRAPHS[:number]) for number in range(4)]
    hits = [hit for hit in searched.search(words) if hit.source == "B"]
    assert [(hit.start_cp, hit.end_cp) for hit in hits] == [
        (starts[number], starts[number] + len(PARAGRAPHS[number])) for number in found
    ]


def test_hits_come_by_source_and_place_and_no_more_than_asked_for(searched: StudyStore) -> None:
    assert [hit.source for hit in searched.search("oleh")] == ["A", "B"]
    assert [hit.source for hit in searched.search("oleh", limit=1)] == ["A"]
