"""The ledger of clues: how strongly they speak for each motive."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.analysis.process_tracing import Weighing
    from tenun.study.scope import StudyScope


def weigh_ledger(scope: StudyScope) -> dict[str, Weighing]:
    """What the clues weigh for each hypothesis they speak to, by code; empty where the study keeps no ledger.

    Clues of one dependence group enter once, with the likelihoods of the clue that bears the group's own name.
    """
    rows = [row for row in scope.store.rows("evidence") if row["p_if_true"] is not None]
    if not rows:
        return {}
    from tenun.analysis.process_tracing import Clue, JointClue, weigh

    keys = scope.store.lookup("claim", "key")
    clues, joint = [], []
    for row in rows:
        hypothesis, p, q = keys[row["claim"]], row["p_if_true"], row["p_if_false"]
        if row["dependence"] and row["clue"] == row["dependence"]:
            joint.append(JointClue(row["clue"], hypothesis, p, q, row["reason"]))
        else:
            clues.append(Clue(row["clue"], hypothesis, p, q, row["reason"], row["dependence"]))
    return {key: weigh(key, clues, joint) for key in dict.fromkeys(clue.hypothesis for clue in clues)}


def ledger_weights(scope: StudyScope) -> dict[str, float] | None:
    """Decibels for each hypothesis with clues; None where the study keeps no ledger."""
    weighed = weigh_ledger(scope)
    return {key: found.weight_db for key, found in weighed.items()} if weighed else None
