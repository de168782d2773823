"""Several writers at one study: each waits for its turn, and nobody overwrites what he has not seen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from tests.contract.small_study import fill

from tenun.errors import Conflict
from tenun.store import StudyStore, open_study

EACH = 15


def test_writers_wait_for_each_other(store: StudyStore) -> None:
    def work(coder: str) -> None:
        with open_study(store.location, study=store.guid) as own:
            for number in range(EACH):
                with own.command("add", coder) as change:
                    change.insert("case", {"key": f"{coder}-{number}"})

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, ("wayan", "thandi", "komang")))
    assert store.count("case") == store.revision == 3 * EACH
    assert store.verify() == []


def test_threads_share_one_open_study(store: StudyStore) -> None:
    small = fill(store)

    def work(number: int) -> int:
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": f"case-{number}"})
        return len(store.text(small.representation)) + store.count("code")

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(work, range(EACH)))) == 1
    assert store.count("case") == EACH
    assert store.verify() == []


def test_of_two_who_saw_the_same_revision_one_is_refused(store: StudyStore) -> None:
    def work(coder: str) -> bool:
        with open_study(store.location, study=store.guid) as own, suppress(Conflict):
            with own.command("title", coder, expect_revision=0) as change:
                change.set_study(title_en=coder)
            return True
        return False

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(work, ("a", "b", "c", "d")))
    assert won.count(True) == 1
    assert store.rows("study")[0]["title_en"] == "abcd"[won.index(True)]


def test_nobody_sees_a_batch_before_it_ends(store: StudyStore) -> None:
    with open_study(store.location, study=store.guid) as other:
        with store.batch():
            for number in range(3):
                with store.command("add", "wayan") as change:
                    change.insert("case", {"key": f"case-{number}"})
            assert (store.count("case"), other.count("case")) == (3, 0)
        assert other.count("case") == 3


def test_a_reader_sees_one_state_while_others_write(store: StudyStore) -> None:
    with open_study(store.location, study=store.guid) as other, other.reading() as connection:
        table = "SELECT count(*) FROM event WHERE study_id = "
        before = connection.exec_driver_sql(f"{table}{other.study_id}").scalar()
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": "dps"})
        assert connection.exec_driver_sql(f"{table}{other.study_id}").scalar() == before == 0


def test_a_batch_does_not_start_within_a_command(store: StudyStore) -> None:
    with store.command("outer", "wayan"), pytest.raises(RuntimeError), store.batch():
        raise AssertionError("unreachable")
    with store.command("outer", "wayan"), pytest.raises(RuntimeError):
        store.erase(store.guid, "wayan")


def test_a_batch_sees_its_own_changes_at_once(store: StudyStore) -> None:
    small = fill(store)
    with store.batch():
        for number in range(3):
            assert store.rows("study")[0]["revision"] == store.revision == 1 + number
            with store.command("label", "wayan") as change:
                change.update("code", small.codes["MKT"], label_en=f"label {number}")
                assert store.rows("code", key="MKT")[0]["label_en"] == f"label {number}"
        with pytest.raises(ZeroDivisionError), store.command("lost", "wayan") as change:  # noqa: PT012
            change.update("code", small.codes["MKT"], label_en="lost")
            assert store.rows("code", key="MKT")[0]["label_en"] == "lost"
            raise ZeroDivisionError
        assert store.rows("code", key="MKT")[0]["label_en"] == "label 2"
        store.undo("wayan")
        assert store.rows("code", key="MKT")[0]["label_en"] == "label 1"
    with open_study(store.location, study=store.guid) as other, other.command("label", "thandi") as change:
        change.update("code", small.codes["MKT"], label_en="by another program")
    with store.batch():
        assert store.rows("code", key="MKT")[0]["label_en"] == "by another program"
