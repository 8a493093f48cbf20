"""What routes ask for by type: the database, the page wanted, the filter as understood."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request
from pydantic import AfterValidator, BeforeValidator, Field
from sqlalchemy import Engine

from api.errors import ParameterError, ParameterProblem, unknown_parameter
from quotes.errors import FilterError
from quotes.store.conditions import country_code
from quotes.store.records import QuoteFilter, Sort
from quotes.types import Channel, Kind

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


def code(value: str) -> str:
    """Refuse what is no country's code; write one in capitals."""
    try:
        return country_code(value)
    except FilterError as error:
        raise ValueError(f"{value[:40]!r} is no country's code of two letters, such as FR") from error


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
_PATTERN: dict[str, Any] = {"pattern": r"^[^\x00]*[^\s\x00][^\x00]*$"}
Words = Annotated[str, Field(max_length=500, json_schema_extra=_PATTERN), AfterValidator(words)]
IdNumber = Annotated[int, Field(ge=1, le=_LARGEST_NUMBER)]

Id = Annotated[IdNumber, Path(alias="id", description="The number that the store gave it.", examples=[1])]
SEARCH = (
    "Full text, in any inflection. Every word must occur; words in quotation marks must occur together, "
    "`-word` must not occur, `word*` begins a word."
)
_MEANT = "It means the day of publication (`meta.date_meant`); what has no date is left out."
_FROM = f"The first day, inclusive, as YYYY-MM-DD. {_MEANT}"
_TO = f"The last day, inclusive, as YYYY-MM-DD. {_MEANT}"
From = Annotated[Day | None, Query(alias="from", description=_FROM, examples=["2026-03-01"])]
To = Annotated[Day | None, Query(description=_TO, examples=["2026-03-31"])]
_SAID = (
    "What is known to a month or a year matches where any of its days does; what has no day of saying is "
    "left out."
)
SaidFrom = Annotated[
    Day | None,
    Query(
        description=f"The first day of saying, inclusive, as YYYY-MM-DD. {_SAID}",
        examples=["2026-03-01"],
    ),
]
SaidTo = Annotated[
    Day | None,
    Query(
        description=f"The last day of saying, inclusive, as YYYY-MM-DD. {_SAID}",
        examples=["2026-03-31"],
    ),
]
Country = Annotated[
    str,
    Field(json_schema_extra={"pattern": "^[A-Za-z]{2}$"}),
    AfterValidator(code),
]
Outlet = Annotated[Words | None, Query(description="The publication's name.", examples=["Harbour Dispatch"])]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is wanted."""

    cursor: str | None
    per_page: int


async def known_parameters(request: Request) -> None:
    """Refuse query parameters that the documentation of this address does not have, or not twice."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    known = _documented(request)
    problems = [unknown_parameter(name, known) for name in given if name not in known]
    problems += [
        ParameterProblem(name, f"{name} is given {count} times; give it once")
        for name, count in given.items()
        if count > 1 and name in known
    ]
    if problems:
        raise ParameterError(*problems)


def _documented(request: Request) -> list[str]:
    operations = request.app.openapi()["paths"].get(request.scope["route"].path_format, {})
    parameters = operations.get(request.method.lower(), {}).get("parameters", [])
    return [parameter["name"] for parameter in parameters if parameter["in"] == "query"]


async def engine(request: Request) -> Engine:
    """Return the database that the application was made for."""
    found: Engine = request.app.state.engine
    return found


async def paging(
    cursor: Annotated[
        Words | None,
        Query(description="Where to go on: `meta.next_cursor` of the page before, unchanged."),
    ] = None,
    per_page: Annotated[
        int, Query(ge=1, le=500, description="How many results a page has.", examples=[20])
    ] = 50,
) -> Paging:
    """Read which page is wanted."""
    return Paging(cursor, per_page)


async def sorting(
    sort: Annotated[
        Sort,
        Query(
            description="The order; `-` means descending. What has no such date counts as the oldest; a "
            "month or a year counts as its first day.",
            examples=["-published_on"],
        ),
    ] = "-published_on",
) -> Sort:
    """Read the order wanted."""
    return sort


async def narrowing(
    from_: From = None,
    to: To = None,
    said_from: SaidFrom = None,
    said_to: SaidTo = None,
    q: Annotated[
        Words | None, Query(description=f"Words of the quote. {SEARCH}", examples=["harbour treaty"])
    ] = None,
    outlet: Outlet = None,
    kind: Annotated[
        Kind | None,
        Query(
            description="`direct`: a whole sentence or more in marks. `mixed`: a quoted part of a reported "
            "sentence. `indirect`: reported without marks.",
            examples=["direct"],
        ),
    ] = None,
    channel: Annotated[
        Channel | None, Query(description="How it was said.", examples=["press_conference"])
    ] = None,
    country: Annotated[
        Country | None,
        Query(
            description="The country that the speaker speaks for, by its code of two letters (ISO 3166-1).",
            examples=["FR"],
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        Query(
            ge=0,
            le=1,
            allow_inf_nan=False,
            description="Only quotes whose rule was right at least this often on annotated news.",
            examples=[0.9],
        ),
    ] = None,
    attributed: Annotated[
        bool | None,
        Query(description="`true`: only quotes with a source. `false`: only those without.", examples=[True]),
    ] = None,
    document_id: Annotated[
        IdNumber | None, Query(description="Only quotes of this document.", examples=[1])
    ] = None,
    statement_id: Annotated[
        IdNumber | None, Query(description="Only printings of this statement.", examples=[1])
    ] = None,
) -> QuoteFilter:
    """Read every filter of quotes but the speaker."""
    return QuoteFilter(
        from_=from_,
        to=to,
        said_from=said_from,
        said_to=said_to,
        q=q,
        outlet=outlet,
        kind=kind,
        channel=channel,
        country=country,
        min_confidence=min_confidence,
        attributed=attributed,
        document_id=document_id,
        statement_id=statement_id,
    )


async def by_speaker(
    narrowed: Annotated[QuoteFilter, Depends(narrowing)],
    speaker: Annotated[
        Words | None,
        Query(
            description="The speaker's name, in any form that a document uses, or the surname alone; or an "
            "identifier from a roster, as `wikidata:Q1` or `roster:key`.",
            examples=["Mira Danforth"],
        ),
    ] = None,
    speaker_id: Annotated[
        IdNumber | None,
        Query(description="The speaker's id; that of a merged one leads to the survivor.", examples=[1]),
    ] = None,
) -> QuoteFilter:
    """Read every filter of quotes."""
    return replace(narrowed, speaker=speaker, speaker_id=speaker_id)


Database = Annotated[Engine, Depends(engine)]
WantedPage = Annotated[Paging, Depends(paging)]
WantedSort = Annotated[Sort, Depends(sorting)]
Narrowed = Annotated[QuoteFilter, Depends(narrowing)]
NarrowedBySpeaker = Annotated[QuoteFilter, Depends(by_speaker)]
