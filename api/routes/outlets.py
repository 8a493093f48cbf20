"""Outlets: the publications that documents are from."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from api.answers import Envelope, ListMeta, cached, list_meta
from api.dependencies import CHECKED, Database, WantedPage
from quotes.store.filters import QuoteFilter
from quotes.store.findings import OutletRecord
from quotes.store.profiles import select_outlets

router = APIRouter(prefix="/v1", tags=["outlets"], dependencies=CHECKED)


@router.get("/outlets", response_model=Envelope[ListMeta, OutletRecord])
def list_outlets(request: Request, database: Database, page: WantedPage) -> Response:
    """List publications, in the order in which they were first met."""
    with Session(database) as session:
        found = select_outlets(session, cursor=page.cursor, per_page=page.per_page)
    return cached(request, ListMeta(**list_meta(request, found, page.per_page, QuoteFilter())), found.results)
