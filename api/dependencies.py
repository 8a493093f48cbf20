"""What routes ask for by type: the database, the page wanted, the filter as understood."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, get_args

from fastapi import Depends, Path, Query, Request
from pydantic import AfterValidator, BeforeValidator, Field
from sqlalchemy import Engine
from starlette.exceptions import HTTPException

from api.callers import key_for
from api.errors import ParameterError, ParameterProblem, unknown_parameter
from quotes.errors import FilterError
from quotes.store.records import KeyRecord, QuoteFilter, Sort
from quotes.store.values import check_choice
from quotes.types import Channel, Kind, SpeakerKind

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


def checked(parameter: str) -> AfterValidator:
    """Refuse what can't be used as the values of a field."""

    def check(value: str) -> str:
        try:
            return check_choice(parameter, value)
        except FilterError as error:
            raise ValueError(str(error).removeprefix(f"{parameter} ")) from error

    return AfterValidator(check)


def choice(description: str, example: str, pattern: str = r"[^|!\s\x00][^|\x00]*") -> Any:
    """Describe a parameter of values with `|` and `!` between them; `pattern` is of one value."""
    # The pattern is for the documentation; `checked` says the same in plain English.
    about = {"pattern": rf"^!?({pattern})(\|({pattern}))*$"}
    return Query(description=f"{description} {_OR_NOT}", examples=[example], json_schema_extra=about)


def on_day(description: str, example: str, alias: str | None = None) -> Any:
    """Describe a parameter that is a day."""
    said = f"{description}, inclusive, as YYYY-MM-DD."
    return Query(alias=alias, description=said, examples=[example])


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
_OR_NOT = "`a|b` is a or b; `!` before all of it is not."
SEARCH = (
    'Every word must occur, words in "quotation marks" together; `AND`, `OR`, `NOT` in capitals and brackets '
    "join them, `-word` must not occur, `word*` begins a word."
)
_FIRST, _LAST = "2026-03-01", "2026-03-31"
_MEANT = "of saying where that is told, else of publication (each quote's `day` says which)"
_IN_PART = "A month or a year matches where any of its days does, what has no such day never does"
From = Annotated[Day | None, on_day(f"The first day {_MEANT}. {_IN_PART}; it is", _FIRST, alias="from")]
To = Annotated[Day | None, on_day(f"The last day {_MEANT}. {_IN_PART}; it is", _LAST)]
SaidFrom = Annotated[Day | None, on_day(f"The first day of saying. {_IN_PART}; it is", _FIRST)]
SaidTo = Annotated[Day | None, on_day(f"The last day of saying. {_IN_PART}; it is", _LAST)]
PublishedFrom = Annotated[Day | None, on_day("The first day of publication", _FIRST)]
PublishedTo = Annotated[Day | None, on_day("The last day of publication", _LAST)]
Outlet = Annotated[Words | None, checked("outlet"), choice("The publication's name.", "Harbour Dispatch")]
_NUMBER = r"-?[0-9]+"


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
    published_from: PublishedFrom = None,
    published_to: PublishedTo = None,
    q: Annotated[
        Words | None,
        Query(
            description=f"Words of the quote, in any inflection. {SEARCH}", examples=["harbour AND treat*"]
        ),
    ] = None,
    q_exact: Annotated[
        Words | None,
        Query(
            description=f"Words of the quote, in just this form. {SEARCH}", examples=['"the harbour stays"']
        ),
    ] = None,
    attributed: Annotated[
        Literal["true", "false", "any"],
        Query(
            description="`true`: only quotes with a source. `false`: only those without.", examples=["true"]
        ),
    ] = "any",
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
) -> QuoteFilter:
    """Read the filters by day, words and confidence."""
    return QuoteFilter(
        from_=from_,
        to=to,
        said_from=said_from,
        said_to=said_to,
        published_from=published_from,
        published_to=published_to,
        q=q,
        q_exact=q_exact,
        attributed=None if attributed == "any" else attributed == "true",
        min_confidence=min_confidence,
    )


async def choosing(
    narrowed: Annotated[QuoteFilter, Depends(narrowing)],
    speaker_kind: Annotated[
        Words | None,
        checked("speaker_kind"),
        choice("What the speaker is.", "person", pattern="|".join(get_args(SpeakerKind))),
    ] = None,
    office: Annotated[
        Words | None,
        checked("office"),
        choice(
            "The office held when it was said, as the document, a roster or others before and after tell.",
            "foreign minister",
        ),
    ] = None,
    country: Annotated[
        Words | None,
        checked("country"),
        choice(
            "The country that the speaker speaks for, by its code of two letters (ISO 3166-1).",
            "FR|DE",
            pattern="[A-Za-z]{2}",
        ),
    ] = None,
    outlet: Outlet = None,
    kind: Annotated[
        Words | None,
        checked("kind"),
        choice(
            "`direct`: a whole sentence or more in marks. `mixed`: a quoted part of a reported sentence. "
            "`indirect`: reported without marks.",
            "direct",
            pattern="|".join(get_args(Kind)),
        ),
    ] = None,
    channel: Annotated[
        Words | None,
        checked("channel"),
        choice("How it was said.", "press_conference", pattern="|".join(get_args(Channel))),
    ] = None,
    addressee: Annotated[
        Words | None, checked("addressee"), choice("To whom it was said.", "reporters")
    ] = None,
    reported_by: Annotated[
        Words | None,
        checked("reported_by"),
        choice("The agency or paper that the document names for it.", "Pier Agency"),
    ] = None,
    cue: Annotated[Words | None, checked("cue"), choice("The cue's dictionary form.", "say|tell")] = None,
    rule: Annotated[
        Words | None, checked("rule"), choice("The named pattern that decided.", "after_verb")
    ] = None,
    document_id: Annotated[
        Words | None, checked("document_id"), choice("Only quotes of this document.", "1", pattern=_NUMBER)
    ] = None,
    statement_id: Annotated[
        Words | None,
        checked("statement_id"),
        choice("Only printings of this statement.", "1", pattern=_NUMBER),
    ] = None,
) -> QuoteFilter:
    """Read every filter of quotes but the speaker."""
    return replace(
        narrowed,
        speaker_kind=speaker_kind,
        office=office,
        country=country,
        outlet=outlet,
        kind=kind,
        channel=channel,
        addressee=addressee,
        reported_by=reported_by,
        cue=cue,
        rule=rule,
        document_id=document_id,
        statement_id=statement_id,
    )


async def by_speaker(
    narrowed: Annotated[QuoteFilter, Depends(choosing)],
    speaker: Annotated[
        Words | None,
        checked("speaker"),
        choice(
            "The speaker's name, in any form that a document uses, or the surname alone; or an identifier "
            "from a roster, as `wikidata:Q1` or `roster:key`.",
            "Mira Danforth",
        ),
    ] = None,
    speaker_id: Annotated[
        Words | None,
        checked("speaker_id"),
        choice("The speaker's id; that of a merged one leads to the survivor.", "1", pattern=_NUMBER),
    ] = None,
) -> QuoteFilter:
    """Read every filter of quotes."""
    return replace(narrowed, speaker=speaker, speaker_id=speaker_id)


Database = Annotated[Engine, Depends(engine)]
Writing = Annotated[Engine, Depends(writing)]
Ingester = Annotated[KeyRecord, Depends(ingester)]
Corrector = Annotated[KeyRecord, Depends(corrector)]
WantedPage = Annotated[Paging, Depends(paging)]
WantedSort = Annotated[Sort, Depends(sorting)]
Narrowed = Annotated[QuoteFilter, Depends(choosing)]
NarrowedBySpeaker = Annotated[QuoteFilter, Depends(by_speaker)]
