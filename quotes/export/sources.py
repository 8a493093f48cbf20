"""Where writers take quotes from: a database, as columns that are read with no records made, or records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from quotes.export.columns import Records
from quotes.store.batches import batches
from quotes.store.quote_batches import Batch
from quotes.store.records import QuoteRecord
from quotes.store.selection import Selection

_BATCH = 500


class Quotes(Protocol):
    """Quotes of which it is known how many there are; a list is one."""

    def __iter__(self) -> Iterator[QuoteRecord]:
        """Yield the quotes."""

    def __len__(self) -> int:
        """Return how many they are."""


def in_columns(quotes: Quotes) -> Iterator[Batch | Records]:
    """Yield quotes as columns, some at a time; no record is made of those in a database."""
    return quotes.batches() if isinstance(quotes, Selection) else map(Records, batches(quotes, _BATCH))
