"""CSV, as programs and spreadsheets write it -> documents, a row each."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from quotes.errors import ReadError
from quotes.ingest.fields import named, to_document
from quotes.ingest.results import MAX_CHARACTERS, Failed, Read, Result

_DELIMITERS = ",;\t|"


def read_csv(stream: TextIO, name: str) -> Iterator[Result]:
    """Yield a document a row; a row that is none fails alone, rows after a broken quotation mark with it."""
    csv.field_size_limit(max(csv.field_size_limit(), 10 * MAX_CHARACTERS))
    columns, delimiter, before = _header(stream)
    rows = csv.reader(stream, delimiter=delimiter, strict=True)
    empty, line = True, before + 1
    try:
        for row in rows:
            if any(row):
                empty = False
                yield _row(f"{name}:{line}", columns, row)
            line = before + rows.line_num + 1
    except csv.Error as error:
        yield Failed(f"{name}:{line}", f"{error}; the rest of the file was not read")
        return
    if empty:
        raise ReadError("there are no rows below the header")


def _row(where: str, columns: list[str], row: list[str]) -> Result:
    if len(row) > len(columns):
        return Failed(where, f"the row has {len(row)} fields, the header {len(columns)}")
    fields = named(dict(zip(columns, row, strict=False)))
    try:
        return Read(where, to_document(fields.get("text"), fields))
    except ReadError as error:
        return Failed(where, str(error))


def _header(stream: TextIO) -> tuple[list[str], str, int]:
    """Return the names of the columns, the delimiter, and how many lines they took.

    The delimiter is the one under which a column is called "text": guessing it from the rows goes wrong
    where they are prose.
    """
    for number, line in enumerate(stream, start=1):
        if not line.strip() or line.strip().lower() in {f"sep={d}" for d in _DELIMITERS}:
            continue
        found = max((columns_of(line, d) for d in _DELIMITERS), key=lambda c: ("text" in c[0], len(c[0])))
        if "text" not in found[0]:
            raise ReadError(f"there is no column “text”; the columns are {', '.join(found[0])[:200]}")
        return *found, number
    raise ReadError("the file is empty")


def columns_of(line: str, delimiter: str) -> tuple[list[str], str]:
    """Return the column names in a header line, in lower case, with the delimiter they were cut by."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return [cell.strip().strip("\ufeff").lower() for cell in cells], delimiter
