"""Where a study stands, and what to do next, worked out from its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.study.find_duplicates import find_witnesses
from tenun.study.reading import read_reading

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


def next_steps(scope: StudyScope) -> list[dict[str, str]]:
    """What is left to do, most basic first, each in English and Indonesian."""
    sources, book, config = scope.sources(), scope.codebook(), scope.config()
    codings = scope.store.codings()
    read = read_reading(scope.store)
    unread = [source.key for source in sources if not any(source.key in keys for keys in read.values())]
    once = [source.key for source in sources if sum(source.key in keys for keys in read.values()) == 1]
    unjudged = [source.key for source in sources if source.appraisal is None]
    used = set(codings["code"].unique())
    unused = [key for key in book if key not in used and key not in {code.parent for code in book.values()}]
    undefined = [code.key for code in book.values() if not (code.definition_en or code.definition_id)]
    steps = [
        _step(not sources, "Bring sources in: tenun import.", "Masukkan sumber: tenun import."),
        _step(not book, "Load or write a codebook.", "Muat atau tulis buku kode."),
        _step(not config.motives, "Say which codes are the motives.", "Tentukan kode mana yang merupakan motif."),
        _listed(unjudged, "appraise {n} sources", "nilai {n} sumber"),
        _listed(unread, "read {n} sources that nobody has coded", "baca {n} sumber yang belum dikodekan siapa pun"),
        _listed(once, "let a second coder read {n} sources", "minta pengode kedua membaca {n} sumber"),
        _listed(undefined, "define {n} codes", "beri definisi pada {n} kode"),
        _listed(
            unused, "look again at {n} codes that were never used", "tinjau lagi {n} kode yang belum pernah dipakai"
        ),
    ]
    return [step for step in steps if step]


def _step(needed: bool, en: str, id: str) -> dict[str, str] | None:  # noqa: A002 - the language's own code
    return {"en": en, "id": id} if needed else None


def _listed(keys: list[str], en: str, id: str) -> dict[str, str] | None:  # noqa: A002 - the language's own code
    if not keys:
        return None
    shown = ", ".join(keys[:6]) + (" …" if len(keys) > 6 else "")
    return {
        "en": f"{en.format(n=len(keys)).capitalize()} ({shown})".replace("1 sources", "1 source").replace(
            "1 codes", "1 code"
        ),
        "id": f"{id.format(n=len(keys)).capitalize()} ({shown})",
    }
