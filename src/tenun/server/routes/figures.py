"""Figures by method, each with how it is computed, its exact input and a program that recomputes it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path, Request, Response

from tenun.errors import InputRefused
from tenun.server import figures
from tenun.server.answers.figures import FigureAnswer, MethodsAnswer
from tenun.server.desk import Desk, Here, Revision
from tenun.server.routes.in_study import study_router
from tenun.server.table_files import download
from tenun.study.blindness import blindness, refuse_while_blind
from tenun.study.figures import METHODS, options_of
from tenun.study.figures.case_values import values_of_cases
from tenun.study.figures.figure import chosen
from tenun.study.figures.shown import every_method
from tenun.study.reading import read_reading
from tenun.study.stale import Missing

router = study_router("figures")
MethodName = Annotated[str, Path(description="The name of a method.", max_length=40)]
_COMPARES_CODERS = ("first_place", "coefficients", "ratings", "agreement_by", "free_segments")
_OPTIONS: dict[str, Any] = {
    "parameters": [
        {
            "name": "options",
            "in": "query",
            "description": "The options of the method, each by its name.",
            "required": False,
            "style": "form",
            "explode": True,
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
        }
    ]
}


@router.get("/methods", response_model=MethodsAnswer)
def get_methods(desk: Here, revision: Revision) -> dict[str, Any]:
    """Every method, and what its options can be given."""
    return {
        "methods": every_method(),
        "coders": sorted(read_reading(desk.scope.store)),
        "variables": [str(name) for name in values_of_cases(desk.scope).columns],
        "revision": revision,
    }


@router.get("/figures/{method}", response_model=FigureAnswer, openapi_extra=_OPTIONS)
def get_figure(method: MethodName, desk: Here, revision: Revision, request: Request) -> dict[str, Any]:
    """The figure of a method."""
    return {**_figure(desk, method, request)["shown"], "revision": revision}


@router.get(
    "/figures/{method}/input.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}}},
    openapi_extra=_OPTIONS,
)
def get_input(method: MethodName, desk: Here, _revision: Revision, request: Request) -> Response:
    """Exactly what a figure was computed on."""
    content = "\ufeff" + _figure(desk, method, request)["input"]
    return download(content.encode(), "text/csv; charset=utf-8", "input.csv")


@router.get(
    "/figures/{method}/script.R",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}}},
    openapi_extra=_OPTIONS,
)
def get_script(method: MethodName, desk: Here, _revision: Revision, request: Request) -> Response:
    """A program in R that recomputes the figure from `input.csv`."""
    script = _figure(desk, method, request)["script"]
    if not script:
        raise Missing("server.no-row")
    return download(script.encode(), "text/plain; charset=utf-8", "script.R")


def _figure(desk: Desk, method: str, request: Request) -> dict[str, Any]:
    if method not in METHODS:
        raise InputRefused("study.no-such-method", method=method, known=", ".join(METHODS))
    if method in _COMPARES_CODERS:
        refuse_while_blind(desk.scope)
    asked = chosen(options_of(method), dict(request.query_params))
    seen_by = desk.coder if blindness(desk.scope).rounds else ""
    return desk.study.figure(
        desk.coder,
        figures.of_method,
        method,
        tuple(sorted(asked.items())),
        seen_by,
        kind="slow",
        tables=figures.WITH_CASES,
    )
