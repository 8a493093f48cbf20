"""What the filters mean, as conditions on rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Column, ColumnElement, Text, and_, bindparam, literal, or_, select
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.speakers.bodies import parse_body
from quotes.speakers.names import bare_surname
from quotes.speakers.persons import parse_person, spell, whole
from quotes.store.choices import chosen, is_one_of
from quotes.store.filters import QuoteFilter
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
from quotes.store.offices import in_office
from quotes.store.paging import Counting
from quotes.store.sampling import drawn
from quotes.store.search import MANY, Matches, search
from quotes.store.values import in_utc, is_id, key_of, read_value

_FIRST = UNDATED + timedelta(days=1)  # the first day that is one
# Under what a roster's entries are known.
IDENTIFIERS = {"wikidata": roster.c.wikidata, "roster": roster.c.key}
Conditions = list[ColumnElement[bool]]

# The statement is built once: building it costs more than running it.
_country: BindParameter[str] = bindparam("country", type_=Text)
_named = select(aliases.c.naming_id).where(aliases.c.key == bindparam("key"))
_same_body = and_(
    namings.c.key == bindparam("body"),
    ~namings.c.is_person,
    or_(_country == "", namings.c.country == _country),
)
_CALLED = (
    select(namings.c.id, namings.c.speaker_id)
    .where(namings.c.id.in_(_named))
    # with OR between all of them, PostgreSQL would look at every naming
    .union(
        select(namings.c.id, namings.c.speaker_id).where(
            or_(
                and_(namings.c.whole == bindparam("whole"), namings.c.is_person),
                _same_body,
                namings.c.surname == bindparam("surname"),
            )
        )
    )
)


def survivor(session: Session, id_: int) -> int:
    """Return the speaker whom a speaker's id leads to: itself, unless it was merged into another."""
    if not is_id(id_):
        return id_
    return session.scalar(select(redirects.c.speaker_id).where(redirects.c.old_id == id_)) or id_


class Asked(NamedTuple):
    """The conditions that leave what is asked for: all of it, a page of it, groups; and how to count it."""

    every: Conditions
    page: Conditions
    groups: Conditions
    counting: Counting | None = None


def quote_conditions(session: Session, filter: QuoteFilter) -> Conditions:  # noqa: A002  # the public name
    """Return the conditions that a filter sets on `quotes`; raise FilterError for a value without use."""
    return asked_for(session, filter).every


def asked_for(session: Session, filter: QuoteFilter) -> Asked:  # noqa: A002  # as above
    """Return the conditions of a filter; where words are searched for, also those to count by."""
    conditions = _by_fields(session, filter)
    found: list[Matches] = []
    if filter.q is not None:
        found.append(search(session, quotes, filter.q, among=conditions))
    if filter.q_exact is not None:
        exactly = search(session, quotes, filter.q_exact, exact=True, parameter="q_exact", among=conditions)
        found.append(exactly)
    asked = with_words(conditions, found)
    if filter.sample is None:
        return asked
    sampled = [drawn(session, asked.every, filter.sample, filter.seed or 0)]
    return Asked(sampled, sampled, sampled)


def with_words(conditions: Conditions, found: Sequence[Matches]) -> Asked:
    """Add what searches found to other conditions; of that only so much is counted."""
    if not found:
        return Asked(conditions, conditions, conditions)
    known = found[0].known if len(found) == 1 and not conditions else None
    every, first, groups, counting = (
        [*conditions, *(getattr(one, use) for one in found)]
        for use in ("every", "first", "groups", "counting")
    )
    return Asked(every, first, groups, Counting(counting, MANY, known))


def _by_fields(session: Session, filter: QuoteFilter) -> Conditions:  # noqa: A002  # as above
    published = published_between(quotes.c.published_sort, filter.published_from, filter.published_to)
    conditions = published + _days(filter)
    for name, meaning in _MEANINGS.items():
        written = getattr(filter, name)
        if written is not None:
            conditions.append(chosen(name, written, partial(meaning, session)))
    least = filter.min_confidence
    if least is not None:
        if not 0 <= least <= 1:
            raise FilterError("min_confidence", f"a confidence is between 0 and 1, not {least}")
        conditions.append(quotes.c.confidence >= least)
    if filter.updated_since is not None:
        conditions.append(quotes.c.updated_at >= in_utc(filter.updated_since))
    if filter.attributed is not None:
        why_not = quotes.c.reason
        conditions.append(why_not.is_(None) if filter.attributed else why_not.is_not(None))
    return conditions


def _days(filter: QuoteFilter) -> Conditions:  # noqa: A002  # as above
    said, day = quotes.c.said_sort, quotes.c.day_sort
    return [
        *_on_days(said, quotes.c.said_until, "said_from", filter.said_from, filter.said_to),
        *_on_days(day, quotes.c.day_until, "from", filter.from_, filter.to),
    ]


def published_between(column: Column[Any], first: date | None, last: date | None) -> Conditions:
    """Return the conditions for days from `first` to `last`, both included; what has no date is on none."""
    _in_order("published_from", first, last)
    conditions: Conditions = []
    if first is not None or last is not None:
        conditions.append(column >= max(first or _FIRST, _FIRST))
    if last is not None:
        conditions.append(column <= last)
    return conditions


def _on_days(
    begins: Column[Any], ends: Column[Any], parameter: str, first: date | None, last: date | None
) -> Conditions:
    """Return the conditions for what is from `first` to `last`, in part if it is a month or a year."""
    _in_order(parameter, first, last)
    conditions: Conditions = []
    if first is not None or last is not None:
        # what lasts until a day begins with its year at the earliest: there an index can begin as well
        earliest = _FIRST if first is None else max(date(first.year, 1, 1), _FIRST)
        conditions.append(begins >= earliest)
    if first is not None:
        conditions.append(ends >= first)
    if last is not None:
        conditions.append(begins <= last)
    return conditions


def spoken_by(session: Session, names: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a quote is of somebody with one of some names, or identifiers.

    A name is one that documents use, another spelling or order of it, or the surname alone. Quotes of
    somebody so called who could be several speakers are among them. An identifier is written
    `wikidata:Q1` or, by the key in a roster, `roster:key`.
    """
    speaker_ids: set[int] = set()
    unlinked: set[int] = set()
    for name in names:
        key = key_of("speaker", name)
        known = identified(session, name)
        if known is not None:
            speaker_ids.update(known)
            continue
        for row in _called(session, name, key):
            if row.speaker_id is None:
                unlinked.add(row.id)
            else:
                speaker_ids.add(row.speaker_id)
    by_speaker = is_one_of(quotes.c.speaker_id, sorted(speaker_ids))
    return or_(by_speaker, quotes.c.naming_id.in_(sorted(unlinked))) if unlinked else by_speaker


def identified(session: Session, name: str) -> list[int] | None:
    """Return the speakers known under an identifier (`wikidata:Q1`, `roster:key`); None if it is none."""
    scheme, _, value = name.strip().partition(":")
    if scheme not in IDENTIFIERS or not value:
        return None
    known = select(roster.c.speaker_id).where(IDENTIFIERS[scheme] == value.strip())
    return list(session.scalars(known))


def _called(session: Session, name: str, key: str) -> Sequence[Any]:
    """Return the namings that a name can be another spelling, another order or the surname of."""
    person, body, alone = parse_person(name), parse_body(name), bare_surname(key)
    given = {"key": key, "whole": whole(person.key), "body": body.key, "country": body.country}
    return (
        session.connection()
        .execute(_CALLED, {**given, "surname": None if alone is None else spell(alone)})
        .all()
    )


def speakers_matching(q: str) -> ColumnElement[bool]:
    """Return the condition that some form of a speaker's name has words that begin like those of `q`."""
    if not any(character.isalnum() for character in q):
        raise FilterError("q", "there is no letter of a name to search for")
    words = key_of("q", q).split()
    # a key is nothing but letters, digits and single spaces, so there is nothing to escape
    key = literal(" ") + aliases.c.key
    named = select(namings.c.speaker_id).join(aliases, aliases.c.naming_id == namings.c.id)
    found = named.where(namings.c.speaker_id.is_not(None), *(key.like(f"% {word}%") for word in words))
    return speakers.c.id.in_(found)


def from_outlets(session: Session, names: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a document is from an outlet, whose name need not have the same capitals."""
    keys = [key_of("outlet", name) for name in names]
    return documents.c.outlet_id.in_(
        session.scalars(select(outlets.c.id).where(outlets.c.key.in_(keys))).all()
    )


def _in_order(parameter: str, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and first > last:
        raise FilterError(parameter, f"the first day, {first}, is after the last, {last}")


def _equal(
    column: Column[Any], parameter: str, _session: Session, values: Sequence[str]
) -> ColumnElement[bool]:
    return is_one_of(column, [read_value(parameter, value) for value in values])


def _of_speakers(session: Session, values: Sequence[str]) -> ColumnElement[bool]:
    return is_one_of(
        quotes.c.speaker_id, [survivor(session, read_value("speaker_id", value)) for value in values]
    )


def _of_outlets(session: Session, names: Sequence[str]) -> ColumnElement[bool]:
    of_these = select(documents.c.id).where(from_outlets(session, names))
    return quotes.c.document_id.in_(of_these)


def _in_office(_session: Session, values: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(in_office(read_value("office", value)) for value in values))


# What some values of each field mean on `quotes`.
_MEANINGS: dict[str, Callable[[Session, Sequence[str]], ColumnElement[bool]]] = {
    "speaker": spoken_by,
    "speaker_id": _of_speakers,
    "outlet": _of_outlets,
    "office": _in_office,
    "document_id": partial(_equal, quotes.c.document_id, "document_id"),
    "statement_id": partial(_equal, quotes.c.statement_id, "statement_id"),
    "kind": partial(_equal, quotes.c.kind, "kind"),
    "channel": partial(_equal, quotes.c.channel, "channel"),
    "speaker_kind": partial(_equal, quotes.c.speaker_kind, "speaker_kind"),
    "country": partial(_equal, quotes.c.country, "country"),
    "addressee": partial(_equal, quotes.c.addressee_key, "addressee"),
    "reported_by": partial(_equal, quotes.c.reported_by_key, "reported_by"),
    "cue": partial(_equal, quotes.c.cue_lemma, "cue"),
    "rule": partial(_equal, quotes.c.rule, "rule"),
}
