"""Stems of folded words, by rules alone: Porter's for English, Tala's for Indonesian.

Rules without a dictionary join words that do not belong together now and then, and part some that do: a stem is a
bundle to be looked into, not a word.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "aeiou"
_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism", "ate",
    "iti", "ous", "ive", "ize",
)  # fmt: skip


@lru_cache(maxsize=100_000)
def english_stem(word: str) -> str:
    """The stem of an English word in small letters. Source: Porter 1980, Program 14(3), pages 130-137.

    >>> [english_stem(word) for word in ("relational", "ponies", "hopping", "adjustable", "cities")]
    ['relat', 'poni', 'hop', 'adjust', 'citi']
    """
    if len(word) < 3:
        return word
    word = _step_1(word)
    for step in (_STEP_2, _STEP_3):
        ending = _longest(word, step)
        if ending and _measure(word[: -len(ending)]) > 0:
            word = word[: -len(ending)] + step[ending]
    word = _step_4(word)
    if word.endswith("e"):
        stem = word[:-1]
        if _measure(stem) > 1 or (_measure(stem) == 1 and not _short_end(stem)):
            word = stem
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _step_1(word: str) -> str:
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) > 0 else word
    else:
        for ending in ("ed", "ing"):
            if word.endswith(ending):
                if _has_vowel(word[: -len(ending)]):
                    word = _mended(word[: -len(ending)])
                break
    return word[:-1] + "i" if word.endswith("y") and _has_vowel(word[:-1]) else word


def _mended(stem: str) -> str:
    """What is left after -ed or -ing, as a word."""
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if len(stem) > 1 and stem[-1] == stem[-2] and _consonant(stem, len(stem) - 1) and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if _measure(stem) == 1 and _short_end(stem) else stem


def _step_4(word: str) -> str:
    ending = _longest(word, _STEP_4)
    if not ending:
        return word
    cut = 3 if ending in ("sion", "tion") else len(ending)
    return word[:-cut] if _measure(word[:-cut]) > 1 else word


def _longest(word: str, endings: dict[str, str] | tuple[str, ...]) -> str:
    return max((ending for ending in endings if word.endswith(ending)), key=len, default="")


def _consonant(word: str, at: int) -> bool:
    if word[at] in _VOWELS:
        return False
    return word[at] != "y" or at == 0 or not _consonant(word, at - 1)


def _measure(stem: str) -> int:
    """How often a vowel is followed by a consonant."""
    kinds = "".join("c" if _consonant(stem, at) else "v" for at in range(len(stem)))
    return len(re.findall("vc", kinds))


def _has_vowel(stem: str) -> bool:
    return any(not _consonant(stem, at) for at in range(len(stem)))


def _short_end(stem: str) -> bool:
    """Whether it ends consonant, vowel, consonant, the last no w, x or y."""
    size = len(stem)
    if size < 3 or stem[-1] in "wxy":
        return False
    return _consonant(stem, size - 1) and not _consonant(stem, size - 2) and _consonant(stem, size - 3)


_FIRST = (
    ("meng", ""), ("meny", "s"), ("men", ""), ("mem", ""), ("me", ""), ("peng", ""), ("peny", "s"), ("pen", ""),
    ("pem", ""), ("di", ""), ("ter", ""), ("ke", ""),
)  # fmt: skip
_SECOND = (("ber", ""), ("bel", ""), ("be", ""), ("per", ""), ("pel", ""), ("pe", ""))
_BEGINS = re.compile("[aeiou]|[^aeiou][aeiou]|(?:kh|ng|ny|sy|[^aeiou][lr]|[sk]w)[aeiou]")
_NOT_WITH = {"kan": ("ke", "peng", "peny", "pen", "pem"), "an": ("di", "meng", "meny", "men", "mem", "me", "ter"),
             "i": ("ber", "be", "ke", "peng", "peny", "pen", "pem")}  # fmt: skip


@lru_cache(maxsize=100_000)
def indonesian_stem(word: str) -> str:
    """The stem of an Indonesian word in small letters: particle, possessive, prefixes and suffix taken off in turn.

    A word keeps two syllables, and a prefix stays where no word could begin as the rest does.
    Source: Tala 2003, A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia, chapter 3.

    >>> [indonesian_stem(word) for word in ("perdagangan", "pedagang", "berdagang", "kotanya", "membangun")]
    ['dagang', 'dagang', 'dagang', 'kota', 'bangun']
    """
    for endings in (("kah", "lah", "pun"), ("ku", "mu", "nya")):
        word = _without_suffix(word, endings)
    shorter, prefix = _without_prefix(word, _FIRST)
    if prefix:
        cut = _without_ending(shorter, prefix)
        return _without_prefix(cut, _SECOND)[0] if cut != shorter else cut
    shorter, prefix = _without_prefix(word, _SECOND)
    return _without_ending(shorter, prefix)


def _syllables(word: str) -> int:
    return len(re.findall("[aeiou]", word)) - len(re.findall("a[iu]|oi", word))


def _without_suffix(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and _syllables(word[: -len(ending)]) >= 2:
            return word[: -len(ending)]
    return word


def _without_prefix(word: str, prefixes: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """The word without the first prefix that fits, and that prefix."""
    for prefix, instead in prefixes:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or _syllables(rest) < 2 or not _BEGINS.match(rest):
            continue
        if prefix in ("meny", "peny") and rest[0] not in _VOWELS:
            continue
        if prefix in ("mem", "pem") and rest[0] in _VOWELS:
            instead = "p"
        if prefix in ("bel", "pel") and rest != "ajar" and not rest.startswith("ajar"):
            continue
        if prefix == "be" and not re.match("[^aeiou]er", rest):
            continue
        return instead + rest, prefix
    return word, ""


def _without_ending(word: str, prefix: str) -> str:
    for ending in ("kan", "an", "i"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and prefix not in _NOT_WITH[ending] and _syllables(stem) >= 2:
            return word if ending == "i" and stem.endswith("s") else stem
    return word
