"""Answers that are given again: the very same ones, without a question to the database, until it changes."""

from __future__ import annotations

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.config import Settings
from quotes.store.opening import set_open

QUOTES = "/v1/quotes?speaker=Danforth"


@pytest.fixture
def asked(database_url, open_engine):
    """Return a client, and the list of all that it makes the application ask the database."""
    reading = open_engine(database_url, read_only=True)
    statements = []
    event.listen(
        reading, "before_cursor_execute", lambda _c, _cursor, statement, *_rest: statements.append(statement)
    )
    client = TestClient(create_app(reading, config=Settings()), base_url="https://quotes.example")
    statements.clear()
    return client, statements


def close_all(engine):
    with Session(engine) as session:
        set_open(session, [1, 2, 3], is_open=False)
        session.commit()


def same(one, other):
    """Say whether two answers are alike, but for what counts requests."""
    counting = ("x-request-id", "ratelimit-remaining", "ratelimit-reset")
    one_of, other_of = ({k: v for k, v in r.headers.items() if k not in counting} for r in (one, other))
    return (one.status_code, one_of, one.content) == (other.status_code, other_of, other.content)


@pytest.mark.parametrize(
    "path", [QUOTES, "/v1/quotes/1", "/v1/speakers", "/v1/documents/1", "/v1/outlets", "/"]
)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_the_second_answer_is_the_first_and_asks_nothing(asked, path, encoding):
    client, statements = asked
    first = client.get(path, headers={"Accept-Encoding": encoding})
    for _ in range(20):  # PostgreSQL's own work counts as a change, and can come between
        statements.clear()
        assert same(client.get(path, headers={"Accept-Encoding": encoding}), first)
        if not statements:
            break
    assert statements == []


def test_who_wrote_reads_what_was_written(asked, engine, monkeypatch):
    monkeypatch.setattr("api.remembered._SECONDS", 600.0)
    client, _ = asked
    before = client.get("/v1/documents/1").json()
    close_all(engine)
    client.post("/v1/extract", json={"text": "Nobody speaks."})  # a request of the kind that can write
    assert client.get("/v1/documents/1").json() != before


def test_it_counts_as_a_request(asked):
    client, _ = asked
    left = [client.get(QUOTES).headers["ratelimit-remaining"] for _ in range(3)]
    assert left == ["599", "598", "597"]


def test_who_has_it_already_is_sent_no_body(asked):
    client, statements = asked
    first = client.get(QUOTES)
    tag = {"If-None-Match": first.headers["etag"]}
    fresh = TestClient(client.app).get(QUOTES, headers=tag)
    statements.clear()
    again = client.get(QUOTES, headers=tag)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert "content-length" not in again.headers
    assert fresh.status_code in (200, 304)  # under another address, links lead elsewhere


@pytest.mark.parametrize(
    "other",
    [
        {"url": "/v1/quotes?speaker=Orlin"},
        {"headers": {"Host": "other.example"}},
        {"headers": {"Accept-Encoding": "identity"}},
        {"headers": {"Accept": "text/html"}},
        {"headers": {"Authorization": "Basic abc"}},
    ],
    ids=["address", "host", "encoding", "accept", "authorization"],
)
def test_another_question_is_asked(asked, other):
    client, statements = asked
    client.get(QUOTES)
    statements.clear()
    assert client.get(**{"url": QUOTES, **other}).status_code == 200
    assert statements


def test_a_change_is_seen_at_once(asked, engine):
    client, statements = asked
    first = client.get("/v1/documents/1").json()["results"][0]
    assert (first["open"], first["text"] is None) == (True, False)
    close_all(engine)
    statements.clear()
    second = client.get("/v1/documents/1").json()["results"][0]
    assert (second["open"], second["text"]) == (False, None)
    assert statements


@pytest.mark.parametrize("path", ["/v1/quotes/99", "/v1/quotes?kind=x", "/healthz"])
def test_what_is_no_lasting_answer_is_not_kept(asked, path):
    client, statements = asked
    client.get(path)
    statements.clear()
    client.get(path)
    assert statements or "kind" in path


def test_only_so_much_is_kept(asked, monkeypatch):
    client, _ = asked
    client.headers["Accept-Encoding"] = "identity"
    first = f"{QUOTES}&per_page=1"
    size = len(client.get(first).content)
    held = client.app.middleware_stack
    while not hasattr(held, "_answers"):
        held = held.app
    monkeypatch.setattr(held, "size", size * 20)
    for number in range(60):
        client.get(f"{first}&min_confidence=0.{number:02}")
        assert held._held <= size * 20
    assert held._held == sum(len(answer.body) for answer in held._answers.values())
    kept = [query for _path, query, *_ in held._answers]
    assert any(b"=0.59" in query for query in kept)
    assert not any(b"=0.00" in query for query in kept)
    monkeypatch.setattr(held, "size", size)
    client.get(f"{QUOTES}&per_page=2")  # one that would take more than its share
    assert not any(b"per_page=2" in query for _path, query, *_ in held._answers)


def test_it_can_be_turned_off(engine):
    app = create_app(engine, config=Settings(remembered_megabytes=0))
    client, statements = TestClient(app), []
    client.get(QUOTES)
    event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    client.get(QUOTES)
    assert statements
