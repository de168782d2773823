"""Where a study stands, worked out from its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.study.find_duplicates import find_witnesses

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def overview(scope: StudyScope) -> dict[str, Any]:
    """Title, question and counts."""
    config, store = scope.config(), scope.store
    return {
        "id": config.id,
        "title_en": config.title.en,
        "title_id": config.title.id,
        "question_en": config.question.en,
        "question_id": config.question.id,
        "decision": config.decision.label.en,
        "decision_date": config.decision.date,
        "sources": store.count("source"),
        "codes": store.count("code"),
        "codings": store.count("coding"),
        "uncoded": store.count("uncoded"),
        "coders": store.count("coder"),
        "witnesses": len(find_witnesses(scope)),
        "changes": store.revision,
        "guid": store.guid,
    }
