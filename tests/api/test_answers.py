from dataclasses import fields
from datetime import date, datetime, timedelta, timezone

import pytest

from api.answers import Filter, to_json, understood
from quotes.store.filters import QuoteFilter

GETS = [
    "/",
    "/v1/quotes",
    "/v1/quotes/1",
    "/v1/speakers",
    "/v1/speakers/1",
    "/v1/speakers/1/quotes",
    "/v1/documents",
    "/v1/documents/1",
]


def test_the_filter_in_an_answer_has_the_fields_of_the_filter_asked_for():
    assert list(Filter.__annotations__) == [field.name.rstrip("_") for field in fields(QuoteFilter)]


def test_what_was_not_asked_for_is_not_in_the_filter():
    asked = QuoteFilter(from_=date(2026, 3, 1), attributed=False, min_confidence=0.0)
    assert understood(asked) == {"from": date(2026, 3, 1), "attributed": False, "min_confidence": 0.0}


@pytest.mark.parametrize(
    ("value", "json"),
    [
        (date(2026, 3, 14), '"2026-03-14"'),
        (datetime(2026, 3, 14, 8, 30), '"2026-03-14T08:30:00Z"'),  # noqa: DTZ001 - SQLite gives it back without a zone
        (datetime(2026, 3, 14, 8, 30, tzinfo=timezone(timedelta(0))), '"2026-03-14T08:30:00Z"'),
        ("für alle 🕊 “ok”", '"für alle 🕊 “ok”"'),
    ],
)
def test_days_moments_and_text_in_json(value, json):
    assert to_json(value).decode() == json


@pytest.mark.parametrize("path", GETS)
def test_an_answer_that_the_client_has_is_not_sent_again(client, path):
    first = client.get(path)
    etag = first.headers["etag"]
    assert first.headers["cache-control"] == "public, no-cache"
    for held in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = client.get(path, headers={"If-None-Match": held})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert again.headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize("path", GETS)
def test_another_tag_gets_the_whole_answer(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": '"other"'})
    assert (again.status_code, again.content) == (200, first.content)


def test_another_answer_has_another_tag(client):
    assert len({client.get(path).headers["etag"] for path in GETS}) == len(GETS)


def test_text_is_sent_as_it_stands(client):
    assert "a good day — für alle 🕊" in client.get("/v1/quotes/5").content.decode()
