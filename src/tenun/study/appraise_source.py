"""Judge a source: how reliable it is, how credible what it says, and whether it counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.study.clock import now
from tenun.study.coders import coder_guid

if TYPE_CHECKING:
    from tenun.corpus.sources import Appraisal
    from tenun.study.scope import StudyScope


def appraise_source(scope: StudyScope, source: str, appraisal: Appraisal) -> None:
    """Record the acting coder's appraisal of a source, in place of an earlier one of the same coder.

    Raises InputRefused for an unknown source, a letter outside A to F or a digit outside 1 to 6.
    """
    if appraisal.reliability not in "ABCDEF" or len(appraisal.reliability) != 1:
        raise InputRefused("study.reliability", value=appraisal.reliability)
    if not 1 <= appraisal.credibility <= 6:
        raise InputRefused("study.credibility", value=appraisal.credibility)
    row = scope.source_row(source)
    judgement = {name: value for name, value in asdict(appraisal).items() if name != "coder"}
    with scope.store.command("appraise_source", scope.coder) as change:
        coder = coder_guid(scope.store, change, scope.coder)
        earlier = scope.store.rows("appraisal", source=row["guid"], coder=coder)
        if earlier:
            change.update("appraisal", earlier[0]["guid"], **judgement, at=now())
        else:
            change.insert("appraisal", {"source": row["guid"], "coder": coder, "at": now(), **judgement})


def exclude_source(scope: StudyScope, source: str, reason: str) -> None:
    """Leave a source out of the evidence, with the reason; its codings stay."""
    if not reason.strip():
        raise InputRefused("study.reason-missing")
    _set_inclusion(scope, source, "excluded", reason)


def include_source(scope: StudyScope, source: str, reason: str = "") -> None:
    """Take a source into the evidence (again)."""
    _set_inclusion(scope, source, "included", reason)


def _set_inclusion(scope: StudyScope, source: str, inclusion: str, reason: str) -> None:
    guid = scope.source_row(source)["guid"]
    with scope.store.command(f"{inclusion}_source", scope.coder) as change:
        change.update("source", guid, inclusion=inclusion, inclusion_reason=reason)


def erase_source(scope: StudyScope, source: str) -> None:
    """Erase a source for good: its text, its original, what was coded in it, and its traces in the log. No undo."""
    scope.store.erase(scope.source_row(source)["guid"], scope.coder)
