"""Files of quotes: every filter of the list, the same quotes, in one state of the database."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.config import Settings
from quotes.errors import QuotesError
from quotes.export.formats import FORMATS
from quotes.store.removal import remove_document

FILTERS = [
    {},
    {"speaker": "Danforth"},
    {"q": "harbour OR treaty"},
    {"q_exact": "treaty", "speaker": "Mira Danforth"},
    {"from": "2026-03-01", "to": "2026-03-14"},
    {"attributed": "false"},
    {"min_confidence": "0.9", "sort": "-confidence,id"},
    {"sample": "3", "seed": "2"},
    {"kind": "!direct"},
    {"speaker": "Nobody"},
]


def lines(response):
    return [json.loads(line) for line in response.text.split("\n")[:-1]]


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_json_lines_are_the_quotes_of_the_list(client, get, asked):
    response = client.get("/v1/quotes.jsonl", params=asked)
    assert response.headers["content-type"] == "application/jsonl; charset=utf-8"
    listed = get("/v1/quotes", **asked, per_page=200)["results"]
    found = lines(response)
    assert response.headers["x-total-count"] == str(len(listed))
    assert [(one.pop("row"), one.pop("rows")) for one in found] == [
        (row, len(listed)) for row in range(1, len(listed) + 1)
    ]
    assert found == listed


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_csv_has_the_same_quotes(client, get, asked):
    ids = [quote["id"] for quote in get("/v1/quotes", **asked)["results"]]
    table = client.get("/v1/quotes.csv", params=asked)
    assert [int(row["id"]) for row in csv.DictReader(io.StringIO(table.text))] == ids


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_parquet_has_the_same_quotes(client, get, asked):
    parquet = pytest.importorskip("pyarrow.parquet")
    ids = [quote["id"] for quote in get("/v1/quotes", **asked)["results"]]
    columns = client.get("/v1/quotes.parquet", params=asked)
    assert parquet.read_table(io.BytesIO(columns.content)).column("id").to_pylist() == ids


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_one_quote_is_a_file_as_well(client, name):
    response = client.get(f"/v1/quotes/1.{name}")
    assert response.status_code == 200
    assert response.headers["content-type"] == FORMATS[name].media_type
    assert response.headers["x-total-count"] == "1"
    assert response.headers["cache-control"] == "no-cache"
    assert f'filename="quote-1.{name}"' in response.headers["content-disposition"]


def test_links_lead_where_the_server_is_reached(client, app):
    def links(client):
        response = client.get("/v1/quotes.csv?sort=id")
        return [row["permalink"] for row in csv.DictReader(io.StringIO(response.text))]

    assert links(client)[0] == "https://quotes.example/v1/quotes/1"
    public = create_app(app.state.engine, config=Settings(public_url="https://q.example/db/"))
    assert links(TestClient(public))[0] == "https://q.example/db/v1/quotes/1"


def test_a_byte_order_mark_is_for_excel(client):
    plain, marked = (client.get(f"/v1/quotes.csv?bom={bom}").content for bom in ("false", "true"))
    assert marked == b"\xef\xbb\xbf" + plain


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/v1/quotes.docx", 404, "there is no format 'docx': there are csv"),
        ("/v1/quotes.cvs", 404, "there is no format 'cvs': did you mean 'csv'?"),
        ("/v1/quotes/1.xml", 404, "there is no format 'xml'"),
        ("/v1/quotes/99.csv", 404, "there is no quote 99"),
        ("/v1/quotes.csv?per_page=3", 422, "unknown parameter 'per_page'"),
        ("/v1/quotes.csv?kind=x", 422, "kind is one of direct"),
        ("/v1/quotes.csv?sort=x", 422, "sort"),
        ("/v1/quotes.jsonl?bom=true", 422, "bom is for csv alone"),
        ("/v1/quotes.csv?q=(", 422, "there is no word to search for"),
    ],
)
def test_what_can_not_be_asked_is_refused(refusal, path, status, detail):
    problem = refusal(path)
    assert problem["status"] == status
    assert detail in problem["detail"]


def test_what_is_not_installed_is_said(client, monkeypatch):
    def missing(*_):
        raise QuotesError("Parquet needs pyarrow; run: pip install 'quotes[parquet]'")
        yield b""

    monkeypatch.setitem(
        FORMATS, "parquet", type(FORMATS["parquet"])("parquet", "application/vnd.apache.parquet", missing)
    )
    response = client.get("/v1/quotes.parquet")
    assert (response.status_code, response.json()["detail"]) == (
        501,
        "Parquet needs pyarrow; run: pip install 'quotes[parquet]'",
    )


def test_a_head_makes_no_file(client, monkeypatch):
    made = []

    def write(*_):
        for piece in (b"a", b"b"):
            made.append(piece)
            yield piece

    monkeypatch.setitem(FORMATS, "csv", replace(FORMATS["csv"], write=write))
    response = client.head("/v1/quotes.csv")
    assert (response.status_code, response.headers["x-total-count"]) == (200, "7")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.content == b""
    assert made == [b"a"]  # so that what is wrong at once is told


def test_what_is_removed_meanwhile_is_still_in_the_file(engine, database_url, open_engine, monkeypatch):
    """A file is of one moment: who writes meanwhile changes nothing in it."""
    monkeypatch.setattr("quotes.store.selection._BATCH", 2)
    reading = open_engine(database_url, read_only=True)
    from quotes.store.filters import QuoteFilter
    from quotes.store.selection import Selection

    with Session(reading) as session:
        selected = Selection(session, QuoteFilter(), "id")
        found = iter(selected)
        ids = [next(found).id]
        with Session(engine) as other:
            remove_document(other, 2)
            other.commit()
        ids += [quote.id for quote in found]
    assert len(selected) == 7
    assert ids == [1, 2, 3, 4, 5, 6, 7]


def test_a_file_may_take_longer_than_a_question(database_url, open_engine):
    limited = open_engine(database_url, read_only=True, seconds=1e-9)
    client = TestClient(create_app(limited, config=Settings(remembered_megabytes=0)))
    assert client.get("/v1/quotes.csv").text.count("\r\n") == 8
    assert client.get("/v1/quotes.jsonl?q=harbour").status_code == 200


def test_a_connection_is_given_back(database_url, open_engine):
    reading = open_engine(database_url, read_only=True)
    client = TestClient(create_app(reading))
    for path in ("/v1/quotes.csv", "/v1/quotes.csv?q=(", "/v1/quotes/1.jsonl", "/v1/quotes.parquet"):
        client.get(path)
        assert reading.pool.checkedout() == 0
