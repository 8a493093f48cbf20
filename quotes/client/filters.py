"""What can be asked for, by name, and whether a value can be used: said before anything is sent."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime
from difflib import get_close_matches
from functools import partial
from typing import Any, SupportsFloat, SupportsIndex, TypedDict, get_args

from quotes.errors import FilterError
from quotes.store.filters import QuoteFilter
from quotes.store.records import SortField
from quotes.store.values import CHOICES, check_choice, one_of
from quotes.store.words import read_query

_LONGEST = 500  # characters
_LARGEST_ID = 2**63 - 1
MOST_ON_A_PAGE = 200

Day = date | str


class DocumentFilters(TypedDict, total=False):
    """The filters of documents."""

    outlet: str
    published_from: Day
    published_to: Day
    q: str


class Filters(DocumentFilters, total=False):
    """The filters of quotes, as QuoteFilter explains them; days are dates, or text as YYYY-MM-DD."""

    speaker: str
    speaker_id: str | int
    speaker_kind: str
    office: str
    country: str
    from_: Day
    to: Day
    said_from: Day
    said_to: Day
    q_exact: str
    kind: str
    channel: str
    addressee: str
    reported_by: str
    cue: str
    rule: str
    min_confidence: float
    attributed: bool
    document_id: str | int
    statement_id: str | int
    updated_since: datetime | str
    sample: int
    seed: int


def quote_filter(verb: str, given: Mapping[str, Any], known: type = Filters) -> QuoteFilter:
    """Return the filter that some arguments make; None narrows nothing.

    Raises TypeError for a name that there is not, FilterError for a value that can't be used.
    """
    names: Collection[str] = known.__annotations__
    given = {"from_" if name == "from" else name: value for name, value in given.items()}
    for name in given:
        if name not in names:
            raise TypeError(_unknown(verb, name, names))
    read = {name: _READ[name](value) for name, value in given.items() if value is not None}
    return QuoteFilter(**read)


def _unknown(verb: str, name: str, known: Collection[str]) -> str:
    near = get_close_matches(name.lower(), known, n=1)
    meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return f"{verb}() has no parameter {name!r}: {meant}"


def words(parameter: str, value: object) -> str:
    """Return text to look for, without the space around it; raise FilterError where there is none."""
    text = str(value).strip()
    if not text:
        raise FilterError(parameter, f"{parameter} is empty; leave it out or give it a value")
    if len(text) > _LONGEST:
        raise FilterError(parameter, f"{parameter} has at most {_LONGEST} characters, not {len(text)}")
    if any(character == "\0" or "\ud800" <= character <= "\udfff" for character in text):
        raise FilterError(parameter, f"{parameter} has a character that no text has")
    return text


def query(parameter: str, value: object) -> str:
    """Return a query of words; raise FilterError where there is nothing to search for in it."""
    text = words(parameter, value)
    read_query(text, parameter)
    return text


def choice(parameter: str, value: object) -> str:
    """Return values of a field, `a|b` or `!a`; raise FilterError for one that it can't have."""
    return check_choice(parameter, words(parameter, value))


def day(parameter: str, value: object) -> date:
    """Return a day; raise FilterError for what is none, such as a moment."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and len(value) == len("2026-03-14"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    shown = str(value)[:40]
    raise FilterError(
        parameter, f"{parameter} {shown!r} is not a day; write days as YYYY-MM-DD, such as 2026-03-14"
    )


def moment(parameter: str, value: object) -> datetime:
    """Return a moment in UTC, which is meant where no zone is named; a day is its beginning."""
    try:
        read = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        shown = str(value)[:40]
        raise FilterError(
            parameter, f"{parameter} {shown!r} is not a moment; write it as 2026-03-14T09:30:00Z"
        ) from error


def row_id(value: SupportsIndex) -> int:
    """Return the id of a row; raise FilterError for what can be none."""
    return number("id", 1, _LARGEST_ID, value)


def per_page(value: SupportsIndex) -> int:
    """Return how many results a page is to have."""
    return number("per_page", 0, MOST_ON_A_PAGE, value)


def number(parameter: str, least: int, most: int, value: SupportsIndex) -> int:
    """Return a whole number between two; raise FilterError for any other."""
    try:
        read = operator.index(value)
    except TypeError as error:
        raise FilterError(parameter, f"{parameter} is a whole number, not {str(value)[:40]!r}") from error
    if not least <= read <= most:
        raise FilterError(parameter, f"{parameter} is from {least} to {most}, not {read}")
    return read


def order(value: str) -> str:
    """Return what to sort by, `-` before what descends; raise FilterError for a key that there is not."""
    parts = [part.strip() for part in value.split(",")]
    for part in parts:
        one_of("sort", get_args(SortField), part.removeprefix("-"))
    return ",".join(parts)


def _share(parameter: str, value: SupportsFloat) -> float:
    try:
        read = float(value)
    except (TypeError, ValueError) as error:
        raise FilterError(parameter, f"{parameter} is a number, not {str(value)[:40]!r}") from error
    if not 0 <= read <= 1:
        raise FilterError(parameter, f"{parameter} is from 0 to 1, not {read:g}")
    return read


def _yes_or_no(parameter: str, value: object) -> bool:
    if value is not True and value is not False:
        raise FilterError(parameter, f"{parameter} is True or False, not {str(value)[:40]!r}")
    return value


_DAYS = ("from_", "to", "said_from", "said_to", "published_from", "published_to")
_READ: dict[str, Callable[[Any], Any]] = {
    **{name: partial(choice, name) for name in CHOICES},
    **{name: partial(day, name.rstrip("_")) for name in _DAYS},
    **{name: partial(query, name) for name in ("q", "q_exact")},
    "updated_since": partial(moment, "updated_since"),
    "min_confidence": partial(_share, "min_confidence"),
    "attributed": partial(_yes_or_no, "attributed"),
    "sample": partial(number, "sample", 1, 10_000),
    "seed": partial(number, "seed", 0, 2**31 - 1),
}
