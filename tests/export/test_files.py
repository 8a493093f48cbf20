"""Quotes as CSV, JSON Lines and Parquet: read back by other readers, nothing is lost and nothing is run."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import UTC, date

import pytest
from sqlalchemy.orm import Session

from quotes.errors import FilterError
from quotes.export import csv_table, json_lines, parquet
from quotes.export.columns import QUOTES
from quotes.export.csv_table import harmless
from quotes.export.formats import FORMATS, format_named
from quotes.store.correcting import Change
from quotes.store.corrections import correct
from quotes.store.records import QuoteFilter, QuoteRecord, SpeakerValue
from quotes.store.selection import Selection

from .conftest import BASE

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")

QUOTE_FIELDS = tuple(QuoteRecord.__dataclass_fields__)


def written(module, quotes):
    return b"".join(module.write(quotes, BASE))


@pytest.fixture(scope="module")
def rows(quotes):
    return list(csv.DictReader(io.StringIO(written(csv_table, quotes).decode(), newline="")))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+41 is", "'+41 is"),
        ("-5 degrees", "'-5 degrees"),
        ("@mira", "'@mira"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        (" =1", " =1"),
        ("'=1", "'=1"),
        ("", ""),
        ("“=1”", "“=1”"),
    ],
)
def test_no_cell_is_a_formula(text, cell):
    assert harmless(text) == cell


class TestCsv:
    def test_every_column_is_on_every_line(self, rows, quotes):
        names = [*(column.name for column in QUOTES), "row", "rows"]
        assert all(list(row) == names and None not in row.values() for row in rows)
        assert [row["id"] for row in rows] == [str(quote.id) for quote in quotes]

    def test_words_are_verbatim(self, rows, quotes):
        assert [row["text"] for row in rows] == [harmless(quote.text) for quote in quotes]
        assert [row["speaker"] for row in rows] == [q.speaker.name if q.speaker else "" for q in quotes]

    def test_lines_are_numbered_so_that_a_cut_file_is_noticed(self, rows, quotes):
        assert [row["row"] for row in rows] == [str(number) for number in range(1, len(quotes) + 1)]
        assert {row["rows"] for row in rows} == {str(len(quotes))}

    def test_a_file_of_none_has_the_names(self):
        (line,) = written(csv_table, []).decode().splitlines()
        assert line.startswith("id,day,")

    def test_links_lead_to_the_server(self, rows):
        assert rows[0]["permalink"] == f"{BASE}/v1/quotes/{rows[0]['id']}"

    def test_pandas_reads_the_same(self, quotes):
        pandas = pytest.importorskip("pandas")
        frame = pandas.read_csv(io.BytesIO(written(csv_table, quotes)), keep_default_na=False)
        assert list(frame["id"]) == [quote.id for quote in quotes]


class TestJsonLines:
    def test_a_line_is_the_record_and_its_number(self, quotes):
        lines = written(json_lines, quotes).decode().split("\n")
        assert lines.pop() == ""
        read = [json.loads(line) for line in lines]
        assert [one["text"] for one in read] == [quote.text for quote in quotes]
        assert {tuple(one) for one in read} == {("row", "rows", *QUOTE_FIELDS)}
        assert [(one["row"], one["rows"]) for one in read] == [
            (number, len(quotes)) for number in range(1, len(quotes) + 1)
        ]

    @pytest.mark.parametrize("source", ["stored", "samples"])
    def test_a_database_writes_the_lines_of_its_records(self, source, request, tmp_path, open_engine):
        engine = open_engine(str(shutil.copy(request.getfixturevalue(source), tmp_path / "quotes.db")))
        with Session(engine) as session:
            correct(
                session, 2, Change("speaker", SpeakerValue("Ola Brandt", "person")), by="Ana", why="I saw"
            )
            selection = Selection(session, QuoteFilter(), "-day")
            records = list(selection)
            assert len(records) == len(selection) > 10
            assert written(json_lines, selection) == written(json_lines, records)

    def test_more_than_a_chunk_are_all_there(self, quotes):
        many = quotes * 20
        assert written(json_lines, many).count(b"\n") == len(many)

    def test_a_file_of_none_is_empty(self):
        assert written(json_lines, []) == b""


@pytest.fixture(scope="module")
def file(quotes):
    return written(parquet, quotes)


class TestParquet:
    def test_columns_have_their_types(self, file, quotes):
        table = pyarrow.parquet.read_table(io.BytesIO(file))
        assert table.schema.metadata == {b"quotes": str(len(quotes)).encode()}
        types = {field.name: str(field.type) for field in table.schema}
        assert types["id"] == "int64"
        assert types["said_on"] == "date32[day]"
        assert types["updated_at"] == "timestamp[us, tz=UTC]"
        assert types["confidence"] == "double"

    def test_its_makers_read_the_same(self, file, quotes):
        texts = [quote.text for quote in quotes]
        assert pyarrow.parquet.read_table(io.BytesIO(file)).column("text").to_pylist() == texts

    def test_polars_reads_the_same(self, file, quotes):
        polars = pytest.importorskip("polars")
        texts = [quote.text for quote in quotes]
        assert polars.read_parquet(io.BytesIO(file))["text"].to_list() == texts

    def test_days_and_moments_are_such(self, file, quote):
        rows = {row["id"]: row for row in pyarrow.parquet.read_table(io.BytesIO(file)).to_pylist()}
        row = rows[quote("a month of saying").id]
        assert (row["said_on"], row["said_on_precision"]) == (date(2026, 3, 1), "month")
        assert row["updated_at"].astimezone(UTC) == quote("a month of saying").updated_at
        assert rows[quote("no date").id]["published_on"] is None

    @pytest.mark.parametrize("much", [0.3, 0.9, 0.999])
    def test_a_cut_file_is_no_file(self, file, much):
        with pytest.raises(pyarrow.ArrowInvalid):
            pyarrow.parquet.read_table(io.BytesIO(file[: int(len(file) * much)]))

    def test_it_comes_in_pieces(self, quotes):
        many = quotes * (25_000 // len(quotes) + 1)
        pieces = list(parquet.write(many, BASE))
        assert len(pieces) == 4
        table = pyarrow.parquet.ParquetFile(io.BytesIO(b"".join(pieces)))
        assert (table.num_row_groups, table.metadata.num_rows) == (3, len(many))

    def test_a_file_of_none_has_the_columns(self):
        assert pyarrow.parquet.read_table(io.BytesIO(written(parquet, []))).shape == (0, len(QUOTES))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("docx", "there are csv, "),
        ("xml", "did you mean 'tei.xml'"),
        ("CSV", "did you mean 'csv'"),
        ("jsonlines", "'jsonl'"),
    ],
)
def test_another_format_is_refused_with_what_there_is(name, hint):
    with pytest.raises(FilterError, match=hint):
        format_named(name)


def test_formats_have_names_of_their_own():
    assert all(name == one.name for name, one in FORMATS.items())
