import shutil

import pytest
from starlette.testclient import TestClient

import quotes
from api.app import create_app
from quotes.store.engine import connect


def test_the_root_lists_every_address_there_is(get, client):
    answer = get("/")
    described = client.get("/openapi.json").json()["paths"]
    listed = [(found["method"], found["path"]) for found in answer["results"]]
    assert answer["meta"] == {"count": len(listed)}
    pages = [("GET", path) for path in ("/quotes/{id}", "/embed/quotes/{id}", "/docs", "/openapi.json")]
    assert listed == [
        ("GET", "/"),
        ("GET", "/healthz"),
        ("GET", "/v1/quotes.{format}"),
        ("GET", "/v1/quotes/{id}.{format}"),
        ("GET", "/v1/documents/{id}.{format}"),
        ("GET", "/v1/quotes"),
        ("GET", "/v1/timeline"),
        ("GET", "/v1/quotes/{id}"),
        ("PATCH", "/v1/quotes/{id}"),
        ("GET", "/v1/statements/{id}"),
        ("GET", "/v1/speakers"),
        ("GET", "/v1/autocomplete/speakers"),
        ("GET", "/v1/speakers/{id}"),
        ("GET", "/v1/speakers/{id}/quotes"),
        ("GET", "/v1/documents"),
        ("POST", "/v1/documents"),
        ("GET", "/v1/documents/{id}"),
        ("GET", "/v1/outlets"),
        ("GET", "/v1/corrections"),
        ("DELETE", "/v1/corrections/{id}"),
        ("GET", "/v1/updates"),
        ("POST", "/v1/extract"),
        ("POST", "/v1/verify"),
        ("GET", "/oembed"),
        *pages,
    ]
    assert {path for _, path in listed} == {*described, *(path for _, path in pages)}
    assert answer["results"][5] == {"method": "GET", "path": "/v1/quotes", "summary": "List Quotes"}


def test_a_healthy_service_names_its_versions(client):
    response = client.get("/healthz")
    assert response.headers["cache-control"] == "no-store"
    assert response.json() == {
        "meta": {"count": 1},
        "results": [
            {
                "status": "ok",
                "version": quotes.__version__,
                "extractor_version": quotes.EXTRACTOR_VERSION,
                "database": "sqlite",
            }
        ],
    }


@pytest.fixture
def client_of_a_lost_database(stocked, tmp_path):
    path = tmp_path / "quotes.db"
    shutil.copy(stocked, path)
    engine = connect(f"sqlite:///{path}", read_only=True)
    with TestClient(create_app(engine), raise_server_exceptions=False) as client:
        assert client.get("/healthz").status_code == 200
        engine.dispose()
        path.unlink()
        yield client
    engine.dispose()


@pytest.mark.parametrize("path", ["/healthz", "/v1/quotes", "/v1/speakers/1", "/v1/documents"])
def test_a_lost_database_is_a_problem_whose_cause_is_only_in_the_log(client_of_a_lost_database, path, caplog):
    response = client_of_a_lost_database.get(path)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Service Unavailable",
        "status": 503,
        "detail": "the database can't be used now; the server's log says why",
        "instance": path,
        "errors": [],
    }
    [line] = [record.getMessage() for record in caplog.records if record.name == "api.errors"]
    assert "quotes.db" in line
    assert "\n" not in line
