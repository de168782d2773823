"""Heavy work is kept apart, so that figures do not wait behind a report."""

from __future__ import annotations

import os
import time

from tenun.server.workers import Workers


def test_each_kind_of_work_has_a_process_of_its_own() -> None:
    workers = Workers()
    try:
        report = workers.submit("later", time.sleep, 60)
        own = {workers.submit(kind, os.getpid).result(timeout=60) for kind in ("quick", "slow")}
        assert len(own) == 2
        assert not report.done()
    finally:
        for pool in workers._pools.values():
            for process in list(pool._processes.values()):
                process.kill()
        workers.close()
