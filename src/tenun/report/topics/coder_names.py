"""Whether several names of coders are those of one person."""

from __future__ import annotations

from tenun.report.findings import Findings


def one_person(findings: Findings) -> bool:
    """Whether several names of coders are those of one person."""
    names = {coder.name for coder in findings.coders}
    if len(names) < 2:
        return False
    persons = {coder.person or coder.name for coder in findings.coders}
    return len(persons) == 1 or any(names <= set(group) for group in findings.study.same_person)
