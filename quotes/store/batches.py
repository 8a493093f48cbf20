"""Cut long lists up: a statement takes only so many values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ARRAY, ColumnElement, Dialect, Text, TypeDecorator, bindparam, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

T = TypeVar("T")
_SIZE = 1_000


def batches(items: Iterable[T], size: int = _SIZE) -> Iterator[list[T]]:
    """Cut a list up."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


class _List(TypeDecorator[list[Any]]):
    """Many values that are sent as one: as an array, or in JSON where there are none."""

    impl = Text
    cache_ok = True

    def __init__(self, of: TypeEngine[Any]) -> None:
        super().__init__()
        self.of = of

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return ARRAY(self.of) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Iterable[Any] | None, dialect: Dialect) -> Any:
        return list(value or ()) if dialect.name == "postgresql" else json.dumps(list(value or ()))


class _In(FunctionElement[Any]):
    """That a column is one of the values in a list; built of its parts it is ten times as dear."""

    inherit_cache = True  # and no type: SQLite has no Boolean, and would be asked whether it = 1


@compiles(_In)
def _in_json(one: _In, compiler: SQLCompiler, **how: Any) -> str:
    column, values = (compiler.process(part, **how) for part in one.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608  # no values, but their places


@compiles(_In, "postgresql")
def _in_array(one: _In, compiler: SQLCompiler, **how: Any) -> str:
    column, values = (compiler.process(part, **how) for part in one.clauses)
    return f"{column} = ANY ({values})"


_list_of = cache(_List)  # to make one again costs more than to send it


def among(column: ColumnElement[Any], values: Iterable[Any] | str) -> ColumnElement[bool]:
    """Return the condition that a column is one of many values, or of those given under a name later.

    They are sent as one: however many they are, it is the same statement, which PostgreSQL plans but once.
    """
    if isinstance(values, str):
        return _In(column, bindparam(values, type_=_list_of(column.type)))
    return _In(column, literal(list(values), _list_of(column.type)))


def rows_with(session: Session, statement: Any, values: Mapping[str, Iterable[Any]]) -> Iterator[Any]:
    """Run a statement whose parameters are lists, several times where they are long; yield the rows of all.

    With several lists it has to select what is in any of them, and a row may then come twice.
    """
    lists = {name: list(given) for name, given in values.items()}
    for start in range(0, max(map(len, lists.values())), _SIZE):
        yield from session.execute(
            statement, {name: given[start : start + _SIZE] for name, given in lists.items()}
        )
