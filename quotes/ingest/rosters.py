"""Read a roster of speakers, a CSV or a JSON file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

import orjson

from quotes.errors import ReadError
from quotes.ingest.encodings import open_text
from quotes.ingest.tables import columns_of
from quotes.speakers.roster import COLUMNS, Entry, read_entries

_DELIMITERS = ",;\t"

Rows = Iterator[tuple[str, Mapping[str, object]]]


def read_roster(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file: a table with a header, or a JSON list of objects with such fields.

    Raises ReadError, with the line, for a file that is none or has a row that can't be meant.
    """
    with path.open("rb") as stream:
        text, _ = open_text(stream)
        with text:
            rows = _objects(text, path.name) if path.suffix.lower() == ".json" else _table(text, path.name)
            return read_entries(rows)


def _table(stream: TextIO, name: str) -> Rows:
    header = stream.readline()
    found = max((columns_of(header, each) for each in _DELIMITERS), key=lambda found: len(found[0]))
    columns, delimiter = found
    _check(columns, name)
    rows = csv.reader(stream, delimiter=delimiter, strict=True)
    try:
        for row in rows:
            where = f"{name}:{rows.line_num + 1}"
            if len(row) > len(columns):
                raise ReadError(f"{where}: the row has {len(row)} fields, the header {len(columns)}")
            if any(row):
                yield where, dict(zip(columns, row, strict=False))
    except csv.Error as error:
        raise ReadError(f"{name}:{rows.line_num + 1}: {error}") from error


def _objects(stream: TextIO, name: str) -> Rows:
    try:
        value = orjson.loads(stream.read())
    except orjson.JSONDecodeError as error:
        raise ReadError(f"{name}: it is not JSON: {error.msg} at {error.lineno}:{error.colno}") from error
    if not isinstance(value, list):
        raise ReadError(f"{name}: a roster in JSON is a list")
    for number, item in enumerate(value, start=1):
        where = f"{name} item {number}"
        if not isinstance(item, dict):
            raise ReadError(f"{where}: it is not an object")
        _check(list(item), where)
        yield where, item


def _check(columns: list[str], where: str) -> None:
    """Raise for columns that nobody reads: a misspelt one would be lost in silence."""
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        raise ReadError(f"{where}: unknown column {unknown[0]!r}; there are {', '.join(COLUMNS)}")
    missing = [column for column in ("key", "name") if column not in columns]
    if missing:
        raise ReadError(f"{where}: there is no column {missing[0]!r}")
