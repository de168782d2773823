"""Run the server on this machine, for whoever gets the one-time address."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.server.app import create_app
from tenun.server.session import Sessions
from tenun.server.studies import Studies
from tenun.server.workers import Workers
from tenun.study.opening import open_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    import uvicorn

ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Ready:
    """A server, the socket that it will listen on, its address, who may come in, and the studies it has open."""

    server: uvicorn.Server
    socket: socket.socket
    address: str
    sessions: Sessions
    studies: Studies

    def invitation(self) -> str:
        """An address that lets one browser in, once."""
        return f"{self.address}/?token={self.sessions.invite()}"


@contextmanager
def prepared(
    locations: Sequence[str],
    *,
    coder: str = "researcher",
    language: str = "en",
    port: int = 0,
    warm: bool = True,
    allow_web: bool = False,
) -> Iterator[Ready]:
    """A server that is ready to run; its studies are closed at the end.

    `port` 0 takes a free one; `warm` starts the process for figures beforehand; `allow_web` lets it ask for pages of
    the web. Raises InputRefused where the port is taken, StoreUnavailable for a study that cannot be opened.
    """
    import uvicorn

    listening = _bound(port)
    sessions = Sessions(coder=coder, language=language)
    studies = Studies(Workers())
    try:
        for location in locations:
            studies.add(open_scope(location, coder=coder).store)
        taken = listening.getsockname()[1]
        hosts = [f"{ADDRESS}:{taken}", f"localhost:{taken}"]
        app = create_app(studies, sessions, hosts, cookie=f"tenun-{taken}", allow_web=allow_web)
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, date_header=False, proxy_headers=False,
            lifespan="off", timeout_graceful_shutdown=2, ws="none",
        )  # fmt: skip
        if warm:
            studies.workers.warm()
        yield Ready(_serving(config, studies), listening, f"http://{hosts[0]}", sessions, studies)
    finally:
        listening.close()
        studies.close()


def serve(
    locations: Sequence[str],
    *,
    coder: str = "researcher",
    language: str = "en",
    port: int = 0,
    allow_web: bool = False,
    told: Callable[[str], None] = print,
) -> None:
    """Serve studies until the user ends it; `told` gets the one-time address once the server listens."""
    with prepared(locations, coder=coder, language=language, port=port, allow_web=allow_web) as ready:
        told(ready.invitation())
        # The server hands a signal on once it has ended; a plain SIGTERM would then end us before the file is closed.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            ready.server.run(sockets=[ready.socket])


def _serving(config: uvicorn.Config, studies: Studies) -> uvicorn.Server:
    """A server that lets the followers of live events go when it ends, for they would never go by themselves."""
    import uvicorn

    class Serving(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            for opened in studies:
                opened.feed.end()
            await super().shutdown(sockets)

    return Serving(config)


def _bound(port: int) -> socket.socket:
    # The protocol is named because asyncio turns Nagle's algorithm off only then, and it costs 40 ms an answer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, port))
    except OSError as error:
        listening.close()
        raise InputRefused("server.address-taken", port=port) from error
    listening.listen(128)
    return listening
