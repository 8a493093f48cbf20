"""Full-text search: the one file that knows how SQLite (FTS5) and PostgreSQL (tsvector) differ.

The indexes are made by migrations and kept in step by the databases themselves. Both hold the same words:
lower case, Latin letters without accents, no stop words; Porter's stems, and those of quotes unstemmed too.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Table, and_, column, func, literal_column, not_, or_, select
from sqlalchemy import table as table_named
from sqlalchemy.orm import Session

from quotes.store.words import All, Any_, Not, Query, Words, read_query

_STEMMED, _EXACT = "fts", "exact_fts"


def matches(
    session: Session, table: Table, query: str, *, exact: bool = False, parameter: str = "q"
) -> ColumnElement[bool]:
    """Return the condition that a row of `quotes` or `documents` matches a query; only `quotes` exactly."""
    asked = read_query(query, parameter)
    index = _EXACT if exact else _STEMMED
    if session.get_bind().dialect.name == "sqlite":
        return _sqlite(table, f"{table.name}_{index}", asked)
    configuration: ColumnElement[str] = literal_column(f"'quotes_{index}'::regconfig")
    return literal_column(f"{table.name}.{index}").op("@@", is_comparison=True)(
        func.to_tsquery(configuration, _tsquery(asked))
    )


def _sqlite(table: Table, name: str, query: Query) -> ColumnElement[bool]:
    """Return the condition on SQLite, in as few look-ups as FTS5 allows: it knows no NOT alone."""
    if _finds(query):
        index = table_named(name, column("rowid"))
        found = select(index.c.rowid).where(literal_column(name).op("MATCH")(_fts5(query)))
        return table.c.id.in_(found)
    if isinstance(query, Not):
        return not_(_sqlite(table, name, query.query))
    assert isinstance(query, All | Any_)  # noqa: S101 - words alone always find
    parts = [_sqlite(table, name, part) for part in query.queries]
    return and_(*parts) if isinstance(query, All) else or_(*parts)


def _finds(query: Query) -> bool:
    """Tell whether a query can be answered by what the index holds, not only by what it lacks."""
    if isinstance(query, All):
        unwanted = [part.query for part in query.queries if isinstance(part, Not)]
        wanted = [part for part in query.queries if not isinstance(part, Not)]
        return bool(wanted) and all(map(_finds, (*wanted, *unwanted)))
    return isinstance(query, Words) or (isinstance(query, Any_) and all(map(_finds, query.queries)))


def _fts5(query: Query) -> str:
    if isinstance(query, Words):
        # nothing in double quotes is an operator, and a word has no mark in it
        return f'"{" ".join(query.words)}"' + ("*" if query.prefix else "")
    assert isinstance(query, All | Any_)  # noqa: S101 - see _finds
    if isinstance(query, Any_):
        return "(" + " OR ".join(map(_fts5, query.queries)) + ")"
    unwanted = [_fts5(part.query) for part in query.queries if isinstance(part, Not)]
    wanted = " AND ".join(_fts5(part) for part in query.queries if not isinstance(part, Not))
    return f"(({wanted}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({wanted})"


def _tsquery(query: Query) -> str:
    if isinstance(query, Words):
        return "(" + " <-> ".join(_quoted(query.words)) + (":*" if query.prefix else "") + ")"
    if isinstance(query, Not):
        return f"!{_tsquery(query.query)}"
    return "(" + (" & " if isinstance(query, All) else " | ").join(map(_tsquery, query.queries)) + ")"


def _quoted(words: Iterable[str]) -> list[str]:
    return [f"'{word}'" for word in words]
