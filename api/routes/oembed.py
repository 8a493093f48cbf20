"""oEmbed 1.0: from the address of a quote to the code that shows it in another page."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal
from xml.sax.saxutils import escape

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.orm import Session

from api.answers import cached_bytes, to_json
from api.dependencies import Database, Words
from api.errors import problem
from api.pages import wording
from api.pages.addresses import OEMBED, base_of, quote_id_in
from api.pages.embedding import frame_of
from quotes.errors import GoneError, NotFoundError
from quotes.store.queries import get_quote

router = APIRouter(tags=["pages"])
_XML = "text/xml; charset=utf-8"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Pixels = Annotated[int, Query(ge=1, le=100_000, examples=[480])]


@dataclass(frozen=True, slots=True)
class Embedding:
    """How a quote is shown in another page (oEmbed 1.0)."""

    type: Literal["rich"]
    version: Literal["1.0"]
    title: str
    author_name: str | None
    author_url: str | None
    provider_name: str
    provider_url: str
    html: str
    width: int
    height: int


@router.get(
    OEMBED,
    response_model=Embedding,
    responses={200: {"content": {"text/xml": {"schema": {"type": "string"}}}}},
)
def show_embedding(
    request: Request,
    database: Database,
    url: Annotated[
        Words,
        Query(
            description="The address of a quote: of its page, its card or its JSON.",
            examples=["https://quotes.example/quotes/1"],
        ),
    ],
    format: Annotated[  # noqa: A002  # as oEmbed calls it
        str, Query(description="`json` or `xml`; there is no other.", examples=["json"])
    ] = "json",
    maxwidth: Annotated[Pixels | None, Query(description="How wide it may be, in pixels.")] = None,
    maxheight: Annotated[Pixels | None, Query(description="How high it may be, in pixels.")] = None,
) -> Response:
    """Say how to show a quote in another page: in a frame without scripts, no larger than asked for.

    As oEmbed 1.0 wants it: 404 for an address that has no quote, 501 for another format; consumers may
    send parameters of their own.
    """
    if format not in ("json", "xml"):
        return problem(request, 501, "there are the formats json and xml")
    base = base_of(request)
    number = quote_id_in(url, (base, str(request.base_url).rstrip("/")))
    if number is None:
        raise NotFoundError("this server has no quote at the address")
    with Session(database) as session:
        try:
            quote = get_quote(session, number)
        except GoneError as error:  # oEmbed knows no 410
            raise NotFoundError(str(error)) from error
    frame = frame_of(quote, base, maxwidth, maxheight)
    speaker = quote.speaker
    found = Embedding(
        type="rich",
        version="1.0",
        title=wording.heading(quote),
        author_name=wording.one_line(speaker.name, 200) if speaker else None,
        author_url=f"{base}/v1/speakers/{speaker.id}" if speaker else None,
        provider_name="quotes",
        provider_url=f"{base}/",
        html=frame.html,
        width=frame.width,
        height=frame.height,
    )
    known = {name: value for name, value in asdict(found).items() if value is not None}
    if format == "xml":
        return cached_bytes(request, _xml(known), _XML)
    return cached_bytes(request, to_json(known), "application/json")


def _xml(values: dict[str, Any]) -> bytes:
    """Write values as oEmbed's XML, without the characters that XML has no way to write."""
    inside = "".join(f"<{name}>{escape(_NOT_XML.sub('', str(one)))}</{name}>" for name, one in values.items())
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    return f"{head}\n<oembed>{inside}</oembed>\n".encode()
