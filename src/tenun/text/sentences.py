"""Sentences of English and Indonesian prose: one rule and an abbreviation list that a study may extend."""

from __future__ import annotations

import re
from collections.abc import Collection

from tenun.text.spans import Span

_ENGLISH = "mr mrs ms dr prof st vs e.g i.e cf al ed eds dept gov sen rep gen col capt lt sgt approx"
_INDONESIAN = (
    "bpk sdr sdri drs dra ir hj kh tn ny yth jl jln gg kab kec kel prov kep telp tgl a.n u.p d.a "
    "m.m s.h s.e s.t s.pd s.sos s.ip m.si m.hum m.pd ph.d a.l pt cv"
)
_BEFORE_NUMBERS = (
    "no nos vol p pp fig art pop gbr hlm hal jan feb mar apr jun jul aug sep sept oct nov dec agt agst okt des rp est"
)
ABBREVIATIONS = frozenset((_ENGLISH + " " + _INDONESIAN).split())
NUMBERING = frozenset(_BEFORE_NUMBERS.split())
"""Abbreviations only where a digit follows: "No. 25" goes on, "The answer was no." ends."""

# Each alternative begins at one place only, so that a hostile run of dots or newlines takes linear time.
_END = re.compile(
    r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)"
    r"|\n(?=[^\S\n]*\n|[ \t]{0,8}(?:[-*•–] |(?:\d{1,3}|[a-z])[.)] |#{1,6} ))"
    r"|(?m:^)#{1,6} [^\n]*"
)
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)$")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_ITEM = re.compile(r"\s*(?:\d{1,3}|[^\W\d_])")
_LONGEST_ITEM = 32
_OPENERS = "\"'“‘«([¿¡-–—"


def sentences(text: str, abbreviations: Collection[str] = ABBREVIATIONS) -> list[Span]:
    """Sentences in order, without the white space around them; a blank line, a list item or a heading always parts two.

    A full stop after an abbreviation, after initials ("A.A. Ngurah"), after the number of a list item or before a small
    letter ends nothing. All that is not white space lies in exactly one sentence.

    >>> text = "Bpk. Rai hadir. Ia setuju!\\n\\nTwo cities, one tie."
    >>> [span.of(text) for span in sentences(text)]
    ['Bpk. Rai hadir.', 'Ia setuju!', 'Two cities, one tie.']
    """
    found: list[Span] = []
    start = 0
    for mark in _END.finditer(text):
        if text[mark.start()] in "\n#" or _ends(text, start, mark.start(), mark.end(), abbreviations):
            _keep(found, text, start, mark.end())
            start = mark.end()
    _keep(found, text, start, len(text))
    return found


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        found.append(Span(left, right))


def _ends(text: str, start: int, at: int, end: int, abbreviations: Collection[str]) -> bool:
    after = text[end : end + 64].lstrip().lstrip(_OPENERS)[:1]
    if after.islower():
        return False
    if text[at] != "." or text[at : at + 2] == "..":
        return True
    if at - start <= _LONGEST_ITEM and _ITEM.fullmatch(text, start, at):
        return False
    before = _LAST_WORD.search(text[max(0, at - 24) : at])
    if before is None:
        return True
    word = before.group(1)
    if word.lower() in abbreviations or (_INITIALS.fullmatch(word) and word[0].isupper()):
        return False
    return not (word.lower() in NUMBERING and after.isdigit())
