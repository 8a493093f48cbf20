"""What the filters mean, as conditions on rows."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, get_args

from sqlalchemy import Column, ColumnElement, false, literal, select
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.speakers.names import bare_surname, fold
from quotes.store.models import UNDATED, aliases, documents, outlets, quotes, speakers
from quotes.store.records import QuoteFilter
from quotes.store.search import matches
from quotes.types import Channel, Kind

_LARGEST_ID = 2**31 - 1  # PostgreSQL's integer; no row has a greater one
_LONGEST_NAME = 500  # none that is stored is longer
_FIRST = UNDATED + timedelta(days=1)  # the first day that is one
_COUNTRY = re.compile(r"[A-Za-z]{2}")
Conditions = list[ColumnElement[bool]]


def is_id(value: int) -> bool:
    """Tell whether a number can be the id of a row."""
    return 0 < value <= _LARGEST_ID


def quote_conditions(session: Session, filter: QuoteFilter) -> Conditions:  # noqa: A002  # the public name
    """Return the conditions that a filter sets on `quotes`; raise FilterError for a value without use."""
    conditions = published_between(quotes.c.published_sort, filter.from_, filter.to)
    conditions += _said_between(filter.said_from, filter.said_to)
    if filter.speaker is not None:
        conditions.append(quotes.c.speaker_id.in_(speakers_named(session, filter.speaker)))
    if filter.speaker_id is not None:
        conditions.append(_is(quotes.c.speaker_id, filter.speaker_id))
    if filter.document_id is not None:
        conditions.append(_is(quotes.c.document_id, filter.document_id))
    if filter.q is not None:
        conditions.append(matches(session, quotes, filter.q))
    if filter.outlet is not None:
        of_outlet = select(documents.c.id).where(from_outlet(session, filter.outlet))
        conditions.append(quotes.c.document_id.in_(of_outlet))
    return conditions + _conditions_on_attribution(filter)


def _conditions_on_attribution(filter: QuoteFilter) -> Conditions:  # noqa: A002  # as above
    conditions: Conditions = []
    if filter.kind is not None:
        conditions.append(quotes.c.kind == _one_of("kind", filter.kind, get_args(Kind)))
    if filter.channel is not None:
        conditions.append(quotes.c.channel == _one_of("channel", filter.channel, get_args(Channel)))
    if filter.country is not None:
        conditions.append(quotes.c.country == country_code(filter.country))
    least = filter.min_confidence
    if least is not None:
        if not 0 <= least <= 1:
            raise FilterError("min_confidence", f"a confidence is between 0 and 1, not {least}")
        conditions.append(quotes.c.confidence >= least)
    source = quotes.c.source_start
    if filter.attributed is not None:
        conditions.append(source.is_not(None) if filter.attributed else source.is_(None))
    return conditions


def published_between(column: Column[Any], first: date | None, last: date | None) -> Conditions:
    """Return the conditions for days from `first` to `last`, both included; what has no date is on none."""
    _in_order("from", first, last)
    conditions: Conditions = []
    if first is not None or last is not None:
        conditions.append(column >= max(first or _FIRST, _FIRST))
    if last is not None:
        conditions.append(column <= last)
    return conditions


def _said_between(first: date | None, last: date | None) -> Conditions:
    """Return the conditions for what was said from `first` to `last`, in part if it is a month or a year."""
    _in_order("said_from", first, last)
    conditions: Conditions = []
    if first is not None or last is not None:
        # what lasts until a day begins with its year at the earliest: there an index can begin as well
        earliest = _FIRST if first is None else max(date(first.year, 1, 1), _FIRST)
        conditions.append(quotes.c.said_sort >= earliest)
    if first is not None:
        conditions.append(quotes.c.said_until >= first)
    if last is not None:
        conditions.append(quotes.c.said_sort <= last)
    return conditions


def country_code(value: str) -> str:
    """Return a country's code in capitals; raise FilterError for what can be none."""
    if not _COUNTRY.fullmatch(value):
        raise FilterError("country", f"a country is a code of two letters (ISO 3166-1), not {value[:40]!r}")
    return value.upper()


def speakers_named(session: Session, name: str) -> list[int]:
    """Return the ids of the speakers whom documents call by a name, or whose surname it is."""
    key = _key("speaker", name)
    ids = set(session.scalars(select(aliases.c.speaker_id).where(aliases.c.key == key)))
    last_name = bare_surname(key)
    if last_name is not None:
        ids |= set(session.scalars(select(speakers.c.id).where(speakers.c.surname == last_name)))
    return sorted(ids)


def speakers_matching(q: str) -> ColumnElement[bool]:
    """Return the condition that some form of a speaker's name has words that begin like those of `q`."""
    if not any(character.isalnum() for character in q):
        raise FilterError("q", "there is no letter of a name to search for")
    words = _key("q", q).split()
    # a key is nothing but letters, digits and single spaces, so there is nothing to escape
    key = literal(" ") + aliases.c.key
    named = select(aliases.c.speaker_id).where(*(key.like(f"% {word}%") for word in words))
    return speakers.c.id.in_(named)


def from_outlet(session: Session, name: str) -> ColumnElement[bool]:
    """Return the condition that a document is from an outlet, whose name need not have the same capitals."""
    key = _key("outlet", name)
    return documents.c.outlet_id.in_(session.scalars(select(outlets.c.id).where(outlets.c.key == key)).all())


def _in_order(parameter: str, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and first > last:
        raise FilterError(parameter, f"the first day, {first}, is after the last, {last}")


def _one_of(parameter: str, value: str, values: tuple[str, ...]) -> str:
    if value not in values:
        raise FilterError(parameter, f"{parameter} is one of {', '.join(values)}, not {value!r}")
    return value


def _is(column: Column[Any], value: int) -> ColumnElement[bool]:
    return column == value if is_id(value) else false()


def _key(parameter: str, name: str) -> str:
    """Fold a name asked for; refuse an empty one, and what the database's driver could not even send."""
    if len(name) > _LONGEST_NAME:
        raise FilterError(parameter, f"{parameter} is a name of at most {_LONGEST_NAME} characters")
    key = fold(name)
    if not key:
        raise FilterError(parameter, f"{parameter} is an empty name")
    if "\0" in key or any("\ud800" <= character <= "\udfff" for character in key):
        raise FilterError(parameter, f"{parameter} has a character that no text has")
    return key
