"""`tenun serve` as people start and end it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

COMMAND = (sys.executable, "-c", "from tenun.cli import main; main()", "serve", "--no-browser")


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_tells_its_address_and_leaves_one_file(study_file: Path, ending: signal.Signals) -> None:
    with subprocess.Popen([*COMMAND, str(study_file)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        address = next(line.strip() for line in running.stdout if "token=" in line)
        with httpx.Client(trust_env=False) as browser:
            assert browser.get(address, follow_redirects=True).status_code == 200
            base = address.partition("/?")[0]
            study = browser.get(f"{base}/api/session").json()["studies"][0]["guid"]
            made = browser.post(f"{base}/api/studies/{study}/codes", json={"key": "NEW"}, headers={"Origin": base})
            assert made.status_code == 201
        running.send_signal(ending)
        assert running.wait(60) == 0
    assert [path.name for path in study_file.parent.iterdir()] == [study_file.name]


def test_a_port_that_is_taken_is_told(study_file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([*COMMAND, "--port", port, str(study_file)], capture_output=True, text=True, check=False)
    assert (done.returncode, port in done.stderr) == (3, True)


def test_a_study_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = subprocess.run([*COMMAND, str(tmp_path / "no.tenun")], capture_output=True, text=True, check=False)
    assert done.returncode == 7
