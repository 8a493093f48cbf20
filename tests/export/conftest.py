"""The awkward quotes as the store gives them, for every test of a format."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from quotes.store.engine import connect
from quotes.store.records import QuoteRecord
from quotes.store.rows import quote_records
from quotes.store.save import save
from quotes.types import Document

from .awkward import AWKWARD

BASE = "https://quotes.example"


def written(module, quotes):
    return b"".join(module.write(quotes, BASE))


@pytest.fixture(scope="session")
def stored(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with the awkward documents; nobody writes to it."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("awkward") / "quotes.db"))
    engine = connect(str(path))
    with Session(engine) as session:
        for one in AWKWARD:
            save(session, *one.saved_as(), extractor_version="1")
        session.commit()
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def kept(stored: Path) -> dict[str, tuple[Document, QuoteRecord]]:
    """Return each awkward document with its quote as it is read from a store, by its name in the table."""
    engine = connect(str(stored), read_only=True)
    with Session(engine) as session:
        found = quote_records(session, range(1, len(AWKWARD) + 1))
    engine.dispose()
    documents = [one.saved_as() for one in AWKWARD]
    assert len(found) == len(AWKWARD)
    return {
        one.name: (document, quote)
        for one, (document, _), quote in zip(AWKWARD, documents, found, strict=True)
    }


@pytest.fixture(scope="session")
def quote(kept: dict[str, tuple[Document, QuoteRecord]]) -> Callable[[str], QuoteRecord]:
    """Return a function that gives an awkward quote by its name."""
    return lambda name: kept[name][1]


@pytest.fixture(scope="session")
def quotes(kept: dict[str, tuple[Document, QuoteRecord]]) -> list[QuoteRecord]:
    """Return all of them."""
    return [quote for _, quote in kept.values()]
