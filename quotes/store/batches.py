"""Cut long lists up: a statement takes only so many values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ARRAY, ColumnElement, Integer, any_, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

T = TypeVar("T")
_SIZE = 1_000


def batches(items: Iterable[T], size: int = _SIZE) -> Iterator[list[T]]:
    """Cut a list up."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


class _InJson(FunctionElement[Any]):
    """That a column is one of the numbers in a list of JSON; built of its parts it is ten times as dear."""

    inherit_cache = True  # and no type: SQLite has no Boolean, and would be asked whether it = 1


@compiles(_InJson)
def _in_json(one: _InJson, compiler: SQLCompiler, **how: Any) -> str:
    column, numbers = (compiler.process(part, **how) for part in one.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608  # no values, but their places


def among(session: Session, column: ColumnElement[Any], ids: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition that a column is one of many numbers, which are sent as one value."""
    if session.get_bind().dialect.name == "postgresql":
        return column == any_(literal(list(ids), ARRAY(Integer)))
    return _InJson(column, literal(json.dumps(list(ids))))


def rows_with(session: Session, statement: Any, values: Mapping[str, Iterable[Any]]) -> Iterator[Any]:
    """Run a statement whose parameters are lists, several times where they are long; yield the rows of all.

    With several lists it has to select what is in any of them, and a row may then come twice.
    """
    lists = {name: list(given) for name, given in values.items()}
    for start in range(0, max(map(len, lists.values())), _SIZE):
        yield from session.execute(
            statement, {name: given[start : start + _SIZE] for name, given in lists.items()}
        )
