"""All that is selected: pages of records by a filter, and single records by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import Session

from quotes.store.choices import chosen
from quotes.store.conditions import (
    Asked,
    asked_for,
    from_outlets,
    published_between,
    speakers_matching,
    survivor,
    with_words,
)
from quotes.store.filters import QuoteFilter
from quotes.store.models import documents, quotes, speakers
from quotes.store.paging import Order, SortKey, page_of_ids
from quotes.store.records import DocumentRecord, Noun, Page, QuoteRecord, SpeakerRecord
from quotes.store.rows import document_records, quote_records, speaker_records
from quotes.store.search import search
from quotes.store.tombstones import missing
from quotes.store.values import is_id, one_of

T = TypeVar("T")

# What quotes are sorted by; what is not known comes before all that is.
_SORT_KEYS: dict[str, ColumnElement[Any]] = {
    "published_on": quotes.c.published_sort,
    "said_on": quotes.c.said_sort,
    "day": quotes.c.day_sort,
    "confidence": func.coalesce(quotes.c.confidence, -1.0),
    "id": quotes.c.id,
}
_MOST_QUOTED = Order("-quotes", speakers.c.id, (SortKey(speakers.c.quotes, descending=True),))
_NEWEST = Order("-published_on", documents.c.id, (SortKey(documents.c.published_sort, descending=True),))


def select_quotes(
    session: Session,
    filter: QuoteFilter,  # noqa: A002  # the word of the API and the command line
    *,
    sort: str = "-published_on",
    cursor: str | None = None,
    per_page: int = 50,
) -> Page[QuoteRecord]:
    """Select quotes, the newest first unless `sort` says otherwise; those without a date count as the oldest.

    `sort` names one key or several, such as "-day,confidence"; - means descending. Of one day they stand in
    the order of their documents. A `speaker` that nobody is called gives an empty page. Raises FilterError
    for a value that can't be used, CursorError for another query's cursor.
    """
    order = quote_order(sort)
    asked = asked_for(session, filter)
    query = ("quotes", *filter.by_field().values())
    return _page(session, order, asked, quote_records, query, cursor, per_page)


def quote_order(sort: str) -> Order:
    """Return the order that `sort` names; raise FilterError for a key that there is not."""
    keys: dict[str, SortKey] = {}
    for name in (part.strip() for part in sort.split(",")):
        key = one_of("sort", tuple(_SORT_KEYS), name.removeprefix("-"))
        keys.setdefault(key, SortKey(_SORT_KEYS[key], name.startswith("-")))
        if key == "id":  # nothing is equal any more
            break
    name = ",".join(f"{'-' if key.descending else ''}{name}" for name, key in keys.items())
    return Order(name, quotes.c.id, tuple(keys.values()))


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
    return _page(
        session,
        _MOST_QUOTED,
        Asked(conditions, conditions, conditions),
        speaker_records,
        ("speakers", q),
        cursor,
        per_page,
    )


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
    found = [] if q is None else [search(session, documents, q, among=conditions)]
    query = ("documents", outlet, published_from, published_to, q)
    return _page(session, _NEWEST, with_words(conditions, found), document_records, query, cursor, per_page)


def get_document(session: Session, id: int) -> DocumentRecord:  # noqa: A002  # as the column is called
    """Select one document with its whole text; raise NotFoundError where there is none."""
    return _one(session, id, partial(document_records, with_text=True), "document")


def _page(
    session: Session,
    order: Order,
    asked: Asked,
    records: Callable[[Session, Sequence[int]], list[T]],
    query: tuple[object, ...],
    cursor: str | None,
    per_page: int,
) -> Page[T]:
    page = page_of_ids(
        session,
        order,
        asked.page,
        query=repr(query),
        cursor=cursor,
        per_page=per_page,
        counting=asked.counting,
    )
    found = tuple(records(session, page.ids))
    return Page(found, page.count, page.next_cursor, count_is_exact=page.count_is_exact)


def _one(session: Session, id_: int, records: Callable[[Session, Sequence[int]], list[T]], noun: Noun) -> T:
    found = records(session, [id_]) if is_id(id_) else []
    if not found:
        raise missing(session, noun, id_)
    return found[0]
