"""Speakers: people, organisations and governments, one each however they are named."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.orm import Session

from api.answers import Envelope, ListMeta, Meta, QuotesMeta, cached, list_meta
from api.dependencies import Database, Id, Narrowed, WantedPage, WantedSort, Words
from api.routes.quotes import answer_with_quotes
from quotes.store.queries import get_speaker, select_speakers
from quotes.store.records import QuoteFilter, QuoteRecord, SpeakerRecord

router = APIRouter(prefix="/v1", tags=["speakers"])


@router.get("/speakers", response_model=Envelope[ListMeta, SpeakerRecord])
def list_speakers(
    request: Request,
    database: Database,
    page: WantedPage,
    q: Annotated[
        Words | None, Query(description="How words of any of the speaker's names begin.", examples=["Danf"])
    ] = None,
) -> Response:
    """List speakers."""
    with Session(database) as session:
        found = select_speakers(session, q=q, cursor=page.cursor, per_page=page.per_page)
    meta = list_meta(request, found, page.per_page, QuoteFilter(q=q))
    return cached(request, ListMeta(**meta), found.results)


@router.get("/speakers/{id}", response_model=Envelope[Meta, SpeakerRecord])
def show_speaker(request: Request, database: Database, number: Id) -> Response:
    """Show one speaker."""
    with Session(database) as session:
        found = get_speaker(session, number)
    return cached(request, Meta(total=1), (found,))


@router.get("/speakers/{id}/quotes", response_model=Envelope[QuotesMeta, QuoteRecord])
def list_speakers_quotes(
    request: Request, database: Database, number: Id, narrowed: Narrowed, sort: WantedSort, page: WantedPage
) -> Response:
    """List one speaker's quotes."""
    with Session(database) as session:
        get_speaker(session, number)  # no such speaker is not the same as one who said nothing
    return answer_with_quotes(request, database, replace(narrowed, speaker_id=number), sort, page)
