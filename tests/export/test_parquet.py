"""Quotes as Parquet, as pyarrow and Polars read them."""

from __future__ import annotations

import io
from datetime import UTC, date

import pytest

from quotes.export import parquet
from quotes.export.columns import QUOTES

from .conftest import BASE, written

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")


@pytest.fixture(scope="module")
def file(quotes):
    return written(parquet, quotes)


def test_columns_have_their_types(file, quotes):
    table = pyarrow.parquet.read_table(io.BytesIO(file))
    assert table.schema.metadata == {b"quotes": str(len(quotes)).encode()}
    types = {field.name: str(field.type) for field in table.schema}
    assert types["id"] == "int64"
    assert types["said_on"] == "date32[day]"
    assert types["updated_at"] == "timestamp[us, tz=UTC]"
    assert types["confidence"] == "double"


def test_its_makers_read_the_same(file, quotes):
    texts = [quote.text for quote in quotes]
    assert pyarrow.parquet.read_table(io.BytesIO(file)).column("text").to_pylist() == texts


def test_polars_reads_the_same(file, quotes):
    polars = pytest.importorskip("polars")
    texts = [quote.text for quote in quotes]
    assert polars.read_parquet(io.BytesIO(file))["text"].to_list() == texts


def test_days_and_moments_are_such(file, quote):
    rows = {row["id"]: row for row in pyarrow.parquet.read_table(io.BytesIO(file)).to_pylist()}
    row = rows[quote("a month of saying").id]
    assert (row["said_on"], row["said_on_precision"]) == (date(2026, 3, 1), "month")
    assert row["updated_at"].astimezone(UTC) == quote("a month of saying").updated_at
    assert rows[quote("no date").id]["published_on"] is None


@pytest.mark.parametrize("much", [0.3, 0.9, 0.999])
def test_a_cut_file_is_no_file(file, much):
    with pytest.raises(pyarrow.ArrowInvalid):
        pyarrow.parquet.read_table(io.BytesIO(file[: int(len(file) * much)]))


def test_it_comes_in_pieces(quotes):
    many = quotes * (22_000 // len(quotes) + 1)
    pieces = list(parquet.write(many, BASE))
    assert len(pieces) == 6
    table = pyarrow.parquet.ParquetFile(io.BytesIO(b"".join(pieces)))
    assert (table.num_row_groups, table.metadata.num_rows) == (5, len(many))


def test_a_file_of_none_has_the_columns():
    assert pyarrow.parquet.read_table(io.BytesIO(written(parquet, []))).shape == (0, len(QUOTES))
