"""What was settled in the other copy with this one's version in view holds here too."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tenun.errors import Conflict, InputRefused
from tenun.study.merging.kept_conflicts import TABLE
from tenun.study.merging.merge_rows import differing

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.merging.merge_two_copies import MergeOfCopies

Row = dict[str, Any]


def follow_decisions(copies: MergeOfCopies, change: Change) -> None:
    """Settle here what is open here and settled there, where the person who did it saw what still stands here.

    A row of this copy becomes as it is in the other; who decided, and when, is taken over with it.
    """
    decided: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in copies.there.rows(TABLE):
        if row["choice"] is not None and row["brought"] is None:
            decided[row["target_table"], copies.ours.get(row["target"], row["target"])].append(row)
    if not decided:
        return
    for mine in copies.here.rows(TABLE, choice=None):
        for theirs in decided[mine["target_table"], mine["target"]]:
            if mine["brought"] is None and _saw(copies, mine, theirs) and _follow(copies, change, mine, theirs):
                said = {name: theirs[name] for name in ("settled_by", "settled_at")}
                change.update(TABLE, mine["guid"], choice=_seen_from_here(mine, copies), **said)
                break


def _here(copies: MergeOfCopies, conflict: Row) -> Row | None:
    if conflict["target_table"] == "study":
        return copies.here.rows("study")[0]
    return copies.here.row(conflict["target_table"], conflict["target"])


def _there(copies: MergeOfCopies, conflict: Row) -> Row | None:
    if conflict["target_table"] == "study":
        row = copies.there.rows("study")[0]
        return {name: row[name] for name in ("title_en", "title_id", "config")}
    return copies.theirs_of(conflict["target_table"], conflict["target"])


def _saw(copies: MergeOfCopies, mine: Row, theirs: Row) -> bool:
    """Whether the version that the person there had before them is the one that stands here, or both agree by now."""
    row, found = _here(copies, mine), _there(copies, theirs)
    if (
        row is not None
        and found is not None
        and not differing(row, {name: found[name] for name in found if name in row})
    ):
        return True
    if theirs["there"] is None or row is None:
        return theirs["there"] is None and row is None
    said = copies.in_our_words(mine["target_table"], theirs["there"])
    return all(row.get(name) == value for name, value in said.items() if name not in ("guid", "at"))


def _follow(copies: MergeOfCopies, change: Change, mine: Row, theirs: Row) -> bool:
    table, guid = mine["target_table"], mine["target"]
    row, found = _here(copies, mine), _there(copies, theirs)
    if copies.in_locked_round(row, found):
        return False
    try:
        if found is None:
            if row is not None:
                change.delete(table, guid)
        elif row is None:
            change.insert(table, found)
        elif values := {name: found[name] for name in differing(row, found) if name in row}:
            change.set_study(**values) if table == "study" else change.update(table, guid, **values)
    except (Conflict, InputRefused):
        return False
    return True


def _seen_from_here(mine: Row, copies: MergeOfCopies) -> str:
    """The choice in this copy's words: what was `mine` there is `theirs` here."""
    row = _here(copies, mine)
    if row is None or mine["there"] is None:
        return "theirs" if (row is None) == (mine["there"] is None) else "mine"
    if all(row.get(name) == value for name, value in mine["there"].items()):
        return "theirs"
    return "mine" if all(row.get(name) == value for name, value in (mine["here"] or {}).items()) else "edited"
