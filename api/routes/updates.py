"""Updates: what is new, changed or gone, for who keeps a copy."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.orm import Session

from api.answers import Envelope, UpdatesMeta, cached, list_meta
from api.dependencies import CHECKED, Database, Moment, WantedPage
from quotes.store.filters import QuoteFilter
from quotes.store.records import UpdateRecord
from quotes.store.updates import select_updates

router = APIRouter(prefix="/v1", tags=["updates"], dependencies=CHECKED)


@router.get("/updates", response_model=Envelope[UpdatesMeta, UpdateRecord])
def list_updates(
    request: Request,
    database: Database,
    page: WantedPage,
    since: Annotated[
        Moment | None,
        Query(
            description="A moment, inclusive, such as `meta.last_at` of the last page of the time before.",
            examples=["2026-03-14T09:30:00Z"],
        ),
    ] = None,
) -> Response:
    """List quotes that are new or changed, and tombstones of what is gone, the oldest first.

    To keep a copy, read all pages, and next time ask `since` the `meta.last_at` of the last page: nothing is
    missed, and what happened at that very moment comes once more. A quote has changed where anything about
    it or its document has; the name chosen for its speaker and how often its statement was printed, which
    other documents can change, are as they are when it is asked for.
    """
    with Session(database) as session:
        found = select_updates(session, since=since, cursor=page.cursor, per_page=page.per_page)
    meta = list_meta(request, found, page.per_page, QuoteFilter())
    last: datetime | None = found.results[-1].at if found.results else since
    return cached(request, UpdatesMeta(**meta, since=since, last_at=last), found.results)
