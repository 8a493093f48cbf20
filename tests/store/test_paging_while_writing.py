"""Paging to the end while another thread saves: all that was there comes once, and newer rows at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes import Attribution, Document, Extraction, Span
from quotes.config import Settings
from quotes.store.filters import QuoteFilter
from quotes.store.queries import select_quotes
from quotes.store.save import save_all

WORDS = "The harbour stays open"
UNLIMITED = Settings(requests_per_minute=10**6)


def news(first: int, count: int) -> Iterator[tuple[Document, Extraction]]:
    """Invent documents of one quote each, on few days, so that new ones come between those there were."""
    for number in range(first, first + count):
        text = f"{WORDS}, said Mira Danforth in report {number}."
        start = text.index("Mira")
        quote = Attribution(
            content=(Span(0, len(WORDS)),),
            kind="direct",
            source=Span(start, start + 13),
            speaker="Mira Danforth",
            speaker_kind="person",
        )
        day = date(2031, 5, 1) + timedelta(days=number % 7)
        yield Document(text=text, published_on=day), Extraction((quote,), ())


def add(engine: Engine, first: int, count: int) -> None:
    with Session(engine) as session:
        save_all(session, list(news(first, count)), extractor_version="1")
        session.commit()


@pytest.mark.parametrize(
    ("narrow", "sort"),
    [({}, "-published_on"), ({"speaker": "Danforth"}, "day"), ({"q": "harbour"}, "-day"), ({}, "id")],
)
def test_paging_misses_nothing_and_repeats_nothing(
    engine: Engine, database_url: str, open_engine: Callable[..., Engine], narrow: Any, sort: str
) -> None:
    add(engine, 0, 60)
    reading, done = open_engine(database_url, read_only=True), Event()

    def keep_adding() -> None:
        first = 60
        while not done.is_set() and first < 400:
            add(engine, first, 5)
            first += 5

    with Session(reading) as session:
        there = {quote.id for quote in select_quotes(session, QuoteFilter(), per_page=100).results}
    writer, met, cursor = Thread(target=keep_adding), [], None
    writer.start()
    try:
        while True:
            with Session(reading) as session:
                page = select_quotes(session, QuoteFilter(**narrow), sort=sort, cursor=cursor, per_page=7)
            met += [quote.id for quote in page.results]
            if (cursor := page.next_cursor) is None:
                break
    finally:
        done.set()
        writer.join()
    assert len(met) == len(set(met))
    assert there <= set(met)


def test_a_cursor_goes_on_after_a_restart(
    engine: Engine, database_url: str, open_engine: Callable[..., Engine]
) -> None:
    add(engine, 0, 12)
    met: list[int] = []
    address = "/v1/quotes?q=harbour&per_page=5"
    while address:
        reading = open_engine(database_url, read_only=True)
        with TestClient(create_app(reading, config=UNLIMITED)) as client:  # each page by a new server
            answer = client.get(address).json()
        reading.dispose()
        met += [quote["id"] for quote in answer["results"]]
        address = answer["meta"]["next"]
    assert sorted(met) == list(range(1, 13))
