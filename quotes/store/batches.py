"""Cut long lists up: a statement takes only so many values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")
_SIZE = 1_000


def batches(items: Iterable[T], size: int = _SIZE) -> Iterator[list[T]]:
    """Cut a list up."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def rows_with(session: Session, statement: Any, values: Mapping[str, Iterable[Any]]) -> Iterator[Any]:
    """Run a statement whose parameters are lists, several times where they are long; yield the rows of all.

    With several lists it has to select what is in any of them, and a row may then come twice.
    """
    lists = {name: list(given) for name, given in values.items()}
    for start in range(0, max(map(len, lists.values())), _SIZE):
        yield from session.execute(
            statement, {name: given[start : start + _SIZE] for name, given in lists.items()}
        )
