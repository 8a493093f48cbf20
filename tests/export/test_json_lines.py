"""Quotes as JSON Lines: a line for each, the same from a database as from its records."""

from __future__ import annotations

import json
import shutil

import pytest
from sqlalchemy.orm import Session

from quotes.export import json_lines
from quotes.store.correcting import Change
from quotes.store.corrections import correct
from quotes.store.filters import QuoteFilter
from quotes.store.records import QuoteRecord, SpeakerValue
from quotes.store.selection import Selection

from .conftest import written

QUOTE_FIELDS = tuple(QuoteRecord.__dataclass_fields__)


@pytest.mark.parametrize("source", ["stored", "samples"])
def test_a_database_writes_the_lines_of_its_records(source, request, tmp_path, open_engine):
    engine = open_engine(str(shutil.copy(request.getfixturevalue(source), tmp_path / "quotes.db")))
    with Session(engine) as session:
        correct(session, 2, Change("speaker", SpeakerValue("Ola Brandt", "person")), by="Ana", why="I saw")
        selection = Selection(session, QuoteFilter(), "-day")
        records = list(selection)
        assert len(records) == len(selection) > 10
        assert written(json_lines, selection) == written(json_lines, records)


def test_a_line_is_the_record_and_its_number(quotes):
    lines = written(json_lines, quotes).decode().split("\n")
    assert lines.pop() == ""
    read = [json.loads(line) for line in lines]
    assert [one["text"] for one in read] == [quote.text for quote in quotes]
    assert {tuple(one) for one in read} == {("row", "rows", *QUOTE_FIELDS)}
    assert [(one["row"], one["rows"]) for one in read] == [
        (number, len(quotes)) for number in range(1, len(quotes) + 1)
    ]


def test_more_than_a_chunk_are_all_there(quotes):
    many = quotes * 20
    assert written(json_lines, many).count(b"\n") == len(many)


def test_a_file_of_none_is_empty():
    assert written(json_lines, []) == b""
