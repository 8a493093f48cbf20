"""Invented articles, with what an extractor would find in them, written down as who said what."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quotes import Attribution, Document, Extraction, Span
from quotes.store.engine import connect
from quotes.store.models import metadata
from quotes.store.records import QuoteRecord
from quotes.store.save import Saved, save

from .corrected import all_quotes


@dataclass(frozen=True)
class Said:
    """Words in an article; `by` as the article says it there, `who` in full, neither for words of nobody.

    `role` is what it says that the speaker is, `country` whom they speak for.
    """

    words: str
    by: str | None = None
    who: str | None = None
    kind: Any = "person"
    confidence: float = 0.9
    content_kind: Any = "direct"
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class Article:
    """A document and what was found in it."""

    document: Document
    extraction: Extraction


def article(*said: Said | tuple[str, ...], opening: str = "", **metadata: Any) -> Article:
    """Write an article in which these words are said, one sentence each."""
    text, found, others = opening, [], []
    for each in said:
        words = each if isinstance(each, Said) else Said(*each)
        start = len(text) + 1
        content = Span(start, start + len(words.words))
        text += f"“{words.words}”"
        if words.by is None:
            text += ".\n\n"
            others.append(Attribution(content=(content,), kind=words.content_kind, reason="no_source"))
            continue
        text += f" said {words.by}"
        source = Span(content.end + 7, content.end + 7 + len(words.by))
        role = None
        if words.role:
            text += f", {words.role}"
            role = Span(len(text) - len(words.role), len(text))
        text += ".\n\n"
        found.append(
            Attribution(
                content=(content,),
                kind=words.content_kind,
                cue=Span(content.end + 2, content.end + 6),
                cue_lemma="say",
                source=source,
                speaker=words.who,
                speaker_kind=words.kind if words.who else "unnamed",
                rule="content_cue_source",
                confidence=words.confidence,
                role=role,
                country=words.country,
            )
        )
    return Article(Document(text=text, **metadata), Extraction(tuple(found), tuple(others)))


@pytest.fixture(name="article")
def _article() -> Callable[..., Article]:
    return article


@pytest.fixture(name="said")
def _said() -> type[Said]:
    return Said


@pytest.fixture
def store(session: Session) -> Callable[..., list[Saved]]:
    """Return a function that saves articles in order, under a version of the extractor."""

    def store(*articles: Article, version: str = "1") -> list[Saved]:
        return _store(session, articles, version)

    return store


def _store(session: Session, articles: Iterable[Article], version: str) -> list[Saved]:
    return [save(session, one.document, one.extraction, extractor_version=version) for one in articles]


@pytest.fixture
def stocked(session: Session, dialect: str, request: pytest.FixtureRequest) -> Session:
    """Return a session with five articles, of which the last has no date."""
    if dialect == "sqlite":
        shutil.copy(request.getfixturevalue("stocked_file"), str(session.get_bind().engine.url.database))
    else:
        _stock(session)
    return session


@pytest.fixture(scope="session")
def stocked_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("stocked") / "quotes.db"))
    engine = connect(str(path))
    with Session(engine) as session:
        _stock(session)
        session.commit()
    engine.dispose()
    return path


def _stock(session: Session) -> None:
    articles = (
        article(
            Said("Alpha.", "Foreign Minister Danforth", "Mira Danforth", confidence=0.95),
            Said("Beta.", "Danforth", "Mira Danforth", content_kind="mixed", confidence=0.6),
            ("Gamma.",),
            title="First",
            outlet="The Aldova Herald",
            url="https://example.org/1",
            author="Ana Ruiz",
            published_on=date(2020, 3, 1),
        ),
        article(("Delta.", "Vale", "Jo Vale"), outlet="River Post", published_on=date(2020, 3, 2)),
        article(("Epsilon.", "José von der Heide", "José von der Heide"), published_on=date(2020, 3, 2)),
        article(
            Said("Zeta.", "the LRC", "League of River Cities", kind="organisation"),
            published_on=date(2019, 1, 1),
        ),
        article(
            ("Eta.", "a senior official"), ("Theta.", "Nat Danforth", "Nat Danforth"), outlet="River Post"
        ),
    )
    _store(session, articles, "1")


@pytest.fixture
def one() -> Any:
    return article(
        Said("We will talk.", "Danforth", "Mira Danforth", role="the foreign minister", country="XO"),
        Said("We will walk.", "Brandt", "Ola Brandt"),
        Said("Dune"),
        published_on=date(2031, 5, 4),
    )


@pytest.fixture
def read(session: Session, store: Callable[..., Any], one: Any) -> list[QuoteRecord]:
    """Return the three quotes of the document as read."""
    store(one)
    return all_quotes(session)


@pytest.fixture
def fresh(engine: Engine) -> Callable[[], AbstractContextManager[Session]]:
    """Return a function that opens a session on the empty database and takes back all that it did."""

    @contextmanager
    def fresh() -> Iterator[Session]:
        with Session(engine) as session:
            yield session
            session.rollback()

    return fresh


@pytest.fixture
def contents(session: Session) -> Callable[[], dict[str, Sequence[Any]]]:
    """Return a function that reads every row of every table."""

    def contents() -> dict[str, Sequence[Any]]:
        read: dict[str, Sequence[Any]] = {}
        for table in metadata.sorted_tables:
            read[table.name] = session.execute(table.select().order_by(*table.primary_key)).all()
        return read

    return contents
