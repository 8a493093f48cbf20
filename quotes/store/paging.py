"""Pages: some rows in order, and where the next begin. Keyset, so that every page costs the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, FromClause, and_, func, literal, or_, select
from sqlalchemy.orm import Session

from quotes.errors import CursorError, FilterError
from quotes.store.cursor import Key, Position, decode, encode

_MOST_ON_A_PAGE = 10_000  # SQLite takes no more than some 32,000 values in a statement


class SortKey(NamedTuple):
    """A column, or what is made of one, that is never null, and which way it goes."""

    column: ColumnElement[Any]
    descending: bool = False

    def clause(self) -> ColumnElement[Any]:
        """Return what to order by."""
        return self.column.desc() if self.descending else self.column.asc()

    def read(self, value: Key) -> Any:
        """Return the value of a cursor as one of the column."""
        kind = self.column.type.python_type
        return date.fromisoformat(str(value)) if kind is date else kind(value)


@dataclass(frozen=True, slots=True)
class Order:
    """An order by some keys, and by id where they are equal.

    Ids go up also where the keys go down: one day's quotes stand in the order of their documents.
    """

    name: str
    id: Column[Any]
    keys: tuple[SortKey, ...]

    def clauses(self) -> list[ColumnElement[Any]]:
        """Return what to order by."""
        return [*(key.clause() for key in self.keys), self.id.asc()]

    def after(self, position: Position) -> ColumnElement[bool]:
        """Return the condition for the rows that come after a position."""
        values = self._values(position)
        further: ColumnElement[bool] = self.id > position.id
        for key, value in reversed(list(zip(self.keys, values, strict=True))):
            beyond = key.column < value if key.descending else key.column > value
            further = or_(beyond, and_(key.column == value, further))
        # the first condition says nothing more, but lets an index begin at the position
        first, value = self.keys[0], values[0]
        return and_(first.column <= value if first.descending else first.column >= value, further)

    def _values(self, position: Position) -> list[Any]:
        try:
            return [key.read(value) for key, value in zip(self.keys, position.keys, strict=True)]
        except (ValueError, OverflowError) as error:
            raise CursorError("cursor", "this is not a cursor that was given out here") from error


@dataclass(frozen=True, slots=True)
class PageOfIds:
    """The ids on a page, in order, how many rows there are on all pages, and the next page's cursor.

    There are more than `count` where that is not exact.
    """

    ids: Sequence[int]
    count: int
    next_cursor: str | None
    count_is_exact: bool = True


class Counting(NamedTuple):
    """How to count what is on all pages, where it is not simply counted.

    `conditions` leave the same rows as those of the page, but for looking at all; counting stops at `most`,
    and is not begun where it is known what it would come to.
    """

    conditions: Sequence[ColumnElement[bool]]
    most: int | None
    known: int | None = None


def page_of_ids(
    session: Session,
    order: Order,
    conditions: Sequence[ColumnElement[bool]],
    *,
    query: str,
    cursor: str | None,
    per_page: int,
    counting: Counting | None = None,
) -> PageOfIds:
    """Select the ids of one page: so narrow a row can come from an index alone, and sorts in little room.

    `query` describes what is asked for in full: a cursor goes on only with the query that it came from.
    """
    if not 0 <= per_page <= _MOST_ON_A_PAGE:
        raise FilterError("per_page", f"a page has from 0 to {_MOST_ON_A_PAGE} results, not {per_page}")
    start = [] if cursor is None else [order.after(decode(cursor, sort=order.name, query=query))]
    keys = [key.column.label(f"key{number}") for number, key in enumerate(order.keys)]
    wanted = select(order.id, *keys).where(*conditions, *start).order_by(*order.clauses())
    connection = session.connection()
    rows = connection.execute(wanted.limit(per_page + 1)).all() if per_page else []
    counting = counting or Counting(conditions, None)
    if cursor is None and 0 < per_page >= len(rows):  # these are all
        counting = counting._replace(known=len(rows))
    count, is_exact = _count(connection, order.id.table, counting)
    following = None
    if len(rows) > per_page:
        id_, *values = rows[per_page - 1]
        position = Position(tuple(map(_as_key, values)), id_)
        following = encode(position, sort=order.name, query=query)
    return PageOfIds([row[0] for row in rows[:per_page]], count, following, is_exact)


def _count(connection: Connection, table: FromClause, counting: Counting) -> tuple[int, bool]:
    """Count up to a bound, if there is one; say whether that is all there is."""
    count, most = counting.known, counting.most
    if count is None:
        counted = select(func.count()).select_from(table).where(*counting.conditions)
        if most is not None:
            some = counted.with_only_columns(literal(1)).limit(most + 1).subquery()
            counted = select(func.count()).select_from(some)
        count = connection.execute(counted).scalar_one()
    return (count, True) if most is None else (min(count, most), count <= most)


def _as_key(value: Any) -> Key:
    found: Key = value.isoformat() if isinstance(value, date) else value
    return found
