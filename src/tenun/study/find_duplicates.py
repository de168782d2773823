"""Propose sources whose wording is alike, and record what a person decides about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.study.reading import DUPLICATE, read_confirmed_duplicates

if TYPE_CHECKING:
    from tenun.claims.results import DuplicatePair, Group
    from tenun.study.scope import StudyScope


def find_witnesses(scope: StudyScope) -> tuple[Group, ...]:
    """The independence groups of all sources, by declared origin and confirmed duplicates."""
    from tenun.corpus.witnesses import witnesses

    confirmed, kinds = read_confirmed_duplicates(scope.store), scope.config().origin_kinds
    return witnesses(scope.sources(), confirmed, compilations=True, origin_kinds=kinds)


def find_duplicates(scope: StudyScope) -> list[DuplicatePair]:
    """Pairs of sources with much wording in common, the most alike first. A proposal: nothing is merged."""
    from tenun.corpus.near_duplicates import near_duplicates

    texts = {source.key: scope.store.text(source.representation) for source in scope.sources() if source.representation}
    return near_duplicates(texts, find_witnesses(scope))


def confirm_duplicate(scope: StudyScope, first: str, second: str, note: str = "") -> None:
    """Declare two sources one text, so that they count as one witness from now on."""
    a, b = scope.source_row(first)["guid"], scope.source_row(second)["guid"]
    if a == b:
        raise InputRefused("study.same-source", key=first)
    row = {"from_table": "source", "from_guid": a, "to_table": "source", "to_guid": b, "relation": DUPLICATE}
    with scope.store.command("confirm_duplicate", scope.coder) as change:
        change.insert("link", {**row, "note": note})
