"""The samples in a database, and the same database behind a server: what is asked of one is asked of both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.client import Database, connect
from quotes.config import Settings
from quotes.store import engine as engines
from quotes.store.correcting import Change
from quotes.store.corrections import correct
from quotes.store.models import documents, quotes
from quotes.store.opening import set_open
from quotes.store.records import DayValue, PartRecord, SpeakerValue

ADDRESS = "http://quotes.example"
CLOSED = 1  # the document whose text a server keeps to itself


@pytest.fixture(scope="session")
def seeded(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with the samples, in which people put some quotes right; nobody writes to it."""
    path = Path(shutil.copy(samples, tmp_path_factory.mktemp("seeded") / "quotes.db"))
    engine = engines.connect(str(path))
    with Session(engine) as session:
        ids = session.scalars(select(documents.c.id)).all()
        set_open(session, set(ids) - {CLOSED}, is_open=True)
        first = session.execute(select(quotes).order_by(quotes.c.id).limit(1)).one()
        day = DayValue(first.published_sort, "day")
        for number, change in enumerate(
            (
                Change("speaker", SpeakerValue("Mira Danforth", "person")),
                Change("source", PartRecord("", 0, 5)),
                Change("said_on", day),
                Change("quote", False),
            ),
            start=first.id,
        ):
            correct(session, number, change, by="a reader", why="the recording")
        session.commit()
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def app(seeded: Path) -> Iterator[FastAPI]:
    engine = engines.connect(str(seeded), read_only=True)
    yield create_app(engine, config=Settings(requests_per_minute=10**6))
    engine.dispose()


@pytest.fixture(scope="session")
def remote(app: FastAPI) -> Iterator[Database]:
    with (
        TestClient(app, raise_server_exceptions=False) as http,
        connect(ADDRESS, http_client=http) as database,
    ):
        yield database


@pytest.fixture(scope="session")
def local(seeded: Path) -> Iterator[Database]:
    with connect(seeded) as database:
        yield database
