"""Rows as columns: the same values as SQLAlchemy has, and errors of the driver as ours."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from quotes.errors import TooLongError
from quotes.store.batches import among
from quotes.store.bulk import columns_in_order, columns_of, in_columns
from quotes.store.models import documents
from quotes.store.save import save
from quotes.types import Document, Extraction

BASE = select(documents.c.id, documents.c.published_on, documents.c.added_at, documents.c.title)
OF_IDS = BASE.where(among(documents.c.id, "ids"))


@pytest.fixture
def filled(session):
    for number in range(1, 6):
        day = date(2031, 5, number) if number > 1 else None
        document = Document(text=f"Number {number}.", title=f"T{number}", published_on=day)
        save(session, document, Extraction((), ()), extractor_version="1")
    session.flush()
    return session


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_columns_have_what_rows_have(filled, size):
    statement = BASE.order_by(documents.c.id)
    rows = [tuple(row) for row in filled.execute(statement)]
    found = list(in_columns(filled, BASE, statement, size))
    assert [row for some in found for row in zip(*some.values(), strict=True)] == rows
    assert {tuple(some) for some in found} == {("id", "published_on", "added_at", "title")}
    assert {len(some["id"]) for some in found[:-1]} <= {size}


def test_ids_choose_the_rows(filled):
    ids = filled.scalars(select(documents.c.id).where(documents.c.title == "T3")).all()
    found = columns_of(filled, OF_IDS, ids)
    assert (found["title"], found["published_on"]) == (("T3",), (date(2031, 5, 3),))
    assert isinstance(found["added_at"][0], datetime)


@pytest.mark.parametrize("ids", [[3, 1, 5], [2], [4, 99, 1], []])
def test_rows_come_in_the_order_of_their_ids(filled, ids):
    titles = dict(filled.execute(select(documents.c.id, documents.c.title)).all())
    found = columns_in_order(filled, OF_IDS, ids)
    assert list(found["id"]) == [one for one in ids if one in titles]
    assert list(found["title"]) == [titles[one] for one in found["id"]]


def test_of_no_rows_the_columns_are_empty(filled):
    found = columns_of(filled, OF_IDS, [])
    assert found == {"id": (), "published_on": (), "added_at": (), "title": ()}
    assert list(in_columns(filled, BASE, BASE.where(documents.c.title == "T9"), 2)) == []


# Four rows, and then none for ever.
_ENDLESS = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 5")


def test_what_takes_too_long_is_stopped_as_elsewhere(sqlite_template, open_engine):
    engine = open_engine(str(sqlite_template), read_only=True, seconds=0.01)
    with Session(engine) as session, pytest.raises(TooLongError):
        list(in_columns(session, select(documents.c.id), _ENDLESS, 10))
