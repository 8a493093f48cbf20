"""Read many rows as columns, as fast as the database has them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, repeat
from typing import Any

from sqlalchemy import Dialect, Select
from sqlalchemy.orm import Session

from quotes.store.engine import reading_error

Columns = dict[str, Sequence[Any]]
_AT_ONCE = 10_000  # rows
_REMEMBERED = 5_000  # days, of which rows have the same again and again


def in_columns(session: Session, base: Select[Any], statement: Select[Any], size: int) -> Iterator[Columns]:
    """Yield the columns of what a statement selects, by their names, so many rows at a time.

    `base` is a constant that selects the same columns: what is found out about it is kept. Raises StoreError
    where the database can't be read on.
    """
    if _of_driver(session):
        rows: Iterator[Sequence[Any]] = _driver_rows(session, statement, size)
    else:
        rows = session.execute(statement, execution_options={"yield_per": size}).partitions()
    return (_columns(session, base, some) for some in rows)


def columns_of(session: Session, base: Select[Any], ids: Collection[int]) -> Columns:
    """Return the columns of all that a constant selects for `ids`, as its parameter is called.

    Raises as `in_columns` does.
    """
    return _columns(session, base, _rows(session, base, ids))


def columns_in_order(session: Session, base: Select[Any], ids: Sequence[int]) -> Columns:
    """Return the columns of what a constant selects for `ids`, an id first, in their order.

    Wide rows are so put in order sooner than the database sorts them. Raises as `in_columns` does.
    """
    found = {row[0]: row for row in _rows(session, base, ids)}
    return _columns(session, base, [found[one] for one in ids if one in found])


def _named(base: Select[Any], rows: Sequence[Sequence[Any]]) -> Columns:
    """Return rows of what a constant selects as columns by their names, empty ones where there are none."""
    return dict(zip(_names(base), zip(*rows, strict=True) if rows else repeat(()), strict=bool(rows)))


@lru_cache(32)
def _names(base: Select[Any]) -> tuple[str, ...]:
    return tuple(base.selected_columns.keys())


def _columns(session: Session, base: Select[Any], rows: Sequence[Sequence[Any]]) -> Columns:
    columns = _named(base, rows)
    values = _values(base, session.get_bind().dialect) if _of_driver(session) else {}
    return columns | {name: tuple(map(value, columns[name])) for name, value in values.items()}


def _of_driver(session: Session) -> bool:
    """Tell whether rows are taken as the driver has them: SQLAlchemy's cost half as much again."""
    return session.get_bind().dialect.name == "sqlite"


def _rows(session: Session, base: Select[Any], ids: Collection[int]) -> Sequence[Sequence[Any]]:
    given = {"ids": ids}
    if _of_driver(session):
        return [*chain.from_iterable(_driver_rows(session, base, _AT_ONCE, given))]
    return session.connection().execute(base, given).all()


def _driver_rows(
    session: Session, statement: Select[Any], size: int, given: Mapping[str, Any] | None = None
) -> Iterator[Sequence[Any]]:
    found: Any = session.connection().execute(statement, given)
    driver: Any = session.get_bind().dialect.loaded_dbapi
    try:
        while rows := found.cursor.fetchmany(size):
            yield rows
    except driver.Error as error:
        raise reading_error(session.get_bind().engine, error) from error
    finally:
        found.close()


@lru_cache(32)
def _values(base: Select[Any], dialect: Dialect) -> dict[str, Callable[[Any], Any]]:
    """Return what makes Python's values of the driver's, of the columns where they are not the same."""
    made = (
        (column, column.type.dialect_impl(dialect).result_processor(dialect, None))
        for column in base.selected_columns
    )
    return {
        column.name: lru_cache(_REMEMBERED)(value) if column.type.python_type is date else value
        for column, value in made
        if value is not None
    }
