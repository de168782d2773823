"""What was acknowledged is there after `kill -9` at any moment, and no command is there by half."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from tests.endurance.writing_process import Writer, study_to_code, writing_process

from tenun.store import open_study

KILLS = int(os.environ.get("TENUN_KILLS", "200"))


def kill_while_coding(writer: Writer, path: Path, dice: random.Random) -> list[str]:
    """Let the writer code, kill it at a moment of chance, and return what it acknowledged."""
    writer.ask(path, 1_000)
    words = writer.line()
    assert words[0] == "pid"
    seen = [writer.line()[1] for _ in range(dice.randrange(4))]
    time.sleep(dice.random() * 0.02)
    os.kill(int(words[1]), signal.SIGKILL)
    return seen + writer.until_gone()


def test_nothing_acknowledged_is_lost_and_nothing_is_torn(tmp_path: Path) -> None:
    path = study_to_code(tmp_path)
    dice = random.Random(2019)
    acknowledged: set[str] = set()
    unacknowledged = 0
    with writing_process() as writer:
        for number in range(KILLS):
            acknowledged.update(kill_while_coding(writer, path, dice))
            with open_study(path) as store:
                there = set(store.lookup("coding", "status"))
                assert acknowledged <= there, f"{len(acknowledged - there)} acknowledged codings lost at kill {number}"
                assert len(there) == store.count("passage") == store.count("memo") == store.revision - 1
                unacknowledged += len(there) - len(acknowledged)
                acknowledged = there
                if number % 20 == 0 or number == KILLS - 1:
                    assert store.verify() == []
    assert len(acknowledged) >= KILLS
    # A kill between COMMIT and its acknowledgement leaves a coding that nobody was told of; it is whole all the same.
    assert unacknowledged <= KILLS


def test_two_processes_write_to_one_study(tmp_path: Path) -> None:
    path = study_to_code(tmp_path)
    with writing_process() as first, writing_process() as second:
        first.ask(path, 60, "wayan")
        second.ask(path, 60, "thandi")
        codings = {*first.until_gone(), *second.until_gone()}
    with open_study(path) as store:
        assert set(store.lookup("coding", "status")) == codings
        assert len(codings) == 120
        assert store.revision == 121
        assert {event.coder for event in store.log(limit=120)} == {"wayan", "thandi"}
        assert store.verify() == []
