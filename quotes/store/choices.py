"""Values asked for in one field: `a|b` is either, `!a` is not a, `!a|b` is neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, false, func, not_

from quotes.errors import FilterError

_MOST = 100


class Choice(NamedTuple):
    """Some values, of which one must be there, or none may be."""

    values: tuple[str, ...]
    excluded: bool = False


def read_choice(parameter: str, written: str | int) -> Choice:
    """Read what is written for a field; raise FilterError where a value is missing."""
    text = str(written).strip()
    excluded = text.startswith("!")
    values = tuple(value.strip() for value in text.removeprefix("!").split("|"))
    if len(values) > _MOST:
        raise FilterError(parameter, f"{parameter} has at most {_MOST} values, not {len(values)}")
    if excluded or len(values) > 1:
        if "" in values:
            raise FilterError(parameter, f"{parameter} has an empty value beside | or !")
        if any(value.startswith("!") for value in values):
            raise FilterError(
                parameter, f"{parameter} has a ! inside; ! stands once, before all values: !a|b is neither"
            )
    return Choice(values, excluded)


def chosen(
    parameter: str, written: str | int, condition: Callable[[Sequence[str]], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Return the condition that one of the values holds, or that none does: what is not known is none."""
    choice = read_choice(parameter, written)
    found = condition(choice.values)
    return not_(func.coalesce(found, false())) if choice.excluded else found


def is_one_of(column: Column[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of some values."""
    # an index is read in order for one value, not for a list of one
    return column == values[0] if len(values) == 1 else column.in_(values)
