"""What is new, changed or gone since a moment, in the order in which it happened: for who keeps a copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from quotes.errors import CursorError, FilterError
from quotes.store.cursor import Position, decode, encode
from quotes.store.models import quotes, tombstones
from quotes.store.records import Page, TombstoneRecord, UpdateRecord
from quotes.store.rows import quote_records
from quotes.store.values import in_utc

_MOST_ON_A_PAGE = 10_000
_GONE = 200
_SORT = "updated_at"
_HERE = ""  # stands for the noun of what is there; sorts before all nouns


class _Mark(NamedTuple):
    """Where something stands among all that happened."""

    at: datetime
    noun: str
    id: int


def select_updates(
    session: Session, *, since: datetime | None = None, cursor: str | None = None, per_page: int = 50
) -> Page[UpdateRecord]:
    """Select all quotes changed since a moment, and tombstones of all that is gone, the oldest first.

    What happened several times stands where it happened last. A page's `next_cursor` is there as long as
    more is known; who comes back later asks `since` the moment of the last one seen. Writers take turns, so
    nothing can turn up before it. `total` counts all since that moment.
    """
    if not 0 <= per_page <= _MOST_ON_A_PAGE:
        raise FilterError("per_page", f"a page has from 0 to {_MOST_ON_A_PAGE} results, not {per_page}")
    since = None if since is None else in_utc(since)
    start = None if cursor is None else _mark(decode(cursor, sort=_SORT, query=repr(("updates", since))))
    marks = sorted((*_changed(session, since, start, per_page), *_gone(session, since, start, per_page)))
    page = marks[:per_page]
    following = None
    if page and len(marks) > per_page:
        last = page[-1]
        position = Position((last.at.isoformat(), last.noun), last.id)
        following = encode(position, sort=_SORT, query=repr(("updates", since)))
    return Page(_records(session, page), _total(session, since), following)


def quotes_gone(session: Session, since: datetime) -> tuple[tuple[TombstoneRecord, ...], int]:
    """Select the tombstones of quotes gone since a moment, the first 200 of them, and count all."""
    gone = (tombstones.c.noun == "quote", tombstones.c.removed_at >= in_utc(since))
    first = select(tombstones).where(*gone).order_by(tombstones.c.removed_at, tombstones.c.id).limit(_GONE)
    count = session.scalar(select(func.count()).select_from(tombstones).where(*gone)) or 0
    return tuple(tombstone_record(row) for row in session.execute(first)), count


def _changed(session: Session, since: datetime | None, start: _Mark | None, limit: int) -> list[_Mark]:
    at, id_ = quotes.c.updated_at, quotes.c.id
    wanted = select(at, id_).order_by(at, id_).limit(limit + 1)
    if since is not None:
        wanted = wanted.where(at >= since)
    if start is not None:
        same = (at == start.at, id_ > start.id) if start.noun == _HERE else (at > start.at,)
        wanted = wanted.where(at >= start.at, or_(at > start.at, and_(*same)))
    return [_Mark(in_utc(row.updated_at), _HERE, row.id) for row in session.execute(wanted)]


def _gone(session: Session, since: datetime | None, start: _Mark | None, limit: int) -> list[_Mark]:
    at, noun, id_ = tombstones.c.removed_at, tombstones.c.noun, tombstones.c.id
    wanted = select(at, noun, id_).order_by(at, noun, id_).limit(limit + 1)
    if since is not None:
        wanted = wanted.where(at >= since)
    if start is not None:
        behind = or_(noun > start.noun, and_(noun == start.noun, id_ > start.id))
        wanted = wanted.where(at >= start.at, or_(at > start.at, behind))
    return [_Mark(in_utc(row.removed_at), row.noun, row.id) for row in session.execute(wanted)]


def _total(session: Session, since: datetime | None) -> int:
    total = 0
    for table, at in ((quotes, quotes.c.updated_at), (tombstones, tombstones.c.removed_at)):
        counted = select(func.count()).select_from(table)
        total += session.scalar(counted if since is None else counted.where(at >= since)) or 0
    return total


def _records(session: Session, marks: Sequence[_Mark]) -> tuple[UpdateRecord, ...]:
    there = quote_records(session, [mark.id for mark in marks if mark.noun == _HERE])
    by_id = {record.id: record for record in there}
    stones: dict[tuple[str, int], Any] = {}
    for noun in {mark.noun for mark in marks} - {_HERE}:
        ids = [mark.id for mark in marks if mark.noun == noun]
        wanted = select(tombstones).where(tombstones.c.noun == noun, tombstones.c.id.in_(ids))
        stones |= {(row.noun, row.id): row for row in session.execute(wanted)}
    return tuple(
        UpdateRecord(mark.at, by_id[mark.id], None)
        if mark.noun == _HERE
        else UpdateRecord(mark.at, None, tombstone_record(stones[mark.noun, mark.id]))
        for mark in marks
    )


def tombstone_record(row: Any) -> TombstoneRecord:
    """Return a row of what is gone as a record."""
    return TombstoneRecord(row.noun, row.id, in_utc(row.removed_at), row.why, row.heir_id)


def _mark(position: Position) -> _Mark:
    try:
        at, noun = position.keys
        return _Mark(datetime.fromisoformat(str(at)), str(noun), position.id)
    except ValueError as error:
        raise CursorError("cursor", "this is not a cursor that was given out here") from error
