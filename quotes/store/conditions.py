"""What the filters mean, as conditions on rows."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, get_args

from sqlalchemy import Column, ColumnElement, and_, false, literal, or_, select
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.speakers.bodies import parse_body
from quotes.speakers.names import bare_surname, fold
from quotes.speakers.persons import parse_person, spell, whole
from quotes.store.models import (
    UNDATED,
    aliases,
    documents,
    namings,
    outlets,
    quotes,
    redirects,
    roster,
    speakers,
)
from quotes.store.records import QuoteFilter
from quotes.store.search import matches
from quotes.types import Channel, Kind

_LARGEST_ID = 2**31 - 1  # PostgreSQL's integer; no row has a greater one
_LONGEST_NAME = 500  # none that is stored is longer
_FIRST = UNDATED + timedelta(days=1)  # the first day that is one
_COUNTRY = re.compile(r"[A-Za-z]{2}")
# Under what a roster's entries are known.
IDENTIFIERS = {"wikidata": roster.c.wikidata, "roster": roster.c.key}
Conditions = list[ColumnElement[bool]]


def is_id(value: int) -> bool:
    """Tell whether a number can be the id of a row."""
    return 0 < value <= _LARGEST_ID


def survivor(session: Session, id_: int) -> int:
    """Return the speaker whom a speaker's id leads to: itself, unless it was merged into another."""
    if not is_id(id_):
        return id_
    return session.scalar(select(redirects.c.speaker_id).where(redirects.c.old_id == id_)) or id_


def quote_conditions(session: Session, filter: QuoteFilter) -> Conditions:  # noqa: A002  # the public name
    """Return the conditions that a filter sets on `quotes`; raise FilterError for a value without use."""
    conditions = published_between(quotes.c.published_sort, filter.from_, filter.to)
    conditions += _said_between(filter.said_from, filter.said_to)
    if filter.speaker is not None:
        conditions.append(spoken_by(session, filter.speaker))
    if filter.speaker_id is not None:
        conditions.append(_is(quotes.c.speaker_id, survivor(session, filter.speaker_id)))
    if filter.document_id is not None:
        conditions.append(_is(quotes.c.document_id, filter.document_id))
    if filter.statement_id is not None:
        conditions.append(_is(quotes.c.statement_id, filter.statement_id))
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
    if filter.attributed is not None:
        why_not = quotes.c.reason
        conditions.append(why_not.is_(None) if filter.attributed else why_not.is_not(None))
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


def spoken_by(session: Session, name: str) -> ColumnElement[bool]:
    """Return the condition that a quote is of somebody called by a name, or known under an identifier.

    The name is one that documents use, another spelling or order of it, or the surname alone. Quotes of
    somebody so called who could be several speakers are among them. An identifier is written
    `wikidata:Q1` or, by the key in a roster, `roster:key`.
    """
    key = _key("speaker", name)
    known = identified(session, name)
    if known is not None:
        return quotes.c.speaker_id.in_(known)
    rows = session.execute(select(namings.c.id, namings.c.speaker_id).where(_called(name, key))).all()
    speaker_ids = {row.speaker_id for row in rows if row.speaker_id is not None}
    unlinked = [row.id for row in rows if row.speaker_id is None]
    by_speaker = quotes.c.speaker_id.in_(sorted(speaker_ids))
    return or_(by_speaker, quotes.c.naming_id.in_(unlinked)) if unlinked else by_speaker


def identified(session: Session, name: str) -> list[int] | None:
    """Return the speakers known under an identifier (`wikidata:Q1`, `roster:key`); None if it is none."""
    scheme, _, value = name.strip().partition(":")
    if scheme not in IDENTIFIERS or not value:
        return None
    known = select(roster.c.speaker_id).where(IDENTIFIERS[scheme] == value.strip())
    return list(session.scalars(known))


def _called(name: str, key: str) -> ColumnElement[bool]:
    person, body = parse_person(name), parse_body(name)
    named = select(aliases.c.naming_id).where(aliases.c.key == key)
    same = and_(namings.c.whole == whole(person.key), namings.c.is_person)
    same_body = and_(namings.c.key == body.key, ~namings.c.is_person)
    if body.country:
        same_body = and_(same_body, namings.c.country == body.country)
    alone = bare_surname(key)
    called_so = [] if alone is None else [namings.c.surname == spell(alone)]
    return or_(namings.c.id.in_(named), same, same_body, *called_so)


def speakers_matching(q: str) -> ColumnElement[bool]:
    """Return the condition that some form of a speaker's name has words that begin like those of `q`."""
    if not any(character.isalnum() for character in q):
        raise FilterError("q", "there is no letter of a name to search for")
    words = _key("q", q).split()
    # a key is nothing but letters, digits and single spaces, so there is nothing to escape
    key = literal(" ") + aliases.c.key
    named = select(namings.c.speaker_id).join(aliases, aliases.c.naming_id == namings.c.id)
    found = named.where(namings.c.speaker_id.is_not(None), *(key.like(f"% {word}%") for word in words))
    return speakers.c.id.in_(found)


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
