"""Stems: the examples of Porter's paper, and what Indonesian affixes leave."""

import pytest

from tenun.analysis.stems import english_stem, indonesian_stem

PORTER = """caresses caress, ponies poni, ties ti, caress caress, cats cat, feed feed, agreed agre, plastered
plaster, bled bled, motoring motor, sing sing, conflated conflat, troubled troubl, sized size, hopping
hop, tanned tan, falling fall, hissing hiss, fizzed fizz, failing fail, filing file, happy happi, sky
sky, relational relat, conditional condit, rational ration, valenci valenc, digitizer digit, conformabli
conform, radicalli radic, differentli differ, vileli vile, analogousli analog, vietnamization vietnam,
predication predic, operator oper, feudalism feudal, decisiveness decis, hopefulness hope, callousness
callous, formaliti formal, sensitiviti sensit, sensibiliti sensibl, triplicate triplic, formative form,
formalize formal, electriciti electr, electrical electr, hopeful hope, goodness good, revival reviv,
allowance allow, inference infer, airliner airlin, gyroscopic gyroscop, adjustable adjust, defensible
defens, irritant irrit, replacement replac, adjustment adjust, dependent depend, adoption adopt,
homologou homolog, communism commun, activate activ, angulariti angular, homologous homolog, effective
effect, bowdlerize bowdler, probate probat, rate rate, cease ceas, controll control, roll roll"""
INDONESIAN = {
    "dagang": ["perdagangan", "pedagang", "berdagang", "dagangnya"],
    "bangun": ["membangun", "pembangunan", "dibangun"],
    "kunjung": ["kunjungan", "berkunjung", "dikunjungi"],
    "sahabat": ["persahabatan", "bersahabat", "sahabatku"],
    "hubung": ["hubungan", "menghubungkan"],
    "ajar": ["belajar", "pelajaran"],
    "sapu": ["menyapu"],
    "pukul": ["memukul", "pemukul"],
    "kerjasama": ["kerjasama"],
    "kota": ["kota", "kotanya"],
    "belanja": ["belanja", "belanjaan"],
    "kerja": ["bekerja", "pekerja"],
    "bendera": ["bendera"],
    "dan": ["dan"],
}


@pytest.mark.parametrize("pair", PORTER.split(","), ids=str.strip)
def test_the_examples_of_porter(pair: str) -> None:
    word, stem = pair.split()
    assert english_stem(word) == stem


@pytest.mark.parametrize("stem", INDONESIAN)
def test_words_of_one_root_have_one_stem(stem: str) -> None:
    assert {indonesian_stem(word) for word in INDONESIAN[stem]} == {stem}


def test_short_words_stay() -> None:
    assert [english_stem(word) for word in ("a", "is", "")] == ["a", "is", ""]
    assert [indonesian_stem(word) for word in ("ke", "di", "aku", "")] == ["ke", "di", "aku", ""]
