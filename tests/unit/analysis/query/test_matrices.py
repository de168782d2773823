"""Matrices against plain counting; chi-square against SciPy, and only where counts allow; the framework matrix."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, contingency

from tenun.analysis.query import (
    CodingIndex,
    Summary,
    association,
    code_by,
    code_by_code,
    codes,
    coding_index,
    framework_matrix,
)
from tenun.analysis.query.matrices import Matrix
from tenun.analysis.query.meetings import _blocks
from tenun.corpus.sources import Source
from tenun.errors import InputRefused, NotComputable

TEXT = "Satu dua tiga empat. Lima enam tujuh. Delapan sembilan sepuluh sebelas dua belas."
Coded = tuple[str, int, int, str, str]


def index_of(coded: list[Coded], groups: tuple[tuple[str, list[str]], ...] = ()) -> CodingIndex:
    frame = pd.DataFrame(coded, columns=["source", "start_cp", "end_cp", "code", "case"])
    frame["representation"] = "r" + frame["source"].astype(str)
    frame["passage"] = [f"{s}:{a}-{b}" for s, a, b in zip(frame.source, frame.start_cp, frame.end_cp, strict=True)]
    sources = [
        Source("S1", "", "interview", "id", published="2019-11"),
        Source("S2", "", "news", "en", published="2020"),
    ]
    return coding_index(frame, texts={"rS1": TEXT, "rS2": TEXT}, sources=sources, groups=groups)


codings = st.lists(
    st.tuples(
        st.sampled_from(["S1", "S2"]), st.integers(0, 60), st.integers(1, 20), st.sampled_from("ABC"),
        st.sampled_from(["X", "Y"]),
    ).map(lambda one: (one[0], one[1], one[1] + one[2], one[3], one[4])),
    min_size=1, max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(codings, st.sampled_from(["passages", "sources"]))
def test_codes_against_codes_are_what_counting_every_pair_gives(coded: list[Coded], counted: str) -> None:
    index = index_of(coded)
    found = code_by_code(index, counted=counted)  # overlapping
    for a in "ABC":
        for b in "ABC":
            units = {
                (s, i, j) if counted == "passages" else s
                for s, i, j, x, _ in coded for t, k, m, y, _ in coded
                if x == a and y == b and s == t and i < m and k < j
            }  # fmt: skip
            assert found.count(a, b) == len(units)


@settings(max_examples=30, deadline=None)
@given(codings)
def test_one_passage_and_near_are_narrower_and_wider_than_overlapping(coded: list[Coded]) -> None:
    index = index_of(coded)
    tables = [
        code_by_code(index, list("ABC"), proximity=proximity, reach=reach).counts
        for proximity, reach in (("passage", 0), ("overlapping", 0), ("words", 3), ("words", 50), ("sentences", 9))
    ]
    for narrow, wide in pairwise(tables[:4]):
        assert (narrow <= wide).all()
    assert (np.diag(tables[0]) == np.diag(tables[1])).all()


def test_proximity_in_words_sentences_and_turns() -> None:
    index = index_of([("S1", 0, 4, "A", "X"), ("S1", 14, 19, "B", "X"), ("S1", 21, 25, "C", "X")])
    assert code_by_code(index, proximity="words", reach=1).count("A", "B") == 0
    assert code_by_code(index, proximity="words", reach=2).count("A", "B") == 1
    same = code_by_code(index, proximity="sentences")
    assert (same.count("A", "B"), same.count("B", "C")) == (1, 0)
    assert code_by_code(index, proximity="sentences", reach=1).count("B", "C") == 1
    with pytest.raises(InputRefused):
        code_by_code(index, proximity="turn")


def test_witnesses_count_once() -> None:
    coded: list[Coded] = [(s, 0, 9, c, "X") for s in ("S1", "S2") for c in "AB"]
    index = index_of(coded, groups=(("W", ["S1", "S2"]),))
    assert [code_by_code(index, counted=c).count("A", "B") for c in ("passages", "sources", "witnesses")] == [2, 2, 1]
    assert code_by(index, "case", counted="witnesses").count("A", "X") == 1


def test_codes_against_case_kind_and_time() -> None:
    index = index_of([("S1", 0, 4, "A", "X"), ("S1", 0, 4, "A", "X"), ("S1", 5, 9, "A", "Y"), ("S2", 0, 4, "B", "X")])
    by_case = code_by(index, "case")
    assert (by_case.rows, by_case.columns, by_case.counts.tolist()) == (("A", "B"), ("X", "Y"), [[1, 1], [1, 0]])
    assert code_by(index, "kind").columns == ("interview", "news")
    assert code_by(index, "year").counts.tolist() == [[2, 0], [0, 1]]
    assert code_by(index, "month").columns == ("2019-11", "2020")
    assert code_by(index, "kind", ["B", "Z"]).counts.tolist() == [[1], [0]]
    only = code_by(index, "case", among=codes("A").where(case="Y"))
    assert (only.columns, only.counts.tolist()) == (("Y",), [[1], [0]])
    assert code_by(index, "case").count("Z", "X") == 0
    with pytest.raises(ValueError, match="passages, sources, witnesses"):
        code_by(index, "case", counted="codings")


def test_blocks_hold_whole_texts_and_all_passages() -> None:
    text = np.repeat(np.arange(6), [3, 1, 4, 2, 5, 1])
    found = list(_blocks(text, np.full(16, 2_000_000)))
    assert [found[0][0], found[-1][1]] == [0, 16]
    assert all(a[1] == b[0] for a, b in pairwise(found))
    assert all(text[begin] != text[begin - 1] for begin, _ in found[1:])
    assert len(found) > 2


def test_chi_square_agrees_with_scipy_and_residuals_show_which_cells() -> None:
    chance = np.random.default_rng(3)
    coded: list[Coded] = [
        (f"S{chance.integers(1, 3)}", 2 * at, 2 * at + 1, "AB"[int(chance.random() < 0.4)], "XYZ"[chance.integers(3)])
        for at in range(40)
    ]
    matrix = code_by(index_of(coded), "case")
    found = association(matrix)
    expected = chi2_contingency(matrix.counts, correction=False)
    assert (found.chi_square, found.p) == (pytest.approx(expected.statistic), pytest.approx(expected.pvalue))
    assert found.degrees_of_freedom == expected.dof
    assert found.expected == pytest.approx(expected.expected_freq)
    assert found.residuals.sum(axis=0) == pytest.approx(0, abs=1e-9), "two rows: what one has more the other has less"
    assert found.cramers_v == pytest.approx(contingency.association(matrix.counts, method="cramer"))
    total, apart = matrix.counts.sum(), matrix.counts - expected.expected_freq
    rows, columns = (matrix.counts.sum(axis=at) / total for at in (1, 0))
    spread = np.sqrt(expected.expected_freq * np.outer(1 - rows, 1 - columns))
    assert found.residuals == pytest.approx(apart / spread)


def test_chi_square_is_refused_where_it_would_mislead() -> None:
    index = index_of([("S1", 0, 4, "A", "X"), ("S1", 5, 9, "B", "Y"), ("S2", 0, 4, "B", "X")])
    for matrix, code in (
        (code_by_code(index), "not-a-contingency-table"),
        (code_by(index, "case", counted="sources"), "not-a-contingency-table"),
        (code_by(index, "case"), "counts-too-small"),
        (code_by(index, "case", ["A"]), "one-row-or-column"),
    ):
        with pytest.raises(NotComputable) as refused:
            association(matrix)
        assert refused.value.code == f"analysis.{code}"


def test_the_framework_matrix_keeps_what_a_person_wrote_beside_its_passages() -> None:
    index = index_of([("S1", 0, 4, "A", "X"), ("S1", 5, 9, "A", "X"), ("S2", 0, 4, "B", "Y")])
    wrote = Summary("X", "A", "Mentions the market twice.", ("S1:0-4",), "Ayu")
    made = framework_matrix(index, ["A", "B"], summaries=[wrote])
    assert (made.rows, made.codes) == (("X", "Y"), ("A", "B"))
    cell = made.cell("X", "A")
    assert (cell.summary, cell.passages, cell.not_cited) == (wrote, ("S1:0-4", "S1:5-9"), ("S1:5-9",))
    assert made.cell("Y", "A").passages == ()
    assert framework_matrix(index, ["A"], by="source", rows=["S2", "S1"]).rows == ("S2", "S1")
    for wrong in (Summary("Q", "A", "?"), Summary("X", "A", "?", ("S2:0-4",))):
        with pytest.raises(InputRefused):
            framework_matrix(index, ["A"], summaries=[wrong])


def test_counts_expected_to_be_five_are_enough() -> None:
    table = Matrix(("A", "B"), ("X", "Y"), np.array([[5, 5], [5, 5]]), "passages", True)
    assert association(table).chi_square == 0.0


def test_a_summary_of_no_cell_is_named() -> None:
    index = index_of([("S1", 0, 4, "A", "X")])
    with pytest.raises(InputRefused) as refused:
        framework_matrix(index, ["A"], summaries=[Summary("Q", "A", "?")])
    assert refused.value.parameters == {"row": "Q", "code": "A"}
