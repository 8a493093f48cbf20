"""What a bad answer looks like: one body (RFC 9457) for every error, naming the parameter to put right."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.answers import to_json
from api.pages.addresses import is_page
from api.pages.rendering import error_page
from quotes.errors import ConflictError, FilterError, GoneError, NotFoundError, StoreError, TooLongError

PROBLEM_JSON = "application/problem+json"
# Python 3.13 took over the newer phrases of RFC 9110; these hold on every version.
_PHRASES = {413: "Content Too Large", 422: "Unprocessable Content"}
_LONGEST_VALUE = 80
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ParameterProblem:
    """One parameter (of the query, the path or the body) that can't be used, and why."""

    parameter: str
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Every error (RFC 9457); `errors` is empty where no parameter is at fault."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[ParameterProblem, ...]


class ParameterError(Exception):
    """The request has parameters that can't be used."""

    def __init__(self, *problems: ParameterProblem) -> None:
        super().__init__("; ".join(p.message for p in problems))
        self.problems = problems


def unknown_parameter(name: str, known: Sequence[str]) -> ParameterProblem:
    """Name the known parameter that was probably meant, or all there are."""
    name = name[:_LONGEST_VALUE].encode(errors="replace").decode()
    if nearest := get_close_matches(name.lower(), known, n=1):
        return ParameterProblem(name, f"unknown parameter {name!r}: did you mean {nearest[0]!r}?")
    there_are = f"there are {', '.join(known)}" if known else "this address takes none"
    return ParameterProblem(name, f"unknown parameter {name!r}: {there_are}")


def install(app: FastAPI) -> None:
    """Make the application answer every error with a problem."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(ParameterError, _bad_parameters)
    app.add_exception_handler(FilterError, _bad_parameters)
    app.add_exception_handler(GoneError, _gone)
    app.add_exception_handler(NotFoundError, _not_found)
    app.add_exception_handler(ConflictError, _conflict)
    app.add_exception_handler(TooLongError, _too_long)
    app.add_exception_handler(StoreError, _no_store)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def problem(
    request: Request,
    status: int,
    detail: str,
    errors: Sequence[ParameterProblem] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Answer with a problem; at the address of a page, with a page that says the same."""
    title = _PHRASES.get(status) or HTTPStatus(status).phrase
    if is_page(request.scope["path"]):
        return error_page(request, status, title, detail, headers)
    body = Problem(
        type="about:blank",
        title=title,
        status=status,
        detail=detail,
        instance=quote(request.scope["path"]),
        errors=tuple(errors),
    )
    headers = {"Cache-Control": "no-store", **(headers or {})}
    return Response(to_json(body), status_code=status, media_type=PROBLEM_JSON, headers=headers)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - tells mypy what add_exception_handler can't
    found = error.errors()
    if any(e["loc"] == ("body",) and e["type"] == "model_attributes_type" for e in found):
        kind = request.headers.get("content-type", "")
        if "json" not in kind:
            detail = f"the body's Content-Type is {kind or 'missing'}; send JSON and say so: application/json"
            return problem(request, 415, detail)
    return await _bad_parameters(request, ParameterError(*map(_explained, found)))


async def _bad_parameters(request: Request, error: Exception) -> Response:
    if isinstance(error, FilterError):
        error = ParameterError(ParameterProblem(error.parameter, str(error)))
    assert isinstance(error, ParameterError)  # noqa: S101 - as above
    return problem(request, 422, str(error), error.problems)


async def _gone(request: Request, error: Exception) -> Response:
    return problem(request, 410, str(error))


async def _not_found(request: Request, error: Exception) -> Response:
    return problem(request, 404, str(error))


async def _no_store(request: Request, error: Exception) -> Response:
    # The reason is for the log alone: it names the database, with its path or host.
    _log.error("%s", error)
    return problem(request, 503, "the database can't be used now; the server's log says why")


async def _conflict(request: Request, error: Exception) -> Response:
    return problem(request, 409, str(error))


async def _too_long(request: Request, error: Exception) -> Response:
    return problem(request, 503, f"{error}; narrow the question")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    detail = error.detail
    if error.status_code == 404 and detail == HTTPStatus(404).phrase:
        detail = "there is nothing at this address; / lists the addresses there are"
    elif error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        detail = f"{request.method} can't be used at this address; use {allowed}"
    elif error.status_code == 400:
        detail = "the body is not JSON in UTF-8"
    return problem(request, error.status_code, detail, headers=error.headers)


async def _unexpected(request: Request, _error: Exception) -> Response:
    # The cause is the server's log's business: it may hold paths or SQL.
    # This answer is made outside the CORS middleware, so it opens itself to other pages' scripts.
    detail = "the server failed to answer; the cause is in its log"
    return problem(request, 500, detail, headers={"Access-Control-Allow-Origin": "*"})


def _explained(error: dict[str, Any]) -> ParameterProblem:
    """Turn one of Pydantic's errors into a parameter's name and one line about its value."""
    if error["type"] == "json_invalid":
        where = f"at character {error['loc'][-1]}"
        return ParameterProblem("body", f"body is not JSON: {error['ctx']['error']} {where}")
    name = ".".join(str(part) for part in error["loc"][1:]) or "body"
    if error["type"] == "missing":
        return ParameterProblem(name, f"{name} is required")
    message = error["msg"].removeprefix("Value error, ")
    for subject in ("Input", "String"):
        if message.startswith(subject):
            message = _shown(error["input"]) + message.removeprefix(subject)
    return ParameterProblem(name, f"{name} {message}")


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_VALUE else f"{shown[:_LONGEST_VALUE]}…"
