"""Quotes as CSV (RFC 4180), which spreadsheets open as it is, and in which nothing is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import repeat
from typing import Any

from quotes.export.columns import QUOTES, Column, Records, cells
from quotes.export.sources import Quotes, made_of
from quotes.store.quote_batches import Batch

BYTE_ORDER_MARK = "\ufeff".encode()  # Excel takes UTF-8 for what it is only with one
# A cell that begins so is run as a formula by some spreadsheet.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def write(quotes: Quotes, base: str) -> Iterator[bytes]:
    """Yield a line of names, then a line a quote; `row` is its number from 1, `rows` that of the last.

    A text that a spreadsheet would run begins with an apostrophe. Texts are otherwise verbatim.
    """
    yield _written([[*(column.name for column in QUOTES), "row", "rows"]])
    yield from made_of(quotes, partial(_table, len(quotes), base))


def _table(rows: int, base: str, some: Batch | Records, first: int) -> bytes:
    columns = [_shown(column, cells(column, some, base)) for column in QUOTES]
    numbers = range(first, first + len(some))
    return _written(zip(*columns, numbers, repeat(rows, len(some)), strict=True))


def _written(rows: Iterable[Sequence[Any]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in _FORMULA else text


def _shown(column: Column, found: Sequence[Any]) -> Sequence[Any]:
    if column.kind == "text":  # of most columns: a call for each cell would take a tenth of the time
        return [one if one is None or one[:1] not in _FORMULA else f"'{one}" for one in found]
    as_text = _AS_TEXT.get(column.kind)
    return found if as_text is None else [None if one is None else as_text(one) for one in found]


def _moment(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


_AS_TEXT: dict[str, Callable[[Any], str]] = {
    "moment": _moment,
    "yes_or_no": lambda value: str(value).lower(),
}
