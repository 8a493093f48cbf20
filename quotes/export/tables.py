"""Records as Arrow tables: days are days, moments have their zone, every column has its type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotes.errors import QuotesError
from quotes.export.columns import Column, Table, cells

if TYPE_CHECKING:
    import pyarrow


def arrow(asking: str) -> Any:
    """Return pyarrow; raise QuotesError, naming what asks for it, where it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise QuotesError(f"{asking} needs pyarrow; run: pip install 'quotes[parquet]'") from error
    return pyarrow


def arrow_table(columns: Sequence[Column], table: Table, base: str) -> pyarrow.Table:
    """Return records as an Arrow table; `base` is the address that links continue. Raises as `arrow` does."""
    pyarrow = arrow("a table")
    schema = arrow_schema(columns)
    found = {column.name: cells(column, table, base) for column in columns}
    return pyarrow.table(found, schema=schema)


def arrow_schema(columns: Sequence[Column]) -> pyarrow.Schema:
    """Return the types of columns."""
    pyarrow = arrow("a schema")
    kinds = {
        "number": pyarrow.int64(),
        "share": pyarrow.float64(),
        "yes_or_no": pyarrow.bool_(),
        "text": pyarrow.string(),
        "link": pyarrow.string(),
        "day": pyarrow.date32(),
        "moment": pyarrow.timestamp("us", tz="UTC"),
    }
    return pyarrow.schema([(column.name, kinds[column.kind]) for column in columns])
