"""The formats that quotes are written in: one table, for files, for addresses and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from quotes.errors import FilterError
from quotes.export import csv_table, json_lines, parquet
from quotes.store.records import QuoteRecord


class Quotes(Protocol):
    """Quotes of which it is known how many there are; a list is one."""

    def __iter__(self) -> Iterator[QuoteRecord]:
        """Yield the quotes."""

    def __len__(self) -> int:
        """Return how many they are."""


# Writes quotes, one chunk of bytes after another; `base` is the address of the server that serves them, which
# the permalinks of records continue: without a slash at its end.
Writer = Callable[[Quotes, str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """How quotes are written: `name` ends files and addresses (quotes.jsonl), `media_type` is for HTTP."""

    name: str
    media_type: str
    write: Writer


FORMATS = {
    one.name: one
    for one in (
        Format("csv", "text/csv; charset=utf-8", csv_table.write),
        Format("jsonl", "application/jsonl; charset=utf-8", json_lines.write),
        Format("parquet", "application/vnd.apache.parquet", parquet.write),
    )
}


def format_named(name: str) -> Format:
    """Return a format; raise FilterError, with the nearest there is, for another name."""
    if name in FORMATS:
        return FORMATS[name]
    nearest = get_close_matches(name.lower(), FORMATS, n=1)
    there_are = f"did you mean {nearest[0]!r}?" if nearest else f"there are {', '.join(FORMATS)}"
    raise FilterError("format", f"there is no format {name[:40]!r}: {there_are}")
