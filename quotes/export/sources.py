"""Where writers take quotes from: a database, as columns that are read with no records made, or records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from quotes.export.columns import Records
from quotes.store.batches import batches
from quotes.store.quote_batches import Batch
from quotes.store.records import QuoteRecord
from quotes.store.selection import Selection

T = TypeVar("T")
_BATCH = 500


class Quotes(Protocol):
    """Quotes of which it is known how many there are; a list is one."""

    def __iter__(self) -> Iterator[QuoteRecord]:
        """Yield the quotes."""

    def __len__(self) -> int:
        """Return how many they are."""


def made_of(records: Iterable[object], make: Callable[[Batch | Records, int], T]) -> Iterator[T]:
    """Yield what is made of records as columns, some at a time, and of the number of their first, from 1.

    Of a selection no record is made, and it can be other processes that make something of it.
    """
    if isinstance(records, Selection):
        yield from records.made(make)
        return
    first = 1
    for some in batches(records, _BATCH):
        yield make(Records(some), first)
        first += len(some)
