"""A database at hand as a source of answers: read only, without a server."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

import quotes
from quotes.client.sources import Wanted
from quotes.errors import FilterError, LanguageError
from quotes.store.autocomplete import complete_speakers
from quotes.store.corrections import page_corrections
from quotes.store.engine import check, connect
from quotes.store.filters import QuoteFilter
from quotes.store.findings import GroupBy, GroupPage, OutletRecord, SpeakerHint, SpeakerProfile, Verification
from quotes.store.groups import group_quotes
from quotes.store.profiles import get_profile, select_outlets
from quotes.store.queries import get_document, get_quote, select_documents, select_quotes, select_speakers
from quotes.store.records import (
    CorrectionRecord,
    DocumentRecord,
    Page,
    QuoteRecord,
    SpeakerRecord,
    StatementRecord,
    UpdateRecord,
)
from quotes.store.statements import get_statement
from quotes.store.updates import select_updates
from quotes.store.verification import verify_words
from quotes.types import Extraction


class Local:
    """A database by its URL, or the path of a SQLite file; raises StoreError where it is none of ours."""

    base = ""

    def __init__(self, url: str) -> None:
        self._engine = connect(url, read_only=True)
        check(self._engine)
        self.address = self._engine.url.render_as_string(hide_password=True)

    def quotes(self, narrowed: QuoteFilter, sort: str, page: Wanted) -> Page[QuoteRecord]:
        """Return a page of quotes."""
        with Session(self._engine) as session:
            return select_quotes(session, narrowed, sort=sort, **page._asdict())

    def groups(self, narrowed: QuoteFilter, by: GroupBy, page: Wanted) -> GroupPage:
        """Return a page of groups of quotes."""
        with Session(self._engine) as session:
            return group_quotes(session, narrowed, by, **page._asdict())

    def quote(self, number: int) -> QuoteRecord:
        """Return one quote."""
        with Session(self._engine) as session:
            return get_quote(session, number)

    def speakers(self, q: str | None, page: Wanted) -> Page[SpeakerRecord]:
        """Return a page of speakers."""
        with Session(self._engine) as session:
            return select_speakers(session, q=q, **page._asdict())

    def speaker(self, number: int) -> SpeakerProfile:
        """Return one speaker, or whom an old id leads to."""
        with Session(self._engine) as session:
            return get_profile(session, number)

    def autocomplete(self, q: str, limit: int) -> tuple[SpeakerHint, ...]:
        """Return the speakers that the beginning of a name can mean."""
        with Session(self._engine) as session:
            return complete_speakers(session, q, limit=limit)

    def statement(self, number: int) -> StatementRecord:
        """Return one statement."""
        with Session(self._engine) as session:
            return get_statement(session, number)

    def documents(self, narrowed: QuoteFilter, page: Wanted) -> Page[DocumentRecord]:
        """Return a page of documents."""
        with Session(self._engine) as session:
            return select_documents(
                session,
                outlet=narrowed.outlet,
                published_from=narrowed.published_from,
                published_to=narrowed.published_to,
                q=narrowed.q,
                **page._asdict(),
            )

    def document(self, number: int) -> DocumentRecord:
        """Return one document with its text, also where a server would keep that to itself."""
        with Session(self._engine) as session:
            return get_document(session, number)

    def outlets(self, page: Wanted) -> Page[OutletRecord]:
        """Return a page of publications."""
        with Session(self._engine) as session:
            return select_outlets(session, **page._asdict())

    def corrections(self, quote_id: int | None, page: Wanted) -> Page[CorrectionRecord]:
        """Return a page of what people put right."""
        with Session(self._engine) as session:
            return page_corrections(session, quote_id=quote_id, **page._asdict())

    def updates(self, since: datetime | None, page: Wanted) -> Page[UpdateRecord]:
        """Return a page of what is new, changed or gone."""
        with Session(self._engine) as session:
            return select_updates(session, since=since, **page._asdict())

    def verify(self, text: str, speaker: str | None) -> Verification:
        """Look words up."""
        with Session(self._engine) as session:
            return verify_words(session, text, speaker)

    def extract(self, text: str, published_on: date | None, language: str) -> Extraction:
        """Find the quotes of a text."""
        try:
            return quotes.extract(text, published_on=published_on, language=language)
        except LanguageError as error:
            raise FilterError("language", str(error)) from error

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()
