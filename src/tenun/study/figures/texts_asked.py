"""The texts that a question about words goes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenun.study.figures.figure import Option

if TYPE_CHECKING:
    from tenun.analysis.words import Language, Stem
    from tenun.corpus.sources import Source
    from tenun.study.scope import StudyScope

OPTIONS = (
    Option("field", "", "choice", ("", "kind", "language", "publisher", "source")),
    Option("value", ""),
    Option("apart", "no", "choice", ("no", "language")),
    Option("stem", "none", "choice", ("none", "own", "en", "id")),
    Option("stopwords", "both", "choice", ("both", "en", "id", "none")),
    Option("fewest", "3", "number", least=1, most=1_000),
    Option("most", "100", "number", least=1, most=5_000),
)


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of one language, or of all: those that the question names and all the others, with stems in that order."""

    language: str
    named: dict[str, str]
    others: dict[str, str]
    languages: dict[str, str]
    stem: str

    @property
    def stems(self) -> list[Stem | None]:
        """What each text's words are counted as, the named ones first."""
        return [self.stem_of(source) for source in (*self.named, *self.others)]

    @property
    def own_stems(self) -> list[Stem | None]:
        """The same of the texts that the question names."""
        return [self.stem_of(source) for source in self.named]

    def stem_of(self, source: str) -> Stem | None:
        """What a source's words are counted as; those of other languages than English and Indonesian as they stand."""
        from tenun.analysis.stems import english_stem, indonesian_stem

        known: dict[str, Stem] = {"en": english_stem, "id": indonesian_stem}
        return known.get(self.languages[source][:2] if self.stem == "own" else self.stem)


def texts(scope: StudyScope, asked: dict[str, str]) -> list[Texts]:
    """The texts that the field and its value name, and all the others; all and none without a field.

    One part for all of them, or one for each language where they are to be kept apart.
    """
    sides: tuple[dict[str, str], dict[str, str]] = ({}, {})
    languages: dict[str, str] = {}
    for source in scope.sources():
        if source.representation and source.inclusion == "included" and not source.synthetic:
            named = not asked["field"] or _value(source, asked["field"]) == asked["value"]
            sides[0 if named else 1][source.key] = scope.store.text(source.representation)
            languages[source.key] = source.language
    if asked["apart"] == "no":
        return [Texts("", *sides, languages, asked["stem"])]
    return [
        Texts(
            language,
            _in_language(sides[0], languages, language),
            _in_language(sides[1], languages, language),
            languages,
            asked["stem"],
        )
        for language in sorted(set(languages.values()))
    ]


def _in_language(side: dict[str, str], languages: dict[str, str], language: str) -> dict[str, str]:
    return {source: text for source, text in side.items() if languages[source] == language}


def stopwords(asked: dict[str, str]) -> tuple[Language, ...]:
    """The languages whose stopwords are left out."""
    languages: dict[str, tuple[Language, ...]] = {"both": ("en", "id"), "en": ("en",), "id": ("id",), "none": ()}
    return languages[asked["stopwords"]]


def _value(source: Source, field: str) -> str:
    return str(getattr(source, {"source": "key"}.get(field, field)) or "")
