"""Near-duplicates: what is proposed, what is not, and the wording that is shown."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.corpus.near_duplicates import SHINGLE_WORDS, THRESHOLD, near_duplicates
from tenun.corpus.witnesses import Group
from tenun.text.folding import words

RELEASE = (
    "The city of Denpasar and the municipality of Mossel Bay signed a memorandum of understanding on Wednesday. "
    "The mayor said the tie would open a market for small firms, and that a street would be named after the partner."
)
REWRITTEN = (
    "On Wednesday the mayors of both cities put their names to a memorandum. Small firms, in the words of Denpasar's "
    "mayor, stand to find buyers through it; one of the streets is to carry the name of the South African city."
)
VOCABULARY = [f"{first}{second}" for first in ["pasar", "kota", "jalan", "utara", "laut"] for second in range(60)]


def prose(random: Random, length: int) -> list[str]:
    return random.choices(VOCABULARY, k=length)


def edited(random: Random, text: list[str], share: float) -> list[str]:
    """A copy with that share of the words changed."""
    return [word if random.random() > share else "lain" for word in text]


def exact_pairs(texts: dict[str, str], threshold: float) -> dict[tuple[str, str], float]:
    shingles = {}
    for source, text in texts.items():
        held = words(text)
        length = min(SHINGLE_WORDS, len(held))
        shingles[source] = {tuple(held[at : at + length]) for at in range(len(held) - length + 1)} if held else set()
    found = {}
    for one, other in combinations(sorted(texts), 2):
        union = shingles[one] | shingles[other]
        if shingles[one] and len(shingles[one] & shingles[other]) >= threshold * len(union):
            found[one, other] = len(shingles[one] & shingles[other]) / len(union)
    return found


def test_a_copy_with_a_new_opening_is_proposed_with_the_wording_it_shares() -> None:
    copy = "DENPASAR (ANT) - Kabar kota.\n" + RELEASE.replace("Wednesday", "Wednesday (27/11)").upper()
    (pair,) = near_duplicates({"S9": RELEASE, "S10": copy})
    assert (pair.first, pair.second, pair.known) == ("S10", "S9", False)
    assert 0.6 < pair.similarity < 1
    assert pair.shared[0].startswith("THE MAYOR SAID THE TIE"), "longest first, as the first source writes it"
    assert pair.shared[1].startswith("THE CITY OF DENPASAR")


def test_an_account_written_afresh_is_not_proposed() -> None:
    assert near_duplicates({"S1": RELEASE, "S2": REWRITTEN}) == []


def test_pairs_of_one_witness_are_marked_as_known() -> None:
    group = Group("PR-1", ("S1", "S2"), "news", ("City",))
    texts = {"S1": RELEASE, "S2": RELEASE, "S3": RELEASE}
    found = near_duplicates(texts, [group, Group("S3", ("S3",), "news", ())])
    assert {(pair.first, pair.second): pair.known for pair in found} == {
        ("S1", "S2"): True,
        ("S1", "S3"): False,
        ("S2", "S3"): False,
    }
    assert not any(pair.known for pair in near_duplicates(texts))


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1, 0.15])
def test_copies_with_up_to_one_word_in_seven_changed_are_all_found_among_independent_texts(share: float) -> None:
    random = Random(7)
    originals = [prose(random, 300) for _ in range(20)]
    texts = {f"A{at:02}": " ".join(text) for at, text in enumerate(originals)}
    texts |= {f"B{at:02}": " ".join(edited(random, text, share)) for at, text in enumerate(originals)}
    found = [(pair.first, pair.second) for pair in near_duplicates(texts)]
    assert sorted(found) == [(f"A{at:02}", f"B{at:02}") for at in range(20)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([0.05, THRESHOLD, 0.5, 1.0]), st.randoms(use_true_random=False))
def test_what_is_proposed_is_exact_and_independent_of_the_order(seed: int, threshold: float, shuffle: Random) -> None:
    random = Random(seed)
    base = prose(random, 40)
    texts = {f"S{at}": " ".join(edited(random, base, random.random() / 2)) for at in range(5)}
    texts |= {"T0": "", "T1": "dua kata", "T2": "Dua  kata!"}
    found = near_duplicates(texts, threshold=threshold)
    exact = exact_pairs(texts, threshold)
    proposed = {(pair.first, pair.second): pair.similarity for pair in found}
    assert proposed.items() <= exact.items()
    clear = {pair for pair, similarity in exact.items() if similarity > threshold + 0.25 or similarity == 1}
    assert clear <= proposed.keys()
    turned = list(texts)
    shuffle.shuffle(turned)
    assert near_duplicates({source: texts[source] for source in turned}, threshold=threshold) == found
    for pair in found:
        for wording in pair.shared:
            assert wording in texts[pair.first]
            assert " ".join(words(wording)) in " ".join(words(texts[pair.second]))


def test_the_most_alike_come_first_and_short_or_empty_texts_do_no_harm() -> None:
    texts = {
        "S1": RELEASE,
        "S2": RELEASE + " Further details were not given on the day.",
        "S3": RELEASE,
        "S4": "",
        "S5": "!",
    }
    found = near_duplicates(texts)
    assert [(pair.first, pair.second) for pair in found] == [("S1", "S3"), ("S1", "S2"), ("S2", "S3")]
    assert found[0].similarity == 1


@pytest.mark.parametrize("threshold", [0, -0.1, 1.1])
def test_a_threshold_outside_its_range_is_refused(threshold: float) -> None:
    with pytest.raises(ValueError, match="threshold"):
        near_duplicates({}, threshold=threshold)
