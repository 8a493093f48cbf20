"""All that a filter leaves, for who takes everything: in one state of the database, however long it takes."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.store.bulk import columns_in_order, in_columns
from quotes.store.conditions import quote_conditions
from quotes.store.engine import take_time
from quotes.store.filters import QuoteFilter
from quotes.store.models import quotes
from quotes.store.queries import quote_order
from quotes.store.quote_batches import Batch
from quotes.store.quote_reading import ROWS_OF, QuoteReader
from quotes.store.readers import Reader, in_turn
from quotes.store.records import QuoteRecord

T = TypeVar("T")
# What is made of some quotes, of which the first has a number, from 1.
Making = Callable[[Batch, int], T]
_BATCH = 500  # of more, a file of a million needs more than 200 MB of two processes
_IDS = select(quotes.c.id)
_IDS_AT_ONCE = 10_000


class Selection:
    """The quotes that a filter leaves, in an order of `select_quotes`: how many, and each when it is reached.

    They are read in the session's transaction, which begins here, sees one state and is given no end. Which
    they are is found out first, in 4 bytes a quote. `readers` have to see the state that the session sees.
    Raises FilterError for a value that can't be used.
    """

    def __init__(
        self,
        session: Session,
        filter: QuoteFilter,  # noqa: A002  # the word of the API and the command line
        sort: str = "-published_on",
        readers: Sequence[Reader] = (),
    ) -> None:
        take_time(session)
        self._session, self._readers = session, readers
        order, conditions = quote_order(sort), quote_conditions(session, filter)
        wanted = _IDS.where(*conditions).order_by(*order.clauses())
        self._ids = array("i")
        for some in in_columns(session, _IDS, wanted, _IDS_AT_ONCE):
            self._ids.extend(some["id"])

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[QuoteRecord]:
        for some in self.batches():
            yield from some.records()

    def batches(self) -> Iterator[Batch]:
        """Yield the quotes as columns, some at a time, for who needs no records."""
        reader = QuoteReader(self._session)
        for _, ids in self._parts():
            yield from _read(self._session, reader, ids)

    def made(self, make: Making[T]) -> Iterator[T]:
        """Yield, in order, what is made of some quotes at a time, here and by the readers in turn.

        They are other processes: what makes, and what is made, has to be picklable where there are any.
        """
        reader = QuoteReader(self._session)
        work = (partial(_made, make, *part) for part in self._parts())
        return chain.from_iterable(in_turn(self._readers, work, lambda one: one(self._session, reader)))

    def _parts(self) -> Iterator[tuple[int, Sequence[int]]]:
        for start in range(0, len(self), _BATCH):
            yield start + 1, self._ids[start : start + _BATCH]


def _read(session: Session, reader: QuoteReader, ids: Sequence[int]) -> Iterator[Batch]:
    return reader.read(columns_in_order(session, ROWS_OF, ids))


def _made(
    make: Making[T], first: int, ids: Sequence[int], session: Session, reader: QuoteReader
) -> Iterator[T]:
    for some in _read(session, reader, ids):
        yield make(some, first)
        first += len(some)
