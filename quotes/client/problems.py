"""Bad answers of a server -> this project's errors."""

from __future__ import annotations

from typing import Any

import orjson

from quotes.errors import (
    AccessError,
    ConflictError,
    CursorError,
    FilterError,
    GoneError,
    NotFoundError,
    QuotesError,
    ServerError,
    TooLongError,
)

_PROBLEM = "application/problem+json"
_STOPPED = "the question took too long"


def error_of(address: str, status: int, media_type: str, body: bytes) -> QuotesError:
    """Return the error that an answer (RFC 9457) tells of; a ServerError for what only the server knows."""
    problem = _problem(media_type, body)
    if problem is None:
        message = f"the server answered with {status}, and not as quotes does: is this the address of one?"
        return ServerError(address, message, status)
    detail = str(problem.get("detail") or problem.get("title") or f"the server answered with {status}")
    if status in (400, 413, 415, 422):
        return _of_parameter(problem, detail)
    if status in (401, 403):
        return AccessError(address, detail, status)
    if status == 503 and detail.startswith(_STOPPED):
        return TooLongError(detail)
    kind = {404: NotFoundError, 409: ConflictError, 410: GoneError}.get(status)
    return kind(detail) if kind else ServerError(address, detail, status)


def is_stopped(body: bytes) -> bool:
    """Tell whether a question was stopped because it took too long: asked again it would take as long."""
    problem = _problem(_PROBLEM, body)
    return problem is not None and str(problem.get("detail")).startswith(_STOPPED)


def _of_parameter(problem: dict[str, Any], detail: str) -> FilterError:
    wrong = problem.get("errors") or [{}]
    parameter = str(wrong[0].get("parameter", "body"))
    return (CursorError if parameter == "cursor" else FilterError)(parameter, detail)


def _problem(media_type: str, body: bytes) -> dict[str, Any] | None:
    if media_type.partition(";")[0].strip() != _PROBLEM:
        return None
    try:
        read = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return read if isinstance(read, dict) else None
