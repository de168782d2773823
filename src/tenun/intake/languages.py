"""In which of the study's languages a text is written."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENOUGH_CP = 20_000
_SURE = 0.8


def language_of(text: str, languages: Sequence[str] = ("en", "id")) -> str | None:
    """The likeliest of `languages` (ISO 639-1); None when the text is too short or too odd to tell.

    >>> language_of("Kedua kota sepakat bekerja sama."), language_of("123")
    ('id', None)
    """
    if len(languages) == 1:
        return languages[0]
    language, probability = _identifier(tuple(languages)).classify(text[:_ENOUGH_CP])
    return str(language) if probability >= _SURE else None


@lru_cache(maxsize=8)
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    identifier = copy(load_model())
    identifier.set_languages([language for language in languages if language in identifier.labels] or None)
    return identifier


@lru_cache(maxsize=1)
def load_model() -> LanguageIdentifier:
    """What knows all languages; unpacking it passes through a temporary file, once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
