"""Rows in and out: what every database must do alike."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from tests.contract.conftest import again
from tests.contract.small_study import FACETS, TEXT, add_source, fill

from tenun.coding.codings import CODINGS_COLUMNS
from tenun.errors import Conflict, InputRefused
from tenun.store import StudyStore, create, open_study
from tenun.text.hashes import sha256_bytes, sha256_text


def test_a_study_knows_itself_after_a_restart(store: StudyStore, key: str) -> None:
    with again(store) as opened:
        assert (opened.guid, opened.key, opened.revision) == (store.guid, key, 0)
        assert opened.config() == {"seed": 1}
        (row,) = opened.rows("study")
        assert (row["title_en"], row["title_id"], row["guid"]) == ("Sister cities", "Kota kembar", store.guid)


def test_a_study_opens_by_its_key(store: StudyStore, key: str) -> None:
    with open_study(store.location, study=key) as opened:
        assert opened.guid == store.guid


def test_public_rows_carry_guids_and_no_keys(store: StudyStore) -> None:
    small = fill(store)
    (source,) = store.rows("source")
    assert source["guid"] == small.source
    assert source["representation"] == small.representation
    assert not {"id", "study_id", "study", "representation_id"} & source.keys()
    assert source["origins"] == []
    assert source["csl"] == {}
    assert source["synthetic"] is False
    assert store.row("representation", small.representation) == store.rows("representation", source=small.source)[0]
    assert store.rows("representation")[0]["translation_of"] is None
    assert [row["parent"] for row in store.rows("code")] == [None, small.codes["MOT"], small.codes["MOT"]]


def test_rows_are_found_by_what_they_equal(store: StudyStore) -> None:
    small = fill(store)
    assert [row["key"] for row in store.rows("code", parent=small.codes["MOT"])] == ["MKT", "TOU"]
    assert [row["key"] for row in store.rows("code", parent=None)] == ["MOT"]
    assert store.rows("code", key="TOU", parent=small.codes["MOT"])[0]["guid"] == small.codes["TOU"]
    assert store.count("code") == 3
    assert store.count("code", key="none") == 0
    assert store.row("code", str(uuid.uuid4())) is None


def test_rows_come_in_the_order_they_were_made(store: StudyStore) -> None:
    keys = [f"C{number:02}" for number in (7, 3, 9, 1, 5)]
    with store.command("add", "wayan") as change:
        guids = change.insert("code", [{"key": key} for key in keys])
    assert [row["key"] for row in store.rows("code")] == keys
    assert [row["guid"] for row in store.rows("code")] == guids


def test_a_row_may_refer_to_one_before_it_in_the_same_call(store: StudyStore) -> None:
    top, below = str(uuid.uuid4()), str(uuid.uuid4())
    with store.command("add", "wayan") as change:
        change.insert("code", [{"guid": top, "key": "A"}, {"guid": below, "key": "B", "parent": top}])
    assert store.rows("code", key="B")[0]["parent"] == top


def test_a_guid_has_one_spelling(store: StudyStore) -> None:
    guid = uuid.uuid4()
    with store.command("add", "wayan") as change:
        assert change.insert("case", {"guid": str(guid).upper(), "key": "dps"}) == [str(guid)]
    assert store.row("case", "{" + str(guid) + "}") is not None
    with pytest.raises(InputRefused, match="UUID"), store.command("add", "wayan") as change:
        change.insert("case", {"guid": "dps", "key": "x"})


def test_what_json_holds_comes_back(store: StudyStore) -> None:
    value = {"b": [1, 2.5, None, "é🪁"], "a": {"nested": True}}
    with store.command("add", "wayan") as change:
        guid = change.insert("source", {"key": "S", "title": "T", "kind": "law", "language": "id", "notes": value})[0]
        change.update("source", guid, csl=value, origins=("S09", "PR-1"))
    row = store.row("source", guid)
    assert row is not None
    assert (row["notes"], row["csl"], row["origins"]) == (value, value, ["S09", "PR-1"])


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        ("code", {"key": "X", "parent": str(uuid.uuid4())}, InputRefused),
        ("code", {"key": "MKT"}, Conflict),
        ("code", {"key": "half \ud800"}, InputRefused),
        ("code", {"key": "nul \x00"}, InputRefused),
        ("source", {"key": "S2", "title": "T", "kind": "law", "language": "id", "notes": {"a": "\x00"}}, InputRefused),
        ("code", {"key": "X", "colour": "red"}, ValueError),
        ("code", {"label_en": "no key"}, ValueError),
        ("event", {"seq": 1}, ValueError),
        ("study", {"key": "other"}, ValueError),
    ],
)
def test_a_row_that_cannot_be_is_refused(store: StudyStore, table: str, row: dict[str, object], expected: type) -> None:
    fill(store)
    before, revision = store.dump(), store.revision
    with pytest.raises(expected), store.command("add", "wayan") as change:  # noqa: PT012
        change.insert("case", {"key": "first"})
        change.insert(table, row)
    assert store.dump() == before
    assert store.revision == revision


def test_a_refused_call_leaves_the_rest_of_its_command_whole(store: StudyStore) -> None:
    fill(store)
    with store.command("add", "wayan") as change:
        change.insert("case", {"key": "one"})
        with pytest.raises(Conflict):
            change.insert("code", [{"key": "NEW"}, {"key": "MKT"}])
        with pytest.raises(Conflict):
            change.delete("code", store.rows("code", key="MOT")[0]["guid"])
        change.insert("case", {"key": "two"})
    assert [row["key"] for row in store.rows("case")] == ["one", "two"]
    assert store.count("code", key="NEW") == 0
    store.undo("wayan")
    assert store.count("case") == 0


def test_the_text_must_be_what_its_hash_says(store: StudyStore) -> None:
    small = fill(store)
    row = {
        "source": small.source, "blob": small.blob, "extractor": "t", "extractor_version": "1", "language": "id",
        "text": "satu", "sha256": sha256_text("dua"),
    }  # fmt: skip
    with pytest.raises(InputRefused, match="hash"), store.command("add", "wayan") as change:
        change.insert("representation", row)
    with pytest.raises(InputRefused), store.command("add", "wayan") as change:
        change.insert("representation", {**row, "sha256": sha256_text("satu"), "blob": sha256_bytes(b"not kept")})


def test_a_span_runs_forward(store: StudyStore) -> None:
    small = fill(store)
    with pytest.raises(InputRefused), store.command("add", "wayan") as change:
        change.insert("passage", {"representation": small.representation, "start_cp": 9, "end_cp": 4})


def test_update_and_delete(store: StudyStore) -> None:
    small = fill(store)
    with store.command("edit", "wayan") as change:
        change.update("code", small.codes["TOU"], label_id="Pariwisata", parent=None)
        change.delete("code", small.codes["MKT"])
    assert [row["key"] for row in store.rows("code")] == ["MOT", "TOU"]
    assert store.rows("code", key="TOU")[0]["label_id"] == "Pariwisata"
    with pytest.raises(Conflict, match="no longer there"), store.command("edit", "wayan") as change:
        change.update("code", small.codes["MKT"], label_en="Market")
    with pytest.raises(Conflict), store.command("edit", "wayan") as change:
        change.delete("code", small.codes["MKT"])


def test_texts_and_spans_never_change(store: StudyStore) -> None:
    small = fill(store)
    with store.command("code", "wayan") as change:
        passage = small.passage(change, 0, 4)
        with pytest.raises(ValueError, match="never change"):
            change.update("passage", passage, end_cp=5)
        with pytest.raises(ValueError, match="never change"):
            change.update("representation", small.representation, text="x")
        change.update("representation", small.representation, status="checked")


def test_a_command_that_changes_nothing_leaves_no_event(store: StudyStore) -> None:
    small = fill(store)
    with store.command("edit", "wayan") as change:
        change.update("code", small.codes["TOU"], label_en="")
        change.set_study(title_en="Sister cities")
    assert store.revision == 1
    assert [event.operation for event in store.log()] == ["set-up"]


def test_a_command_is_all_or_nothing(store: StudyStore) -> None:
    small = fill(store)
    before = store.dump()
    with pytest.raises(ZeroDivisionError), store.command("edit", "wayan") as change:  # noqa: PT012
        change.update("code", small.codes["TOU"], label_en="Tourism")
        small.passage(change, 0, 4)
        assert store.count("passage") == 1
        raise ZeroDivisionError
    assert store.dump() == before
    assert store.revision == 1


def test_commands_do_not_nest(store: StudyStore) -> None:
    with store.command("outer", "wayan"), pytest.raises(RuntimeError), store.command("inner", "wayan"):
        raise AssertionError("unreachable")


def test_a_stale_command_is_refused(store: StudyStore) -> None:
    fill(store)
    with store.command("edit", "wayan", expect_revision=1) as change:
        change.set_study(title_en="Two cities", config={"seed": 2})
    with pytest.raises(Conflict) as refused, store.command("edit", "thandi", expect_revision=1) as change:
        change.set_study(title_en="Lost")
    assert refused.value.code == "store.stale"
    assert refused.value.parameters == {"expected": 1, "revision": 2}
    assert store.rows("study")[0]["title_en"] == "Two cities"
    assert store.config() == {"seed": 2}


def test_a_batch_holds_commands_that_stand_and_fall_alone(store: StudyStore) -> None:
    with store.batch():
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": "one"})
        with pytest.raises(ZeroDivisionError), store.command("add", "wayan") as change:  # noqa: PT012
            change.insert("case", {"key": "lost"})
            raise ZeroDivisionError
        with store.command("add", "thandi", expect_revision=1) as change:
            change.insert("case", {"key": "two"})
        store.undo("thandi")
    with again(store) as opened:
        assert [row["key"] for row in opened.rows("case")] == ["one"]
        assert [event.operation for event in opened.log()] == ["undo", "add", "add"]
        assert opened.verify() == []


def test_a_batch_that_breaks_takes_all_back(store: StudyStore) -> None:
    with pytest.raises(ZeroDivisionError), store.batch():  # noqa: PT012
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": "one"})
        raise ZeroDivisionError
    assert store.count("case") == 0
    assert store.revision == 0


def test_original_bytes_come_back(store: StudyStore) -> None:
    content = bytes(range(256)) * 10_000
    with store.command("keep", "wayan") as change:
        sha256 = change.put_blob(content)
        assert change.put_blob(content) == sha256
        empty = change.put_blob(b"")
    assert store.blob(sha256) == content
    assert store.blob(empty) == b""
    with pytest.raises(InputRefused):
        store.blob(sha256_bytes(b"never kept"))


def test_the_text_of_a_representation(store: StudyStore) -> None:
    small = fill(store)
    assert store.text(small.representation) == TEXT
    with pytest.raises(InputRefused):
        store.text(str(uuid.uuid4()))


def test_the_table_of_codings(store: StudyStore) -> None:
    small = fill(store)
    with store.command("code", "wayan") as change:
        first = small.passage(change, 5, 13)
        codings = [
            small.coding(change, first),
            small.coding(change, first, "TOU", "thandi", voice="analyst", status="rejected", weight=0.5, memo="?"),
        ]
        box = {"page": 1, "x0": 40, "y0": 60, "x1": 160, "y1": 140}
        region = change.insert("passage", {"representation": small.representation, "region": box})[0]
        codings.append(small.coding(change, region, status="proposed"))
    table = store.codings()
    assert tuple(table.columns) == CODINGS_COLUMNS
    assert table["guid"].tolist() == codings
    assert table.iloc[1].to_dict() == {
        "guid": codings[1], "source": "S01", "code": "TOU", "coder": "thandi", "round": 1, "actor": "own",
        "basis": "stated", "voice": "analyst", "polarity": "supports", "time": "at", "case": None, "priority": "none",
        "weight": 0.5, "status": "rejected", "memo": "?", "passage": first, "representation": small.representation,
        "start_cp": 5, "end_cp": 13, "quote": "Denpasar", "place": None,
    }  # fmt: skip
    assert table["start_cp"].tolist() == [5, 5, None]
    assert table["place"].tolist() == [None, None, "1@40,60,120,80"]


def test_the_table_of_no_codings_has_its_columns(store: StudyStore) -> None:
    assert tuple(store.codings().columns) == CODINGS_COLUMNS
    assert len(store.codings()) == 0


def test_two_studies_do_not_see_each_other(store: StudyStore, location: str, tmp_path: object) -> None:
    small = fill(store)
    elsewhere = location if location.startswith("postgres") else f"{location}-other.tenun"
    with create(elsewhere, key=f"{store.key}-2") as other:
        fill(other, "Laut.")
        with other.command("code", "wayan") as change:
            with pytest.raises(InputRefused):
                change.insert("coding", {**FACETS, "passage": small.source, "code": small.codes["MOT"],
                                         "coder": small.coders["wayan"], "round": small.round})  # fmt: skip
            with pytest.raises(Conflict):
                change.delete("source", small.source)
        with pytest.raises(InputRefused):
            other.blob(small.blob)
        assert other.row("source", small.source) is None
        assert other.search("denpasar") == []
        assert other.count("source") == 1


def test_many_rows_in_one_call_are_one_event(store: StudyStore) -> None:
    small = fill(store)
    text = " ".join(f"kata{number}" for number in range(3_000))
    with store.command("import", "wayan") as change:
        _, representation, _ = add_source(change, "S02", text)
    rows = (
        {"representation": representation, "start_cp": at, "end_cp": at + 9, "quote": text[at : at + 9]}
        for at in range(10_500)
    )
    with store.command("code", "wayan") as change:
        passages = change.insert("passage", rows)
        change.insert("coding", [
            {**FACETS, "passage": passage, "code": small.codes["MKT"], "coder": small.coders["wayan"],
             "round": small.round}
            for passage in passages
        ])  # fmt: skip
    assert store.count("coding") == 10_500
    assert store.revision == 3
    table = store.codings()
    assert table["passage"].tolist() == passages
    before = store.dump()
    store.undo("wayan")
    assert store.count("coding") == store.count("passage") == 0
    store.redo("wayan")
    assert store.dump() == before
    assert store.verify() == []


def test_two_studies_of_one_database_may_hold_the_same_link(store: StudyStore, tmp_path: Path) -> None:
    """A study that was sent on and brought into another keeps its guids, and so do its links."""
    row = {"from_table": "source", "from_guid": "a", "to_table": "source", "to_guid": "b", "relation": "same"}
    on_server = not store.location.endswith(".tenun")
    with create(store.location if on_server else tmp_path / "other.tenun", key=f"{store.key}-2") as other:
        for one in (store, other):
            with one.command("link", "wayan") as change:
                change.insert("link", row)
            with one.command("again", "wayan") as change, pytest.raises(Conflict):
                change.insert("link", row)
        assert store.count("link") == other.count("link") == 1
