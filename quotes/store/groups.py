"""Count quotes by speaker, country, day and so on, with all the filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, get_args

from sqlalchemy import Column, Select, case, func, select
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.speakers.countries import country_name
from quotes.store.batches import batches
from quotes.store.conditions import Asked, Conditions, asked_for
from quotes.store.cursor import Key, Position, decode, encode
from quotes.store.filters import QuoteFilter
from quotes.store.findings import GroupBy, GroupPage, GroupRecord
from quotes.store.models import UNDATED, documents, outlets, quotes, speakers
from quotes.store.values import one_of

_MOST_ON_A_PAGE = 10_000
Counts = Counter[str | None]
_DAYS = {"year": 4, "month": 7, "day": 10}  # so many characters of a day as YYYY-MM-DD


def group_quotes(
    session: Session,
    filter: QuoteFilter,  # noqa: A002  # as in select_quotes
    by: GroupBy,
    *,
    cursor: str | None = None,
    per_page: int = 50,
) -> GroupPage:
    """Count quotes by a field: days in order, all else the greatest group first.

    A year, a month and a day are of saying where that is told, else of publication; what is not known so
    exactly is in the group without a key.
    """
    one_of("group_by", get_args(GroupBy), by)
    if not 0 <= per_page <= _MOST_ON_A_PAGE:
        raise FilterError("per_page", f"a page has from 0 to {_MOST_ON_A_PAGE} results, not {per_page}")
    counts = _COUNTED[by](session, asked_for(session, filter))
    ranked = sorted((_rank(by, key, count), key, count) for key, count in counts.items())
    query = repr(("groups", *filter.by_field().values()))
    left = ranked
    if cursor is not None:
        last = decode(cursor, sort=by, query=query).keys
        left = [one for one in ranked if one[0] > last]
    shown = left[:per_page]
    names = _names(session, by, [key for _, key, _ in shown if key is not None])
    following = encode(Position(shown[-1][0], 1), sort=by, query=query) if shown and left[per_page:] else None
    groups = tuple(GroupRecord(key, names.get(key or "", key), count) for _, key, count in shown)
    return GroupPage(groups, len(ranked), following, counts.total())


def _rank(by: GroupBy, key: str | None, count: int) -> tuple[Key, ...]:
    """Return what groups are sorted by; no two are equal, and what has no key is the last of its like."""
    place = (int(key is None), key or "")
    return place if by in _DAYS else (-count, *place)


def _by_column(column: Column[Any], session: Session, asked: Asked) -> Counts:
    rows = session.execute(select(column, func.count()).where(*asked.groups).group_by(column))
    return Counter({None if value is None else str(value): count for value, count in rows})


def _by_outlet(session: Session, asked: Asked) -> Counts:
    postgresql = session.get_bind().dialect.name == "postgresql"
    rows = session.execute((_joined_outlets if postgresql else _summed_outlets)(asked.groups)).all()
    known = select(outlets.c.id, outlets.c.name, outlets.c.key).order_by(outlets.c.id)
    first: dict[str, str] = {}
    names: dict[int | None, str] = {}
    for row in session.execute(known):  # spellings that are asked for as one are one
        names[row.id] = first.setdefault(row.key, row.name)
    counts: Counts = Counter()
    for outlet_id, count in rows:
        counts[names.get(outlet_id)] += int(count)
    return counts


def _summed_outlets(conditions: Conditions) -> Select[Any]:
    """Count by document first: there are fewer of them, and only they have outlets."""
    of_document = quotes.c.document_id
    counted = select(of_document, func.count().label("count")).where(*conditions).group_by(of_document)
    some = counted.subquery()
    summed = select(documents.c.outlet_id, func.sum(some.c.count))
    return summed.join(some, some.c.document_id == documents.c.id).group_by(documents.c.outlet_id)


def _joined_outlets(conditions: Conditions) -> Select[Any]:
    """Count at once, as several processes of PostgreSQL can share that: each would count all documents."""
    counted = select(documents.c.outlet_id, func.count()).where(*conditions).group_by(documents.c.outlet_id)
    return counted.join_from(quotes, documents, documents.c.id == quotes.c.document_id)


def _by_day(by: GroupBy, session: Session, asked: Asked) -> Counts:
    """Count by day, and bring together here what is one month or year: databases write days differently."""
    counts: Counts = Counter()
    for first, last, count in (_lasting if asked.counting is None else _searched)(session, asked.groups):
        key = str(first)[: _DAYS[by]]
        counts[key if first != UNDATED and key == str(last)[: _DAYS[by]] else None] += count
    return counts


def _searched(session: Session, conditions: Conditions) -> Iterable[tuple[date, date, int]]:
    """Return how many quotes begin and end with which days: in one statement, as a search takes longest."""
    days = quotes.c.day_sort, quotes.c.day_until
    counted = select(*days, func.count()).where(*conditions).group_by(*days)
    yield from session.execute(counted)


def _lasting(session: Session, conditions: Conditions) -> Iterable[tuple[date, date, int]]:
    """Return the same of all that an index has in the order of the first day, and so needs no sorting."""
    begins, ends = quotes.c.day_sort, quotes.c.day_until
    is_longer = case((ends > begins, 1), else_=0)
    counted = select(begins, func.count(), func.sum(is_longer)).where(*conditions).group_by(begins)
    rows = session.execute(counted).all()
    yield from ((day, day, count - longer) for day, count, longer in rows if count > longer)
    for some in batches([day for day, _, longer in rows if longer]):
        longer = select(begins, ends, func.count()).where(*conditions, ends > begins, begins.in_(some))
        yield from session.execute(longer.group_by(begins, ends))


def _names(session: Session, by: GroupBy, keys: Sequence[str]) -> dict[str, str | None]:
    """Return the names of those keys that do not speak for themselves."""
    if by == "country":
        return {key: country_name(key) for key in keys}
    names: dict[str, str | None] = {}
    for some in batches(map(int, keys)) if by == "speaker" else ():
        rows = session.execute(select(speakers.c.id, speakers.c.name).where(speakers.c.id.in_(some)))
        names |= {str(row.id): row.name for row in rows}
    return names


_COUNTED: dict[str, Callable[[Session, Asked], Counts]] = {
    "speaker": partial(_by_column, quotes.c.speaker_id),
    "country": partial(_by_column, quotes.c.country),
    "outlet": _by_outlet,
    "channel": partial(_by_column, quotes.c.channel),
    "kind": partial(_by_column, quotes.c.kind),
    "cue": partial(_by_column, quotes.c.cue_lemma),
    "year": partial(_by_day, "year"),
    "month": partial(_by_day, "month"),
    "day": partial(_by_day, "day"),
}
