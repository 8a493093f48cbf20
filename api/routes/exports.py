"""Quotes as files: all that a filter leaves, or one, in the formats of other tools."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from api.dependencies import CHECKED, Database, Id
from api.filters import NarrowedBySpeaker
from api.openapi import files_of
from api.pages.addresses import base_of
from api.shapes import Sorting
from api.streams import Stream
from quotes.errors import FilterError, QuotesError, StoreError
from quotes.export.csv_table import BYTE_ORDER_MARK
from quotes.export.formats import (
    DOCUMENT_FORMATS,
    FORMATS,
    Format,
    document_format_named,
    format_named,
)
from quotes.export.sources import Quotes
from quotes.store.filters import QuoteFilter
from quotes.store.queries import get_document, get_quote
from quotes.store.selection import Selection

router = APIRouter(prefix="/v1", tags=["exports"], dependencies=CHECKED)

FormatName = Annotated[
    str,
    Path(
        alias="format",
        description="The format, as files of it end.",
        examples=["csv"],
        json_schema_extra={"enum": list(FORMATS)},
    ),
]
DocumentFormatName = Annotated[
    str,
    Path(
        alias="format",
        description="The format, as files of it end.",
        examples=["ann"],
        json_schema_extra={"enum": list(DOCUMENT_FORMATS)},
    ),
]
Marked = Annotated[
    bool, Query(description="Begin with a byte order mark, for Excel; of CSV alone.", examples=[True])
]
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file. `X-Total-Count` says how many quotes it has; one that was cut has fewer.",
        "content": files_of(one.media_type for one in FORMATS.values()),
    }
}
_DOCUMENT_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file. `X-Total-Count` says how many quotes the document has.",
        "content": files_of(one.media_type for one in DOCUMENT_FORMATS.values()),
    }
}


@router.get("/quotes.{format}", response_class=Response, responses=_FILES)
def export_quotes(
    request: Request,
    database: Database,
    name: FormatName,
    narrowed: NarrowedBySpeaker,
    sort: Sorting = "-published_on",
    bom: Marked = False,
) -> Response:
    """Write all quotes that the filters leave, as of one moment, in a format for other tools."""
    wanted = _format(name, bom)
    with ExitStack() as opened:
        session = opened.enter_context(Session(database))
        selected = Selection(session, narrowed, sort)
        return _file(request, wanted, selected, "quotes", opened.pop_all(), bom)


@router.get("/quotes/{id:int}.{format}", response_class=Response, responses=_FILES)
def export_quote(
    request: Request, database: Database, number: Id, name: FormatName, bom: Marked = False
) -> Response:
    """Write one quote in a format for other tools."""
    wanted = _format(name, bom)
    with Session(database) as session:
        found = get_quote(session, number)
    alone = replace(wanted, write=wanted.write_one or wanted.write)
    return _file(request, alone, [found], f"quote-{number}", ExitStack(), bom)


@router.get("/documents/{id:int}.{format}", response_class=Response, responses=_DOCUMENT_FILES)
def export_document(request: Request, database: Database, number: Id, name: DocumentFormatName) -> Response:
    """Write a document with its quotes: its text (`txt`), that with them marked, or them alone.

    What holds the whole text is only written where that is open to everybody (`open`); `ann`, `anno.jsonld`
    and `schema.jsonld` hold just the quotes, with offsets into the text that its SHA-256 names.
    """
    try:
        wanted = document_format_named(name)
    except FilterError as error:
        raise HTTPException(404, str(error)) from error
    with Session(database) as session:
        selected = Selection(session, QuoteFilter(document_id=number), "id")
        document = get_document(session, number)
        found = list(selected)
    if wanted.with_text and not document.open:
        without = ", ".join(one.name for one in DOCUMENT_FORMATS.values() if not one.with_text)
        message = f"the whole text of document {number} is not open; without it there are {without}"
        raise HTTPException(403, message)
    found.sort(key=lambda quote: (quote.spans[0].start, quote.id))
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="document-{number}.{wanted.name}"',
        "X-Total-Count": str(len(found)),
    }
    body = b"".join(wanted.write(document, found, base_of(request)))
    return Response(body, media_type=wanted.media_type, headers=headers)


def _format(name: str, bom: bool) -> Format:
    try:
        wanted = format_named(name)
    except FilterError as error:
        raise HTTPException(404, str(error)) from error
    if bom and name != "csv":
        raise FilterError("bom", "bom is for csv alone")
    return wanted


def _file(
    request: Request, wanted: Format, quotes: Quotes, stem: str, opened: ExitStack, bom: bool
) -> Response:
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="{stem}.{wanted.name}"',
        "X-Total-Count": str(len(quotes)),
    }
    pieces = _pieces(wanted, quotes, base_of(request), opened, bom)
    try:
        return Stream(pieces, media_type=wanted.media_type, headers=headers)
    except StoreError:
        raise
    except QuotesError as error:  # what writes it is not installed
        raise HTTPException(501, str(error)) from error


def _pieces(wanted: Format, quotes: Quotes, base: str, opened: ExitStack, bom: bool) -> Generator[bytes]:
    with opened:
        if bom:
            yield BYTE_ORDER_MARK
        yield from wanted.write(quotes, base)
