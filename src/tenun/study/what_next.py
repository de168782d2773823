"""What is left to do in a study, worked out from its data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenun.store.pages import counts_by_code, read_by
from tenun.study.lone_witness import motives_on_one_witness
from tenun.study.reading import guide_of

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

TABLES = (
    "source", "appraisal", "code", "coding", "uncoded", "passage", "coder", "study", "landmark", "round", "link",
)  # fmt: skip
"""What the steps are worked out from."""
_NAMED = 200


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something left to do: what kind of thing, how many, which (keys), and the sentence in both languages."""

    kind: str
    n: int
    keys: tuple[str, ...]
    en: str
    id: str


WORDS: dict[str, tuple[str, str, str]] = {
    "no-sources": ("Bring in the sources.", "Bring in the sources.", "Masukkan sumber."),
    "no-codebook": ("Load or write a codebook.", "Load or write a codebook.", "Muat atau tulis buku kode."),
    "no-motives": (
        "Say which codes are the motives.",
        "Say which codes are the motives.",
        "Tentukan kode mana yang merupakan motif.",
    ),
    "unappraised": ("Appraise {n} source.", "Appraise {n} sources.", "Nilai {n} sumber."),
    "unread": (
        "Read {n} source that nobody has coded.",
        "Read {n} sources that nobody has coded.",
        "Baca {n} sumber yang belum dikodekan siapa pun.",
    ),
    "one-coder": (
        "Let a second coder read {n} source.",
        "Let a second coder read {n} sources.",
        "Minta pengode kedua membaca {n} sumber.",
    ),
    "undefined": ("Define {n} code.", "Define {n} codes.", "Beri definisi pada {n} kode."),
    "unused": (
        "Look again at {n} code that was never used.",
        "Look again at {n} codes that were never used.",
        "Tinjau lagi {n} kode yang belum pernah dipakai.",
    ),
    "one-witness": (
        "{n} motive rests on a single witness.",
        "{n} motives rest on a single witness.",
        "{n} motif bertumpu pada satu sumber mandiri.",
    ),
    "unanswered": (
        "Nobody answered {n} question of the guide.",
        "Nobody answered {n} questions of the guide.",
        "Belum ada yang menjawab {n} pertanyaan pedoman.",
    ),
}
"""Kind -> one, several (English), any number (Indonesian)."""


def what_next(scope: StudyScope) -> list[NextStep]:
    """The steps, the most basic first; none where nothing is left open."""
    store, config = scope.store, scope.config()
    sources = [row for row in store.rows("source") if row["inclusion"] == "included"]
    codes = sorted(store.rows("code"), key=lambda row: (row["position"], row["key"]))
    readers = read_by(store)
    appraised = {row["source"] for row in store.rows("appraisal")}
    used, parents = counts_by_code(store), {row["parent"] for row in codes}
    several = store.count("coder") > 1
    found = [
        _step("no-sources", [""] if not sources else []),
        _step("no-codebook", [""] if not codes else []),
        _step("no-motives", [""] if codes and not config.motives else []),
        _step("unappraised", sorted(row["key"] for row in sources if row["guid"] not in appraised)),
        _step("unread", sorted(row["key"] for row in sources if not readers.get(row["guid"]))),
        _step("one-coder", sorted(row["key"] for row in sources if several and len(readers.get(row["guid"], ())) == 1)),
        _step("undefined", [row["key"] for row in codes if not (row["definition_en"] or row["definition_id"])]),
        _step("unused", [row["key"] for row in codes if row["guid"] not in used and row["guid"] not in parents]),
        _step("one-witness", motives_on_one_witness(scope)),
        _step("unanswered", _unanswered(scope)),
    ]
    return [step for step in found if step.n]


def _unanswered(scope: StudyScope) -> list[str]:
    """Questions of the guide that no turn of a transcript is marked with, where there are transcripts."""
    guide = guide_of(scope.config())
    turns = scope.store.rows("landmark", kind="turn") if guide else []
    asked = {row["attributes"].get("question") for row in turns}
    return [question.id for question in guide.questions if question.id not in asked] if guide and turns else []


def _step(kind: str, keys: Sequence[str]) -> NextStep:
    one, many, indonesian = WORDS[kind]
    n = len(keys)
    named = tuple(key for key in keys[:_NAMED] if key)
    return NextStep(kind, n, named, (one if n == 1 else many).format(n=n), indonesian.format(n=n))
