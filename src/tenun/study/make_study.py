"""Make a study from its question and decision."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tenun.corpus.study import Bilingual, Decision, StudyConfig
from tenun.errors import InputRefused
from tenun.study.codebook.load_framework import load_framework
from tenun.study.opening import new_scope

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def make_study(
    location: str,
    *,
    title: str = "",
    question: str = "",
    decision: str = "",
    date: str = "",
    framework: str | None = None,
    coder: str = "researcher",
) -> StudyScope:
    """Make an empty study, with a shipped codebook where one is named; returns it open.

    Raises InputRefused for a date that is no day, a framework that does not exist and a file that is there already.
    """
    from pathlib import Path

    key = Path(location).stem
    root, motives = _motives(framework)
    config = StudyConfig(
        id=key,
        title=_words(title or key),
        question=_words(question),
        decision=Decision(_words(decision or title or key), _day(date)),
        case=None,
        own_side=Bilingual(),
        motives=motives,
        motive_root=root,
    )
    scope = new_scope(location, config, coder=coder)
    if framework:
        load_framework(scope, framework)
    return scope


def _words(text: str) -> Bilingual:
    return Bilingual(en=text, id=text)


def _day(date: str) -> str:
    if not date:
        return ""
    try:
        return dt.date.fromisoformat(date).isoformat()
    except ValueError:
        raise InputRefused("study.date", date=date) from None


def _motives(framework: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The root of a framework's motives, which is its first code, and its children."""
    if framework is None:
        return None, ()
    from tenun import frameworks

    book = frameworks.load(framework).codebook
    root = next(book.children(None))
    return root, tuple(book.children(root))
