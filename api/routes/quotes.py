"""Quotes: who said what, in which words, in which document."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from api.answers import Envelope, Meta, QuotesMeta, cached, list_meta
from api.dependencies import Database, Id, NarrowedBySpeaker, Paging, WantedPage, WantedSort
from quotes.store.queries import get_quote, select_quotes
from quotes.store.records import QuoteFilter, QuoteRecord, Sort

router = APIRouter(prefix="/v1", tags=["quotes"])


def answer_with_quotes(
    request: Request, database: Engine, narrowed: QuoteFilter, sort: Sort, page: Paging
) -> Response:
    """Answer with one page of the quotes that the filter leaves."""
    with Session(database) as session:
        found = select_quotes(session, narrowed, sort=sort, cursor=page.cursor, per_page=page.per_page)
    meta = list_meta(request, found, page.per_page, narrowed)
    return cached(
        request, QuotesMeta(**meta, date_meant="said_on_else_published_on", sort=sort), found.results
    )


@router.get("/quotes", response_model=Envelope[QuotesMeta, QuoteRecord])
def list_quotes(
    request: Request, database: Database, narrowed: NarrowedBySpeaker, sort: WantedSort, page: WantedPage
) -> Response:
    """List quotes by speaker, by date, by their words; every parameter narrows."""
    return answer_with_quotes(request, database, narrowed, sort, page)


@router.get("/quotes/{id}", response_model=Envelope[Meta, QuoteRecord])
def show_quote(request: Request, database: Database, number: Id) -> Response:
    """Show one quote."""
    with Session(database) as session:
        found = get_quote(session, number)
    return cached(request, Meta(count=1), (found,))
