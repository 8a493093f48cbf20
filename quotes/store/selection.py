"""All that a filter leaves, for who takes everything: in one state of the database, however long it takes."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes.store.bulk import in_columns
from quotes.store.conditions import quote_conditions
from quotes.store.engine import take_time
from quotes.store.filters import QuoteFilter
from quotes.store.models import quotes
from quotes.store.queries import quote_order
from quotes.store.quote_batches import Batch
from quotes.store.quote_reading import ROWS, QuoteReader
from quotes.store.records import QuoteRecord

_BATCH = 2_000


class Selection:
    """The quotes that a filter leaves, in an order of `select_quotes`: how many, and each when it is reached.

    They are read in the session's transaction, which begins here, sees one state and is given no end. Raises
    FilterError for a value that can't be used.
    """

    def __init__(
        self,
        session: Session,
        filter: QuoteFilter,  # noqa: A002  # the word of the API and the command line
        sort: str = "-published_on",
    ) -> None:
        take_time(session)
        order, conditions = quote_order(sort), quote_conditions(session, filter)
        self._session = session
        self._rows = ROWS.where(*conditions).order_by(*order.clauses())
        counted = select(func.count()).select_from(quotes).where(*conditions)
        self._count = session.execute(counted).scalar_one()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[QuoteRecord]:
        for some in self.batches():
            yield from some.records()

    def batches(self) -> Iterator[Batch]:
        """Yield the quotes as columns, some at a time, for who needs no records."""
        reader = QuoteReader(self._session)
        for some in in_columns(self._session, ROWS, self._rows, _BATCH):
            yield from reader.read(some)
