"""What was worked out and still holds, because none of the tables that it came from has been written to since."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, TypeVar, cast

from tenun.store.feed import events_after, latest_event

if TYPE_CHECKING:
    from tenun.store import StudyStore

T = TypeVar("T")
_AT_ONCE = 200
_KEPT = 64


class Memory:
    """Results by name, each good until one of its tables changes, whoever changes it."""

    def __init__(self, store: StudyStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._seen = self._base = latest_event(store)
        self._changed: dict[str, int] = {}
        self._kept: dict[Hashable, tuple[int, object]] = {}
        self._making: defaultdict[Hashable, threading.Lock] = defaultdict(threading.Lock)

    def since(self, *tables: str) -> int:
        """The number of the last event that touched one of the tables; of any event, where none is named."""
        with self._lock:
            self._look()
            return max((self._changed.get(table, self._base) for table in tables), default=self._seen)

    def recall(self, name: Hashable, tables: tuple[str, ...], make: Callable[[], T]) -> T:
        """What `make` gives, made once for each state of the tables; requests that ask meanwhile wait for it."""
        version = self.since(*tables)
        with self._making[name]:
            kept = self._kept.get(name)
            if kept is not None and kept[0] == version:
                return cast(T, kept[1])
            made = make()
            with self._lock:
                while len(self._kept) >= _KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[name] = (version, made)
            return made

    def forget(self, name: Hashable) -> None:
        """Make it anew when it is asked for next."""
        with self._lock:
            self._kept.pop(name, None)

    def _look(self) -> None:
        found = events_after(self._store, self._seen, _AT_ONCE)
        if len(found) == _AT_ONCE:
            self._seen = self._base = latest_event(self._store)
            self._changed.clear()
        for event in found if len(found) < _AT_ONCE else []:
            self._seen = event.seq
            self._changed.update(dict.fromkeys(event.tables, event.seq))
