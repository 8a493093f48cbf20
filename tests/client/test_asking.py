"""A server is asked again where it says so and where that can't do harm, and else its answer is an error."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest

import quotes
from quotes.client import Database, Retries, connect
from quotes.errors import (
    AccessError,
    ConflictError,
    CursorError,
    FilterError,
    GoneError,
    NotFoundError,
    QuotesError,
    ServerError,
    TooLongError,
    UnreachableError,
)

ADDRESS = "http://quotes.example"
EMPTY = {"meta": {"count": 0, "next_cursor": None}, "results": []}
Answer = httpx2.Response | Exception


def ok(body: object = EMPTY) -> httpx2.Response:
    return httpx2.Response(200, json=body)


def problem(status: int, detail: str = "later", *parameters: str, **headers: str) -> httpx2.Response:
    body = {"title": "Problem", "status": status, "detail": detail}
    body["errors"] = [{"parameter": name, "message": detail} for name in parameters]
    kind = {"Content-Type": "application/problem+json"}
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(status, headers={**kind, **names}, content=json.dumps(body))


class Server:
    """Gives the answers that it was told, one after another, and keeps what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers: Iterator[Answer] = iter(answers)
        self.asked: list[httpx2.Request] = []
        self.waits: list[float] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        answer = next(self.answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def database(self, address: str = ADDRESS, **how: Any) -> Database:
        http = httpx2.Client(transport=httpx2.MockTransport(self))
        retries = Retries(sleep=self.waits.append, chance=lambda: 1.0)
        return connect(address, http_client=http, **{"retries": retries, **how})


def outlets(db: Database) -> object:
    return db.outlets().count()


LOST = httpx2.RemoteProtocolError("Server disconnected without sending a response.")
MONDAY = "Mon, 02 Mar 2026 10:00:00 GMT"
WAITS: dict[str, tuple[tuple[Answer, ...], list[float]]] = {
    "at once": ((ok(),), []),
    "the seconds that a 429 says": ((problem(429, Retry_After="7"), ok()), [7]),
    "the seconds that a 503 says": ((problem(503, Retry_After="0"), ok()), [0]),
    "until the date that is said": (
        (problem(503, Date=MONDAY, Retry_After="Mon, 02 Mar 2026 10:00:12 GMT"), ok()),
        [12],
    ),
    "until a date that is past": (
        (problem(503, Date=MONDAY, Retry_After="Mon, 02 Mar 2026 09:00:00 GMT"), ok()),
        [0],
    ),
    "longer each time where nothing is said": ((*(problem(503) for _ in range(4)), ok()), [0.5, 1, 2, 4]),
    "as if nothing were said for nonsense": ((problem(429, Retry_After="soon"), ok()), [0.5]),
    "after a connection that is lost": ((LOST, httpx2.ReadError("reset by peer"), ok()), [0.5, 1]),
}


@pytest.mark.parametrize(("answers", "waits"), WAITS.values(), ids=WAITS)
def test_it_waits(answers: tuple[Answer, ...], waits: list[float]) -> None:
    server = Server(*answers)
    assert server.database().outlets().count() == 0
    assert server.waits == waits
    assert len(server.asked) == len(answers)


def test_waits_differ_so_that_not_all_come_back_at_once() -> None:
    server = Server(problem(503), problem(503), ok())
    retries = Retries(sleep=server.waits.append, chance=lambda: 0.0)
    outlets(server.database(retries=retries))
    assert server.waits == [0.25, 0.5]


ENOUGH: dict[str, tuple[Retries, list[float]]] = {
    "tries": (Retries(most=2), [5, 5]),
    "seconds": (Retries(longest=12), [5, 5]),
    "no tries": (Retries(most=0), []),
    "less than it asks for": (Retries(longest=4.9), []),
}


@pytest.mark.parametrize(("retries", "waits"), ENOUGH.values(), ids=ENOUGH)
def test_it_gives_up_after_so_many(retries: Retries, waits: list[float]) -> None:
    server = Server(*(problem(429, "try again in 5 s", Retry_After="5") for _ in range(9)))
    bounded = Retries(most=retries.most, longest=retries.longest, sleep=server.waits.append)
    with pytest.raises(
        ServerError, match=r"^try again in 5 s \(http://quotes.example/v1/outlets\)$"
    ) as caught:
        outlets(server.database(retries=bounded))
    assert (caught.value.status, server.waits) == (429, waits)


def test_a_question_that_took_too_long_is_not_asked_again() -> None:
    server = Server(problem(503, "the question took too long and was stopped; narrow the question"))
    with pytest.raises(TooLongError, match="narrow the question"):
        outlets(server.database())
    assert server.waits == []


def test_what_is_posted_can_be_repeated_as_it_has_a_key_and_changes_nothing() -> None:
    held = {"meta": {"count": 0, "verdict": "not_held", "explanation": "…"}, "results": []}
    server = Server(problem(503, Retry_After="3"), LOST, ok(held))
    assert server.database().verify("Words").verdict == "not_held"
    assert server.waits == [3, 1]
    keys = {request.headers["idempotency-key"] for request in server.asked}
    assert len(keys) == 1
    assert [json.loads(request.content) for request in server.asked] == [{"text": "Words"}] * 3


def test_a_post_without_a_key_is_sent_once() -> None:
    from quotes.client.http import Http

    server = Server(problem(503, Retry_After="3"))
    client = httpx2.Client(transport=httpx2.MockTransport(server))
    http = Http(ADDRESS, http_client=client, retries=Retries(sleep=server.waits.append))
    with pytest.raises(ServerError):
        http._ask("POST", "/v1/documents", {}, content=b"{}")
    assert (len(server.asked), server.waits) == (1, [])


REFUSED: dict[str, tuple[Answer, type[QuotesError], str]] = {
    "401": (problem(401, "reading needs a key here"), AccessError, "reading needs a key here"),
    "403": (problem(403, "this key is not for read"), AccessError, "this key is not for read"),
    "404": (problem(404, "there is no quote 7"), NotFoundError, "there is no quote 7"),
    "409": (problem(409, "it is so already"), ConflictError, "it is so already"),
    "410": (problem(410, "quote 7 is gone"), GoneError, "quote 7 is gone"),
    "413": (problem(413, "text is too long"), FilterError, "text is too long"),
    "422": (problem(422, "kind is one of …", "kind"), FilterError, "kind is one of …"),
    "422 of a cursor": (problem(422, "not a cursor", "cursor"), CursorError, "not a cursor"),
    "500": (problem(500, "the cause is in its log"), ServerError, "the cause is in its log"),
    "404 of something else": (
        httpx2.Response(404, html="<p>Not found</p>"),
        ServerError,
        "the server answered with 404, and not as quotes does: is this the address of one?",
    ),
    "a page of the web": (
        httpx2.Response(200, html="<p>Hello</p>"),
        ServerError,
        "the server answered with text/html; charset=utf-8, and not as quotes does",
    ),
    "JSON of something else": (
        httpx2.Response(200, json=["hello"]),
        ServerError,
        "the server answered with application/json, and not as quotes does",
    ),
    "a record that is none": (
        ok({"meta": {"count": 1, "next_cursor": None}, "results": [{"id": "one"}]}),
        ServerError,
        "the server's answer can't be read, it may be of another version: there is 'one' for a int",
    ),
    "no connection": (
        httpx2.ConnectError("Connection refused"),
        UnreachableError,
        "the server can't be reached: Connection refused",
    ),
    "no answer in time": (
        httpx2.ReadTimeout("timed out"),
        UnreachableError,
        "the server took too long: timed out",
    ),
}


@pytest.mark.parametrize(("answer", "kind", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_an_error_of_this_project(
    answer: Answer, kind: type[QuotesError], message: str
) -> None:
    server = Server(answer)
    with pytest.raises(QuotesError) as caught:
        server.database().outlets().page()
    assert type(caught.value) is kind
    where = f" ({ADDRESS}" if issubclass(kind, ServerError) else ""
    assert str(caught.value).startswith(f"{message}{where}")
    assert server.waits == []
    if isinstance(caught.value, FilterError):
        assert caught.value.parameter in ("body", "kind", "cursor")


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}/", f"{ADDRESS}/v1", f"{ADDRESS}/v1/"])
def test_an_address_may_end_as_it_is_copied(address: str) -> None:
    server = Server(ok())
    outlets(server.database(address))
    assert str(server.asked[0].url) == f"{ADDRESS}/v1/outlets?per_page=0"


def test_it_says_who_asks_and_with_which_key() -> None:
    server = Server(ok(), ok())
    outlets(server.database(key="quotes_secret"))
    outlets(server.database())
    named, unnamed = (request.headers for request in server.asked)
    assert named["user-agent"] == f"quotes/{quotes.__version__}"
    assert named["authorization"] == "Bearer quotes_secret"
    assert "authorization" not in unnamed
    assert "gzip" in unnamed["accept-encoding"]


def test_filters_are_sent_as_the_api_names_them() -> None:
    server = Server(ok())
    found = server.database().quotes(
        speaker="Danforth|Orlin", from_="2024-03-01", attributed=True, min_confidence=0.9, sort="-day, id"
    )
    assert found.count() == 0
    assert dict(server.asked[0].url.params) == {
        "speaker": "Danforth|Orlin",
        "from": "2024-03-01",
        "attributed": "true",
        "min_confidence": "0.9",
        "sort": "-day,id",
        "per_page": "0",
    }


def test_pages_are_asked_for_one_by_one_as_they_are_used() -> None:
    def page(cursor: str | None, *names: str) -> httpx2.Response:
        found = [{"key": name, "name": name, "count": 1} for name in names]
        return ok({"meta": {"count": 3, "next_cursor": cursor, "quotes": 3}, "results": found})

    server = Server(page("further", "a", "b"), page(None, "c"))
    groups = iter(server.database().quotes().groups("outlet"))
    assert server.asked == []
    assert [next(groups).key, next(groups).key] == ["a", "b"]
    assert len(server.asked) == 1
    assert [one.key for one in groups] == ["c"]
    assert server.asked[1].url.params["cursor"] == "further"


def test_a_client_that_was_given_is_not_closed() -> None:
    http = httpx2.Client(transport=httpx2.MockTransport(Server(ok())))
    with connect(ADDRESS, http_client=http) as db:
        outlets(db)
    assert not http.is_closed


def test_without_httpx2_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "httpx2", None)
    with pytest.raises(QuotesError, match=r"pip install 'quotes\[client\]'"):
        connect(ADDRESS)


def test_who_asks_a_real_server_is_told_the_same(remote: Database) -> None:
    """The problems above are as this project's server writes them."""
    asks: dict[Callable[[], object], type[QuotesError]] = {
        lambda: remote.quote(10**9): NotFoundError,
        lambda: remote.quotes().page(cursor="nonsense"): CursorError,
        lambda: remote.verify("…"): FilterError,
        lambda: remote.extract("Words", language="xx"): FilterError,
    }
    for ask, kind in asks.items():
        with pytest.raises(kind) as caught:
            ask()
        assert type(caught.value) is kind
