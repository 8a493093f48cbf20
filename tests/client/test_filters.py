"""What can't be asked is said before anything is sent, with the nearest that can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest

from quotes.client import Database, connect
from quotes.client.filters import DocumentFilters, Filters
from quotes.errors import FilterError
from quotes.store.filters import QuoteFilter


@pytest.fixture
def db() -> Database:
    """Return a server that there is not: to ask it anything would fail."""
    return connect("http://nowhere.invalid")


WRONG: dict[str, tuple[Callable[[Any], object], str]] = {
    "a kind": (lambda db: db.quotes(kind="dircet"), "did you mean 'direct'?"),
    "a channel among others": (lambda db: db.quotes(channel="tweet|leter"), "did you mean 'letter'?"),
    "a country": (lambda db: db.quotes(country="France"), "country is a code of two letters"),
    "a day": (lambda db: db.quotes(from_="March"), "from 'March' is not a day; write days as YYYY-MM-DD"),
    "a day that there is not": (lambda db: db.quotes(to="2024-02-30"), "to '2024-02-30' is not a day"),
    "a moment for a day": (
        lambda db: db.quotes(to=datetime(2024, 2, 3)),  # noqa: DTZ001
        "to '2024-02-03 00:00:00' is not a day",
    ),
    "empty words": (lambda db: db.quotes(q="  "), "q is empty; leave it out or give it a value"),
    "a query without a word": (lambda db: db.quotes(q="()"), "there is no word to search for"),
    "very many words": (lambda db: db.quotes(q="word " * 100), "search for at most 64 words"),
    "a very long name": (lambda db: db.quotes(speaker="a" * 501), "speaker has at most 500 characters"),
    "a NUL character": (lambda db: db.quotes(outlet="a\0b"), "outlet has a character that no text has"),
    "an id": (lambda db: db.quotes(speaker_id="nineteen"), "speaker_id is a number, not 'nineteen'"),
    "a confidence": (lambda db: db.quotes(min_confidence=90), "min_confidence is from 0 to 1, not 90"),
    "no confidence": (lambda db: db.quotes(min_confidence="high"), "min_confidence is a number"),
    "neither yes nor no": (lambda db: db.quotes(attributed="any"), "attributed is True or False"),
    "an empty sample": (lambda db: db.quotes().sample(0), "sample is from 1 to 10000, not 0"),
    "a seed": (lambda db: db.quotes().sample(1, seed=-1), "seed is from 0 to 2147483647, not -1"),
    "an order": (lambda db: db.quotes(sort="-publishd_on"), "did you mean 'published_on'?"),
    "groups": (lambda db: db.quotes().groups("contry"), "did you mean 'country'?"),
    "an interval": (lambda db: db.timeline("week"), "interval is one of year, month, day, not 'week'"),
    "a large page": (lambda db: db.quotes().page(per_page=201), "per_page is from 0 to 200, not 201"),
    "pages of nothing": (lambda db: list(db.quotes().pages(per_page=0)), "per_page is from 1 to 200"),
    "half a page": (lambda db: db.quotes().page(per_page=0.5), "per_page is a whole number, not '0.5'"),
    "no row's id": (lambda db: db.quote(0), "id is from 1 to 9223372036854775807, not 0"),
    "a moment": (lambda db: db.updates(since="yesterday"), "since 'yesterday' is not a moment"),
    "a speaker who is none": (lambda db: db.verify("Words", speaker=" "), "speaker is empty"),
    "too many suggestions": (lambda db: db.autocomplete("danf", limit=50), "limit is from 1 to 20, not 50"),
}


@pytest.mark.parametrize(("ask", "message"), WRONG.values(), ids=WRONG)
def test_a_value_that_can_t_be_used_is_refused(
    ask: Callable[[Any], object], message: str, db: Database
) -> None:
    with pytest.raises(FilterError) as caught:
        ask(db)
    assert message in str(caught.value)


UNKNOWN: dict[str, tuple[Callable[[Any], object], str]] = {
    "quotes": (
        lambda db: db.quotes(speeker="Danforth"),
        "quotes() has no parameter 'speeker': did you mean 'speaker'?",
    ),
    "quotes, in capitals": (
        lambda db: db.quotes(Speaker_ID=1),
        "quotes() has no parameter 'Speaker_ID': did you mean 'speaker_id'?",
    ),
    "a timeline": (
        lambda db: db.timeline(outlets="x"),
        "timeline() has no parameter 'outlets': did you mean 'outlet'?",
    ),
    "documents": (
        lambda db: db.documents(speaker="Danforth"),
        "documents() has no parameter 'speaker': there are outlet, published_from, published_to, q",
    ),
}


@pytest.mark.parametrize(("ask", "message"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_name_that_there_is_not_is_refused_with_the_nearest(
    ask: Callable[[Any], object], message: str, db: Database
) -> None:
    with pytest.raises(TypeError) as caught:
        ask(db)
    assert str(caught.value) == message


def test_the_filters_are_those_of_the_store() -> None:
    assert Filters.__annotations__.keys() == {field.name for field in fields(QuoteFilter)}
    assert DocumentFilters.__annotations__.keys() <= Filters.__annotations__.keys()


def test_days_are_dates_or_text_and_none_narrows_nothing(db: Database) -> None:
    words = {"from_": "2024-03-01", "to": date(2024, 3, 2), "q": None}
    assert repr(db.quotes(**words)) == (
        "<quotes from_='2024-03-01' to='2024-03-02' of http://nowhere.invalid>"
    )
    assert repr(db.quotes(**{"from": "2024-03-01"})) == repr(db.quotes(from_=date(2024, 3, 1)))
