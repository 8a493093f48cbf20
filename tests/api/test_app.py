import sqlite3

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from quotes.errors import StoreError
from quotes.store.engine import connect, upgrade


def test_without_an_engine_the_settings_say_which_database(stocked, monkeypatch):
    monkeypatch.setenv("QUOTES_DATABASE_URL", f"sqlite:///{stocked}")
    with TestClient(create_app()) as client:
        assert client.get("/v1/quotes").json()["meta"]["count"] == 7


def test_without_a_database_there_is_no_application(monkeypatch, tmp_path):
    monkeypatch.setenv("QUOTES_DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    with pytest.raises(StoreError) as caught:
        create_app()
    assert "none.db" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "none.db").exists()


def test_a_database_of_a_newer_version_is_refused_at_the_start(tmp_path):
    path = tmp_path / "newer.db"
    upgrade(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    engine = connect(f"sqlite:///{path}", read_only=True)
    with pytest.raises(StoreError, match="newer"):
        create_app(engine)
    engine.dispose()


def test_asking_changes_nothing_in_the_database(stocked, client):
    before = stocked.read_bytes()
    for path in ("/v1/quotes", "/v1/speakers/1", "/v1/documents?q=rain", "/healthz"):
        assert client.get(path).status_code == 200
    assert client.post("/v1/extract", json={"text": "“Yes,” said Mira Danforth."}).status_code == 200
    assert stocked.read_bytes() == before
