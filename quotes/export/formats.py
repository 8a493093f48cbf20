"""The formats that quotes are written in: one table, for files, for addresses and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quotes.export import json_lines
from quotes.store.records import QuoteRecord

# Writes quotes, one chunk of bytes after another; `base` is the address of the server that serves them, without
# a slash at its end, which the permalinks of records continue.
Writer = Callable[[Iterable[QuoteRecord], str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """How quotes are written: `name` ends files and addresses (quotes.jsonl), `media_type` is for HTTP."""

    name: str
    media_type: str
    write: Writer


FORMATS = {one.name: one for one in (Format("jsonl", "application/jsonl; charset=utf-8", json_lines.write),)}
