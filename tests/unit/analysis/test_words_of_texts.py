"""Word frequency, keyness and collocations: hand-made counts, published formula, stopwords of both languages."""

import math

import pytest
from scipy.stats import chi2_contingency

from tenun.analysis.stopwords import STOPWORDS
from tenun.analysis.words import collocations, keyness, log_likelihood, word_frequency
from tenun.errors import NotComputable
from tenun.text.folding import fold

TEXTS = ["Pasar dan wisata: pasar, PASAR! Tahun 2019.", "The market and the city. Wisata itu penting."]


def test_frequency_counts_folded_words_in_texts() -> None:
    found = {one.word: one for one in word_frequency(TEXTS)}
    assert (found["pasar"].count, found["pasar"].texts) == (3, 1)
    assert (found["wisata"].count, found["wisata"].texts) == (2, 2)
    assert found["pasar"].per_thousand == pytest.approx(3000 / 15)
    assert not {"dan", "the", "itu", "2019"} & set(found)
    assert "dan" in {one.word for one in word_frequency(TEXTS, stopwords=["en"])}
    assert "market" not in {one.word for one in word_frequency(TEXTS, also_stop=["Market"])}


def test_stemming_is_the_callers_choice() -> None:
    stemmed = word_frequency(["berdagang perdagangan dagang"], stem=lambda word: "dagang" if "dagang" in word else word)
    assert [(one.word, one.count) for one in stemmed] == [("dagang", 3)]


def test_log_likelihood_is_the_g_statistic() -> None:
    table = [[12, 5], [88, 195]]
    found = log_likelihood(12, 5, 88, 195)
    assert found == pytest.approx(chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic)
    assert log_likelihood(0, 5, 10, 5) > 0


def test_keyness_orders_by_how_sure_and_says_how_much() -> None:
    ours, theirs = ["pasar " * 20 + "kota " * 5 + "rapat " * 3], ["pasar " * 5 + "kota " * 5 + "budaya " * 18]
    found = keyness(ours, theirs)
    assert [one.word for one in found] == ["pasar", "rapat", "budaya", "kota"]
    by_word = {one.word: one for one in found}
    assert by_word["pasar"].log_ratio == pytest.approx(2.0)
    assert by_word["kota"].log_ratio == 0
    assert by_word["budaya"].log_ratio < -4
    assert "rapat" not in {one.word for one in keyness(ours, theirs, fewest=4)}
    with pytest.raises(NotComputable) as refused:
        keyness(ours, ["yang dan"])
    assert refused.value.code == "analysis.group-without-words"


def test_collocations_stay_within_the_sentence_and_the_reach() -> None:
    text = "Kota kembar lahir. " * 4 + "Kota. Kembar. " * 4 + "Hari cerah pagi. " * 6
    found = {one.words: one for one in collocations([text])}
    assert found["kembar", "kota"].count == 4
    assert found["kembar", "kota"].mutual_information > 0
    assert ("kembar", "kota") not in {one.words for one in collocations([text], fewest=5)}
    assert {one.words for one in collocations([text], node="cerah")} == {("cerah", "hari"), ("cerah", "pagi")}
    far = "Satu dua tiga empat lima enam tujuh. " * 3
    assert ("satu", "tujuh") not in {one.words for one in collocations([far], reach=2, fewest=1)}


@pytest.mark.parametrize("language", ["en", "id"])
def test_stopwords_are_folded_and_short(language: str) -> None:
    words = STOPWORDS[language]
    assert all(fold(word) == word for word in words)
    assert 100 < len(words) < 250


def test_mutual_information_is_the_logarithm_of_observed_over_expected() -> None:
    text = "Kota kembar. " * 4 + "Pasar ikan. " * 4
    (found, _) = collocations([text])
    assert (found.count, found.mutual_information) == (4, pytest.approx(2.0)), "4 where 4 x 4 / 16 = 1 is expected"
    found = {one.words: one for one in collocations(["Kota kembar. " * 6 + "Pasar ikan. " * 3])}["kembar", "kota"]
    assert found.mutual_information == pytest.approx(math.log2(6 / 2)), "6 where 6 x 6 / 18 = 2 is expected"


def test_a_pair_as_often_as_expected_is_no_collocation() -> None:
    text = "Kota ikan. " * 3 + "Kota kembar. " * 6 + "Ikan pasar. " * 9
    assert {one.words for one in collocations([text])} == {("kembar", "kota"), ("ikan", "pasar")}, "9 x 12 / 36 = 3"
