"""Full-text search: the one file that knows how SQLite (FTS5) and PostgreSQL (tsvector) differ.

The indexes are made by migrations and kept in step by the databases themselves. Both hold the same words:
lower case, Latin letters without accents, no stop words; Porter's stems, and those of quotes unstemmed too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Integer,
    Select,
    Table,
    TableClause,
    Text,
    and_,
    any_,
    cast,
    column,
    exists,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    tablesample,
)
from sqlalchemy import table as table_named
from sqlalchemy.orm import Session

from quotes.store.words import All, Any_, Not, Query, Words, read_query

MANY = 2_000  # rows found; up to there all are counted
_PAGE = 20  # rows that are shown at once, more or less
_DEARER = 100  # so many rows are listed in the time in which the index of words is asked about one
_LISTED = 0.3  # of the rows; to compare each with a list then takes longer than to look those up that it has
_BLOCKS, _MOST_BLOCKS = 0.3, 300  # of a table of PostgreSQL are looked at: percent, and number
_SURELY = 30  # of those that have a match
_BLOCK = 8192  # bytes
_STEMMED, _EXACT = "fts", "exact_fts"


class Matches(NamedTuple):
    """The condition that a row matches a query: for all rows, the `first` in order, `counting` and groups.

    Counting stops behind MANY, groups want all rows in any order. `known` is how many match, or one more than
    are ever counted; None where it was not looked for.
    """

    every: ColumnElement[bool]
    first: ColumnElement[bool]
    counting: ColumnElement[bool]
    groups: ColumnElement[bool]
    known: int | None = None


def search(
    session: Session,
    table: Table,
    query: str,
    *,
    exact: bool = False,
    parameter: str = "q",
    among: Sequence[ColumnElement[bool]] = (),
) -> Matches:
    """Return how to find the rows of `quotes` or `documents` that match a query; only `quotes` exactly.

    It is to be found `among` those rows that some other conditions leave.
    """
    condition = matches(session, table, query, exact=exact, parameter=parameter)
    asked = read_query(query, parameter)
    postgresql = session.get_bind().dialect.name == "postgresql"
    if not _finds(asked) or (postgresql and among):
        return _all_by(condition)
    if postgresql:
        return _in_postgresql(session, table, condition, asked)
    # SQLite knows nothing of how many rows match, so it is looked at first: a few are listed, and looked up;
    # of many the list is for comparing with, as rows come in the order of another index; where it would be
    # long, or only a few rows are to be looked at, the index of words is asked about each.
    index, found = _found(f"{table.name}_{_EXACT if exact else _STEMMED}", asked)
    some = found.limit(MANY + 1).subquery()
    first = select(func.count(), func.max(some.c.rowid), func.json_group_array(some.c.rowid))
    count, last, ids = session.execute(first).one()
    if count <= MANY:
        listed = table.c.id.in_(select(func.json_each(ids).table_valued("value").c.value))
        return _all_by(listed, count)
    share, rows = _share(session, table, index, found, last)
    looked_at = _at_most(session, table, among, rows)
    compared, each = (table.c.id + 0).in_(found), exists(found.where(index.c.rowid == table.c.id))

    def to_find(wanted: float) -> ColumnElement[bool]:
        return each if min(wanted / share, looked_at) * _DEARER < share * rows else compared

    every = to_find(rows)
    groups = table.c.id.in_(found) if every is compared and share < _LISTED else every
    return Matches(every, to_find(_PAGE), to_find(MANY), groups, count)


def _all_by(condition: ColumnElement[bool], known: int | None = None) -> Matches:
    return Matches(condition, condition, condition, condition, known)


def _in_postgresql(session: Session, table: Table, condition: ColumnElement[bool], asked: Query) -> Matches:
    """Find rows that no other condition narrows: by a list of them, unless there are more than are counted.

    PostgreSQL knows how often each word comes, but not how often some come together: it would look for a rare
    phrase of common words row by row.
    """
    if _are_many(session, table, condition):
        return _all_by(condition, MANY + 1)
    if isinstance(asked, Words) and len(asked.words) == 1:
        return _all_by(condition)
    # planned as if all were wanted: for the first of many it would look at all rows until it has them
    found = select(table.c.id).where(condition).cte("found").prefix_with("MATERIALIZED")
    some = select(found.c.id).limit(MANY + 1).subquery()
    first = select(func.count(), cast(func.array_agg(some.c.id), Text))  # as text they are not read here
    count, ids = session.execute(first).one()
    if count > MANY:
        return _all_by(condition, count)
    return _all_by(table.c.id == any_(cast(literal(ids or "{}", Text), ARRAY(Integer))), count)


def _are_many(session: Session, table: Table, condition: ColumnElement[bool]) -> bool:
    """Tell whether a few of the table's blocks, drawn by lot, say that more than MANY rows match for sure.

    MANY rows are in MANY blocks at most, of which _BLOCKS percent are drawn: six. Thirty would be drawn once
    in 10¹¹ times.
    """
    size = func.pg_relation_size(table.name) / _BLOCK
    share = func.least(_BLOCKS, 100.0 * _MOST_BLOCKS / (size + 1))
    sample = tablesample(table, func.system(share), seed=literal_column("1"), name=table.name)
    block: ColumnElement[float] = literal_column(f"({table.name}.ctid::text::point)[0]")
    found = select(func.count(block.distinct())).select_from(sample).where(condition)
    return (session.scalar(found) or 0) >= _SURELY


def _share(
    session: Session, table: Table, index: TableClause, found: Select[tuple[int]], last: int
) -> tuple[float, int]:
    """Return about which share of the rows match, by the oldest and the newest that do, and of how many."""
    newest = found.order_by(index.c.rowid.desc()).limit(MANY + 1).subquery()
    begin, end = session.execute(
        select(select(func.min(newest.c.rowid)).scalar_subquery(), func.max(table.c.id))
    ).one()
    return MANY / max(last, end - begin), end


def _at_most(session: Session, table: Table, among: Sequence[ColumnElement[bool]], rows: int) -> int:
    """Return how many rows conditions leave, if that is at most MANY; else that it can be all."""
    if not among:
        return rows
    some = select(literal(1)).select_from(table).where(*among).limit(MANY + 1).subquery()
    count = session.scalar(select(func.count()).select_from(some)) or 0
    return count if count <= MANY else rows


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
        return table.c.id.in_(_found(name, query)[1])
    if isinstance(query, Not):
        return not_(_sqlite(table, name, query.query))
    assert isinstance(query, All | Any_)  # noqa: S101 - words alone always find
    parts = [_sqlite(table, name, part) for part in query.queries]
    return and_(*parts) if isinstance(query, All) else or_(*parts)


def _found(name: str, query: Query) -> tuple[TableClause, Select[tuple[int]]]:
    """Return an index of FTS5, and what selects from it the ids of the rows that match."""
    index = table_named(name, column("rowid"))
    return index, select(index.c.rowid).where(literal_column(name).op("MATCH")(_fts5(query)))


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
