"""Quotes: who said what, in which words, in which document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from api.answers import (
    DATE_MEANT,
    ChangedMeta,
    Envelope,
    GroupsMeta,
    Meta,
    QuotesMeta,
    cached,
    cached_bytes,
    leading,
    list_meta,
)
from api.dependencies import CHECKED, Database, Id, Paging, WantedPage
from api.filters import NarrowedBySpeaker
from api.negotiation import preferred
from api.openapi import files_of
from api.pages.addresses import base_of
from api.shapes import Shape, WantedShape
from quotes.export.formats import NEGOTIATED, Format
from quotes.store.filters import QuoteFilter
from quotes.store.findings import GroupBy, GroupRecord
from quotes.store.groups import group_quotes
from quotes.store.queries import get_quote, select_quotes
from quotes.store.records import QuoteRecord
from quotes.store.updates import quotes_gone

router = APIRouter(prefix="/v1", tags=["quotes"], dependencies=CHECKED)
QuotesOrGroups = (
    Envelope[ChangedMeta, QuoteRecord] | Envelope[QuotesMeta, QuoteRecord] | Envelope[GroupsMeta, GroupRecord]
)
_FORMATS = {one.media_type: one for one in NEGOTIATED}
_BY_ACCEPT: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "JSON, or what the request's `Accept` prefers to it.",
        "content": files_of(_FORMATS),
    }
}


def answer_with_quotes(
    request: Request,
    database: Engine,
    narrowed: QuoteFilter,
    shape: Shape,
    page: Paging,
    wanted: Format | None = None,
    vary: str | None = None,
) -> Response:
    """Answer with one page of the quotes that the filter leaves, or of groups of them.

    `wanted` is the format, JSON for none, where `vary` names the header that says so.
    """
    if shape.group_by is not None:
        return answer_with_groups(request, database, narrowed, shape.group_by, page, vary)
    with Session(database) as session:
        found = select_quotes(session, narrowed, sort=shape.sort, cursor=page.cursor, per_page=page.per_page)
        gone = None if narrowed.updated_since is None else quotes_gone(session, narrowed.updated_since)
    about = list_meta(request, found, page.per_page, narrowed) | {
        "date_meant": DATE_MEANT,
        "sort": shape.sort,
    }
    meta = QuotesMeta(**about) if gone is None else ChangedMeta(**about, gone=gone[0], gone_count=gone[1])
    if wanted is not None:
        body = b"".join(wanted.write(found.results, base_of(request)))
        return cached_bytes(request, body, wanted.media_type, leading(meta.next, vary))
    results: tuple[Any, ...] = found.results
    if shape.select:
        results = tuple({name: getattr(quote, name) for name in shape.select} for quote in found.results)
    return cached(request, meta, results, vary=vary)


def answer_with_groups(
    request: Request,
    database: Engine,
    narrowed: QuoteFilter,
    by: GroupBy,
    page: Paging,
    vary: str | None = None,
) -> Response:
    """Answer with one page of groups of the quotes that the filter leaves."""
    with Session(database) as session:
        found = group_quotes(session, narrowed, by, cursor=page.cursor, per_page=page.per_page)
    meta = list_meta(request, found, page.per_page, narrowed)
    about = GroupsMeta(**meta, date_meant=DATE_MEANT, group_by=by, quotes=found.quotes)
    return cached(request, about, found.results, vary=vary)


def accepted(request: Request) -> Format | None:
    """Return the format that the request prefers to JSON, None for JSON."""
    accept = ",".join(request.headers.getlist("accept"))
    return _FORMATS.get(preferred(accept, ("application/json", *_FORMATS)))


@router.get("/quotes", response_model=QuotesOrGroups, responses=_BY_ACCEPT)
def list_quotes(
    request: Request, database: Database, narrowed: NarrowedBySpeaker, shape: WantedShape, page: WantedPage
) -> Response:
    """List quotes by speaker, by date, by their words; or count them in groups. Every filter narrows.

    `Accept` asks for a page of them as citations or annotations; groups and selected fields are always JSON.
    """
    wanted = None if shape.group_by or shape.select else accepted(request)
    return answer_with_quotes(request, database, narrowed, shape, page, wanted, vary="Accept")


@router.get("/timeline", response_model=Envelope[GroupsMeta, GroupRecord])
def show_timeline(
    request: Request,
    database: Database,
    narrowed: NarrowedBySpeaker,
    page: WantedPage,
    interval: Annotated[
        Literal["year", "month", "day"],
        Query(description="What the quotes are counted by.", examples=["year"]),
    ] = "month",
) -> Response:
    """Count quotes by their day of saying, else of publication, in the order of time."""
    return answer_with_groups(request, database, narrowed, interval, page)


@router.get("/quotes/{id}", response_model=Envelope[Meta, QuoteRecord], responses=_BY_ACCEPT)
def show_quote(request: Request, database: Database, number: Id) -> Response:
    """Show one quote; as a citation or an annotation where `Accept` asks for that."""
    with Session(database) as session:
        found = get_quote(session, number)
    wanted = accepted(request)
    if wanted is None:
        return cached(request, Meta(count=1), (found,), vary="Accept")
    write = wanted.write_one or wanted.write
    body = b"".join(write([found], base_of(request)))
    return cached_bytes(request, body, wanted.media_type, leading(None, "Accept"))
