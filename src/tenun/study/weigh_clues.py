"""The ledger of clues: how strongly they speak for each motive."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.analysis.process_tracing import Clue, JointClue, Weighing
    from tenun.study.scope import StudyScope


def clues_of_ledger(scope: StudyScope) -> tuple[list[Clue], list[JointClue]]:
    """The clues with likelihoods, and the joint likelihoods of those that depend on each other; empty without a ledger.

    Clues of one dependence group enter once, with the likelihoods of the clue that bears the group's own name.
    """
    from tenun.analysis.process_tracing import Clue, JointClue

    rows = [row for row in scope.store.rows("evidence") if row["p_if_true"] is not None]
    keys = scope.store.lookup("claim", "key") if rows else {}
    clues, joint = [], []
    for row in rows:
        hypothesis, p, q = keys[row["claim"]], row["p_if_true"], row["p_if_false"]
        if row["dependence"] and row["clue"] == row["dependence"]:
            joint.append(JointClue(row["clue"], hypothesis, p, q, row["reason"]))
        else:
            clues.append(Clue(row["clue"], hypothesis, p, q, row["reason"], row["dependence"]))
    return clues, joint


def weigh_ledger(scope: StudyScope) -> dict[str, Weighing]:
    """What the clues weigh for each hypothesis they speak to, by code; empty where the study keeps no ledger."""
    from tenun.analysis.process_tracing import weigh

    clues, joint = clues_of_ledger(scope)
    return {key: weigh(key, clues, joint) for key in dict.fromkeys(clue.hypothesis for clue in clues)}


def ledger_weights(scope: StudyScope) -> dict[str, float] | None:
    """Decibels for each hypothesis with clues; None where the study keeps no ledger."""
    weighed = weigh_ledger(scope)
    return {key: found.weight_db for key, found in weighed.items()} if weighed else None
