"""Read many rows as columns, as fast as the database has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import repeat
from typing import Any

from sqlalchemy import Dialect, Select
from sqlalchemy.orm import Session

from quotes.errors import StoreError

Columns = dict[str, Sequence[Any]]
_AT_ONCE = 10_000  # rows
_REMEMBERED = 5_000  # days, of which rows have the same again and again


def in_columns(session: Session, statement: Select[Any], size: int) -> Iterator[Columns]:
    """Yield the columns of what a statement selects, by their names, so many rows at a time.

    Raises StoreError where the database can't be read on.
    """
    dialect = session.get_bind().dialect
    of_driver = dialect.name == "sqlite"
    values = _values(statement, dialect) if of_driver else {}
    for rows in (_of_driver if of_driver else _of_session)(session, statement, size):
        columns = named(statement, rows)
        yield columns | {name: tuple(map(value, columns[name])) for name, value in values.items()}


def named(statement: Select[Any], rows: Sequence[Sequence[Any]]) -> Columns:
    """Return rows that a statement selects as columns by their names, empty ones where there are no rows."""
    names = statement.selected_columns.keys()
    return dict(zip(names, zip(*rows, strict=True) if rows else repeat(()), strict=bool(rows)))


def columns_of(session: Session, statement: Select[Any]) -> Columns:
    """Return the columns of all that a statement selects, by their names. Raises as `in_columns` does."""
    found = named(statement, ())
    for some in in_columns(session, statement, _AT_ONCE):
        found = {name: (*column, *some[name]) for name, column in found.items()}
    return found


def _of_session(session: Session, statement: Select[Any], size: int) -> Iterator[Sequence[Any]]:
    yield from session.execute(statement, execution_options={"yield_per": size}).partitions()


def _of_driver(session: Session, statement: Select[Any], size: int) -> Iterator[Sequence[Any]]:
    """Yield rows as SQLite's driver has them: rows of SQLAlchemy are a third of what reading costs."""
    found: Any = session.execute(statement)
    driver: Any = session.get_bind().dialect.loaded_dbapi
    try:
        while rows := found.cursor.fetchmany(size):
            yield rows
    except driver.Error as error:
        raise StoreError(f"the database cannot be read: {error}") from error
    finally:
        found.close()


def _values(statement: Select[Any], dialect: Dialect) -> dict[str, Callable[[Any], Any]]:
    """Return what makes Python's values of the driver's, of the columns where they are not the same."""
    made = (
        (column, column.type.dialect_impl(dialect).result_processor(dialect, None))
        for column in statement.selected_columns
    )
    return {
        column.name: lru_cache(_REMEMBERED)(value) if column.type.python_type is date else value
        for column, value in made
        if value is not None
    }
