"""CSV as programs and spreadsheets write it."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from quotes.errors import ReadError
from quotes.ingest import read
from quotes.ingest.results import Failed, Read, Result
from quotes.ingest.tables import read_csv
from quotes.types import Document

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def results(text: str) -> list[Result]:
    return list(read_csv(io.StringIO(text), "a.csv"))


def documents(text: str) -> list[Document]:
    found = results(text)
    assert all(isinstance(result, Read) for result in found)
    return [result.document for result in found if isinstance(result, Read)]


def test_a_row_is_a_document() -> None:
    assert documents("url,date,title,text\nhttps://a.example/1,2025-01-02,T,“Yes”\n") == [
        Document(url="https://a.example/1", published_on=date(2025, 1, 2), title="T", text="“Yes”")
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_header(delimiter: str) -> None:
    header, row = delimiter.join(["Title", "Text"]), delimiter.join(['"A; b, c | d\te"', '"x, y; z"'])
    assert documents(f"{header}\n{row}\n") == [Document(title="A; b, c | d e", text="x, y; z")]


def test_a_line_that_names_the_separator_is_passed_over() -> None:
    assert documents("sep=;\ntext;title\na;b\n") == [Document(text="a", title="b")]


def test_one_column_will_do() -> None:
    assert documents("text\na b\n") == [Document(text="a b")]


def test_line_breaks_and_doubled_marks_in_a_field_are_text() -> None:
    assert documents('text,title\n"one\n\n""two"", three",T\n') == [
        Document(text='one\n\n"two", three', title="T")
    ]


def test_rows_of_nothing_are_passed_over() -> None:
    assert [d.text for d in documents("text,title\na,\n\n,\nb,\n")] == ["a", "b"]


def test_a_row_that_stops_early_lacks_only_its_last_fields() -> None:
    assert documents("text,title,outlet\na,b\n") == [Document(text="a", title="b")]


def test_a_field_may_be_as_long_as_a_document() -> None:
    assert len(documents("text\n" + "a" * 1_000_000 + "\n")[0].text) == 1_000_000


def test_bad_rows_fail_alone_with_their_line() -> None:
    text = (
        'date,text\n2025-01-02,"one\ntwo"\nsoon,x\n2025-01-03,\n2025-01-04,a,b\n03/04/2025,x\n2025-01-05,y\n'
    )
    assert [(r.where, getattr(r, "reason", "")) for r in results(text)] == [
        ("a.csv:2", ""),
        ("a.csv:4", "the date “soon” is none that can be read; write it as 2025-01-31"),
        ("a.csv:5", "the text is empty"),
        ("a.csv:6", "the row has 3 fields, the header 2"),
        ("a.csv:7", "the date “03/04/2025” can be 2025-03-04 or 2025-04-03; write the one that is meant"),
        ("a.csv:8", ""),
    ]


@pytest.mark.parametrize("broken", ['"b" c,x\nd,y\n', '"never closed,x\nd,y\n'])
def test_after_a_broken_quotation_mark_nothing_is_guessed(broken: str) -> None:
    first, last = results("text,title\na,b\n" + broken)
    assert isinstance(first, Read)
    assert isinstance(last, Failed)
    assert last.where == "a.csv:3"
    assert last.reason.endswith("the rest of the file was not read")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title;body\nx;y\n", "there is no column “text”; the columns are title, body"),
        ("text,title\n", "there are no rows below the header"),
        ("text,title\n,\n", "there are no rows below the header"),
        ("\n\n", "the file is empty"),
    ],
)
def test_a_file_that_is_no_table_of_texts_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        results(text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_what_excel_saves_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.csv"
    rows = [["Text", "Date"], ["“Yes,” said Zoë,\nthe envoy", "2025-01-02"], ["“No”", "2025-01-03"]]
    with file.open("w", encoding=encoding, newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)  # ends lines with CRLF
    read_ = [r.document for r in read(file) if isinstance(r, Read)]
    assert read_ == [
        Document(text="“Yes,” said Zoë,\nthe envoy", published_on=date(2025, 1, 2)),
        Document(text="“No”", published_on=date(2025, 1, 3)),
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora are not here")
def test_a_year_of_real_news_is_read_with_its_dates() -> None:
    with (SHARED / "wikinews" / "2019.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = list(read(SHARED / "wikinews" / "2019.csv"))
    assert len(found) == 171
    for row, result in zip(rows, found, strict=True):
        assert isinstance(result, Read)
        assert result.document.text == row["text"]
        assert str(result.document.published_on) == row["date"]
