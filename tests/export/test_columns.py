"""Columns of quotes: the same cells from a database, with no records made, as from records."""

from __future__ import annotations

import csv
import io
import shutil

import pytest
from sqlalchemy.orm import Session

from quotes.export import csv_table, parquet
from quotes.export.columns import QUOTES, Records, cells
from quotes.store.correcting import Change
from quotes.store.corrections import correct
from quotes.store.filters import QuoteFilter
from quotes.store.quote_batches import FIELDS
from quotes.store.records import SpeakerValue
from quotes.store.selection import Selection

from .conftest import BASE, written


@pytest.fixture(scope="module", params=["stored", "samples"])
def session(request, tmp_path_factory):
    from quotes.store.engine import connect

    path = shutil.copy(request.getfixturevalue(request.param), tmp_path_factory.mktemp("columns") / "q.db")
    engine = connect(str(path))
    with Session(engine) as session:
        correct(session, 2, Change("speaker", SpeakerValue("Ola Brandt", "person")), by="Ana", why="I saw")
        yield session
    engine.dispose()


@pytest.mark.parametrize("column", QUOTES, ids=lambda column: column.name)
def test_a_cell_is_that_of_the_record(session, column):
    selection = Selection(session, QuoteFilter())
    found = [cell for some in selection.batches() for cell in cells(column, some, BASE)]
    assert found == list(cells(column, Records(list(selection)), BASE))
    assert found == [
        BASE + column.cell(quote) if column.kind == "link" else column.cell(quote) for quote in selection
    ]


@pytest.mark.parametrize("path", FIELDS)
def test_a_column_is_a_field_of_the_records(session, path):
    selection = Selection(session, QuoteFilter(), "id")
    found = [one for some in selection.batches() for one in some.column(path)]
    assert found == [getattr(quote, path) for quote in selection]


def test_no_column_is_read_in_vain(session):
    (some, *_) = Selection(session, QuoteFilter()).batches()
    assert some.column("original") is some.column("original")


@pytest.mark.parametrize(("batch", "texts"), [(1, 1), (3, 1), (3, 2), (1000, 1), (1000, 100)])
def test_quotes_keep_their_order_however_many_are_read_at_once(session, monkeypatch, batch, texts):
    whole = list(Selection(session, QuoteFilter(), "-confidence,id"))
    monkeypatch.setattr("quotes.store.selection._BATCH", batch)
    monkeypatch.setattr("quotes.store.quote_reading._TEXTS", texts)
    some = list(Selection(session, QuoteFilter(), "-confidence,id").batches())
    assert [quote for one in some for quote in one.records()] == whole
    assert all(len(set(one.column("document.id"))) <= texts and len(one) <= batch for one in some)


def test_a_database_writes_the_csv_of_its_records(session):
    selection = Selection(session, QuoteFilter())
    assert written(csv_table, selection) == written(csv_table, list(selection))
    lines = list(csv.reader(io.StringIO(written(csv_table, selection).decode(), newline="")))
    assert len(lines) == len(selection) + 1


def test_a_database_writes_the_parquet_of_its_records(session):
    pyarrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet")
    selection = Selection(session, QuoteFilter())
    both = [written(parquet, selection), written(parquet, list(selection))]
    one, other = (pyarrow.parquet.read_table(io.BytesIO(file)) for file in both)
    assert one.equals(other, check_metadata=True)


def test_records_are_a_column_of_themselves():
    assert list(Records([1, 2]).column("")) == [1, 2]
    assert list(Records([1, None]).column("real")) == [1, None]
