"""Records -> one flat table, the same in Arrow, pandas and Polars: days are days, numbers numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotes.errors import QuotesError
from quotes.export import tables
from quotes.export.columns import COLUMNS, Records

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_MISSING = "{}() needs {}; run: pip install 'quotes[{}]'"


def arrow_table(kind: type, records: Sequence[object], base: str) -> pyarrow.Table:
    """Return records of a kind as an Arrow table; `base` is the address that permalinks continue."""
    tables.arrow("to_arrow()")
    return tables.arrow_table(COLUMNS[kind], Records(records), base)


def pandas_frame(kind: type, records: Sequence[object], base: str) -> pandas.DataFrame:
    """Return records as a pandas frame, whose columns keep Arrow's types and its empty cells."""
    try:
        import pandas
        import pyarrow  # noqa: F401  # pandas needs it for these types, and does not bring it
    except ImportError as error:
        raise QuotesError(_MISSING.format("to_pandas", "pandas and pyarrow", "pandas")) from error
    return arrow_table(kind, records, base).to_pandas(types_mapper=pandas.ArrowDtype)


def polars_frame(kind: type, records: Sequence[object], base: str) -> polars.DataFrame:
    """Return records as a Polars frame."""
    try:
        import polars
        import pyarrow  # noqa: F401  # as above
    except ImportError as error:
        raise QuotesError(_MISSING.format("to_polars", "polars and pyarrow", "polars")) from error
    return polars.DataFrame(arrow_table(kind, records, base))
