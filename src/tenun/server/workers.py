"""Processes for heavy work, so that nobody who codes waits for figures or a report.

Three, because some work takes many seconds: one answers at once (the ranking under a switch), one takes its time
(agreement with its intervals, findings, a report on the page), and one makes what is fetched later (reports, projects),
so that no figure waits behind a report. Each opens the study for itself and is started when it is first needed, or
beforehand by `warm`.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Literal

Kind = Literal["quick", "slow", "later"]
_GIVES_WAY = 5
"""How much of its share of the processors slow work leaves to others, as `nice` counts."""


class Workers:
    """The worker processes of a server; one that died is replaced when it is needed again."""

    def __init__(self) -> None:
        self._pools: dict[Kind, ProcessPoolExecutor] = {}

    def submit(self, kind: Kind, work: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Let a worker do `work`, a function of a module, with arguments that can be sent."""
        try:
            return self._pool(kind).submit(work, *arguments)
        except BrokenProcessPool:
            del self._pools[kind]
            return self._pool(kind).submit(work, *arguments)

    def warm(self) -> None:
        """Start the quick worker and let it import what it needs."""
        from tenun.server import figures

        self.submit("quick", figures.warm)

    def close(self) -> None:
        """Stop, without waiting for what nobody will read."""
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._pools.clear()

    def _pool(self, kind: Kind) -> ProcessPoolExecutor:
        if kind not in self._pools:
            spawning = multiprocessing.get_context("spawn")
            self._pools[kind] = ProcessPoolExecutor(
                max_workers=1, mp_context=spawning, initializer=_settle, initargs=(kind,)
            )
        return self._pools[kind]


def _settle(kind: Kind) -> None:
    """Ctrl+C reaches every process of a terminal: a worker ends by it without a word. Slow work gives way to people."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if kind != "quick" and hasattr(os, "nice"):
        os.nice(_GIVES_WAY)
