"""Pages: some rows in order, and where the next begin. Keyset, so that every page costs the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Date, and_, func, or_, select
from sqlalchemy.orm import Session

from quotes.errors import CursorError, FilterError
from quotes.store.cursor import Position, decode, encode

_MOST_ON_A_PAGE = 10_000  # SQLite takes no more than some 32,000 values in a statement


@dataclass(frozen=True, slots=True)
class Order:
    """An order by a column that is never null (which may be the id), and by id where that is equal.

    Ids go up also where the column goes down: one day's quotes stand in the order of their documents.
    """

    name: str
    id: Column[Any]
    key: Column[Any]
    descending: bool = False

    def clauses(self) -> list[ColumnElement[Any]]:
        """Return what to order by."""
        return [self.key.desc() if self.descending else self.key.asc(), self.id.asc()]

    def after(self, position: Position) -> ColumnElement[bool]:
        """Return the condition for the rows that come after a position."""
        key = self._key_of(position)
        reached = self.key <= key if self.descending else self.key >= key
        # the first condition says nothing more, but lets an index begin at the position
        return and_(reached, or_(self.key != key, self.id > position.id))

    def _key_of(self, position: Position) -> date | int:
        try:
            return date.fromisoformat(str(position.key)) if self._is_day() else int(position.key)
        except ValueError as error:
            raise CursorError("cursor", "this is not a cursor that was given out here") from error

    def _is_day(self) -> bool:
        return isinstance(self.key.type, Date)


@dataclass(frozen=True, slots=True)
class PageOfIds:
    """The ids on a page, in order, how many rows there are on all pages, and the next page's cursor."""

    ids: Sequence[int]
    count: int
    next_cursor: str | None


def page_of_ids(
    session: Session,
    order: Order,
    conditions: Sequence[ColumnElement[bool]],
    *,
    query: str,
    cursor: str | None,
    per_page: int,
) -> PageOfIds:
    """Select the ids of one page: so narrow a row can come from an index alone, and sorts in little room.

    `query` describes what is asked for in full: a cursor goes on only with the query that it came from.
    """
    if not 1 <= per_page <= _MOST_ON_A_PAGE:
        raise FilterError("per_page", f"a page has from 1 to {_MOST_ON_A_PAGE} results, not {per_page}")
    start = [] if cursor is None else [order.after(decode(cursor, sort=order.name, query=query))]
    wanted = select(order.id, order.key.label("key")).where(*conditions, *start).order_by(*order.clauses())
    rows = session.execute(wanted.limit(per_page + 1)).all()
    counted = select(func.count()).select_from(order.id.table).where(*conditions)
    count = session.execute(counted).scalar_one()
    following = None
    if len(rows) > per_page:
        last = rows[per_page - 1]
        key = last.key.isoformat() if isinstance(last.key, date) else last.key
        following = encode(Position(key, last.id), sort=order.name, query=query)
    return PageOfIds([row.id for row in rows[:per_page]], count, following)
