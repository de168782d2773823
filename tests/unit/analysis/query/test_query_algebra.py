"""The algebra of terms against a plain reading of every pair of passages; conditions, words, turns, and refusals."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.analysis.query import (
    Term,
    absences,
    anything,
    code_by_code,
    codes,
    coding_index,
    count,
    find,
    holding,
    index_of_columns,
    wording,
)
from tenun.analysis.query.columns import Column
from tenun.coding.codebook import Code, Codebook
from tenun.coding.coverage import Coverage
from tenun.corpus.sources import Source
from tenun.errors import InputRefused
from tenun.text.folding import word_spans
from tenun.text.sentences import sentences
from tenun.text.spans import Span

TEXTS = {
    "r1": "Pasar lebih dulu. Wisata kemudian, kata beliau. Kota kembar itu jauh! Pasar ikan buka lagi.",
    "r2": "Two cities, one market. They traded fish. Culture came after the market.",
}
SOURCES = [
    Source("S1", "Wawancara", "interview", "id", published="2019-11"),
    Source("S2", "News", "news", "en", published="2020"),
    Source("S3", "Undated", "book", "en"),
]
BOOK = Codebook([Code("MOT", "Motive"), Code("MKT", "Market", parent="MOT"), Code("TC", "Tourism", parent="MOT")])
COLUMNS = ["source", "representation", "start_cp", "end_cp", "code", "coder", "round", "actor", "case", "status"]
Row = tuple[Any, ...]


def table(*rows: Row) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["guid"] = [f"g{at}" for at in range(len(frame))]
    frame["passage"] = [
        f"{r}:{s}-{e}" for r, s, e in zip(frame.representation, frame.start_cp, frame.end_cp, strict=True)
    ]
    return frame


def row(text: str, start: int, end: int, code: str, coder: str = "Ayu", **more: Any) -> Row:
    source = {"r1": "S1", "r2": "S2"}[text]
    return (
        source, text, start, end, code, coder, more.get("round", 1), more.get("actor", "own"), more.get("case", "DPS"),
        more.get("status", "accepted"),
    )  # fmt: skip


INDEX = coding_index(
    table(
        row("r1", 0, 16, "MKT"),
        row("r1", 0, 16, "TC", "Made"),
        row("r1", 18, 34, "TC"),
        row("r1", 48, 59, "MOT", case="MB"),
        row("r1", 70, 80, "MKT", "Made", actor="partner", round=2),
        row("r2", 0, 23, "MKT", case="MB"),
        row("r2", 16, 22, "TC", case="MB"),
        row("r2", 42, 71, "TC", status="rejected"),
    ),
    texts=TEXTS,
    sources=SOURCES,
    codebook=BOOK,
    turns={"r1": [Span(0, 47), Span(48, 95)]},
    groups=[("W1", ["S1", "S2"])],
    variables={"DPS": {"coast": "yes"}, "MB": {"coast": "no"}},
)


def places(asked: Term) -> list[str]:
    return [f"{found.representation}:{found.span.start_cp}" for found in find(INDEX, asked)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (codes("MKT"), ["r1:0", "r1:70", "r2:0"]),
        (codes("MKT") & codes("TC"), ["r1:0"]),
        (codes("MKT") | codes("TC"), ["r1:0", "r1:18", "r1:70", "r2:0", "r2:16"]),
        (codes("MKT") & ~codes("TC"), ["r1:70", "r2:0"]),
        (codes("MOT"), ["r1:0", "r1:18", "r1:48", "r1:70", "r2:0", "r2:16"]),
        (codes("MOT", below=False), ["r1:48"]),
        (codes("MKT").overlapping(codes("TC")), ["r1:0", "r2:0"]),
        (codes("TC").within(codes("MKT")), ["r1:0", "r2:16"]),
        (codes("MKT").containing(codes("TC")), ["r1:0", "r2:0"]),
        (codes("TC").where(coder="Ayu").near(codes("MKT"), words=0), ["r1:18", "r2:16"]),
        (codes("TC").where(coder="Ayu").near(codes("MKT"), sentences=0), ["r2:16"]),
        (codes("MKT").where(coder="Made").near(codes("MOT", below=False), sentences=1), ["r1:70"]),
        (codes("MKT").followed_by(codes("TC")), ["r1:0"]),
        (codes("TC").followed_by(codes("MKT"), words=5), []),
        (codes("TC").followed_by(codes("MKT"), words=6), ["r1:18"]),
        (codes("TC").followed_by(codes("MKT"), sentences=2), ["r1:18"]),
        (codes("MKT").followed_by(codes("TC"), characters=2), ["r1:0"]),
        (codes("MKT").followed_by(codes("TC"), characters=1), []),
        (codes("TC").where(coder="Ayu").near(codes("MKT"), characters=2), ["r1:18", "r2:16"]),
        (codes("TC").where(coder="Ayu").near(codes("MKT"), characters=1), ["r2:16"]),
        (codes("TC").narrowed(coder="Ayu"), ["r1:18", "r2:16"]),
        (codes("MKT").overlapping(codes("TC")).narrowed(case="MB"), ["r2:0"]),
        (holding("ASA", "lebih"), ["r1:0"]),
        (codes("MKT").same_turn(codes("TC")), ["r1:0"]),
        (codes("MKT").same_turn(codes("MOT", below=False)), ["r1:70"]),
        (codes("MKT").where(coder="Ayu", case="MB"), ["r2:0"]),
        (codes("MKT").where(round={1, 2}, actor="partner"), ["r1:70"]),
        (anything().where(kind="interview").where(coast="no"), ["r1:48"]),
        (codes("TC").where(language="en"), ["r2:16"]),
        (codes("TC").where(witness="W1", source="S2"), ["r2:16"]),
        (codes("MKT").dated(until=dt.date(2019, 12, 31)), ["r1:0", "r1:70"]),
        (codes("MKT").dated(since=dt.date(2020, 2, 1)), []),
        (codes("MKT").dated(since=dt.date(2020, 1, 1)), ["r2:0"]),
        (wording("PASAR"), ["r1:0", "r1:70"]),
        (wording("kota kemb*"), ["r1:48"]),
        (wording("kota jauh"), []),
        (codes("MKT") & wording("market"), ["r2:0"]),
    ],
)
def test_each_term_names_the_passages_meant(asked: Term, expected: list[str]) -> None:
    assert places(asked) == expected
    assert count(INDEX, asked) == len(expected)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (codes("MKT"), {"g0", "g4", "g5"}),
        (codes("MKT") & codes("TC"), {"g0"}),
        (codes("MKT") | codes("TC"), {"g0", "g1", "g2", "g4", "g5", "g6"}),
        (codes("MKT") & ~codes("TC"), {"g4", "g5"}),
        (codes("MKT").overlapping(codes("TC")), {"g0", "g5"}),
        (codes("TC").narrowed(coder="Ayu"), {"g2", "g6"}),
        (anything() & wording("pasar"), {"g0", "g1", "g4"}),
    ],
)
def test_a_term_names_the_codings_that_bring_its_passages_in(asked: Term, expected: set[str]) -> None:
    assert {str(INDEX.guid[at]) for at in np.flatnonzero(asked.codings(INDEX))} == expected


def test_columns_of_a_store_give_the_same_answers() -> None:
    order = np.random.default_rng(1).permutation(len(INDEX))
    text = INDEX.text_of_passage[INDEX.passage]
    of_store = index_of_columns(
        guid=INDEX.guid[order],
        code=Column(INDEX.code.values, INDEX.code.numbers[order]),
        source=Column(INDEX.source.values, INDEX.source.numbers[order]),
        representation=Column(INDEX.representations, text[order]),
        passage=(100 - INDEX.passage)[order],
        start_cp=INDEX.start_cp[INDEX.passage][order],
        end_cp=INDEX.end_cp[INDEX.passage][order],
        columns={"coder": Column(INDEX.columns["coder"].values, INDEX.columns["coder"].numbers[order])},
        texts=INDEX.texts,
        turns=INDEX.turns,
    )
    one, other = codes("TC", below=False).where(coder="Ayu"), codes("MKT", below=False)
    for asked in (
        one,
        ~one,
        one | other,
        one.near(other, words=0),
        other.followed_by(one, characters=2),
        other.same_turn(one),
    ):
        wanted = {str(INDEX.guid[at]) for at in np.flatnonzero(asked.codings(INDEX))}
        assert {str(of_store.guid[at]) for at in np.flatnonzero(asked.codings(of_store))} == wanted
    assert code_by_code(of_store).counts.tolist() == code_by_code(INDEX, of_store.code.values).counts.tolist()


def test_a_result_has_its_words_context_and_all_its_codes() -> None:
    (found,) = find(INDEX, codes("MKT") & codes("TC"), context_cp=4)
    assert (found.quote, found.before, found.after) == ("Pasar lebih dulu", "", ". Wi")
    assert (found.codes, found.codings, found.source, found.passage) == (("MKT", "TC"), ("g0", "g1"), "S1", "r1:0-16")
    assert [one.span.start_cp for one in find(INDEX, codes("MKT"), limit=1, offset=1)] == [70]
    (later,) = find(INDEX, codes("MKT"), limit=1, offset=1, context_cp=5)
    assert len(later.before) == 5


def test_absence_is_read_and_not_found_and_not_the_same_as_unread() -> None:
    looked = [Coverage("S2", "MOT", "Ayu"), Coverage("S3", "MKT", "Ayu"), Coverage("S3", "MKT", "Made")]
    found = absences(INDEX, looked, ["MOT", "MKT"], ["S1", "S2", "S3"])
    states = {(one.code, one.source): one.state for one in found}
    assert states == {
        ("MOT", "S1"): "found",
        ("MOT", "S2"): "found",
        ("MOT", "S3"): "unread",
        ("MKT", "S1"): "found",
        ("MKT", "S2"): "found",
        ("MKT", "S3"): "not found",
    }
    assert found[-1].read_by == ("Ayu", "Made")


def test_questions_that_cannot_be_put_are_refused() -> None:
    bare = coding_index(table(row("r1", 0, 5, "MKT"), row("r1", 6, 9, "TC")))
    for asked, code in (
        (wording("pasar"), "texts-needed"),
        (codes("MKT").near(codes("TC"), words=3), "texts-needed"),
        (codes("MKT").same_turn(codes("TC")), "turns-needed"),
        (codes("MKT").where(colour="red"), "unknown-column"),
    ):
        with pytest.raises(InputRefused) as refused:
            count(bare, asked)
        assert refused.value.code == f"analysis.{code}"
    with pytest.raises(InputRefused):
        count(INDEX, codes("NONE"))
    with pytest.raises(InputRefused):
        count(INDEX, wording("!"))
    with pytest.raises(ValueError, match="how near"):
        codes("MKT").near(codes("TC"))
    with pytest.raises(InputRefused):
        coding_index(table(row("r1", 0, 5, "MKT")), texts={})
    assert find(bare, codes("MKT"))[0].quote == ""


Stretch = tuple[str, int, int]
stretches = st.tuples(st.sampled_from(["r1", "r2"]), st.integers(0, 65), st.integers(1, 30)).map(
    lambda one: (one[0], one[1], min(one[1] + one[2], len(TEXTS[one[0]])))
)


def word_gap(a: Stretch, b: Stretch) -> int:
    return sum(min(a[2], b[2]) <= s and e <= max(a[1], b[1]) for _, s, e in word_spans(TEXTS[a[0]]))


def sentence_numbers(a: Stretch) -> set[int]:
    return {at for at, span in enumerate(sentences(TEXTS[a[0]])) if span.start_cp < a[2] and a[1] < span.end_cp}


def apart(a: Stretch, b: Stretch) -> int:
    return min(abs(x - y) for x in sentence_numbers(a) for y in sentence_numbers(b))


RELATIONS: dict[str, tuple[Callable[[Term, Term], Term], Callable[[Stretch, Stretch], bool]]] = {
    "overlapping": (lambda x, y: x.overlapping(y), lambda a, b: a[1] < b[2] and b[1] < a[2]),
    "within": (lambda x, y: x.within(y), lambda a, b: b[1] <= a[1] and a[2] <= b[2]),
    "containing": (lambda x, y: x.containing(y), lambda a, b: a[1] <= b[1] and b[2] <= a[2]),
    "near": (lambda x, y: x.near(y, words=2), lambda a, b: (a[1] < b[2] and b[1] < a[2]) or word_gap(a, b) <= 2),
    "next": (lambda x, y: x.near(y, sentences=1), lambda a, b: apart(a, b) <= 1),
    "followed": (lambda x, y: x.followed_by(y), lambda a, b: b[1] >= a[2]),
    "soon": (lambda x, y: x.followed_by(y, words=2), lambda a, b: b[1] >= a[2] and word_gap(a, b) <= 2),
}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(stretches, st.sampled_from("AB")), min_size=1, max_size=8))
@pytest.mark.parametrize("name", RELATIONS)
def test_relations_are_what_every_pair_of_passages_says(name: str, coded: list[tuple[Stretch, str]]) -> None:
    held = [(one, code) for one, code in coded if sentence_numbers(one) and any(
        one[1] <= s and e <= one[2] for _, s, e in word_spans(TEXTS[one[0]])
    )]  # fmt: skip
    ask, lies = RELATIONS[name]
    index = coding_index(table(*(row(*one, code) for one, code in held)), texts=TEXTS)
    found = {
        (one.representation, one.span.start_cp, one.span.end_cp) for one in find(index, ask(codes("A"), codes("B")))
    }
    expected = {
        a for a, first in held if first == "A"
        if any(second == "B" and a[0] == b[0] and lies(a, b) for b, second in held)
    }  # fmt: skip
    assert found == expected


def test_a_study_without_codings_answers_nothing() -> None:
    index = coding_index(table(), texts={})
    assert len(index) == 0
    assert find(index, anything()) == []
    assert np.array_equal(codes("A").near(codes("B"), words=1).passages(index), np.zeros(0, dtype=bool))


def test_what_is_said_of_a_region_is_found_beside_the_words_of_texts() -> None:
    coded = table(row("r1", 0, 16, "MKT"), ("S3", "picture", None, None, "MKT", "Ayu", 1, "own", "DPS", "accepted"))
    coded["quote"] = ["Pasar lebih dulu", "A market by the harbour"]
    index = coding_index(coded, texts=TEXTS, sources=SOURCES, codebook=BOOK)
    assert [find(index, wording(word))[0].span for word in ("pasar", "harbour")] == [Span(0, 16), Span(0, 23)]
    assert count(coding_index(coded, sources=SOURCES, codebook=BOOK), codes("MKT")) == 2
