"""Select a speaker with all that a page about one needs, and the publications there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes.store.filters import QuoteFilter
from quotes.store.findings import OutletRecord, SpeakerProfile
from quotes.store.groups import group_quotes
from quotes.store.models import UNDATED, documents, outlets
from quotes.store.paging import Order, SortKey, page_of_ids
from quotes.store.queries import get_speaker, select_quotes
from quotes.store.records import Page, QuoteRecord

_MOST_YEARS = 10_000
_BY_ID = Order("id", outlets.c.id, (SortKey(outlets.c.id),))


def get_profile(session: Session, id: int) -> SpeakerProfile:  # noqa: A002  # as the column is called
    """Select one speaker, or whom an old id leads to; raise NotFoundError where there is none."""
    speaker = get_speaker(session, id)
    known = {field.name: getattr(speaker, field.name) for field in fields(speaker)}
    dated = QuoteFilter(speaker_id=speaker.id, from_=date.min)

    def at_the_end(sort: str) -> QuoteRecord | None:
        return next(iter(select_quotes(session, dated, sort=sort, per_page=1).results), None)

    return SpeakerProfile(
        **known,
        years=group_quotes(session, QuoteFilter(speaker_id=speaker.id), "year", per_page=_MOST_YEARS).results,
        first_quote=at_the_end("day"),
        last_quote=at_the_end("-day"),
    )


def select_outlets(session: Session, *, cursor: str | None = None, per_page: int = 50) -> Page[OutletRecord]:
    """Select publications, in the order in which they were first met."""
    page = page_of_ids(session, _BY_ID, [], query="outlets", cursor=cursor, per_page=per_page)
    return Page(tuple(_outlet_records(session, page.ids)), page.count, page.next_cursor)


def _outlet_records(session: Session, ids: Sequence[int]) -> list[OutletRecord]:
    of_these = documents.c.outlet_id.in_(ids)
    counted = select(documents.c.outlet_id, func.count().label("documents")).where(of_these)
    rows = session.execute(counted.group_by(documents.c.outlet_id))
    counts = {row.outlet_id: row.documents for row in rows}
    ends = select(
        documents.c.outlet_id,
        func.min(documents.c.published_sort).label("first"),
        func.max(documents.c.published_sort).label("last"),
    ).where(of_these, documents.c.published_sort > UNDATED)
    days: dict[int | None, Any] = {
        row.outlet_id: row for row in session.execute(ends.group_by(documents.c.outlet_id))
    }
    known = session.execute(select(outlets).where(outlets.c.id.in_(ids)).order_by(outlets.c.id))
    return [
        OutletRecord(
            row.id,
            row.name,
            counts.get(row.id, 0),
            days[row.id].first if row.id in days else None,
            days[row.id].last if row.id in days else None,
        )
        for row in known
    ]
