"""A graph of claims lets no finding through without passages and sources that are there."""

from __future__ import annotations

from typing import Any

import pytest

from tenun.claims.graph import Claim, ClaimGraph
from tenun.errors import InputRefused


def finding(**changes: Any) -> Claim:
    stands: dict[str, Any] = {"passages": ("p", "q"), "sources": ("S1",), "finding": True, "label": "the finding"}
    return Claim("c", "t", "answer.order", **{**stands, **changes})


def test_a_finding_whose_passages_and_sources_are_there_stands() -> None:
    graph = ClaimGraph([finding(), Claim("d", "t", "answer.verdict")])
    assert graph.checked({"p", "q"}, {"S1"}) is graph


@pytest.mark.parametrize(
    ("claim", "passages", "sources"),
    [
        (finding(), {"p"}, {"S1"}),
        (finding(), {"p", "q"}, {"S2"}),
        (finding(passages=()), {"p"}, {"S1"}),
        (finding(finding=False), {"p"}, {"S1"}),
    ],
)
def test_what_lost_its_support_is_named(claim: Claim, passages: set[str], sources: set[str]) -> None:
    with pytest.raises(InputRefused) as refused:
        ClaimGraph([claim]).checked(passages, sources)
    assert refused.value.parameters == {"finding": "the finding"}


def test_a_finding_without_a_label_is_named_by_its_id() -> None:
    with pytest.raises(InputRefused) as refused:
        ClaimGraph([finding(passages=(), label="")]).checked((), ())
    assert refused.value.parameters == {"finding": "c"}
