"""Citations and annotations at their addresses and by Accept; the writers have tests of their own."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from xml.etree import ElementTree

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.config import Settings
from quotes.export.formats import DOCUMENT_FORMATS, NEGOTIATED
from quotes.store.opening import set_open

BASE = "https://quotes.example"
BIBTEX, RIS, CSL = (
    "application/x-bibtex",
    "application/x-research-info-systems",
    "application/vnd.citationstyles.csl+json",
)
ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


def test_one_quote_as_bibtex(client):
    answer = client.get("/v1/quotes/2.bib")
    assert answer.headers["content-type"] == "application/x-bibtex; charset=utf-8"
    assert answer.text == (
        "@misc{quote2,\n"
        "  author = {Danforth, Mira},\n"
        "  title = {{Letter to the council}},\n"
        "  publisher = {Harbour Dispatch},\n"
        "  howpublished = {Letter},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  date = {2026-03-13},\n"
        "  eventdate = {2026-03-13},\n"
        "  url = {https://dispatch.example/open-harbour},\n"
        "  note = {“We will talk,” — Mira Danforth, the envoy of Ostrania, in a letter, said 2026-03-13."
        " Quoted in “Envoy promises an open harbour”, Harbour Dispatch, 2026-03-14."
        " https://quotes.example/v1/quotes/2},\n"
        "}\n\n"
    )


def test_a_selection_as_ris(client):
    rispy = pytest.importorskip("rispy")
    answer = client.get("/v1/quotes.ris", params={"speaker": "Mira Danforth", "sort": "id"})
    assert [one["id"] for one in rispy.loads(answer.content.decode())] == ["quote1", "quote2", "quote4"]


@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/quotes/2"])
@pytest.mark.parametrize("one", NEGOTIATED, ids=lambda one: one.name)
def test_accept_asks_for_a_format(client, path, one):
    answer = client.get(path, headers={"Accept": f"{one.media_type}, application/json;q=0.5"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == one.media_type
    assert "Accept" in [name.strip() for name in answer.headers["vary"].split(",")]
    again = client.get(path, headers={"Accept": one.media_type, "If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "Accept" in again.headers["vary"]
    if path.endswith("2"):
        assert answer.content == client.get(f"{path}.{one.name}").content


@pytest.mark.parametrize("accept", [None, "*/*", "text/html", f"{BIBTEX};q=0.1, application/json"])
@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/quotes/2", "/v1/quotes?group_by=month"])
def test_json_is_the_answer_otherwise(client, path, accept):
    answer = client.get(path, headers={"Accept": accept} if accept else {})
    assert answer.headers["content-type"] == "application/json"
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("query", ["group_by=month", "select=id"])
def test_groups_and_selected_fields_are_json(client, query):
    answer = client.get(f"/v1/quotes?{query}", headers={"Accept": BIBTEX})
    assert answer.headers["content-type"] == "application/json"


def test_citations_come_in_pages_too(client):
    bibtex = pytest.importorskip("pybtex.database")
    first = client.get("/v1/quotes?per_page=2&sort=id", headers={"Accept": BIBTEX})
    following = first.headers["link"].removeprefix("<").partition(">")[0]
    second = client.get(following, headers={"Accept": BIBTEX})
    keys = [list(bibtex.parse_string(one.text, "bibtex").entries) for one in (first, second)]
    assert keys == [["quote1", "quote2"], ["quote3", "quote4"]]


def test_an_annotation_is_where_its_id_says(client):
    value = client.get("/v1/quotes/5", headers={"Accept": ANNOTATION}).json()
    assert value["id"] == f"{BASE}/v1/quotes/5.anno.jsonld"
    assert client.get(value["id"]).json() == value
    source = value["target"]["source"]["id"]
    text = client.get(source).content
    assert value["target"]["state"]["cached"] == f"nih:sha-256;{sha256(text).hexdigest()}"
    words, position = value["target"]["selector"]
    assert text.decode()[position["start"] : position["end"]] == words["exact"] == "a good day — für alle 🕊"


def test_a_document_with_its_quotes(client, library):
    text = library.treaty.text
    assert client.get("/v1/documents/2.txt").content.decode() == text
    tree = ElementTree.fromstring(client.get("/v1/documents/2.tei.xml").content)  # noqa: S314 - we wrote it
    body = tree.find(".//{*}ab")
    assert body is not None
    assert "".join(body.itertext()) == text
    (task,) = client.get("/v1/documents/2.labelstudio.json").json()
    assert task["data"]["text"] == text
    with zipfile.ZipFile(io.BytesIO(client.get("/v1/documents/2.brat.zip").content)) as archive:
        assert archive.read("2.txt").decode() == text
        assert archive.read("2.ann").decode() == client.get("/v1/documents/2.ann").text
    assert len(client.get("/v1/documents/2.anno.jsonld").json()["items"]) == 3
    assert len(client.get("/v1/documents/2.schema.jsonld").json()["@graph"]) == 3


@pytest.fixture
def closed(engine):
    """Return a client of a server on which no whole text is open."""
    with Session(engine) as session:
        set_open(session, [1, 2, 3], is_open=False)
        session.commit()
    app = create_app(engine, config=Settings(requests_per_minute=10**6))
    with TestClient(app, base_url=BASE) as client:
        yield client


def test_whole_texts_that_are_not_open_are_refused(closed, library):
    for one in DOCUMENT_FORMATS.values():
        answer = closed.get(f"/v1/documents/2.{one.name}")
        assert answer.status_code == (403 if one.with_text else 200), one.name
        assert library.treaty.text not in answer.text
    detail = closed.get("/v1/documents/2.txt").json()["detail"]
    assert detail == (
        "the whole text of document 2 is not open; without it there are ann, anno.jsonld, schema.jsonld"
    )


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/v1/quotes/2.bibtex", 404, "there is no format 'bibtex': did you mean 'bib'?"),
        ("/v1/documents/2.bib", 404, "there is no format 'bib'"),
        ("/v1/documents/99.txt", 404, "there is no document 99"),
    ],
)
def test_what_there_is_not(client, path, status, detail):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["detail"].startswith(detail)
