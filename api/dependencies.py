"""What routes ask for by type: the database, the page wanted, values that can be used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request, params
from fastapi.dependencies.utils import get_dependant, get_flat_params
from pydantic import AfterValidator, BeforeValidator, Field
from sqlalchemy import Engine
from starlette.exceptions import HTTPException

from api.callers import key_for
from api.errors import ParameterError, ParameterProblem, unknown_parameter
from quotes.store.records import KeyRecord

# The largest number that the answer's JSON can repeat.
_LARGEST_NUMBER = 2**63 - 1


def day(value: object) -> object:
    """Refuse what Pydantic would take for a day but nobody means as one: seconds since 1970, a moment."""
    if value is None or isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(f"{str(value)[:40]!r} is not a day; write days as YYYY-MM-DD, such as 2026-03-14")


def words(value: str) -> str:
    """Refuse what can't be looked for, and drop the space around the rest."""
    if "\0" in value:
        raise ValueError("has a NUL character, which no text holds")
    if not (value := value.strip()):
        raise ValueError("is empty; leave it out or give it a value")
    return value


def moment(value: object) -> object:
    """Read a moment as RFC 3339 writes it, in UTC where it names no zone; a day is its beginning."""
    if value is None or isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?", value):
            read = datetime.fromisoformat(value.upper())
            return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{str(value)[:40]!r} is not a moment; write it as 2026-03-14T09:30:00Z")


Day = Annotated[date, BeforeValidator(day)]
Moment = Annotated[datetime, BeforeValidator(moment)]
# The pattern is for the documentation; `words` says the same in plain English.
# Python takes more characters for space than the \s of patterns does.
NO_WORD = r"\s\x00\x1c-\x1f\x85"
_PATTERN: dict[str, Any] = {"pattern": rf"^[^\x00]*[^{NO_WORD}][^\x00]*$"}
Words = Annotated[str, Field(max_length=500, json_schema_extra=_PATTERN), AfterValidator(words)]
IdNumber = Annotated[int, Field(ge=1, le=_LARGEST_NUMBER)]

Id = Annotated[IdNumber, Path(alias="id", description="The number that the store gave it.", examples=[1])]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is wanted."""

    cursor: str | None
    per_page: int


async def known_parameters(request: Request) -> None:
    """Refuse query parameters that the documentation of this address does not have, or not twice.

    Not for pages and oEmbed: links in the wild and consumers add their own.
    """
    given = Counter(name for name, _ in request.query_params.multi_items())
    known = _query_names(request.scope["route"].endpoint)
    problems = [unknown_parameter(name, known) for name in given if name not in known]
    problems += [
        ParameterProblem(name, f"{name} is given {count} times; give it once")
        for name, count in given.items()
        if count > 1 and name in known
    ]
    if problems:
        raise ParameterError(*problems)


@cache
def _query_names(endpoint: Callable[..., Any]) -> list[str]:
    """Return the names of a route's parameters, without making the whole documentation for them."""
    found = get_flat_params(get_dependant(path="", call=endpoint))
    return [one.alias for one in found if isinstance(one.field_info, params.Query)]


CHECKED = [Depends(known_parameters)]


async def engine(request: Request) -> Engine:
    """Return the database that the application was made for."""
    found: Engine = request.app.state.engine
    return found


async def writing(request: Request) -> Engine:
    """Return the database to write to; raise where this server only reads."""
    found: Engine | None = request.app.state.writing
    if found is None:
        raise HTTPException(405, "this server only reads", headers={"Allow": "GET, HEAD"})
    return found


async def ingester(request: Request) -> KeyRecord:
    """Return the key of a request that stores documents."""
    return key_for(request, "ingest")


async def corrector(request: Request) -> KeyRecord:
    """Return the key of a request that puts quotes right."""
    return key_for(request, "correct")


async def paging(
    cursor: Annotated[
        Words | None,
        Query(description="Where to go on: `meta.next_cursor` of the page before, unchanged; `*` begins."),
    ] = None,
    per_page: Annotated[
        int, Query(ge=0, le=200, description="How many results a page has; 0 only counts.", examples=[20])
    ] = 50,
) -> Paging:
    """Read which page is wanted."""
    return Paging(None if cursor == "*" else cursor, per_page)


Database = Annotated[Engine, Depends(engine)]
Writing = Annotated[Engine, Depends(writing)]
Ingester = Annotated[KeyRecord, Depends(ingester)]
Corrector = Annotated[KeyRecord, Depends(corrector)]
WantedPage = Annotated[Paging, Depends(paging)]
