"""Speakers: people, organisations and governments, one each however they are named."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.orm import Session

from api.answers import Envelope, ListMeta, Meta, cached, list_meta
from api.dependencies import CHECKED, Database, Id, WantedPage, Words
from api.filters import Narrowed
from api.routes.quotes import QuotesOrGroups, answer_with_quotes
from api.shapes import WantedShape
from quotes.store.autocomplete import complete_speakers
from quotes.store.filters import QuoteFilter
from quotes.store.findings import SpeakerHint, SpeakerProfile
from quotes.store.profiles import get_profile
from quotes.store.queries import get_speaker, select_speakers
from quotes.store.records import SpeakerRecord

router = APIRouter(prefix="/v1", tags=["speakers"], dependencies=CHECKED)
_MOVED: dict[int | str, dict[str, Any]] = {
    308: {"description": "The speaker is one with another, whose address `Location` has."}
}


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


@router.get("/autocomplete/speakers", response_model=Envelope[Meta, SpeakerHint])
def autocomplete_speakers(
    request: Request,
    database: Database,
    q: Annotated[Words, Query(description="A name as far as it is typed.", examples=["mira danf"])],
    per_page: Annotated[int, Query(ge=1, le=20, description="How many speakers at most.", examples=[5])] = 10,
) -> Response:
    """Suggest speakers for the beginning of a name, also for a misspelt one."""
    with Session(database) as session:
        found = complete_speakers(session, q, limit=per_page)
    return cached(request, Meta(count=len(found)), found)


@router.get("/speakers/{id}", response_model=Envelope[Meta, SpeakerProfile], responses=_MOVED)
def show_speaker(request: Request, database: Database, number: Id) -> Response:
    """Show one speaker, with counts by year, and the first and the last quote."""
    with Session(database) as session:
        found = get_profile(session, number)
    if found.id != number:
        return _moved(request, found.id)
    return cached(request, Meta(count=1), (found,))


@router.get("/speakers/{id}/quotes", response_model=QuotesOrGroups, responses=_MOVED)
def list_speakers_quotes(
    request: Request, database: Database, number: Id, narrowed: Narrowed, shape: WantedShape, page: WantedPage
) -> Response:
    """List one speaker's quotes, or count them in groups."""
    with Session(database) as session:
        found = get_speaker(session, number)  # no such speaker is not the same as one who said nothing
    if found.id != number:
        return _moved(request, found.id)
    return answer_with_quotes(request, database, replace(narrowed, speaker_id=str(number)), shape, page)


def _moved(request: Request, survivor: int) -> Response:
    """Answer with the same address of the speaker into whom this one was merged.

    Nobody may keep that unasked: a merging can be undone.
    """
    old = f"/speakers/{request.path_params['id']}"
    path = request.url.path.replace(old, f"/speakers/{survivor}", 1)
    headers = {"Location": str(request.url.replace(path=path)), "Cache-Control": "public, no-cache"}
    return Response(status_code=308, headers=headers)
