"""An address that is to go says so, in headers and in the documentation."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import APIRouter, Request, Response
from starlette.testclient import TestClient

from api.answers import Meta, cached
from api.app import create_app
from api.dependencies import Id
from api.deprecation import deprecated
from quotes.errors import NotFoundError

LAST_DAY = {"sunset": "Thu, 30 Dec 2027 00:00:00 GMT"}
NEW = '</v2/quotes>; rel="successor-version"'


@pytest.fixture(scope="module")
def client(app):
    router = APIRouter()

    def old(request: Request, number: Id) -> Response:
        """Answer as long as it is there."""
        if number > 1:
            raise NotFoundError("there is no such thing")
        return cached(request, Meta(count=0), ())

    router.get("/old/{id}", **deprecated(date(2027, 1, 1), date(2027, 12, 30), "/v2/quotes"))(old)
    router.get("/older/{id}", **deprecated(date(2026, 1, 1)))(old)
    made = create_app(app.state.engine)
    made.include_router(router)
    return TestClient(made)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/old/1", {"deprecation": "@1798761600", **LAST_DAY, "link": NEW}),
        ("/old/2", {"deprecation": "@1798761600", **LAST_DAY, "link": NEW}),
        ("/older/1", {"deprecation": "@1767225600"}),
        ("/v1/outlets", {}),
        ("/nothing", {}),
    ],
    ids=["with all", "of an error too", "since when alone", "not of others", "not of none"],
)
def test_answers_say_so_also_when_they_are_given_again(client, path, said):
    for _ in range(2):
        headers = client.get(path).headers
        assert {name: headers[name] for name in ("deprecation", "sunset", "link") if name in headers} == said


def test_scripts_of_other_pages_can_read_it(client):
    exposed = client.get("/old/1", headers={"Origin": "https://reader.example"}).headers
    assert {"Deprecation", "Sunset", "Link"} <= set(exposed["access-control-expose-headers"].split(", "))


def test_the_documentation_says_so(client):
    operation = client.get("/openapi.json").json()["paths"]["/old/{id}"]["get"]
    assert operation["deprecated"] is True
    assert operation["x-deprecation"] == {
        "since": "2027-01-01",
        "until": "2027-12-30",
        "instead": "/v2/quotes",
    }
