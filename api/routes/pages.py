"""Pages for people: a quote's own, and its card for other pages. The same query as the JSON."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from sqlalchemy.orm import Session

from api.dependencies import Database
from api.pages import embedding, metadata, wording
from api.pages.addresses import base_of
from api.pages.rendering import page
from quotes.errors import NotFoundError
from quotes.export.formats import NEGOTIATED
from quotes.store.queries import get_quote

router = APIRouter(include_in_schema=False)


async def number_in(text: Annotated[str, Path(alias="id")]) -> int:
    """Read a quote's id; for who reads pages, what is no number is just not there."""
    if text.isascii() and text.isdecimal() and len(text) < 20:
        return int(text)
    raise NotFoundError(f"there is no quote {wording.one_line(text, 40)!r}")


Number = Annotated[int, Depends(number_in)]


@router.get("/quotes/{id}")
def show_page(request: Request, database: Database, number: Number) -> Response:
    """Show a quote to people: its words, how we know, and how to cite and to embed it."""
    with Session(database) as session:
        quote = get_quote(session, number)
    base = base_of(request)
    return page(
        request,
        "quote",
        quote=quote,
        shown=wording.beginning(quote, len(quote.text)),
        formats=NEGOTIATED,
        json_ld=metadata.json_ld(quote, base),
        dublin_core=metadata.dublin_core(quote, base),
        coins=metadata.coins(quote, base),
        frame=embedding.frame_of(quote, base).html,
        blockquote=embedding.blockquote_of(quote, base),
    )


@router.get("/embed/quotes/{id}")
def show_card(request: Request, database: Database, number: Number) -> Response:
    """Show a quote as a card, which any page may frame."""
    with Session(database) as session:
        quote = get_quote(session, number)
    return page(request, "card", quote=quote, shown=wording.beginning(quote, embedding.MOST_SHOWN))
