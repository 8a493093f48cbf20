"""Quotes as Parquet: typed columns, in groups of rows, so that neither end needs room for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from quotes.export.columns import QUOTES, Column, Records
from quotes.export.sources import Quotes, made_of
from quotes.export.tables import arrow, arrow_schema, arrow_table
from quotes.store.quote_batches import Batch

if TYPE_CHECKING:
    import pyarrow

_GROUP = 5_000  # rows


def write(quotes: Quotes, base: str) -> Iterator[bytes]:
    """Yield a file in pieces; its schema says under `quotes` how many there are.

    A file that was cut has no footer, and no reader takes it. Raises QuotesError without pyarrow.
    """
    pyarrow = arrow("Parquet")
    from pyarrow.parquet import ParquetWriter

    pieces = Pieces()
    schema = arrow_schema(QUOTES).with_metadata({"quotes": str(len(quotes))})
    with ParquetWriter(pyarrow.PythonFile(pieces, mode="w"), schema, compression="zstd") as file:
        for tables in _groups(made_of(quotes, partial(_table, base))):
            file.write_table(pyarrow.concat_tables(tables).replace_schema_metadata(schema.metadata))
            pyarrow.default_memory_pool().release_unused()  # it would keep the room of several groups
            yield pieces.taken()
    yield pieces.taken()


def _table(base: str, some: Batch | Records, _first: int) -> pyarrow.Table:
    return arrow_table(QUOTES, some, base)


def _groups(tables: Iterable[pyarrow.Table]) -> Iterator[list[pyarrow.Table]]:
    """Yield so many tables together that each group but the last has enough rows."""
    group: list[pyarrow.Table] = []
    for table in tables:
        group.append(table)
        if sum(map(len, group)) >= _GROUP:
            yield group
            group = []
    if group:
        yield group


class Table:
    """A Parquet file of tables, which are added one by one. Raises QuotesError without pyarrow."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._group: list[pyarrow.Table] = []
        arrow("Parquet")
        from pyarrow.parquet import ParquetWriter

        self._file = ParquetWriter(path, arrow_schema(columns), compression="zstd")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._write()
        self._file.close()

    def add(self, table: pyarrow.Table) -> None:
        """Add rows."""
        self._group.append(table)
        if sum(map(len, self._group)) >= _GROUP:
            self._write()

    def _write(self) -> None:
        if self._group:
            self._file.write_table(arrow("Parquet").concat_tables(self._group))
            self._group.clear()


class Pieces:
    """A file to write to, whose bytes are taken away as they come."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        self._pieces.append(bytes(data))
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        """Return how many bytes were written in all."""
        return self._length

    def flush(self) -> None:
        """Do nothing: whoever takes the bytes writes them on."""

    def close(self) -> None:
        """Do nothing: what was written is still to be taken."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found
