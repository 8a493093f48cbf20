"""What answers questions: a server, or a database that is at hand. Both answer with the same records."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple, Protocol

from quotes.store.filters import QuoteFilter
from quotes.store.findings import GroupBy, GroupPage, OutletRecord, SpeakerHint, SpeakerProfile, Verification
from quotes.store.records import (
    CorrectionRecord,
    DocumentRecord,
    Page,
    QuoteRecord,
    SpeakerRecord,
    StatementRecord,
    UpdateRecord,
)
from quotes.types import Extraction


class Wanted(NamedTuple):
    """Which page of a list is wanted: where it begins, None for the first, and how many results it has."""

    cursor: str | None
    per_page: int


class Source(Protocol):
    """Where answers come from; `base` is the address that permalinks continue, "" where there is none."""

    address: str
    base: str

    def quotes(self, narrowed: QuoteFilter, sort: str, page: Wanted) -> Page[QuoteRecord]:
        """Return a page of quotes."""

    def groups(self, narrowed: QuoteFilter, by: GroupBy, page: Wanted) -> GroupPage:
        """Return a page of groups of quotes."""

    def quote(self, number: int) -> QuoteRecord:
        """Return one quote."""

    def speakers(self, q: str | None, page: Wanted) -> Page[SpeakerRecord]:
        """Return a page of speakers."""

    def speaker(self, number: int) -> SpeakerProfile:
        """Return one speaker."""

    def autocomplete(self, q: str, limit: int) -> tuple[SpeakerHint, ...]:
        """Return the speakers that the beginning of a name can mean."""

    def statement(self, number: int) -> StatementRecord:
        """Return one statement."""

    def documents(self, narrowed: QuoteFilter, page: Wanted) -> Page[DocumentRecord]:
        """Return a page of documents."""

    def document(self, number: int) -> DocumentRecord:
        """Return one document."""

    def outlets(self, page: Wanted) -> Page[OutletRecord]:
        """Return a page of publications."""

    def corrections(self, quote_id: int | None, page: Wanted) -> Page[CorrectionRecord]:
        """Return a page of what people put right."""

    def updates(self, since: datetime | None, page: Wanted) -> Page[UpdateRecord]:
        """Return a page of what is new, changed or gone."""

    def verify(self, text: str, speaker: str | None) -> Verification:
        """Look words up."""

    def extract(self, text: str, published_on: date | None, language: str) -> Extraction:
        """Find the quotes of a text."""

    def close(self) -> None:
        """Close what is open."""
