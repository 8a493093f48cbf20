"""Storing documents and putting quotes right, with a key."""

from __future__ import annotations

from unittest.mock import ANY

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

import quotes
from api.app import create_app
from quotes.config import Settings
from quotes.store.keys import create_key

TEXT = "“The harbour stays open,” said Mira Danforth on Friday."
DOCUMENT = {
    "text": TEXT,
    "title": "Harbour talks",
    "outlet": "Harbour Dispatch",
    "url": "https://dispatch.example/talks",
    "author": "Jonas Feld",
    "published_on": "2026-03-14",
    "language": "en",
}
WHY = {"why": "the recording"}
REQUESTS = [
    ("POST", "/v1/documents", DOCUMENT, "ingest"),
    ("PATCH", "/v1/quotes/1", {"quote": False, **WHY}, "correct"),
    ("DELETE", "/v1/corrections/1", None, "correct"),
]
UNLIMITED = Settings(requests_per_minute=10**6, requests_per_minute_of_key=10**6)


@pytest.fixture
def client(writable):
    return TestClient(writable, raise_server_exceptions=False)


def refused(response, status):
    assert response.headers["content-type"] == "application/problem+json"
    assert response.status_code == status
    return response.json()["detail"]


class TestWithoutTheRightKey:
    @pytest.mark.parametrize(("method", "path", "body", "scope"), REQUESTS)
    def test_nothing_is_written(self, client, engine, method, path, body, scope):
        response = client.request(method, path, json=body)
        assert f"this needs a key for {scope}" in refused(response, 401)
        assert response.headers["www-authenticate"] == 'Bearer realm="quotes"'
        with Session(engine) as session:
            _, token = create_key(session, "Bo", ["read", "correct" if scope == "ingest" else "ingest"])
            session.commit()
        response = client.request(method, path, json=body, headers={"Authorization": f"Bearer {token}"})
        assert f"this key is not for {scope}" in refused(response, 403)

    @pytest.mark.parametrize(("method", "path", "body"), [request[:3] for request in REQUESTS])
    def test_nor_where_the_server_only_reads(self, engine, key, method, path, body):
        client = TestClient(create_app(engine, None, UNLIMITED), raise_server_exceptions=False)
        assert client.request(method, path, json=body, headers=key).status_code == 405


class TestADocument:
    def test_is_stored_with_its_quotes(self, client, key):
        response = client.post("/v1/documents", json=DOCUMENT, headers=key)
        assert response.status_code == 201
        assert response.json() == {
            "meta": {"count": 1, "status": "new"},
            "results": [
                {
                    **{name: DOCUMENT[name] for name in DOCUMENT if name != "text"},
                    "id": 4,
                    "text": None,
                    "sha256": ANY,
                    "length": len(TEXT),
                    "added_at": ANY,
                    "extractor_version": quotes.EXTRACTOR_VERSION,
                    "quotes": 1,
                    "attributed": 1,
                    "open": False,
                }
            ],
        }
        (quote,) = client.get("/v1/quotes?document_id=4").json()["results"]
        assert quote["speaker"]["name"] == "Mira Danforth"
        assert quote["said_on"]["date"] == "2026-03-13"  # counted from the day that was sent

    def test_the_same_text_again_changes_nothing(self, client, key):
        first = client.post("/v1/documents", json=DOCUMENT, headers=key).json()
        again = client.post("/v1/documents", json={"text": TEXT}, headers=key)
        assert again.status_code == 200
        assert again.json()["meta"]["status"] == "unchanged"
        assert again.json()["results"] == first["results"]

    def test_a_name_for_the_request_makes_it_one(self, client, key):
        named = key | {"Idempotency-Key": "dispatch-7"}
        first, again = (client.post("/v1/documents", json=DOCUMENT, headers=named) for _ in range(2))
        assert (first.status_code, again.status_code) == (201, 201)
        assert again.content == first.content
        other = client.post("/v1/documents", json={"text": "“No,” said Ola."}, headers=named)
        assert refused(other, 422) == "the Idempotency-Key 'dispatch-7' was used for another request"

    @pytest.mark.parametrize(
        ("change", "status", "detail"),
        [
            ({"text": ""}, 422, "text is empty"),
            ({"text": "a\0b"}, 422, "text has a NUL character at 1: this is not text"),
            ({"text": "a" * 1_000_001}, 413, "text has 1,000,001 characters; it may have at most 1,000,000"),
            ({"titel": "x"}, 422, "unknown parameter 'titel': did you mean 'title'?"),
            ({"language": "xx"}, 422, "xx"),
            ({"published_on": "yesterday"}, 422, "'yesterday' is not a day"),
            ({"outlet": "x" * 501}, 422, "outlet"),
        ],
    )
    def test_what_is_none_is_refused(self, client, key, change, status, detail):
        response = client.post("/v1/documents", json=DOCUMENT | change, headers=key)
        assert detail in refused(response, status)
        assert client.get("/v1/documents").json()["meta"]["count"] == 3


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Harbour talks - Harbour Dispatch</title>
<meta property="og:site_name" content="Harbour Dispatch"><meta name="author" content="Jonas Feld">
<meta property="article:published_time" content="2026-03-14T08:00:00Z">
<link rel="canonical" href="https://dispatch.example/talks"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour talks</h1><p>{TEXT}</p>
<p>{"A long and windy day it was at the harbour of Tessary. " * 6}</p>
</article><footer>All rights reserved</footer></body></html>"""


class TestAPage:
    def test_its_article_is_stored_with_what_the_page_says(self, client, key):
        (stored,) = client.post("/v1/documents", json={"html": PAGE}, headers=key).json()["results"]
        told = {name: stored[name] for name in ("title", "outlet", "url", "author", "published_on")}
        assert told == {name: DOCUMENT[name] for name in told}
        (quote,) = client.get(f"/v1/quotes?document_id={stored['id']}").json()["results"]
        assert (quote["text"], quote["said_on"]["date"]) == ("The harbour stays open,", "2026-03-13")

    def test_what_the_request_says_goes_first(self, client, key):
        body = {"html": PAGE, "outlet": "Ostra Herald", "published_on": "2026-03-20"}
        (stored,) = client.post("/v1/documents", json=body, headers=key).json()["results"]
        assert (stored["outlet"], stored["published_on"]) == ("Ostra Herald", "2026-03-20")

    def test_its_quotes_are_found_without_storing_it(self, client):
        answer = client.post("/v1/extract", json={"html": PAGE}).json()
        (quote,) = answer["results"]
        (span,) = quote["spans"]
        assert answer["meta"]["text"][span["start"] : span["end"]] == "The harbour stays open,"
        assert answer["meta"]["published_on"] == "2026-03-14"

    @pytest.mark.parametrize(
        ("body", "detail"),
        [
            ({}, "text is required, or html in its place"),
            ({"text": "a", "html": PAGE}, "html is given with text"),
            ({"html": "<html></html>"}, "the page has no article"),
        ],
    )
    def test_that_is_none_is_refused(self, client, body, detail):
        assert detail in refused(client.post("/v1/extract", json=body), 422)


class TestACorrection:
    @pytest.mark.parametrize(
        ("change", "field", "before", "after"),
        [
            (
                {"speaker": {"name": "Ola Brandt"}},
                "speaker",
                {"name": "Mira Danforth", "kind": "person", "id": 1},
                {"name": "Ola Brandt", "kind": "person", "id": None},
            ),
            (
                {"speaker": {"id": 2}},
                "speaker",
                {"name": "Mira Danforth", "kind": "person", "id": 1},
                {"name": "Foreign Ministry of Ostrania", "kind": "government", "id": 2},
            ),
            ({"speaker": None}, "speaker", {"name": "Mira Danforth", "kind": "person", "id": 1}, None),
            (
                {"source": {"start": 1, "end": 4}},
                "source",
                {"text": "Mira Danforth", "start": 31, "end": 44},
                {"text": "The", "start": 1, "end": 4},
            ),
            (
                {"said_on": {"date": "2026-03-12", "precision": "month"}},
                "said_on",
                {"date": "2026-03-13", "precision": "day"},
                {"date": "2026-03-01", "precision": "month"},
            ),
            ({"said_on": None}, "said_on", {"date": "2026-03-13", "precision": "day"}, None),
            ({"quote": False}, "quote", True, False),
        ],
    )
    def test_is_made_listed_and_undone(self, client, key, change, field, before, after):
        was = client.get("/v1/quotes/1").json()["results"]
        response = client.patch("/v1/quotes/1", json=change | WHY, headers=key)
        assert response.status_code == 200, response.text
        (made,) = response.json()["results"]
        assert made == {
            "id": 1,
            "quote_id": 1,
            "document_id": 1,
            "field": field,
            "before": before,
            "after": after,
            "made_by": "Ana",
            "made_at": ANY,
            "why": "the recording",
            "undone_by": None,
            "undone_at": None,
        }
        assert client.get("/v1/corrections").json()["results"] == [made]
        shown = client.get("/v1/quotes/1")
        if field == "quote":
            assert refused(shown, 410).startswith("quote 1 is gone since ")
        else:
            assert shown.json()["results"][0]["corrections"] == [made]
        (undone,) = client.delete("/v1/corrections/1", headers=key).json()["results"]
        assert undone == made | {"undone_by": "Ana", "undone_at": ANY}
        assert undone["undone_at"] is not None
        (now,) = client.get("/v1/quotes/1").json()["results"]
        changing = {"updated_at": ANY, "statement": ANY, "speaker": ANY}
        assert now | changing == was[0] | changing
        assert now["speaker"]["name"] == was[0]["speaker"]["name"]

    @pytest.mark.parametrize(
        ("body", "status", "detail"),
        [
            ({}, 422, "why is required"),
            (WHY, 422, "has exactly one of speaker, source, said_on and quote"),
            ({"quote": False, "speaker": None, **WHY}, 422, "has exactly one of"),
            ({"source": None, **WHY}, 422, "has exactly one of"),
            ({"quote": True, **WHY}, 422, "quote"),
            ({"speaker": {}, **WHY}, 422, "has either a name or an id"),
            ({"speaker": {"name": "A", "id": 1}, **WHY}, 422, "has either a name or an id"),
            ({"speaker": {"id": 99}, **WHY}, 404, "there is no speaker 99"),
            ({"source": {"start": 5, "end": 9999}, **WHY}, 422, "5-9999 is not within the text"),
            ({"speker": None, **WHY}, 422, "did you mean 'speaker'?"),
            ({"quote": False, "why": " "}, 422, "why is empty"),
            ({"speaker": {"name": "Mira Danforth"}, **WHY}, 422, "that is what is said of quote 1 already"),
        ],
    )
    def test_what_is_none_is_refused(self, client, key, body, status, detail):
        assert detail in refused(client.patch("/v1/quotes/1", json=body, headers=key), status)
        assert client.get("/v1/corrections").json()["results"] == []

    def test_of_a_quote_that_is_not_there(self, client, key):
        body = {"quote": False, **WHY}
        assert refused(client.patch("/v1/quotes/99", json=body, headers=key), 404) == "there is no quote 99"

    def test_cannot_be_undone_twice(self, client, key):
        client.patch("/v1/quotes/1", json={"quote": False, **WHY}, headers=key)
        client.delete("/v1/corrections/1", headers=key)
        again = client.delete("/v1/corrections/1", headers=key)
        assert refused(again, 409) == "the correction 1 was undone already"
        assert refused(client.delete("/v1/corrections/9", headers=key), 404) == "there is no correction 9"

    def test_the_log_comes_in_pages(self, client, key):
        for quote in (1, 2, 4):
            client.patch(f"/v1/quotes/{quote}", json={"quote": False, **WHY}, headers=key)
        first = client.get("/v1/corrections?per_page=2").json()
        second = client.get(first["meta"]["next"]).json()
        assert [one["quote_id"] for one in first["results"] + second["results"]] == [4, 2, 1]
        assert client.get("/v1/corrections?quote_id=2").json()["meta"]["count"] == 1
