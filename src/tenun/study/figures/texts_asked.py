"""The texts that a question about words goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.study.figures.figure import Option

if TYPE_CHECKING:
    from tenun.analysis.words import Language
    from tenun.corpus.sources import Source
    from tenun.study.scope import StudyScope

OPTIONS = (
    Option("field", "", "choice", ("", "kind", "language", "publisher", "source")),
    Option("value", ""),
    Option("stopwords", "both", "choice", ("both", "en", "id", "none")),
    Option("fewest", "3", "number", least=1, most=1_000),
    Option("most", "100", "number", least=1, most=5_000),
)


def texts(scope: StudyScope, asked: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Texts by source: those that the field and its value name, and all the others; without a field, all and none."""
    named: dict[str, str] = {}
    others: dict[str, str] = {}
    for source in scope.sources():
        if source.representation and source.inclusion == "included" and not source.synthetic:
            side = named if not asked["field"] or _value(source, asked["field"]) == asked["value"] else others
            side[source.key] = scope.store.text(source.representation)
    return named, others


def stopwords(asked: dict[str, str]) -> tuple[Language, ...]:
    """The languages whose stopwords are left out."""
    languages: dict[str, tuple[Language, ...]] = {"both": ("en", "id"), "en": ("en",), "id": ("id",), "none": ()}
    return languages[asked["stopwords"]]


def _value(source: Source, field: str) -> str:
    return str(getattr(source, {"source": "key"}.get(field, field)) or "")
