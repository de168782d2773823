"""A text without its words: as long as it was, with sentences where they were."""

from __future__ import annotations

from tenun.text.sentences import sentences

MASK = "X"
_END = "…"


def masked(text: str) -> str:
    """The text with every sentence replaced by a run of one letter, so that positions and units of coding stay.

    Words, their lengths, punctuation and numbers are gone; the lengths of sentences and line breaks between them stay.

    >>> masked("Bpk. Rai hadir. Ia setuju!")
    'XXXXXXXXXXXXXX… XXXXXXXXX…'
    """
    made = ["\n" if sign == "\n" else " " for sign in text]
    for span in sentences(text):
        # An ellipsis ends a sentence whatever stands before it; a full stop would not behind an initial.
        made[span.start_cp : span.end_cp] = [*MASK * (span.end_cp - span.start_cp - 1), _END]
    return "".join(made)
