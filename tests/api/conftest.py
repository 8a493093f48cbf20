"""A small fixed store about invented people, and a client that asks the application about it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, make_url
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from api.app import create_app
from quotes.config import Settings
from quotes.store.engine import connect
from quotes.store.keys import create_key
from quotes.store.opening import set_open
from quotes.store.save import save
from quotes.types import Attribution, Document, Extraction, SaidOn, Span

# A test asks more often than a person.
UNLIMITED = Settings(requests_per_minute=10**6, requests_per_minute_of_key=10**6)
HARBOUR = Document(
    title="Envoy promises an open harbour",
    outlet="Harbour Dispatch",
    url="https://dispatch.example/open-harbour",
    author="Jonas Feld",
    published_on=date(2026, 3, 14),
    text=(
        "“The harbour stays open,” said Mira Danforth, the envoy of Ostrania, on Friday."
        " “We will talk,” she added in a letter to the council.\n\n"
        "A sign at the gate read “Closed”.\n"
    ),
)
TREATY = Document(
    title="Treaty signed",
    outlet="Ostra Herald",
    published_on=date(2026, 3, 15),
    text=(
        "“The treaty,” said Danforth, “is signed.” Mira Danforth had come early.\n\n"
        "In March, the Foreign Ministry of Ostrania called it “a good day — für alle 🕊”.\n\n"
        "“Nothing is decided,” a senior official warned at Tessary last year, the Pier Agency reported.\n"
    ),
)
RAIN = Document(text="“Rain is likely,” said Pavel Orlin.\n")


def _span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def _attribution(document: Document, *content: str, kind: str = "direct", **rest: Any) -> Attribution:
    spans = ("cue", "source", "antecedent", "role", "addressee", "place", "reported_by")
    return Attribution(
        content=tuple(_span(document, words) for words in content),
        kind=kind,
        **{name: _span(document, rest.pop(name)) for name in spans if name in rest},
        **rest,
    )


def _said_on(document: Document, day: date, precision: Any, basis: Any, words: str) -> SaidOn:
    return SaidOn(day, precision, basis, _span(document, words))


_MIRA: Any = {"speaker": "Mira Danforth", "speaker_kind": "person"}
_SAID: Any = {"cue": "said", "cue_lemma": "say", "rule": "after_verb", "confidence": 0.97}
_FOUND = {
    HARBOUR: Extraction(
        (
            _attribution(
                HARBOUR,
                "The harbour stays open,",
                source="Mira Danforth",
                role="the envoy of Ostrania",
                country="XO",
                said_on=_said_on(HARBOUR, date(2026, 3, 13), "day", "words", "on Friday"),
                **_SAID,
                **_MIRA,
            ),
            _attribution(
                HARBOUR,
                "We will talk,",
                cue="added",
                cue_lemma="add",
                source="she",
                antecedent="Mira Danforth",
                rule="pronoun",
                confidence=0.8,
                role="the envoy of Ostrania",
                country="XO",
                said_on=_said_on(HARBOUR, date(2026, 3, 13), "day", "continues", "on Friday"),
                channel="letter",
                addressee="the council",
                **_MIRA,
            ),
        ),
        (Attribution(content=(_span(HARBOUR, "Closed"),), kind="direct", reason="no_source"),),
    ),
    TREATY: Extraction(
        (
            _attribution(
                TREATY,
                "The treaty,",
                "is signed.",
                source="Danforth",
                antecedent="Mira Danforth",
                **_SAID,
                **_MIRA,
            ),
            _attribution(
                TREATY,
                "a good day — für alle 🕊",
                kind="mixed",
                cue="called",
                cue_lemma="call",
                source="the Foreign Ministry of Ostrania",
                speaker="Foreign Ministry of Ostrania",
                speaker_kind="government",
                rule="before_verb",
                confidence=0.9,
                country="XO",
                said_on=_said_on(TREATY, date(2026, 3, 1), "month", "words", "In March"),
                channel="statement",
            ),
            _attribution(
                TREATY,
                "Nothing is decided,",
                cue="warned",
                cue_lemma="warn",
                source="a senior official",
                speaker_kind="unnamed",
                rule="before_verb",
                confidence=0.9,
                said_on=_said_on(TREATY, date(2025, 1, 1), "year", "words", "last year"),
                place="Tessary",
                reported_by="the Pier Agency",
            ),
        ),
        (),
    ),
    RAIN: Extraction(
        (
            _attribution(
                RAIN,
                "Rain is likely,",
                source="Pavel Orlin",
                speaker="Pavel Orlin",
                speaker_kind="person",
                **_SAID,
            ),
        ),
        (),
    ),
}


@dataclass(frozen=True)
class Library:
    """The three documents; the store gives ids in the order in which they are read here."""

    harbour: Document = HARBOUR
    treaty: Document = TREATY
    rain: Document = RAIN

    def fill(self, engine: Engine) -> None:
        with Session(engine) as session:
            found = _FOUND.items()
            ids = [save(session, *one, extractor_version="1.0").document_id for one in found]
            set_open(session, ids, is_open=True)
            session.commit()

    @staticmethod
    def found(document: Document) -> Extraction:
        """Return what is stored of a document."""
        return _FOUND[document]

    @staticmethod
    def part(document: Document, words: str) -> dict[str, Any]:
        """Return the JSON that words of a document must become."""
        start = document.text.index(words)
        return {"text": words, "start": start, "end": start + len(words)}


@pytest.fixture(autouse=True)
def _every_commit_is_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests write past the application, which would not hear of it on PostgreSQL for 20 ms."""
    monkeypatch.setattr("api.remembered._SECONDS", -1.0)


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()


@pytest.fixture(scope="session")
def stocked(library: Library, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a SQLite database that holds the three documents; nobody writes to it."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("store") / "quotes.db"))
    engine = connect(f"sqlite:///{path}")
    library.fill(engine)
    engine.dispose()
    return path


@pytest.fixture
def database_url(database_url: str, dialect: str, library: Library, stocked: Path) -> str:
    """Return the URL of a database of the test's own, which holds the three documents."""
    if dialect == "sqlite":
        shutil.copy(stocked, str(make_url(database_url).database))
    else:
        engine = connect(database_url)
        library.fill(engine)
        engine.dispose()
    return database_url


@pytest.fixture(scope="session")
def app(stocked: Path) -> Iterator[FastAPI]:
    engine = connect(f"sqlite:///{stocked}", read_only=True)
    yield create_app(engine, config=UNLIMITED)
    engine.dispose()


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="https://quotes.example", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def get(client: TestClient) -> Callable[..., Any]:
    """Return a function that gets an address and returns the JSON of its answer, which must be a good one."""

    def get(path: str, **params: Any) -> Any:
        response = client.get(path, params=params or None)
        assert response.status_code == 200, response.text
        return response.json()

    return get


@pytest.fixture(scope="session")
def refusal(client: TestClient) -> Callable[..., Any]:
    """Return a function that gets an address and returns the whole problem that it must answer with."""

    def refusal(path: str, **params: Any) -> Any:
        response = client.get(path, params=params or None)
        assert response.headers["content-type"] == "application/problem+json"
        assert response.headers["cache-control"] == "no-store"
        assert response.json()["status"] == response.status_code
        return response.json()

    return refusal


@pytest.fixture
def writable(engine):
    return create_app(engine, engine, UNLIMITED)


@pytest.fixture
def key(engine):
    """Return the header of a key that is for everything."""
    with Session(engine) as session:
        _, token = create_key(session, "Ana", ["read", "ingest", "correct"])
        session.commit()
    return {"Authorization": f"Bearer {token}"}
