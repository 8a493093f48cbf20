"""Every answer in the documentation of the client is real."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from quotes import client
from quotes.config import Settings
from quotes.store import engine as engines

PAGE = Path(__file__).parents[2] / "docs" / "client.md"


@pytest.mark.thorough
def test_the_sessions_in_the_page_are_real(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pandas", "polars"):
        pytest.importorskip(library)
    engine = engines.connect(str(samples), read_only=True)
    http = TestClient(create_app(engine, config=Settings()))
    connect = client.connect

    def served(address: str, **how: Any) -> client.Database:
        assert address == "http://127.0.0.1:8000"
        return connect(address, http_client=http, **how)

    monkeypatch.setattr(client, "connect", served)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    engine.dispose()
    assert (failed, tried > 30) == (0, True)
