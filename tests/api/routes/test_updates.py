"""Updates: all that a copy of the store needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from unittest.mock import ANY

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.store.correcting import Change
from quotes.store.corrections import correct
from quotes.store.records import SpeakerValue


def followed(get, url):
    """Return all results from a page on."""
    found = []
    while url:
        answer = get(url)
        found += answer["results"]
        url = answer["meta"]["next"]
    return found, answer["meta"]


def test_at_first_all_quotes_are_new(get):
    quotes = get("/v1/quotes?sort=id")["results"]
    found, meta = followed(get, "/v1/updates?per_page=3")
    assert [one["quote"] for one in sorted(found, key=lambda one: one["quote"]["id"])] == quotes
    assert meta == {
        "count": len(quotes),
        "count_is_exact": True,
        "per_page": 3,
        "next_cursor": None,
        "next": None,
        "filter": {},
        "since": None,
        "last_at": found[-1]["at"],
    }


def test_a_correction_is_told_with_all_that_it_changed(engine):
    with TestClient(create_app(engine)) as client:

        def get(url):
            return client.get(url).json()

        last = get("/v1/updates")["meta"]["last_at"]
        with Session(engine) as session:
            correct(
                session, 2, Change("speaker", SpeakerValue("Ola Brandt", "person")), by="Ana", why="I saw"
            )
            correct(session, 3, Change("quote", False), by="Ana", why="a sign")
            session.commit()
        found, meta = followed(get, f"/v1/updates?since={last}")
        found = [one for one in found if one["at"] > last]
        corrected, gone = (one for one in found if one["quote"] or one["gone"]["noun"] == "quote")
        assert meta["since"] == last
        assert corrected["quote"] == get("/v1/quotes/2")["results"][0]
        assert corrected["quote"]["corrections"] == [
            {
                "id": 1,
                "quote_id": 2,
                "document_id": 1,
                "field": "speaker",
                "before": {"name": "Mira Danforth", "kind": "person", "id": 1},
                "after": {"name": "Ola Brandt", "kind": "person", "id": None},
                "made_by": "Ana",
                "made_at": ANY,
                "why": "I saw",
                "undone_by": None,
                "undone_at": None,
            }
        ]
        assert gone == {
            "at": ANY,
            "quote": None,
            "gone": {"noun": "quote", "id": 3, "removed_at": gone["at"], "why": "corrected", "heir_id": None},
        }
        assert client.get("/v1/quotes/3").status_code == 410


@pytest.mark.parametrize(
    "since", ["2026-03-14", "2026-03-14T00:00:00", "2026-03-14T00:00:00Z", "2026-03-14t01:30:00%2B01:30"]
)
def test_a_moment_can_be_written_so(get, since):
    assert get(f"/v1/updates?since={since}")["meta"]["since"] == "2026-03-14T00:00:00Z"


@pytest.mark.parametrize("since", ["yesterday", "2026-13-01", "1773446400", "2026-03-14T25:00Z", ""])
def test_other_words_are_no_moment(client, since):
    response = client.get("/v1/updates", params={"since": since})
    assert response.status_code == 422
    assert "is not a moment; write it as 2026-03-14T09:30:00Z" in response.text


def test_nothing_is_new_after_the_last(get):
    later = (datetime.now(UTC) + timedelta(days=1)).isoformat().replace("+", "%2B")
    answer = get(f"/v1/updates?since={later}")
    assert (answer["results"], answer["meta"]["count"]) == ([], 0)
    assert answer["meta"]["last_at"] == answer["meta"]["since"]


def test_a_list_of_quotes_tells_what_has_changed_and_what_is_gone(engine):
    with TestClient(create_app(engine)) as client:

        def since(moment, **more):
            return client.get("/v1/quotes", params={"updated_since": moment, **more}).json()

        before = client.get("/v1/updates").json()["meta"]["last_at"]
        after = (datetime.fromisoformat(before) + timedelta(microseconds=1)).isoformat()
        assert since("2020-01-01")["meta"]["count"] == 7
        untouched = since(after)
        assert (untouched["results"], untouched["meta"]["gone"], untouched["meta"]["gone_count"]) == (
            [],
            [],
            0,
        )
        with Session(engine) as session:
            correct(session, 2, Change("speaker", SpeakerValue("Ola Brandt", "person")), by="A", why="b")
            correct(session, 3, Change("quote", False), by="A", why="a sign")
            session.commit()
        changed = since(after, speaker="Brandt", select="id")
        assert changed["results"] == [{"id": 2}]
        gone = {"noun": "quote", "id": 3, "removed_at": ANY, "why": "corrected", "heir_id": None}
        assert changed["meta"]["gone"] == [gone]
        assert changed["meta"]["gone_count"] == 1
        assert changed["meta"]["filter"] == {"speaker": "Brandt", "updated_since": ANY}
        assert datetime.fromisoformat(changed["meta"]["filter"]["updated_since"]) == datetime.fromisoformat(
            after
        )
