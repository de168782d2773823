"""What holds of every merge: copies edited apart at random, merged both ways, settled, and merged again."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.contract.test_merge import DEWAN, FACETS, KOPI, began

from tenun.coding.facets import facets_from
from tenun.errors import TenunError
from tenun.store import StudyStore, backup, open_study
from tenun.store.natural_keys import natural_keys
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.codebook.edit_code import edit_code
from tenun.study.codebook.remove_code import remove_code
from tenun.study.merging.kept_conflicts import merge_conflicts
from tenun.study.merging.merge_study import merge_study
from tenun.study.merging.settle_conflict import choices, settle_conflict
from tenun.study.scope import StudyScope
from tenun.study.write_memo import write_memo

Act = tuple[str, int]
Dump = dict[str, list[dict[str, Any]]]
KINDS = ["note", "words", "code", "facet", "key", "drop", "memo", "undo"]
ACTS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 5)), max_size=6)
APART = st.lists(st.tuples(st.sampled_from(KINDS[:5]), st.integers(0, 2)), min_size=2, max_size=6)
FAST = settings(
    max_examples=15,
    deadline=None,
    # A case takes half a second, and what makes it smaller runs hundreds of them.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_ASIDE = frozenset({"analysis_run", "merge_conflict", "code_version", "segment", "blob"})
"""What a merge notes about itself, what follows from other rows, and the history of codes, which each copy keeps."""


def act(scope: StudyScope, what: str, number: int) -> None:
    """One thing that a person does; what cannot be done just then is left."""
    quote, key = (KOPI, DEWAN)[number % 2], ("MKT", "TOU")[number // 3]
    store = scope.store
    doing: dict[str, Callable[[], object]] = {
        "code": lambda: code_passage(scope, "S01", quote, key, facets=facets_from({**FACETS, "case": str(number)})),
        "facet": lambda: _set(scope, "coding", number, actor=("own", "partner", "other")[number % 3]),
        "words": lambda: edit_code(scope, key, meaning_changed=True, definition_en=f"{scope.coder} {number}"),
        "key": lambda: add_code(scope, key=f"N{number % 2}", label_en=f"{scope.coder} {number}"),
        "drop": lambda: remove_code(scope, scope.code_row(key)["guid"], "*"),
        "memo": lambda: write_memo(scope, kind="memo", body=f"{scope.coder} {number}"),
        "note": lambda: _set(scope, "memo", number, body=f"{scope.coder} writes {number}"),
        "undo": lambda: store.undo(scope.coder),
    }
    try:
        doing[what]()
    except TenunError:
        return


def _set(scope: StudyScope, table: str, number: int, **values: Any) -> None:
    rows = scope.store.rows(table)
    if rows:
        with scope.store.command("set", scope.coder) as change:
            change.update(table, rows[number % len(rows)]["guid"], **values)


@contextmanager
def edited_apart(before: list[Act], one: list[Act], other: list[Act]) -> Iterator[tuple[StudyScope, StudyScope]]:
    """Two copies of one study. Both write as one coder now and then, which is where they meet."""
    with tempfile.TemporaryDirectory() as name:
        first, second = Path(name) / "one.tenun", Path(name) / "two.tenun"
        scope = began(first, str(uuid.uuid4()), "parted")
        write_memo(scope, kind="memo", body="first")
        for what in before:
            act(scope, *what)
        scope.store.close()
        backup(first, second)
        with open_study(first) as here, open_study(second) as there:
            for store, own, acts in ((here, "wayan", one), (there, "thandi", other)):
                for number, what in enumerate(acts):
                    act(StudyScope(store, own if number % 2 else "putu"), *what)
            yield StudyScope(here, "wayan"), StudyScope(there, "thandi")


@contextmanager
def copy_of(scope: StudyScope) -> Iterator[StudyScope]:
    """A study as it stands now, apart from what becomes of it."""
    with (
        tempfile.TemporaryDirectory() as name,
        open_study(backup(scope.store.location, Path(name) / "c.tenun")) as store,
    ):
        yield StudyScope(store, scope.coder)


def content(store: StudyStore) -> Dump:
    """Everything but what a merge notes about itself, with rows named by what makes them themselves."""
    dump = {table: rows for table, rows in store.dump().items() if table not in _ASIDE}
    names: dict[str, str] = {}

    def name(table: str, row: dict[str, Any]) -> str:
        key = next((key for key in natural_keys(table) if None not in [row[part] for part in key]), None)
        if table in ("study", "memo") or key is None:
            return str(row["guid"])
        return repr([names.get(str(row[part]), row[part]) for part in key])

    for table, rows in dump.items():
        for row in rows:
            names.setdefault(row["guid"], f"{table} {name(table, row)}")
    found: Dump = {}
    for table, rows in dump.items():
        named = [
            {key: names.get(value, value) if isinstance(value, str) else value for key, value in row.items()}
            for row in rows
        ]
        found[table] = sorted(named, key=lambda row: repr(row["guid"]))
    return found


def contested(scope: StudyScope) -> set[tuple[str, str]]:
    """Rows that a person has to decide, and what follows from them."""
    found = {(one.table, one.guid) for one in merge_conflicts(scope, every=True)}
    found |= {(one.table, one.brought) for one in merge_conflicts(scope, every=True) if one.brought}
    return found


@FAST
@given(before=ACTS, one=APART, other=APART)
def test_a_second_merge_changes_nothing(before: list[Act], one: list[Act], other: list[Act]) -> None:
    with edited_apart(before, one, other) as (here, there):
        merge_study(here, there.store)
        dump, revision = here.store.dump(), here.store.revision
        merge_study(here, there.store)
        assert (here.store.dump(), here.store.revision) == (dump, revision)
        assert here.store.verify() == []


@FAST
@given(before=ACTS, one=APART, other=APART)
def test_either_way_gives_the_same_up_to_conflicts(before: list[Act], one: list[Act], other: list[Act]) -> None:
    with edited_apart(before, one, other) as (here, there), copy_of(here) as mine:
        first, second = merge_study(here, there.store), merge_study(there, mine.store)
        assert bool(first.conflicts) == bool(second.conflicts)
        if not first.conflicts:
            assert content(here.store) == content(there.store)
            return
        for table in ("memo", "passage", "source", "representation", "coder", "round"):
            aside = {guid for name, guid in contested(here) | contested(there) if name == table}
            left, right = (
                [row for row in content(scope.store)[table] if str(row["guid"]).split()[-1] not in aside]
                for scope in (here, there)
            )
            assert left == right, table


@FAST
@given(before=ACTS, one=APART, other=APART, later=ACTS, takes=st.lists(st.integers(0, 9), min_size=1))
def test_what_is_settled_stays_settled(
    before: list[Act], one: list[Act], other: list[Act], later: list[Act], takes: list[int]
) -> None:
    with edited_apart(before, one, other) as (here, there):
        merge_study(here, there.store)
        _settle_all(here, takes)
        settled = {found.id: found for found in merge_conflicts(here, every=True) if found.choice}
        for what in later:
            act(StudyScope(there.store, "anne"), "memo", what[1])
        report = merge_study(here, there.store)
        assert {found.id for found in report.conflicts} <= {found.id for found in merge_conflicts(here)}
        assert not settled.keys() & {found.id for found in merge_conflicts(here)}
        assert {found.id: found for found in merge_conflicts(here, every=True) if found.id in settled} == settled
        assert here.store.verify() == []


@FAST
@given(before=ACTS, one=APART, other=APART, takes=st.lists(st.integers(0, 9), min_size=1))
def test_the_other_copy_follows_what_was_settled(
    before: list[Act], one: list[Act], other: list[Act], takes: list[int]
) -> None:
    with edited_apart(before, one, other) as (here, there):
        merge_study(here, there.store)
        if _settle_all(here, takes):
            return
        merge_study(there, here.store)
        assert merge_conflicts(there) == ()
        assert content(here.store) == content(there.store)
        assert there.store.verify() == []


def _settle_all(scope: StudyScope, takes: list[int]) -> bool:
    """Settle all that can be settled; says whether something is left, as what is in use cannot be removed."""
    for number, found in enumerate(merge_conflicts(scope)):
        allowed = [choice for choice in choices(found) if choice != "edited"]
        try:
            settle_conflict(scope, found.id, allowed[takes[number % len(takes)] % len(allowed)])
        except TenunError:
            continue
    return bool(merge_conflicts(scope))
