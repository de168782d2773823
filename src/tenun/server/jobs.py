"""Work that takes longer than a request: reports, each in a folder of its own until the server ends."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tenun.errors import TenunError
from tenun.study.stale import Missing

_KEPT = 8
State = Literal["running", "done", "failed"]


@dataclass
class Job:
    """One piece of work; its result is the names of the files in `folder`."""

    id: str
    folder: Path
    future: Future[list[str]]

    @property
    def state(self) -> State:
        """Where it stands."""
        if not self.future.done():
            return "running"
        return "failed" if self.future.cancelled() or self.future.exception() else "done"

    @property
    def files(self) -> list[str]:
        """The files that can be fetched; none while it runs."""
        return self.future.result() if self.state == "done" else []

    @property
    def error(self) -> TenunError | None:
        """Why it failed, where that can be told."""
        found = self.future.exception() if self.state == "failed" and not self.future.cancelled() else None
        return found if isinstance(found, TenunError) else None

    def file(self, name: str) -> Path:
        """A file of the result by its exact name; Missing for any other."""
        if name not in self.files:
            raise Missing("server.no-row")
        return self.folder / name


class Jobs:
    """The latest jobs of one study."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def folder(self) -> Path:
        """A folder that nobody else can read, for a job to come."""
        return Path(tempfile.mkdtemp(prefix="tenun-report-"))

    def add(self, folder: Path, future: Future[list[str]]) -> Job:
        """Keep track of a job; the oldest finished one is cleared away when there are many."""
        job = Job(str(uuid.uuid4()), folder, future)
        self._jobs[job.id] = job
        done = [old for old in self._jobs.values() if old.state != "running"]
        if len(self._jobs) > _KEPT and done:
            self._clear(done[0])
        return job

    def find(self, identity: str) -> Job:
        """A job by its id; Missing where there is none."""
        if identity not in self._jobs:
            raise Missing("server.no-job")
        return self._jobs[identity]

    def clear(self) -> None:
        """Remove every folder."""
        for job in list(self._jobs.values()):
            self._clear(job)

    def _clear(self, job: Job) -> None:
        shutil.rmtree(job.folder, ignore_errors=True)
        self._jobs.pop(job.id, None)
