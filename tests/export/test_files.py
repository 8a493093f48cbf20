"""Quotes as CSV, and what all formats have: others read them back, nothing is lost and nothing is run."""

from __future__ import annotations

import csv
import io

import pytest

from quotes.errors import FilterError
from quotes.export import csv_table
from quotes.export.columns import QUOTES
from quotes.export.csv_table import harmless
from quotes.export.formats import FORMATS, format_named

from .conftest import BASE, written


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
