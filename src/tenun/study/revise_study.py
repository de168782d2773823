"""Change what the study asks: its titles, question, decision, motives and case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tenun.corpus.study import Bilingual, Decision
from tenun.errors import InputRefused
from tenun.study.stale import expect

if TYPE_CHECKING:
    from tenun.corpus.study import StudyConfig
    from tenun.study.scope import StudyScope

FIELDS = (
    "title_en", "title_id", "question_en", "question_id", "decision_en", "decision_id", "decision_date", "own_side_en",
    "own_side_id", "motives", "motive_root", "rivals", "case", "numbers", "defaults",
)  # fmt: skip


def revise_study(scope: StudyScope, version: str, **values: Any) -> None:
    """Change settings of the study that are still at `version` (the `etag` of its row).

    Raises Stale where they moved on, InputRefused for a setting that does not exist, a motive that is no code, a day
    that is none.
    """
    expect(scope, "study", scope.guid, version)
    if unknown := [name for name in values if name not in FIELDS]:
        raise InputRefused("study.no-such-field", field=unknown[0], allowed=", ".join(FIELDS))
    config = _changed(scope, values)
    words = {"title_en": config.title.en, "title_id": config.title.id}
    with scope.store.command("revise_study", scope.coder) as change:
        change.set_study(**words, config=config.plain())


def _changed(scope: StudyScope, values: dict[str, Any]) -> StudyConfig:
    config = scope.config()
    named = {*values.get("motives", ()), *values.get("rivals", ()), *filter(None, [values.get("motive_root")])}
    for key in sorted(named):
        scope.code_row(key)
    plain: dict[str, Any] = {
        name: values[name] for name in ("case", "numbers", "defaults", "motive_root") if name in values
    }
    plain |= {name: tuple(values[name]) for name in ("motives", "rivals") if name in values}
    label = _two(config.decision.label, "decision", values)
    date = _day(values.get("decision_date", config.decision.date))
    return replace(
        config,
        title=_two(config.title, "title", values),
        question=_two(config.question, "question", values),
        own_side=_two(config.own_side, "own_side", values),
        decision=Decision(label, date),
        **plain,
    )


def _two(words: Bilingual, name: str, values: dict[str, Any]) -> Bilingual:
    return Bilingual(en=values.get(f"{name}_en", words.en), id=values.get(f"{name}_id", words.id))


def _day(date: str) -> str:
    import datetime as dt

    try:
        return dt.date.fromisoformat(date).isoformat() if date else ""
    except ValueError:
        raise InputRefused("study.date", date=date) from None
