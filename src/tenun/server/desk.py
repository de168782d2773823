"""What a route works at: one study, the coder who acts, and the version that a change is about."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar
from urllib.parse import unquote

from fastapi import Depends, Header, Path, Request, Response

from tenun.errors import InputRefused, StoreUnavailable
from tenun.server.session import NotLetIn, Person
from tenun.server.studies import OpenStudy, Studies
from tenun.study.scope import RECORDER, StudyScope

T = TypeVar("T")
R = TypeVar("R")
GUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
Guid = Annotated[str, Path(pattern=GUID)]
_NAME_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's study and coder."""

    study: OpenStudy
    coder: str

    @property
    def scope(self) -> StudyScope:
        """What a service works on."""
        return self.study.scope(self.coder)

    async def change(
        self, verb: Callable[[StudyScope], T], show: Callable[[StudyScope, T], R], *, alone: bool = False
    ) -> tuple[R, int]:
        """Carry out a change and show, from its transaction, what became of it; returns that and the event's number.

        It is on the disk when this returns.
        """
        scope = self.scope
        if not self.study.store.writable:
            raise StoreUnavailable("store.read-only", where=self.study.store.key)

        def run() -> tuple[R, int]:
            shown = show(scope, verb(scope))
            return shown, scope.store.revision

        return await asyncio.wrap_future(self.study.writer.submit(run, alone=alone))


async def studies_of(request: Request) -> Studies:
    """The studies of this server."""
    found: Studies = request.app.state.studies
    return found


async def person_of(request: Request) -> Person:
    """Who works in the browser that asks; the guard let nobody else pass."""
    person: Person | None = request.scope.get("state", {}).get("person")
    if person is None:
        raise NotLetIn("server.no-session")
    return person


async def coder_of(
    person: Annotated[Person, Depends(person_of)],
    x_tenun_coder: Annotated[str | None, Header(description="The acting coder, percent-encoded.")] = None,
) -> str:
    """The coder who acts: the one the request names, else the browser's."""
    name = unquote(x_tenun_coder).strip() if x_tenun_coder else person.coder
    if not name or len(name) > _NAME_AT_MOST or not name.isprintable() or name == RECORDER:
        raise InputRefused("server.coder-name", most=_NAME_AT_MOST)
    return name


async def desk_of(
    study: Guid, studies: Annotated[Studies, Depends(studies_of)], coder: Annotated[str, Depends(coder_of)]
) -> Desk:
    """The desk of a request."""
    return Desk(studies.find(study), coder)


async def version_of(
    if_match: Annotated[
        str | None, Header(description='The `etag` of the row that the change is about, quoted, or "*".')
    ] = None,
) -> str:
    """The version of the row that a change is about."""
    if not if_match:
        raise InputRefused("server.if-match")
    return if_match.removeprefix("W/").strip('"')


def revision_of(desk: Annotated[Desk, Depends(desk_of)], response: Response) -> int:
    """The study's revision before anything is read, also as the ETag of the answer."""
    revision = desk.study.store.revision
    response.headers["ETag"] = f'"{revision}"'
    return revision


Here = Annotated[Desk, Depends(desk_of)]
Version = Annotated[str, Depends(version_of)]
Revision = Annotated[int, Depends(revision_of)]
