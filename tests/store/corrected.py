"""What is put right in tests, by whom, and how quotes are compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from quotes.store.correcting import Change
from quotes.store.filters import QuoteFilter
from quotes.store.queries import select_quotes
from quotes.store.records import DayValue, PartRecord, QuoteRecord, SpeakerValue
from quotes.store.updates import select_updates

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
WHO = {"by": "Ana", "why": "the video"}
VALE = SpeakerValue("Jo Vale", "person")
BRANDT = SpeakerValue("Ola Brandt", "person")
CHANGES = [
    Change("speaker", VALE),
    Change("speaker", None),
    Change("source", PartRecord("", 3, 9)),
    Change("said_on", DayValue(date(2031, 5, 2), "day")),
    Change("quote", False),
]


def all_quotes(session: Session, **wanted: Any) -> list[QuoteRecord]:
    return list(select_quotes(session, QuoteFilter(**wanted), sort="id").results)


def told(quote: QuoteRecord) -> QuoteRecord:
    """Return all that is said of a quote but who put it right and when it changed."""
    return replace(quote, corrections=(), updated_at=LONG_AGO)


def updates(session: Session, **wanted: Any) -> list[Any]:
    found: list[Any] = []
    cursor = None
    while True:
        page = select_updates(session, cursor=cursor, per_page=2, **wanted)
        found += page.results
        if (cursor := page.next_cursor) is None:
            assert len(found) == page.count
            return found


def gone(session: Session) -> dict[tuple[str, int], str]:
    return {(one.gone.noun, one.gone.id): one.gone.why for one in updates(session) if one.gone}
