"""All that is selected: pages of records by a filter, and single records by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple
from datetime import date
from functools import partial
from typing import TypeVar, get_args

from sqlalchemy.orm import Session

from quotes.errors import FilterError, NotFoundError
from quotes.store.choices import chosen
from quotes.store.conditions import (
    Conditions,
    from_outlets,
    published_between,
    quote_conditions,
    speakers_matching,
    survivor,
)
from quotes.store.models import documents, quotes, speakers
from quotes.store.paging import Order, page_of_ids
from quotes.store.records import DocumentRecord, Page, QuoteFilter, QuoteRecord, Sort, SpeakerRecord
from quotes.store.rows import document_records, quote_records, speaker_records
from quotes.store.search import matches
from quotes.store.values import is_id

T = TypeVar("T")

_QUOTE_ORDERS: dict[Sort, Order] = {
    "published_on": Order("published_on", quotes.c.id, quotes.c.published_sort),
    "-published_on": Order("-published_on", quotes.c.id, quotes.c.published_sort, descending=True),
    "said_on": Order("said_on", quotes.c.id, quotes.c.said_sort),
    "-said_on": Order("-said_on", quotes.c.id, quotes.c.said_sort, descending=True),
    "day": Order("day", quotes.c.id, quotes.c.day_sort),
    "-day": Order("-day", quotes.c.id, quotes.c.day_sort, descending=True),
    "id": Order("id", quotes.c.id, quotes.c.id),
    "-id": Order("-id", quotes.c.id, quotes.c.id, descending=True),
}
_MOST_QUOTED = Order("-quotes", speakers.c.id, speakers.c.quotes, descending=True)
_NEWEST = Order("-published_on", documents.c.id, documents.c.published_sort, descending=True)


def select_quotes(
    session: Session,
    filter: QuoteFilter,  # noqa: A002  # the word of the API and the command line
    *,
    sort: Sort = "-published_on",
    cursor: str | None = None,
    per_page: int = 50,
) -> Page[QuoteRecord]:
    """Select quotes, the newest first unless `sort` says otherwise; those without a date count as the oldest.

    Of one day they stand in the order of their documents. A `speaker` that nobody is called gives an
    empty page. Raises FilterError for a value that can't be used, CursorError for another query's cursor.
    """
    if sort not in get_args(Sort):
        raise FilterError("sort", f"sort by one of {', '.join(get_args(Sort))}, not {sort!r}")
    conditions = quote_conditions(session, filter)
    query = ("quotes", *astuple(filter))
    return _page(session, _QUOTE_ORDERS[sort], conditions, quote_records, query, cursor, per_page)


def get_quote(session: Session, id: int) -> QuoteRecord:  # noqa: A002  # as the column is called
    """Select one quote; raise NotFoundError where there is none."""
    return _one(session, id, quote_records, "quote")


def select_speakers(
    session: Session, *, q: str | None = None, cursor: str | None = None, per_page: int = 50
) -> Page[SpeakerRecord]:
    """Select speakers, the most quoted first.

    `q` holds the beginnings of words, in any order, that some form of the name must have, folded.
    """
    conditions = [] if q is None else [speakers_matching(q)]
    return _page(session, _MOST_QUOTED, conditions, speaker_records, ("speakers", q), cursor, per_page)


def get_speaker(session: Session, id: int) -> SpeakerRecord:  # noqa: A002  # as the column is called
    """Select one speaker, or whom an old id leads to; raise NotFoundError where there is none."""
    return _one(session, survivor(session, id), speaker_records, "speaker")


def select_documents(
    session: Session,
    *,
    outlet: str | None = None,
    published_from: date | None = None,
    published_to: date | None = None,
    q: str | None = None,
    cursor: str | None = None,
    per_page: int = 50,
) -> Page[DocumentRecord]:
    """Select documents without their texts, the newest first; `q` searches titles and texts."""
    conditions = published_between(documents.c.published_sort, published_from, published_to)
    if outlet is not None:
        conditions.append(chosen("outlet", outlet, partial(from_outlets, session)))
    if q is not None:
        conditions.append(matches(session, documents, q))
    query = ("documents", outlet, published_from, published_to, q)
    return _page(session, _NEWEST, conditions, document_records, query, cursor, per_page)


def get_document(session: Session, id: int) -> DocumentRecord:  # noqa: A002  # as the column is called
    """Select one document with its whole text; raise NotFoundError where there is none."""
    return _one(session, id, partial(document_records, with_text=True), "document")


def _page(
    session: Session,
    order: Order,
    conditions: Conditions,
    records: Callable[[Session, Sequence[int]], list[T]],
    query: tuple[object, ...],
    cursor: str | None,
    per_page: int,
) -> Page[T]:
    page = page_of_ids(session, order, conditions, query=repr(query), cursor=cursor, per_page=per_page)
    return Page(tuple(records(session, page.ids)), page.count, page.next_cursor)


def _one(session: Session, id_: int, records: Callable[[Session, Sequence[int]], list[T]], noun: str) -> T:
    found = records(session, [id_]) if is_id(id_) else []
    if not found:
        raise NotFoundError(f"there is no {noun} {id_}")
    return found[0]
