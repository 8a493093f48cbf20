"""JSON and JSON Lines."""

import io
from datetime import date

import pytest

from quotes.errors import ReadError
from quotes.ingest.objects import read_json, read_json_lines
from quotes.ingest.results import Read
from quotes.types import Document


def test_a_line_is_a_document() -> None:
    lines = (
        '{"text": "“Yes”\\r\\nshe said", "Date": "2025-01-02", "tags": [1]}\n\n{"TEXT": "b", "title": null}\n'
    )
    assert list(read_json_lines(io.StringIO(lines), "a.jsonl")) == [
        Read("a.jsonl:1", Document(text="“Yes”\nshe said", published_on=date(2025, 1, 2))),
        Read("a.jsonl:3", Document(text="b")),
    ]


def test_bad_lines_fail_alone_with_their_number() -> None:
    lines = '{"text": "a"}\n{"text": \n[1]\n{"body": "b", "title": "t"}\n{}\n'
    lines += '{"text": "b", "date": "x"}\n{"text": NaN}\n{"text": "c"}'
    assert [(r.where, getattr(r, "reason", "")) for r in read_json_lines(io.StringIO(lines), "a")] == [
        ("a:1", ""),
        ("a:2", "the line is not JSON: unexpected end of data at character 11"),
        ("a:3", "it is not an object with a “text”"),
        ("a:4", "there is no field “text”; the fields are body, title"),
        ("a:5", "there is no field “text”; the fields are none"),
        ("a:6", "the date “x” is none that can be read; write it as 2025-01-31"),
        ("a:7", "the line is not JSON: unexpected character, expected a JSON value at character 10"),
        ("a:8", ""),
    ]


def test_a_json_file_is_one_object_or_a_list() -> None:
    assert list(read_json(io.StringIO('{\n"text": "a"\n}'), "a")) == [Read("a", Document(text="a"))]
    first, second, third = read_json(io.StringIO('[{"text": "a"}, 3, {"text": "b"}]'), "a")
    assert [r.where for r in (first, second, third)] == ["a item 1", "a item 2", "a item 3"]
    assert isinstance(third, Read)
    assert not isinstance(second, Read)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "the list is empty"),
        ('{"text": ', "it is not JSON: unexpected end of data at 1:10"),
        (" ", "not JSON"),
    ],
)
def test_a_file_that_is_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        list(read_json(io.StringIO(text), "a"))


def test_no_lines_are_an_empty_file() -> None:
    with pytest.raises(ReadError, match="the file is empty"):
        list(read_json_lines(io.StringIO("\n\n"), "a"))
