"""Keys and limits: who may ask what, and how often."""

from __future__ import annotations

import json
import sys
from unittest.mock import ANY

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.config import Settings
from quotes.errors import QuotesError, TooLongError
from quotes.store.keys import create_key, find_key, revoke_key


@pytest.fixture
def key(engine):
    """Return a function that makes a key and returns the header that sends it."""

    def key(*scopes, name="Ana"):
        with Session(engine) as session:
            made, token = create_key(session, name, scopes)
            session.commit()
        return {"Authorization": f"Bearer {token}", "id": str(made.id)}

    return key


@pytest.fixture
def ask(engine):
    """Return a function that makes a client of an application with some settings."""

    def ask(**config):
        return TestClient(create_app(engine, engine, Settings(**config)), raise_server_exceptions=False)

    return ask


def problem(response):
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == response.status_code
    return response.status_code, response.json()["detail"]


class TestReading:
    def test_is_open_without_a_key(self, ask):
        assert ask().get("/v1/quotes").status_code == 200

    def test_can_need_a_key(self, ask, key):
        client = ask(reading_needs_key=True)
        response = client.get("/v1/quotes")
        assert problem(response) == (401, "reading needs a key here")
        assert response.headers["www-authenticate"] == 'Bearer realm="quotes"'
        assert problem(client.get("/v1/quotes", headers=key("ingest")))[0] == 403
        assert client.get("/v1/quotes", headers=key("read")).status_code == 200
        for path in ("/", "/healthz", "/openapi.json", "/docs"):
            assert client.get(path).status_code == 200, path

    @pytest.mark.parametrize("token", ["quotes_unknown", "", "é".encode(), "x" * 5000])
    def test_with_a_key_that_is_none_is_refused(self, ask, token):
        shown = token if isinstance(token, bytes) else token.encode()
        response = ask().get("/v1/quotes", headers={"Authorization": b"Bearer " + shown})
        assert problem(response) == (401, "this key is not known, or was revoked")

    def test_with_a_revoked_key_is_refused_at_once(self, ask, key, engine):
        client, header = ask(), key("read")
        assert client.get("/v1/quotes", headers=header).status_code == 200
        with Session(engine) as session:
            revoke_key(session, int(header["id"]))
            session.commit()
        assert problem(client.get("/v1/quotes", headers=header))[0] == 401

    def test_notes_when_a_key_was_used(self, ask, key, engine):
        header = key("read")
        ask().get("/v1/quotes", headers=header)
        with Session(engine) as session:
            found = find_key(session, header["Authorization"].removeprefix("Bearer "))
        assert found.used_at is not None

    def test_other_schemes_are_no_keys(self, ask):
        assert ask().get("/v1/quotes", headers={"Authorization": "Basic YTpi"}).status_code == 200


class TestLimits:
    def test_so_many_requests_a_minute_and_no_more(self, ask):
        client = ask(requests_per_minute=3)
        seen = [client.get("/v1/quotes") for _ in range(5)]
        assert [one.status_code for one in seen] == [200, 200, 200, 429, 429]
        assert [one.headers["ratelimit-remaining"] for one in seen] == ["2", "1", "0", "0", "0"]
        assert {one.headers["ratelimit-limit"] for one in seen} == {"3"}
        wait = seen[-1].headers["retry-after"]
        assert 1 <= int(wait) <= 60
        assert wait == seen[-1].headers["ratelimit-reset"]
        assert problem(seen[-1]) == (429, f"3 requests a minute are allowed; try again in {wait} s")

    def test_also_for_addresses_that_there_are_not_and_keys_that_are_none(self, ask):
        client = ask(requests_per_minute=2)
        wrong = {"Authorization": "Bearer quotes_x"}
        seen = [client.get("/nothing"), client.get("/v1/quotes", headers=wrong), client.get("/v1/quotes")]
        assert [one.status_code for one in seen] == [404, 401, 429]

    def test_a_key_has_its_own_count(self, ask, key):
        client = ask(requests_per_minute=1, requests_per_minute_of_key=2)
        one, other = key("read"), key("read", name="Bo")
        codes = [client.get("/v1/quotes", headers=who).status_code for who in ({}, {}, one, one, one, other)]
        assert codes == [200, 429, 200, 200, 429, 200]

    def test_health_is_never_refused(self, ask):
        client = ask(requests_per_minute=1)
        assert [client.get("/healthz").status_code for _ in range(3)] == [200] * 3

    def test_a_script_of_another_page_sees_why(self, ask):
        client = ask(requests_per_minute=1)
        client.get("/v1/quotes")
        refused = client.get("/v1/quotes", headers={"Origin": "https://reader.example"})
        assert refused.status_code == 429
        assert refused.headers["access-control-allow-origin"] == "*"


class TestTheLog:
    def test_has_a_line_of_every_request_with_its_id(self, ask, key, caplog):
        header = key("read")
        with caplog.at_level("INFO", logger="quotes.api.requests"):
            response = ask().get("/v1/quotes?q=harbour", headers=header | {"X-Request-Id": "newsroom-7"})
        (written,) = caplog.messages
        line = json.loads(written)
        assert response.headers["x-request-id"] == "newsroom-7"
        assert line.pop("ms") > 0
        assert line == {
            "at": ANY,
            "id": "newsroom-7",
            "method": "GET",
            "path": "/v1/quotes",
            "query": "q=harbour",
            "status": 200,
            "key": int(header["id"]),
        }
        assert header["Authorization"][20:] not in written

    @pytest.mark.parametrize("given", ["", "a b", "x" * 65, "short", "<script>"])
    def test_another_id_is_not_taken_over(self, ask, given):
        made = ask().get("/v1/quotes", headers={"X-Request-Id": given}).headers["x-request-id"]
        assert len(made) == 32


def test_answers_tell_a_browser_to_do_no_harm(ask):
    for path in ("/v1/quotes", "/v1/nothing", "/v1/quotes?kind=x"):
        headers = ask().get(path).headers
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
    assert "cdn.jsdelivr.net" in ask().get("/docs").headers["content-security-policy"]


def test_long_answers_are_packed_for_who_can_unpack_them(ask):
    packed = ask().get("/v1/quotes", headers={"Accept-Encoding": "gzip"})
    plain = ask().get("/v1/quotes", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json()


def test_a_question_that_takes_too_long_says_so(ask, monkeypatch):
    def stopped(*_, **__):
        raise TooLongError("the question took too long and was stopped")

    monkeypatch.setattr("api.routes.quotes.select_quotes", stopped)
    refused = problem(ask().get("/v1/quotes?q=harbour"))
    assert refused == (503, "the question took too long and was stopped; narrow the question")


class TestMetrics:
    def test_count_and_time_requests_by_address(self, ask):
        client = ask(metrics=True, requests_per_minute=3)
        for path in ("/v1/quotes", "/v1/quotes/1", "/v1/quotes/99", "/v1/nothing"):
            client.get(path)
        counted = client.get("/metrics").text
        for labels in (
            'address="/v1/quotes",method="GET",status="200"',
            'address="/v1/quotes/{id}",method="GET",status="200"',
            'address="/v1/quotes/{id}",method="GET",status="404"',
            'address="other",method="GET",status="429"',
        ):
            assert f"quotes_request_seconds_count{{{labels}}} 1.0" in counted

    def test_are_not_there_unless_asked_for(self, ask):
        assert ask().get("/metrics").status_code == 404

    def test_say_what_to_install(self, ask, monkeypatch):
        monkeypatch.setitem(sys.modules, "prometheus_client", None)
        with pytest.raises(QuotesError, match=r"pip install 'quotes\[metrics\]'"):
            ask(metrics=True)
