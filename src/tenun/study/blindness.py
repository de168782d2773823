"""Blind rounds: while one is open, nobody sees what the others code in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotAllowed
from tenun.store.pages import Blindness

if TYPE_CHECKING:
    import pandas as pd

    from tenun.study.scope import StudyScope


def blindness(scope: StudyScope) -> Blindness:
    """What the acting coder must not see: codings of others in blind rounds that are not locked yet."""
    rounds = [row["guid"] for row in scope.store.rows("round", blind=True) if not row["locked"]]
    return Blindness(scope.coder, frozenset(rounds))


def refuse_while_blind(scope: StudyScope) -> None:
    """Raise NotAllowed while a blind round is open: what compares coders would tell one of the other."""
    if blindness(scope).rounds:
        raise NotAllowed("study.blind-round-open")


def visible_codings(scope: StudyScope) -> pd.DataFrame:
    """The codings that the acting coder may see: in an open blind round, their own."""
    codings = scope.store.codings()
    hidden = blindness(scope).rounds
    if not hidden:
        return codings
    numbers = {row["number"] for row in scope.store.rows("round") if row["guid"] in hidden}
    return codings[~codings["round"].isin(numbers) | (codings["coder"] == scope.coder)]
