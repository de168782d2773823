"""The session: who works here, and letting another browser in."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from tenun import frameworks
from tenun.server.answers.studies import Invitation, SessionAnswer, SessionChange
from tenun.server.desk import person_of, studies_of
from tenun.server.routes.in_study import FAILURES
from tenun.server.session import Person, Sessions
from tenun.server.studies import Studies
from tenun.study.importing.readable import readable_endings

router = APIRouter(prefix="/api/session", tags=["session"], responses=FAILURES)
Who = Annotated[Person, Depends(person_of)]
Open = Annotated[Studies, Depends(studies_of)]


@router.get("", response_model=SessionAnswer)
def get_session(request: Request, person: Who, studies: Open) -> dict[str, Any]:
    """Who works in this browser, which studies are open, and what can be brought in."""
    return _session(request, person, studies)


@router.patch("", response_model=SessionAnswer)
def change_session(request: Request, change: SessionChange, person: Who, studies: Open) -> dict[str, Any]:
    """Another coder or language in this browser from now on."""
    person.coder = (change.coder or person.coder).strip() or person.coder
    person.language = change.language or person.language
    return _session(request, person, studies)


@router.post("/invitations", response_model=Invitation, status_code=201)
def invite(request: Request, _person: Who) -> dict[str, str]:
    """An address that lets one more browser in, once."""
    sessions: Sessions = request.app.state.sessions
    return {"url": f"http://{request.headers['host']}/?token={sessions.invite()}"}


def _session(request: Request, person: Person, studies: Studies) -> dict[str, Any]:
    entries = []
    for opened in studies:
        row = opened.store.rows("study")[0]
        entry = {"guid": opened.guid, "key": row["key"], "title_en": row["title_en"], "title_id": row["title_id"]}
        entries.append({**entry, "read_only": not opened.store.writable})
    known = {"coder": person.coder, "language": person.language, "version": version("tenun")}
    can = {"readable": list(readable_endings()), "allow_web": request.app.state.allow_web}
    return {**known, **can, "studies": entries, "frameworks": list(frameworks.names())}
