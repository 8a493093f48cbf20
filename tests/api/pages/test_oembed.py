"""oEmbed 1.0, as consumers use it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from api.app import create_app
from api.routes.oembed import Embedding
from quotes.config import Settings

PAGE = "https://quotes.example/quotes/1"
FRAME = (
    '<iframe src="https://quotes.example/embed/quotes/1" width="600" height="212" '
    'title="Mira Danforth: “The harbour stays open,”" sandbox="allow-popups allow-popups-to-escape-sandbox" '
    'loading="lazy" referrerpolicy="no-referrer" frameborder="0" style="border:0;max-width:100%"></iframe>'
)
WHOLE = {
    "type": "rich",
    "version": "1.0",
    "title": "Mira Danforth: “The harbour stays open,”",
    "author_name": "Mira Danforth",
    "author_url": "https://quotes.example/v1/speakers/1",
    "provider_name": "quotes",
    "provider_url": "https://quotes.example/",
    "html": FRAME,
    "width": 600,
    "height": 212,
}


def test_the_whole_answer_in_json(get):
    assert get("/oembed", url=PAGE) == WHOLE


def test_the_same_in_xml(client):
    response = client.get("/oembed", params={"url": PAGE, "format": "xml"})
    assert response.headers["content-type"] == "text/xml; charset=utf-8"
    root = ET.fromstring(response.content)  # noqa: S314 - our own
    assert root.tag == "oembed"
    assert {one.tag: one.text for one in root} == {name: str(value) for name, value in WHOLE.items()}


def test_it_is_what_the_documentation_declares(client, get):
    described = client.get("/openapi.json").json()
    responses = described["paths"]["/oembed"]["get"]["responses"]
    assert set(responses["200"]["content"]) == {"application/json", "text/xml"}
    assert {"401", "404", "422", "501"} <= set(responses)
    declared = TypeAdapter(Embedding)
    found = get("/oembed", url=PAGE)
    assert declared.dump_python(declared.validate_python(found)) == found


def test_where_nobody_is_known_there_is_no_author(get):
    found = get("/oembed", url="https://quotes.example/quotes/3")
    assert found["title"] == "“Closed”"
    assert not {"author_name", "author_url"} & set(found)


@pytest.mark.parametrize(
    "url",
    [
        "https://quotes.example/embed/quotes/1",
        "https://quotes.example/v1/quotes/1",
        "http://quotes.example/quotes/1/?utm_source=x#top",
        "HTTPS://Quotes.Example/quotes/1",
    ],
)
def test_all_addresses_of_a_quote_are_known(get, url):
    assert get("/oembed", url=url) == WHOLE


@pytest.mark.parametrize(
    "url",
    [
        "https://quotes.example/quotes/99",
        "https://quotes.example/quotes/abc",
        "https://quotes.example/v1/speakers/1",
        "https://quotes.example/",
        "https://other.example/quotes/1",
        "https://quotes.example.other.example/quotes/1",
        "ftp://quotes.example/quotes/1",
        "https://[quotes.example/quotes/1",
        "not an address",
        "/quotes/1",
    ],
)
def test_an_address_without_a_quote_is_not_found(refusal, url):
    assert refusal("/oembed", url=url)["status"] == 404


def test_another_format_is_not_implemented(refusal):
    assert refusal("/oembed", url=PAGE, format="yaml")["status"] == 501


@pytest.mark.parametrize(
    ("params", "wrong"),
    [
        ({}, "url"),
        ({"url": ""}, "url"),
        ({"url": PAGE, "maxwidth": "wide"}, "maxwidth"),
        ({"url": PAGE, "maxheight": 0}, "maxheight"),
    ],
)
def test_what_can_not_be_used_is_named(refusal, params, wrong):
    problem = refusal("/oembed", **params)
    assert (problem["status"], [one["parameter"] for one in problem["errors"]]) == (422, [wrong])


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ({"maxwidth": 320}, 320, 325),
        ({"maxwidth": 5000, "maxheight": 5000}, 600, 212),
        ({"maxheight": 100}, 600, 100),
        ({"maxwidth": 1, "maxheight": 1}, 1, 1),
    ],
)
def test_a_frame_is_no_larger_than_it_may_be(get, asked, width, height):
    found = get("/oembed", url=PAGE, **asked)
    assert (found["width"], found["height"]) == (width, height)
    assert f'width="{width}" height="{height}"' in found["html"]


def test_consumers_may_send_what_they_like(get):
    assert get("/oembed", url=PAGE, dnt=1, theme="dark", omit_script="true") == WHOLE


def test_every_awkward_quote_is_well_formed(awkward, awkward_names):
    for number, _ in enumerate(awkward_names, start=1):
        params = {"url": f"https://quotes.example/quotes/{number}", "format": "xml"}
        root = ET.fromstring(awkward.get("/oembed", params=params).content)  # noqa: S314 - our own
        frame = ET.fromstring(root.findtext("html"))  # noqa: S314
        assert (frame.tag, frame.text) == ("iframe", None)


def test_links_are_those_of_the_server_as_others_reach_it(app):
    public = Settings(public_url="https://archive.example/api")
    client = TestClient(create_app(app.state.engine, config=public), base_url="http://10.0.0.7:8000")
    for url in ("https://archive.example/api/quotes/1", "http://10.0.0.7:8000/quotes/1"):
        found = client.get("/oembed", params={"url": url}).json()
        assert 'src="https://archive.example/api/embed/quotes/1"' in found["html"]
    assert client.get("/oembed", params={"url": "https://archive.example/quotes/1"}).status_code == 404


def test_a_consumer_shows_it(served):
    micawber = pytest.importorskip("micawber")
    registry = micawber.ProviderRegistry()
    registry.register(rf"{served}/quotes/\S+", micawber.Provider(f"{served}/oembed", timeout=300))
    found = registry.request(f"{served}/quotes/1", maxwidth=480)
    assert (found["type"], found["width"], found["url"]) == ("rich", 480, f"{served}/quotes/1")
    shown = micawber.parse_text(f"Look:\n{served}/quotes/1", registry)
    assert f'<iframe src="{served}/embed/quotes/1"' in shown
    with pytest.raises(micawber.ProviderException):
        registry.request(f"{served}/quotes/9999")
