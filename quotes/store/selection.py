"""All that a filter leaves, for who takes everything: in one state of the database, however long it takes."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.store.batches import among
from quotes.store.bulk import in_columns
from quotes.store.conditions import quote_conditions
from quotes.store.engine import take_time
from quotes.store.filters import QuoteFilter
from quotes.store.models import quotes
from quotes.store.paging import Order
from quotes.store.queries import quote_order
from quotes.store.quote_batches import Batch
from quotes.store.quote_reading import ROWS, QuoteReader
from quotes.store.records import QuoteRecord

_BATCH = 2_000
_IDS = select(quotes.c.id)
_IDS_AT_ONCE = 10_000


class Selection:
    """The quotes that a filter leaves, in an order of `select_quotes`: how many, and each when it is reached.

    They are read in the session's transaction, which begins here, sees one state and is given no end. Which
    they are is found out first, in 4 bytes a quote. Raises FilterError for a value that can't be used.
    """

    def __init__(
        self,
        session: Session,
        filter: QuoteFilter,  # noqa: A002  # the word of the API and the command line
        sort: str = "-published_on",
    ) -> None:
        take_time(session)
        self._session, self._order = session, quote_order(sort)
        wanted = _IDS.where(*quote_conditions(session, filter)).order_by(*self._order.clauses())
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
        for start in range(0, len(self), _BATCH):
            yield from batches_of(self._session, reader, self._order, self._ids[start : start + _BATCH])


def batches_of(session: Session, reader: QuoteReader, order: Order, ids: Sequence[int]) -> Iterator[Batch]:
    """Yield so many quotes as one statement takes, with all that belongs to them, in an order."""
    wanted = ROWS.where(among(quotes.c.id, ids)).order_by(*order.clauses())
    for some in in_columns(session, ROWS, wanted, len(ids)):
        yield from reader.read(some)
