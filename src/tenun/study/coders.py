"""The coders and rounds that a command refers to; made on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.corpus.identity import guid_of

if TYPE_CHECKING:
    from tenun.store import Change, StudyStore


def coder_guid(store: StudyStore, change: Change, name: str, *, kind: str = "human", person: str = "") -> str:
    """The guid of the coder called `name`, who is added when unknown."""
    found = store.rows("coder", name=name)
    if found:
        return str(found[0]["guid"])
    guid = guid_of(store.guid, "coder", name)
    change.insert("coder", {"guid": guid, "name": name, "kind": kind, "person": person or name})
    return guid


def round_guid(store: StudyStore, change: Change, number: int) -> str:
    """The guid of a round of coding, which is added when unknown."""
    found = store.rows("round", number=number)
    if found:
        return str(found[0]["guid"])
    guid = guid_of(store.guid, "round", number)
    row = {"guid": guid, "number": number, "label": "", "blind": False, "locked": False, "counts": True}
    change.insert("round", row)
    return guid
