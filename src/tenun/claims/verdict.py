"""The judgement on the evidence at hand, by rule."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tenun.analysis.attestation import FEWEST_WITNESSES
from tenun.claims.first_place import Chances
from tenun.claims.fragility import leaders_of
from tenun.claims.results import Condition, Fragility, Verdict
from tenun.claims.signs import Testimony, hear

FEWEST_FOR_FOREMOST = 10
P_FOREMOST = 0.90
P_LEADS = 0.75
P_SEPARATES = 0.90
FRAGILE_BELOW = 2
STEADY_UNDER = ("no-second-hand", "equal-weights", "stated-only", "contemporaneous")


@dataclass(frozen=True)
class Case:
    """What the verdict is given on: the testimony as one view counts it, with its probabilities and fragility."""

    testimony: Testimony
    view: str
    chances: Chances
    fragility: Fragility

    @property
    def leaders(self) -> tuple[str, ...]:
        """The motives with the highest independent support."""
        return leaders_in(self.testimony, self.view)


def leaders_in(testimony: Testimony, view: str) -> tuple[str, ...]:
    """The motives that share the highest independent support, as one view counts it."""
    return leaders_of(testimony.evidence.motives, testimony.support[testimony.view(view)].tolist())


def judge(case: Case) -> Verdict:
    """Foremost, leads, not told apart or not assessable, with every condition that fails. Source: METHODS section 2."""
    if hindrances := _hindrances(case):
        return Verdict("not_assessable", case.leaders, hindrances, ())
    p_first = _p_first_of_leader(case)
    failed = (*_doubts_about_leading(case, p_first), *_doubts_about_foremost(case, p_first))
    leads = len(case.leaders) == 1 and p_first is not None and p_first >= P_LEADS
    level = "not_told_apart" if not leads else "leads" if failed else "foremost"
    return Verdict(level, case.leaders, failed, _not_separable(case))


def _hindrances(case: Case) -> tuple[Condition, ...]:
    testimony, at = case.testimony, case.testimony.view(case.view)
    found = []
    n = int(testimony.n[at])
    if n < FEWEST_WITNESSES:
        found.append(Condition("fewer-than-four-witnesses", values=(n,)))
    supported = (testimony.signs[at] > 0).any(axis=0)
    if supported.sum() < 2:
        motives = tuple(m for m, yes in zip(testimony.evidence.motives, supported, strict=True) if yes)
        found.append(Condition("fewer-than-two-motives", motives=motives))
    return tuple(found)


def _p_first_of_leader(case: Case) -> float | None:
    if case.chances.attestation is None or not case.leaders:
        return None
    return case.chances.attestation.p_first[case.testimony.evidence.motives.index(case.leaders[0])]


def _doubts_about_leading(case: Case, p_first: float | None) -> tuple[Condition, ...]:
    found = []
    if len(case.leaders) != 1:
        found.append(Condition("tied-first", motives=case.leaders))
    if case.chances.attestation is None:
        found.append(Condition("p-first-not-computable", coders=case.testimony.evidence.coders))
    elif len(case.leaders) == 1 and p_first is not None and p_first < P_LEADS:
        found.append(Condition("p-first-below-leading", values=(p_first,)))
    return tuple(found)


def _doubts_about_foremost(case: Case, p_first: float | None) -> tuple[Condition, ...]:
    """Conditions of `foremost` that fail. Those that are about the sole first are left out where there is none."""
    n = int(case.testimony.n[case.testimony.view(case.view)])
    found = [Condition("fewer-than-ten-witnesses", values=(n,))] if n < FEWEST_FOR_FOREMOST else []
    if len(case.leaders) != 1:
        return tuple(found)
    if p_first is not None and p_first < P_FOREMOST:
        found.append(Condition("p-first-below-foremost", values=(p_first,)))
    return (*found, *_fragile(case), *_unsteady(case), *_contradicted(case), *_one_institution(case))


def _fragile(case: Case) -> tuple[Condition, ...]:
    weak = case.fragility
    if weak.groups_to_remove is None or weak.groups_to_remove >= FRAGILE_BELOW:
        return ()
    rival = (weak.rival,) if weak.rival else ()
    return (Condition("fragile", motives=rival, groups=weak.groups, values=(weak.groups_to_remove,)),)


def _unsteady(case: Case) -> tuple[Condition, ...]:
    """Coders and switches under which the leader is no longer sole first."""
    testimony, found = case.testimony, []
    coders = tuple(view for view in testimony.evidence.views if leaders_in(testimony, view) != case.leaders)
    if coders:
        found.append(Condition("coders-differ", coders=coders))
    turned = {switch: hear(testimony.evidence, {*testimony.switches, switch}) for switch in STEADY_UNDER}
    switches = tuple(switch for switch, heard in turned.items() if leaders_in(heard, case.view) != case.leaders)
    if switches:
        found.append(Condition("switches-unseat", switches=switches))
    return tuple(found)


def _contradicted(case: Case) -> tuple[Condition, ...]:
    """First-hand witnesses that put another motive first."""
    testimony, evidence = case.testimony, case.testimony.evidence
    another = evidence.motive != evidence.motives.index(case.leaders[0])
    said = testimony.of_view(case.view) & evidence.first_hand & evidence.puts_first & ~evidence.opposes
    rows = np.flatnonzero(said & another)
    if not len(rows):
        return ()
    motives = tuple(evidence.motives[m] for m in np.unique(evidence.motive[rows]))
    groups = tuple(testimony.groups[g].id for g in np.unique(testimony.group[rows]))
    return (Condition("first-hand-puts-another-first", motives=motives, groups=groups),)


def _one_institution(case: Case) -> tuple[Condition, ...]:
    testimony = case.testimony
    motive = testimony.evidence.motives.index(case.leaders[0])
    speaking = np.flatnonzero(testimony.signs[testimony.view(case.view)][:, motive] > 0)
    institutions = {institution for g in speaking for institution in testimony.groups[g].institutions}
    return (Condition("one-institution", values=(len(institutions),)),) if len(institutions) < 2 else ()


def _not_separable(case: Case) -> tuple[str, ...]:
    """Every other motive that a leader is above with less than .90; all of them where probabilities have no value."""
    motives, found = case.testimony.evidence.motives, case.chances.attestation
    first = [motives.index(leader) for leader in case.leaders]
    return tuple(
        motive
        for b, motive in enumerate(motives)
        if first and b not in first and (found is None or any(found.above[a][b] < P_SEPARATES for a in first))
    )
