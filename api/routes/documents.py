"""Documents: the articles, releases and transcripts, with their whole text."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.orm import Session

from api.answers import Envelope, ListMeta, Meta, cached, list_meta
from api.dependencies import Database, Id, WantedPage, Words
from api.filters import SEARCH, Outlet, PublishedFrom, PublishedTo
from quotes.store.queries import get_document, select_documents
from quotes.store.records import DocumentRecord, QuoteFilter

router = APIRouter(prefix="/v1", tags=["documents"])


@router.get("/documents", response_model=Envelope[ListMeta, DocumentRecord])
def list_documents(
    request: Request,
    database: Database,
    page: WantedPage,
    outlet: Outlet = None,
    published_from: PublishedFrom = None,
    published_to: PublishedTo = None,
    q: Annotated[
        Words | None,
        Query(
            description=f"Words of the title or the text, in any inflection. {SEARCH}",
            examples=["harbour treaty"],
        ),
    ] = None,
) -> Response:
    """List documents, without their text."""
    narrowed = QuoteFilter(outlet=outlet, published_from=published_from, published_to=published_to, q=q)
    with Session(database) as session:
        found = select_documents(
            session,
            outlet=outlet,
            published_from=published_from,
            published_to=published_to,
            q=q,
            cursor=page.cursor,
            per_page=page.per_page,
        )
    return cached(request, ListMeta(**list_meta(request, found, page.per_page, narrowed)), found.results)


@router.get("/documents/{id}", response_model=Envelope[Meta, DocumentRecord])
def show_document(request: Request, database: Database, number: Id) -> Response:
    """Show one document with its whole text, which every quote's offsets refer to."""
    with Session(database) as session:
        found = get_document(session, number)
    return cached(request, Meta(count=1), (found,))
