"""One flat table, the same in Arrow, pandas and Polars: days are days, numbers are numbers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from quotes.client import Database
from quotes.errors import QuotesError
from quotes.export.columns import COLUMNS, QUOTES

pyarrow = pytest.importorskip("pyarrow")
pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")

LISTS: dict[str, Callable[[Database], Any]] = {
    "quotes": lambda db: db.quotes(),
    "no quotes": lambda db: db.quotes(speaker="Nobody Such"),
    "groups": lambda db: db.quotes().groups("country"),
    "a timeline": lambda db: db.timeline("month"),
    "speakers": lambda db: db.speakers(),
    "documents": lambda db: db.documents(),
    "outlets": lambda db: db.outlets(),
    "corrections": lambda db: db.corrections(),
    "updates": lambda db: db.updates(),
}


@pytest.mark.parametrize("ask", LISTS.values(), ids=LISTS)
def test_the_three_are_one_table(ask: Callable[[Database], Any], local: Database) -> None:
    found = ask(local)
    table = found.to_arrow()
    assert table.num_rows == len(list(found))
    assert pyarrow.Table.from_pandas(found.to_pandas()).replace_schema_metadata() == table
    assert polars.from_arrow(table).equals(found.to_polars())
    assert found.to_polars().rows() == [tuple(row.values()) for row in table.to_pylist()]


def test_the_table_of_a_server_differs_only_in_that_its_links_are_whole(
    local: Database, remote: Database
) -> None:
    here, there = (db.quotes().to_polars() for db in (local, remote))
    assert here.drop("permalink").equals(there.drop("permalink"))
    assert there["permalink"].to_list() == [f"http://quotes.example{link}" for link in here["permalink"]]


TYPES = {
    "id": "int64",
    "speaker_id": "int64",
    "start": "int64",
    "day": "date32[day]",
    "said_on": "date32[day]",
    "said_on_precision": "string",
    "published_on": "date32[day]",
    "confidence": "double",
    "text": "string",
    "permalink": "string",
    "updated_at": "timestamp[us, tz=UTC]",
}


@pytest.mark.parametrize(("column", "kind"), TYPES.items(), ids=TYPES)
def test_a_column_has_its_type_also_where_it_is_empty(column: str, kind: str, local: Database) -> None:
    for found in (local.quotes(), local.quotes(speaker="Nobody Such")):
        assert str(found.to_arrow().schema.field(column).type) == kind
        assert found.to_pandas()[column].dtype == pandas.ArrowDtype(found.to_arrow()[column].type)
    assert local.quotes().to_polars().schema["day"] == polars.Date


def test_no_column_of_pandas_holds_objects(local: Database) -> None:
    frame = local.quotes().to_pandas()
    assert all(isinstance(kind, pandas.ArrowDtype) for kind in frame.dtypes)
    assert frame.groupby("outlet").size().sum() == frame["outlet"].notna().sum()
    assert frame["published_on"].dt.year.dropna().unique().tolist() == [2024]


def test_a_row_is_what_the_record_says(local: Database) -> None:
    quote = local.quote(47)
    (row,) = [
        row for row in local.quotes(document_id=quote.document.id).to_arrow().to_pylist() if row["id"] == 47
    ]
    assert row["text"] == quote.text
    assert (row["speaker"], row["speaker_id"]) == ("Mira Danforth", quote.speaker and quote.speaker.id)
    assert (row["day"], row["day_precision"], row["day_meant"]) == (
        date(2024, 3, 14),
        "day",
        "published_on",
    )
    assert (row["said_on"], row["said_on_precision"]) == (None, None)
    assert (row["office"], row["country"]) == ("foreign minister of Velmora", None)
    assert (row["outlet"], row["published_on"]) == ("Corvane Courier", date(2024, 3, 14))
    assert (row["start"], row["end"]) == (975, 1023)
    assert row["updated_at"] == quote.updated_at
    assert row["permalink"] == "/v1/quotes/47"


def test_every_column_can_be_empty_or_is_known_of_every_record(local: Database) -> None:
    bare = replace(
        local.quote(47),
        speaker=None,
        office=None,
        source=None,
        cue=None,
        role=None,
        said_on=None,
        day=None,
        original=None,
        updated_at=datetime(2026, 3, 14, tzinfo=UTC),
    )
    empty = {column.name for column in QUOTES if column.cell(bare) is None}
    assert {
        "speaker",
        "speaker_id",
        "office",
        "source",
        "cue",
        "cue_lemma",
        "role",
        "said_on",
        "day",
    } <= empty
    assert not {"id", "text", "kind", "document_id", "permalink", "updated_at"} & empty


@pytest.mark.parametrize("kind", COLUMNS, ids=lambda kind: kind.__name__)
def test_no_two_columns_are_called_the_same(kind: type) -> None:
    names = [column.name for column in COLUMNS[kind]]
    assert len(set(names)) == len(names)


EXTRAS = {
    "to_arrow": ("pyarrow", "parquet"),
    "to_pandas": ("pandas", "pandas"),
    "to_polars": ("polars", "polars"),
}


@pytest.mark.parametrize(("verb", "missing", "extra"), [(verb, *rest) for verb, rest in EXTRAS.items()])
def test_where_a_library_is_missing_the_extra_is_named(
    verb: str, missing: str, extra: str, local: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(QuotesError, match=rf"^{verb}\(\) needs {missing}.*pip install 'quotes\[{extra}\]'$"):
        getattr(local.outlets(), verb)()
