"""Quotes as JSON Lines: a quote a line, with the fields of the API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import orjson

from quotes.store.records import QuoteRecord


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:  # noqa: ARG001  # links stay relative
    """Yield a line a quote, in UTF-8."""
    for quote in quotes:
        yield orjson.dumps(quote, option=orjson.OPT_APPEND_NEWLINE)
