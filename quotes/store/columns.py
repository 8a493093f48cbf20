"""What columns of several tables have in common: defaults and checks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, text

from quotes.types import CORRECTED

# A keyset page drops rows on a nullable column in silence: what has no date sorts as this day.
UNDATED = date.min

# Nothing has the number 0: a row that leaves out what it belongs to is refused.
NONE = {"server_default": text("0")}
NO_DAY = {"server_default": text(f"'{UNDATED}'")}


# Whom a person names need not be named by words of the document.
OR_MADE = f" OR coalesce(rule, '') = '{CORRECTED}'"


def _now() -> datetime:
    return datetime.now(UTC)


# Whatever statement changes a row, its moment goes with it.
UPDATED = {"default": _now, "onupdate": _now, "server_default": text("'1970-01-01 00:00:00+00'")}


def one_of(column: str, values: tuple[str, ...]) -> str:
    """Return the condition that a column has one of some values."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def span_check(name: str) -> CheckConstraint:
    """Both ends or neither, and never an empty or backward span."""
    start, end = f"{name}_start", f"{name}_end"
    neither = f"({start} IS NULL AND {end} IS NULL)"
    both = f"({start} IS NOT NULL AND {end} IS NOT NULL AND 0 <= {start} AND {start} < {end})"
    return CheckConstraint(f"{neither} OR {both}", name=f"ck_quotes_{name}")


def all_or_none(*columns: str) -> str:
    """Either all of the columns have a value or none."""
    first, *others = columns
    return " AND ".join(f"({first} IS NULL) = ({other} IS NULL)" for other in others)


def day_check(column: str, said: str) -> str:
    """Of saying where that is told, else of publication; not yet, while a row is being changed."""
    return f"{column} IN ('{UNDATED}', coalesce({said}, published_sort))"


def only(column: str) -> dict[str, Any]:
    """Index only the rows that have a value: few have."""
    there = text(f"{column} IS NOT NULL")
    return {"sqlite_where": there, "postgresql_where": there}
