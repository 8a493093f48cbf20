"""Read one document's quotes and store both."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quotes import EXTRACTOR_VERSION, extract
from quotes.store.save import Saved, is_current, kept_day, save
from quotes.types import Document, Extraction


def read(engine: Engine, document: Document) -> Extraction:
    """Return what a document says; nothing where it is stored already, so that saving changes nothing.

    It takes its time, so it is done before the transaction that keeps other writers out. Raises
    LanguageError for a language without word lists, StoreError for a text that no database can hold.
    """
    with Session(engine) as session:
        if is_current(session, document, extractor_version=EXTRACTOR_VERSION):
            return Extraction((), ())
        day = kept_day(session, document)
    return extract(document.text, published_on=day, language=document.language)


def keep(session: Session, document: Document, found: Extraction) -> Saved:
    """Store a document with what read() found in it. The caller commits."""
    return save(session, document, found, extractor_version=EXTRACTOR_VERSION)
