"""The studies that this server has open, and what belongs to each while it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from tenun.errors import StoreUnavailable, TenunError
from tenun.server.figures import EVIDENCE
from tenun.server.imports import Imports
from tenun.server.jobs import Jobs
from tenun.server.live import Feed
from tenun.server.memory import Memory
from tenun.server.page_pictures import PagePictures
from tenun.server.writer import Writer
from tenun.study.scope import StudyScope
from tenun.study.stale import Missing

if TYPE_CHECKING:
    from tenun.server.workers import Kind, Workers
    from tenun.store import StudyStore

T = TypeVar("T")


class OpenStudy:
    """One open study: its store, the thread that writes, the feed of events, what is remembered, and its jobs."""

    def __init__(self, store: StudyStore, workers: Workers) -> None:
        self.store = store
        self.workers = workers
        self.feed = Feed(store)
        self.memory = Memory(store)
        self.writer = Writer(store, told=self.feed.poke)
        self.jobs = Jobs()
        self.imports = Imports()
        self.pictures = PagePictures()

    @property
    def guid(self) -> str:
        """The study's guid."""
        return self.store.guid

    def scope(self, coder: str) -> StudyScope:
        """What a service works on when `coder` acts."""
        return StudyScope(self.store, coder)

    def figure(
        self,
        coder: str,
        work: Callable[..., T],
        *arguments: Any,
        kind: Kind = "quick",
        tables: Sequence[str] = EVIDENCE,
    ) -> T:
        """What a function of `tenun.server.figures` gives for the study as it stands, worked out once, in a worker.

        Raises what the function raises; it is asked again only when one of `tables` has changed.
        """
        name = (work.__name__, *arguments)
        place = (self.store.location, self.guid, coder)
        future: Future[T] = self.memory.recall(
            name, tuple(tables), lambda: self.workers.submit(kind, work, place, *arguments)
        )
        try:
            return future.result()
        except BrokenProcessPool:
            self.memory.forget(name)
            raise StoreUnavailable("server.fault") from None

    def close(self) -> None:
        """Finish what waits and let go of the file."""
        self.feed.end()
        self.imports.stop()
        self.writer.close()
        self.jobs.clear()
        self.pictures.close()
        self.store.close()


class Studies:
    """Open studies by guid."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self._open: dict[str, OpenStudy] = {}

    def add(self, store: StudyStore) -> OpenStudy:
        """Take an open store in; a study that is open already stays as it is, and the second store is closed."""
        if store.guid in self._open:
            store.close()
            return self._open[store.guid]
        opened = OpenStudy(store, self.workers)
        self._open[store.guid] = opened
        return opened

    def find(self, guid: str) -> OpenStudy:
        """An open study; Missing where it is not open here."""
        if guid not in self._open:
            raise Missing("server.no-study")
        return self._open[guid]

    def __iter__(self) -> Iterator[OpenStudy]:
        return iter(list(self._open.values()))

    def close(self) -> None:
        """Close the workers, which may still write what nobody will fetch, and then the studies."""
        self.workers.close()
        for opened in self:
            with suppress(TenunError):
                opened.close()
        self._open.clear()
