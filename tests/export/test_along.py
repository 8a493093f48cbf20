"""Quotes that other processes make parts of: the very bytes, of one state, and none left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal

import orjson
import pytest
from sqlalchemy.orm import Session

from quotes.errors import StoreError
from quotes.export import csv_table, json_lines, parquet
from quotes.export.snapshots import write_snapshot
from quotes.store.correcting import Change
from quotes.store.corrections import correct
from quotes.store.filters import QuoteFilter
from quotes.store.readers import reading_along
from quotes.store.records import SpeakerValue
from quotes.store.removal import remove_document
from quotes.store.save import save
from quotes.store.selection import Selection
from quotes.store.states import States

from .awkward import AWKWARD
from .conftest import written

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.fixture(autouse=True)
def _few_at_a_time(monkeypatch):
    monkeypatch.setattr("quotes.store.selection._BATCH", 2)


@pytest.fixture
def filled(engine):
    with Session(engine) as session:
        for one in AWKWARD:
            save(session, *one.saved_as(), extractor_version="1")
        correct(session, 2, Change("speaker", SpeakerValue("Ola Brandt", "person")), by="Ana", why="I saw")
        session.commit()
    return engine


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("format_", [json_lines, csv_table, parquet], ids=lambda one: one.__name__)
def test_the_bytes_are_those_of_one_process(database_url, format_, count):
    if format_ is parquet:
        pytest.importorskip("pyarrow")
    with reading_along(database_url, count) as (session, readers):
        assert len(readers) == count
        along = Selection(session, QuoteFilter(), "-day", readers)
        assert written(format_, along) == written(format_, Selection(session, QuoteFilter(), "-day"))
        assert len(along) == len(AWKWARD)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("table", [False, True])
def test_a_snapshot_is_that_of_one_process(database_url, tmp_path, table):
    if table:
        pytest.importorskip("pyarrow")
    with reading_along(database_url, 2) as (session, readers):
        along, kept = write_snapshot(session, tmp_path, parquet=table, readers=readers)
        _, alone = write_snapshot(session, tmp_path, parquet=table)
        assert kept == alone
        records = list(Selection(session, QuoteFilter(), "id"))
    lines = [orjson.dumps(one, option=orjson.OPT_UTC_Z | orjson.OPT_APPEND_NEWLINE) for one in records]
    assert (along / "quotes.jsonl").read_bytes() == b"".join(lines)


def test_what_is_changed_meanwhile_is_not_in_it(filled, database_url):
    with reading_along(database_url, 2) as (reading, readers), Session(filled) as session:
        before = written(json_lines, Selection(reading, QuoteFilter()))
        remove_document(session, 1)
        session.commit()
        assert written(json_lines, Selection(reading, QuoteFilter(), readers=readers)) == before
    with reading_along(database_url, 2) as (reading, readers):
        assert len(Selection(reading, QuoteFilter(), readers=readers)) == len(AWKWARD) - 1


@pytest.mark.parametrize(("changes", "count"), [(3, 2), (10**9, 0)])
@pytest.mark.usefixtures("filled")
def test_all_begin_in_one_state_or_one_reads_alone(database_url, monkeypatch, changes, count):
    told = iter(range(changes))
    monkeypatch.setattr(States, "read", lambda _: str(next(told, "the last")))
    with reading_along(database_url, 2) as (session, readers):
        assert len(readers) == count
        lines = written(json_lines, Selection(session, QuoteFilter(), readers=readers))
        assert lines.count(b"\n") == len(AWKWARD)


@pytest.mark.usefixtures("filled")
def test_none_is_left_behind(database_url):
    with reading_along(database_url, 2):
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("filled")
def test_one_that_is_killed_ends_the_export(database_url):
    with reading_along(database_url, 2) as (session, readers):
        os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
        with pytest.raises(StoreError, match="a process that read along has ended"):
            written(json_lines, Selection(session, QuoteFilter(), readers=readers))


@pytest.mark.usefixtures("filled")
def test_what_a_reader_can_not_read_is_told_here(database_url, monkeypatch):
    def broken(*_):
        raise StoreError("the database cannot be used")

    monkeypatch.setattr("quotes.store.selection._read", broken)
    with reading_along(database_url, 1) as (session, readers):
        selection = Selection(session, QuoteFilter(), readers=readers)
        with pytest.raises(StoreError, match="cannot be used"):
            written(json_lines, selection)
