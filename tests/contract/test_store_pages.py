"""Pages, feeds and columns give on both databases what plain reads of the whole give."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest

from tenun.store import StudyStore
from tenun.store.coding_columns import coding_columns, keys_of
from tenun.store.feed import EVERY_TABLE, events_after, latest_event
from tenun.store.pages import (
    ORDERS,
    Blindness,
    CodingFilter,
    coding_page,
    coding_rows,
    coding_rows_by_key,
    codings_of_text,
    count_codings,
    counts_by_code,
    counts_by_source,
    read_by,
    uncoded_of_text,
)  # fmt: skip
from tenun.text.hashes import sha256_text

TEXT = "Kota kembar. " * 40


@pytest.fixture
def coded(store: StudyStore) -> StudyStore:
    """Three texts with sixty codings of four codes by two coders in two rounds, one of them blind."""
    dice = random.Random(7)
    with store.command("fill", "ana") as change:
        blob = change.put_blob(TEXT.encode())
        codes = [change.insert("code", {"key": f"C{number}", "position": number})[0] for number in range(4)]
        coders = [
            change.insert("coder", {"name": name, "kind": "human", "person": name})[0] for name in ("ana", "budi")
        ]
        state = {"label": "", "locked": False, "counts": True}
        rounds = [change.insert("round", {"number": 1 + blind, "blind": bool(blind), **state})[0] for blind in (0, 1)]
        for number in range(3):
            source = {"key": f"S{number}", "title": "t", "kind": "news" if number else "law", "language": "id"}
            source_guid = change.insert("source", source)[0]
            text = {"source": source_guid, "blob": blob, "extractor": "t", "extractor_version": "1", "language": "id"}
            text_guid = change.insert("representation", {**text, "text": TEXT, "sha256": sha256_text(TEXT)})[0]
            change.update("source", source_guid, representation=text_guid)
            for start in range(20):
                at = {"representation": text_guid, "start_cp": start * 5, "end_cp": start * 5 + 9}
                passage = change.insert("passage", {**at, "quote": TEXT[at["start_cp"] : at["end_cp"]]})[0]
                owner = {"passage": passage, "coder": dice.choice(coders), "round": dice.choice(rounds)}
                facets = {"actor": dice.choice(["own", "partner"]), "basis": "stated", "polarity": "supports"}
                memo = {"memo": "100% sure_" if start == 3 else "", "time": "at", "priority": "none"}
                change.insert("coding", {**owner, "code": dice.choice(codes), **facets, **memo})
            change.insert("uncoded", {**owner, "reason": "nothing"})
    return store


def _walk(store: StudyStore, wanted: CodingFilter, **options: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    after = None
    while True:
        page, after = coding_page(store, wanted, after=after, limit=7, **options)
        rows += page
        if after is None:
            return rows


@pytest.mark.parametrize("order", sorted(ORDERS))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_join_to_the_whole_in_order(coded: StudyStore, order: str, descending: bool) -> None:
    rows = _walk(coded, CodingFilter(), order=order, descending=descending)
    assert len({row["guid"] for row in rows}) == len(rows) == 60 == count_codings(coded, CodingFilter())
    keys = {"place": ("source_key", "start_cp"), "made": ("id",), "code": ("code_key",), "coder": ("coder",)}[order]
    values = [tuple(row[key] for key in keys) for row in rows]
    assert all((left >= right) if descending else (left <= right) for left, right in pairwise(values))


def test_filters_keep_what_a_plain_filter_keeps(coded: StudyStore) -> None:
    every = _walk(coded, CodingFilter())
    code, source = every[0]["code"], every[-1]["source"]
    cases: list[tuple[CodingFilter, Any]] = [
        (CodingFilter(codes=[code]), lambda row: row["code"] == code),
        (CodingFilter(codes=[]), lambda row: False),
        (CodingFilter(sources=[source]), lambda row: row["source"] == source),
        (CodingFilter(coders=["budi"]), lambda row: row["coder"] == "budi"),
        (CodingFilter(equals={"actor": ["partner"]}), lambda row: row["actor"] == "partner"),
        (CodingFilter(equals={"kind": ["law"]}), lambda row: row["source_key"] == "S0"),
        (CodingFilter(words="KEMBAR"), lambda row: "kembar" in row["quote"].lower()),
        (CodingFilter(words="100% sure_"), lambda row: row["memo"] == "100% sure_"),
        (CodingFilter(words="100_"), lambda row: False),
    ]
    for wanted, keeps in cases:
        rows = _walk(coded, wanted)
        assert [row["guid"] for row in rows] == [row["guid"] for row in every if keeps(row)], wanted
        assert count_codings(coded, wanted) == len(rows)


def test_a_blind_round_shows_only_one_s_own(coded: StudyStore) -> None:
    every = _walk(coded, CodingFilter())
    blind = Blindness("ana", frozenset(row["guid"] for row in coded.rows("round", blind=True)))
    seen = _walk(coded, CodingFilter(), blind=blind)
    assert [row["guid"] for row in seen] == [row["guid"] for row in every if row["round"] == 1 or row["coder"] == "ana"]
    assert len(seen) < len(every)
    assert count_codings(coded, CodingFilter(), blind=blind) == len(seen)
    assert sum(counts_by_code(coded, blind=blind).values()) == sum(counts_by_source(coded, blind=blind).values())
    stranger = Blindness("nobody", blind.rounds)
    assert {row["round"] for row in _walk(coded, CodingFilter(), blind=stranger)} == {1}
    for text in {row["representation"] for row in every}:
        assert len(uncoded_of_text(coded, text)) == 1
        hidden = [row for row in codings_of_text(coded, text, blind=blind) if row["round"] == 2]
        assert {row["coder"] for row in hidden} <= {"ana"}


def test_counts_and_readers(coded: StudyStore) -> None:
    every = _walk(coded, CodingFilter())
    for name, counts in (("code", counts_by_code(coded)), ("source", counts_by_source(coded))):
        assert counts == {value: sum(row[name] == value for row in every) for value in {row[name] for row in every}}
    readers = read_by(coded)
    assert all(row["coder"] in readers[row["source"]] for row in every)


def test_rows_by_guid_and_key_keep_the_order_asked_for(coded: StudyStore) -> None:
    every = _walk(coded, CodingFilter())[::-1]
    guids = [row["guid"] for row in every]
    assert coding_rows(coded, [guids[3], "6446e6d1-933a-4e0b-8f00-000000000001", guids[0]]) == [every[3], every[0]]
    assert coding_rows_by_key(coded, [row["id"] for row in every[:5]]) == every[:5]
    assert coding_rows(coded, []) == []


def test_columns_say_what_rows_say(coded: StudyStore) -> None:
    columns = coding_columns(coded)
    rows = {row["id"]: row for row in _walk(coded, CodingFilter())}
    codes, sources = keys_of(coded, "code", "key"), keys_of(coded, "source", "key", "kind")
    assert len(columns) == 60
    for at in range(len(columns)):
        row = rows[int(columns.id[at])]
        assert codes[int(columns.code[at])] == (row["code_key"],)
        assert sources[int(columns.source[at])][0] == row["source_key"]
        assert (columns.start_cp[at], columns.end_cp[at]) == (row["start_cp"], row["end_cp"])
        assert columns.tokens["actor"][at] == row["actor"]
    assert len(columns.where(columns.start_cp == 0)) == 3


def test_an_empty_study_has_empty_pages(store: StudyStore) -> None:
    assert coding_page(store, CodingFilter()) == ([], None)
    assert len(coding_columns(store)) == 0
    assert (read_by(store), counts_by_code(store), counts_by_source(store)) == ({}, {}, {})
    assert (latest_event(store), events_after(store, 0, 10)) == (0, [])


def test_the_feed_tells_which_tables_an_event_touched(store: StudyStore) -> None:
    with store.command("one", "ana") as change:
        guid = change.insert("code", {"key": "A"})[0]
    with store.command("two", "ana") as change:
        change.update("code", guid, label_en="x")
        change.set_study(title_en="y")
    store.undo("ana")
    store.redo("ana")
    found = events_after(store, 0, 10)
    assert [(event.seq, event.operation, event.coder) for event in found] == [
        (1, "one", "ana"), (2, "two", "ana"), (3, "undo", "ana"), (4, "redo", "ana"),
    ]  # fmt: skip
    assert [event.tables for event in found] == [("code",), *[("code", "study")] * 3]
    assert [event.seq for event in events_after(store, 2, 1)] == [3]
    assert latest_event(store) == 4
    assert {"code", "study", "coding"} <= set(EVERY_TABLE)


def _name(store: StudyStore, *, fail: bool = False) -> str:
    with store.command("names", "ana") as change:
        guid = change.insert("coder", {"name": "ana", "kind": "human", "person": "ana"})[0]
        assert [row["guid"] for row in store.rows("coder", name="ana")] == [guid]
        if fail:
            raise ZeroDivisionError
    return guid


def test_a_batch_forgets_what_was_taken_back(store: StudyStore) -> None:
    with store.batch():
        assert store.rows("coder", name="ana") == []
        with pytest.raises(ZeroDivisionError):
            _name(store, fail=True)
        assert store.rows("coder", name="ana") == []
        guid = _name(store)
        assert [row["guid"] for row in store.rows("coder", name="ana")] == [guid]
        with store.command("renames", "ana") as change:
            change.update("coder", guid, person="Ana")
        assert store.row("coder", guid) == store.rows("coder", name="ana")[0]
        assert store.rows("coder", name="ana")[0]["person"] == "Ana"
    with store.command("outside", "ana") as change:
        change.update("coder", guid, person="A.")
    with store.batch():
        assert store.rows("coder", name="ana")[0]["person"] == "A."


@pytest.mark.parametrize("order", sorted(ORDERS))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_go_on_past_regions_which_have_no_position(coded: StudyStore, order: str, descending: bool) -> None:
    (text, *_), (code, *_) = (sorted(coded.lookup(table, "guid")) for table in ("representation", "code"))
    owner = {"code": code, "coder": min(coded.lookup("coder", "guid")), "round": min(coded.lookup("round", "guid"))}
    facets = {"actor": "own", "basis": "stated", "polarity": "supports", "time": "at", "priority": "none"}
    with coded.command("look", "ana") as change:
        for left in range(10):
            region = {"x0": left, "y0": 0, "x1": left + 5, "y1": 5}
            passage = change.insert("passage", {"representation": text, "region": region, "quote": f"ship {left}"})[0]
            change.insert("coding", {**owner, **facets, "passage": passage})
    rows = _walk(coded, CodingFilter(), order=order, descending=descending)
    assert len({row["guid"] for row in rows}) == len(rows) == 70
    places = [row for row in rows if row["start_cp"] is None]
    assert sorted(row["region"]["x0"] for row in places) == list(range(10))
    assert {row["said"] for row in places} == {f"ship {left}" for left in range(10)}
    assert {row["said"] for row in rows if row["start_cp"] is not None} == {None}
    assert (coding_columns(coded).start_cp < 0).sum() == 10
