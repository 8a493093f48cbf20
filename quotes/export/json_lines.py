"""Quotes as JSON Lines: a quote a line, as the API has it, and numbered so that a cut file is noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from functools import partial
from itertools import repeat
from typing import Any

import orjson

from quotes.export.columns import Records
from quotes.export.sources import Quotes, made_of
from quotes.store.batches import batches
from quotes.store.quote_batches import FIELDS, PARTS, Batch
from quotes.store.records import DocumentRef
from quotes.store.values import in_utc

_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z | orjson.OPT_NAIVE_UTC
_OF_DOCUMENT = tuple(field.name for field in fields(DocumentRef))
_CHUNK = 32  # lines: so little room is not given back to the system each time, which costs more than JSON


def write(quotes: Quotes, base: str) -> Iterator[bytes]:  # noqa: ARG001  # links stay as the API has them
    """Yield a line a quote, in UTF-8.

    Each begins with `row`, its number from 1, and `rows`, that of the last line of a whole file.
    """
    return made_of(quotes, partial(_lines, len(quotes)))


def _lines(rows: int, some: Batch | Records, first: int) -> bytes:
    numbers = range(first, first + len(some))
    written = lines(some, row=numbers, rows=repeat(rows, len(some)))
    return b"".join(map(b"".join, batches(written, _CHUNK)))


def lines(some: Batch | Records, **more: Iterable[int]) -> Iterator[bytes]:
    """Yield the line of each quote: its record as JSON, behind `more` of each."""
    names = (*more, *FIELDS)
    columns = (*more.values(), *(_column(some, name) for name in FIELDS))
    for one in zip(*columns, strict=True):
        yield orjson.dumps(dict(zip(names, one, strict=True)), option=_OPTIONS)


def _column(some: Batch | Records, name: str) -> Iterable[Any]:
    """Return a field of each quote as what JSON makes the same of as of a record's, and sooner."""
    return _PLAIN[name](some) if isinstance(some, Batch) and name in _PLAIN else some.column(name)


# These are made when a line is, and gone with it: many at once keep the garbage collector busy. Dictionaries
# are written several times as fast as records.
def _parts(name: str) -> Callable[[Batch], Iterator[dict[str, Any] | None]]:
    def found(batch: Batch) -> Iterator[dict[str, Any] | None]:
        parts = batch.parts(name)
        if batch.rows[f"{name}_start"].count(None) == len(batch):  # as is usual
            return repeat(None, len(batch))
        return (
            None if start is None else {"text": text[start:end], "start": start, "end": end}
            for text, start, end in parts
        )

    return found


def _spans(batch: Batch) -> Iterator[list[dict[str, Any]]]:
    for text, stretches in zip(batch.texts, batch.stretches, strict=True):
        yield [{"text": text[start:end], "start": start, "end": end} for start, end in stretches]


def _cues(batch: Batch) -> Iterator[dict[str, Any] | None]:
    for (text, start, end), lemma in zip(batch.parts("cue"), batch.rows["cue_lemma"], strict=True):
        yield (
            None if start is None else {"text": text[start:end], "start": start, "end": end, "lemma": lemma}
        )


def _said_on(batch: Batch) -> Iterator[dict[str, Any] | None]:
    known = (batch.rows[name] for name in ("said_on", "said_on_precision", "said_on_basis"))
    for day, precision, basis, words in zip(*known, _parts("said_on")(batch), strict=True):
        yield (None if day is None else {"date": day, "precision": precision, "basis": basis, "words": words})


def _speakers(batch: Batch) -> Iterator[dict[str, Any] | None]:
    for one in batch.column("speaker"):
        yield None if one is None else {"id": one.id, "name": one.name, "kind": one.kind}


def _documents(batch: Batch) -> list[orjson.Fragment]:
    each = zip(*map(batch.documents.__getitem__, _OF_DOCUMENT), strict=True)
    written = (orjson.dumps(dict(zip(_OF_DOCUMENT, one, strict=True))) for one in each)
    return batch.of_each([*map(orjson.Fragment, written)])


def _shared(name: str) -> Callable[[Batch], Iterator[orjson.Fragment]]:
    """Write what is the same for several quotes once."""

    def found(batch: Batch) -> Iterator[orjson.Fragment]:
        column = batch.column(name)
        different = {id(one): one for one in column}
        written = {key: orjson.Fragment(orjson.dumps(one)) for key, one in different.items()}
        return map(written.__getitem__, map(id, column))

    return found


def _updated_at(batch: Batch) -> Iterator[datetime]:
    for moment in batch.rows["updated_at"]:
        yield in_utc(moment) if moment.tzinfo else moment


def _statements(batch: Batch) -> Iterator[dict[str, int]]:
    for id_, printings in zip(batch.rows["statement_id"], batch.rows["printings"], strict=True):
        yield {"id": id_, "quotes": printings}


_PLAIN: dict[str, Callable[[Batch], Iterable[Any]]] = {
    **{name: _parts(name) for name in PARTS},
    "spans": _spans,
    "cue": _cues,
    "said_on": _said_on,
    "statement": _statements,
    "speaker": _speakers,
    "document": _documents,
    **{name: _shared(name) for name in ("day", "office")},
    "updated_at": _updated_at,
}
