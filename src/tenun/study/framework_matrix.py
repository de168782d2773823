"""The framework matrix: cases or sources against codes, each cell with a summary that a person wrote from passages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tenun.errors import InputRefused
from tenun.study.blindness import visible_codings
from tenun.study.stale import existing
from tenun.study.write_memo import revise_memo, write_memo

if TYPE_CHECKING:
    from tenun.analysis.query.framework import FrameworkMatrix
    from tenun.study.scope import StudyScope

By = Literal["case", "source"]
KIND = "summary"


@dataclass(frozen=True, slots=True)
class Framework:
    """The matrix, and the memo that holds each summary, by row and code (key)."""

    matrix: FrameworkMatrix
    memos: dict[tuple[str, str], dict[str, Any]]


def lay_out_framework(scope: StudyScope, by: By, codes: Sequence[str] = ()) -> Framework:
    """Passages and summaries by case or source and code (guids; the motives where none is named).

    What others code in an open blind round is left out. A passage that has gone is no longer cited.
    """
    from tenun.analysis.query import coding_index, framework_matrix
    from tenun.analysis.query.framework import Summary

    keys = {row["guid"]: row["key"] for row in scope.store.rows("code")}
    wanted = [keys[existing(scope, "code", guid)["guid"]] for guid in codes] or list(scope.config().motives)
    index = coding_index(visible_codings(scope), sources=scope.sources(), codebook=scope.codebook())
    bare = framework_matrix(index, wanted, by=by, rows=_rows(scope, by))
    held = {(cell.row, cell.code): cell.passages for cell in bare.cells}
    memos = {cell: memo for cell, memo in _memos(scope, by, keys) if cell in held}
    names = scope.store.lookup("coder", "name")
    summaries = [
        Summary(
            *cell,
            text=memo["text"],
            passages=tuple(guid for guid in memo["passages"] if guid in held[cell]),
            written_by=names.get(memo["coder"], ""),
        )
        for cell, memo in memos.items()
    ]
    return Framework(framework_matrix(index, wanted, by=by, rows=bare.rows, summaries=summaries), memos)


def write_summary(scope: StudyScope, by: By, row: str, code: str, text: str, passages: Sequence[str]) -> str:
    """Write what the passages of a cell say; returns the memo's guid.

    Raises InputRefused for a cell that is not there, one that has a summary already, and a summary without words.
    """
    key = existing(scope, "code", code)["key"]
    if row not in _rows(scope, by) or not text.strip():
        raise InputRefused("analysis.summary-without-cell", row=row, code=key)
    if any(cell == (row, key) for cell, _ in _memos(scope, by, {code: key})):
        raise InputRefused("study.summary-taken", row=row, code=key)
    body = _body(text, passages)
    return write_memo(scope, kind=KIND, title=f"{by} {row}", body=body, target_table="code", target=code)


def revise_summary(scope: StudyScope, guid: str, version: str, text: str, passages: Sequence[str]) -> None:
    """Change a summary of one's own that is still at `version`."""
    if not text.strip():
        raise InputRefused("study.empty-memo")
    revise_memo(scope, guid, version, body=_body(text, passages))


def _body(text: str, passages: Sequence[str]) -> str:
    return json.dumps({"text": text, "passages": list(passages)}, ensure_ascii=False)


def _rows(scope: StudyScope, by: By) -> list[str]:
    return sorted(str(row["key"]) for row in scope.store.rows(by))


def _memos(scope: StudyScope, by: By, keys: dict[str, str]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for memo in scope.store.rows("memo", kind=KIND):
        about, _, row = memo["title"].partition(" ")
        if about == by and memo["target"] in keys:
            yield (row, keys[memo["target"]]), {**json.loads(memo["body"]), **memo}
