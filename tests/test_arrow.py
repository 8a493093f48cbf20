"""Quotes of columns of texts: batches in, batches out, the same for every engine that speaks Arrow."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

import quotes
from quotes import QuotesError
from quotes.fields import as_fields

pa = pytest.importorskip("pyarrow")
arrow = pytest.importorskip("quotes.arrow")
SCHEMA, extract_batches = arrow.SCHEMA, arrow.extract_batches

TEXT = "“We go,” said Ola Brandt, the envoy, on Friday. “No ferry,” she added.\n"
BOOK = "The book is “The Long Ford”.\n"
ARTICLES = {"id": ["a", "b", "c", "d"], "text": [TEXT, None, "Nobody speaks.", BOOK]}


def rows(batches: Any, **options: Any) -> list[dict[str, Any]]:
    return pa.Table.from_batches(list(extract_batches(batches, **options)), SCHEMA).to_pylist()


def found_in(table: dict[str, list[Any]], **options: Any) -> list[dict[str, Any]]:
    return rows(pa.table(table).to_batches(), **options)


def expected(id_: str | None, text: str, published_on: date | None = None) -> list[dict[str, Any]]:
    """What `extract` says of one text, as rows."""
    found = quotes.extract(text, published_on=published_on)
    about = {"document_id": id_, "published_on": published_on, "extractor_version": quotes.EXTRACTOR_VERSION}
    return [{**about, "number": n, **as_fields(text, one)} for n, one in enumerate(found, start=1)]


def test_a_row_is_a_quote_with_all_that_extract_tells() -> None:
    found = found_in(ARTICLES)
    assert found == expected("a", TEXT) + expected("d", BOOK)
    assert [(row["document_id"], row["number"], row["speaker"]) for row in found] == [
        ("a", 1, "Ola Brandt"),
        ("a", 2, "Ola Brandt"),
        ("d", 1, None),
    ]
    assert found[0]["source"] == {"text": "Ola Brandt", "start": 14, "end": 24}
    assert found[2]["reason"]


def test_the_schema_has_the_fields_of_a_quote_and_no_others() -> None:
    (quote,) = quotes.extract("“We go,” said Ola Brandt.")
    about = {"document_id", "number", "published_on", "extractor_version"}
    assert set(SCHEMA.names) == {*as_fields("“We go,” said Ola Brandt.", quote), *about}


TEXTS = pa.array([TEXT, None])


@pytest.mark.parametrize(
    "column",
    [
        TEXTS,
        TEXTS.cast(pa.large_string()),
        TEXTS.cast(pa.string_view()),
        TEXTS.dictionary_encode(),
        pa.array([TEXT, None], pa.large_string()).dictionary_encode(),
    ],
    ids=lambda column: str(column.type),
)
def test_texts_can_be_strings_of_any_width_and_dictionaries(column: pa.Array) -> None:
    assert found_in({"id": ["a", "b"], "text": column}) == expected("a", TEXT)


def test_a_column_of_nulls_has_no_quotes() -> None:
    assert found_in({"id": ["a"], "text": pa.nulls(1)}) == []


@pytest.mark.parametrize(
    ("ids", "id_"),
    [
        (pa.array(["a"]), "a"),
        (pa.array(["a"]).dictionary_encode(), "a"),
        (pa.array([7]), "7"),
        (pa.array([2**64 - 1], pa.uint64()), "18446744073709551615"),
        (pa.array([None], pa.int64()), None),
        (pa.nulls(1), None),
    ],
    ids=lambda value: str(getattr(value, "type", "")),
)
def test_ids_can_be_strings_or_numbers(ids: pa.Array, id_: str | None) -> None:
    assert found_in({"id": ids, "text": [TEXT]}) == expected(id_, TEXT)


def test_texts_need_no_id() -> None:
    assert found_in({"body": [TEXT]}, text="body", id=None) == expected(None, TEXT)


@pytest.mark.parametrize(
    "days",
    [
        pa.array([date(2031, 5, 4), None]),
        pa.array([date(2031, 5, 4), None], pa.date64()),
        pa.array([datetime(2031, 5, 4, 23, 59, tzinfo=UTC), None], pa.timestamp("us", "UTC")),
        pa.array(["2031-05-04", None]),
        pa.array(["2031-05-04", None]).dictionary_encode(),
    ],
    ids=lambda days: str(days.type),
)
def test_the_day_of_publication_tells_which_friday_is_meant(days: pa.Array) -> None:
    found = found_in({"id": ["a", "b"], "text": [TEXT, TEXT], "day": days}, published_on="day")
    assert found == expected("a", TEXT, date(2031, 5, 4)) + expected("b", TEXT)
    assert found[0]["said_on"]["date"] == date(2031, 5, 2)


@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        ({"id": ["a"], "txt": ["x"]}, {}, "there is no column 'text': did you mean 'txt'?"),
        ({"body": ["x"]}, {"text": "body"}, "there is no column 'id': there are 'body'"),
        ({"id": ["a"], "text": [1.5]}, {}, "the column 'text' has the type double, not a string"),
        ({"id": [b"a"], "text": ["x"]}, {}, "the column 'id' has the type binary, not a string"),
        (
            {"id": ["a"], "text": ["x"], "day": [1]},
            {"published_on": "day"},
            "the column 'day' has the type int64, not a day",
        ),
        (
            {"id": ["a"], "text": ["x"], "day": ["soon"]},
            {"published_on": "day"},
            "'soon' in the column 'day' is not a day; write it as 2031-05-02",
        ),
        ({"id": ["a"], "text": ["x"]}, {"language": "xx"}, "no word list for the language 'xx'; known: en"),
    ],
)
def test_what_cannot_be_read_is_said(table: dict[str, Any], options: dict[str, Any], said: str) -> None:
    with pytest.raises(QuotesError) as raised:
        found_in(table, **options)
    assert str(raised.value) == said


def test_a_name_that_two_columns_have_is_refused() -> None:
    batch = pa.record_batch([pa.array(["x"]), pa.array(["y"])], ["text", "text"])
    with pytest.raises(QuotesError, match="more than one column 'text'"):
        rows([batch], id=None)


@pytest.mark.thorough
def test_one_batch_is_read_at_a_time_and_answers_are_bounded() -> None:
    read = 0

    def batches() -> Iterator[pa.RecordBatch]:
        nonlocal read
        for _ in range(3):
            read += 1
            yield pa.record_batch({"text": ["“We go,” said Ola Brandt.\n\n" * 700] * 2})

    answers = extract_batches(batches(), id=None)
    assert (next(answers).num_rows, read) == (1000, 1)
    assert (next(answers).num_rows, read) == (400, 1)
    assert (next(answers).num_rows, read) == (1000, 2)


def test_without_batches_there_is_a_reader_without_rows() -> None:
    reader = pa.RecordBatchReader.from_batches(SCHEMA, extract_batches([]))
    assert reader.read_all().schema == SCHEMA


@pytest.mark.parametrize(
    "as_frame",
    [
        pa.table,
        lambda table: pa.RecordBatchReader.from_batches(pa.table(table).schema, pa.table(table).to_batches()),
        lambda table: pytest.importorskip("polars").DataFrame(table),
        lambda table: pytest.importorskip("pandas").DataFrame(table),
    ],
    ids=["table", "reader", "polars", "pandas"],
)
def test_whatever_gives_an_arrow_stream_is_read(as_frame: Any) -> None:
    assert rows(as_frame(ARTICLES)) == expected("a", TEXT) + expected("d", BOOK)


def test_polars_reads_the_answer_as_a_frame() -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(ARTICLES)
    found = pl.from_arrow(pa.Table.from_batches(extract_batches(frame), SCHEMA))
    assert isinstance(found, pl.DataFrame)
    assert found.group_by("speaker").len().sort("len").rows() == [(None, 1), ("Ola Brandt", 2)]
    assert found.select(pl.col("cue").struct.field("lemma")).to_series().to_list() == ["say", "add", None]


def test_polars_asks_lazily_too() -> None:
    pl = pytest.importorskip("polars")

    def quotes_of(frame: Any) -> Any:
        return pl.DataFrame(pa.Table.from_batches(extract_batches(frame), SCHEMA))

    columns = pl.DataFrame(SCHEMA.empty_table()).schema
    lazy = pl.LazyFrame(ARTICLES).map_batches(quotes_of, schema=columns).filter(pl.col("number") == 2)
    assert lazy.collect().get_column("text").to_list() == ["No ferry,"]


def test_duckdb_streams_its_texts_out_and_the_quotes_in() -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as database:
        database.execute("create table articles (id integer, day date, text varchar)")
        database.executemany(
            "insert into articles values (?, ?, ?)",
            [(1, "2031-05-04", TEXT), (2, None, None), (3, None, BOOK)],
        )
        texts = database.cursor().sql("select * from articles order by id").to_arrow_reader(2)
        found = pa.RecordBatchReader.from_batches(SCHEMA, extract_batches(texts, published_on="day"))
        database.register("found", found)
        database.execute("create table quotes as select * from found")
        assert database.sql(
            "select articles.id, speaker, quotes.text, cue.lemma, said_on.date, len(spans) "
            "from quotes join articles on articles.id = document_id::integer order by articles.id, number"
        ).fetchall() == [
            (1, "Ola Brandt", "We go,", "say", date(2031, 5, 2), 1),
            (1, "Ola Brandt", "No ferry,", "add", date(2031, 5, 2), 1),
            (3, None, "The Long Ford", None, None, 1),
        ]


def test_without_pyarrow_the_extra_is_named() -> None:
    code = "import sys; sys.modules['pyarrow'] = None; import quotes.arrow"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: quotes.arrow needs pyarrow; run: pip install 'quotes[arrow]'"
    )
