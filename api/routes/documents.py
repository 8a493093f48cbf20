"""Documents: the articles, releases and transcripts, with their whole text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query, Request, Response
from pydantic import Field
from sqlalchemy.orm import Session

from api.answers import Envelope, ListMeta, Meta, cached, list_meta, to_json
from api.bodies import TextBody
from api.dependencies import CHECKED, Database, Day, Id, Ingester, WantedPage, Words, Writing
from api.filters import SEARCH, Outlet, PublishedFrom, PublishedTo
from quotes.errors import FilterError, LanguageError
from quotes.ingest.keeping import keep, read
from quotes.store.filters import QuoteFilter
from quotes.store.keys import Answered, answered, remember
from quotes.store.queries import get_document, select_documents
from quotes.store.records import DocumentRecord

router = APIRouter(prefix="/v1", tags=["documents"], dependencies=CHECKED)

Line = Annotated[Words, Field(max_length=2000)]


IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="Any name that this request has and no other one.",
        examples=["harbour-dispatch-2026-03-14-7"],
    ),
]


class DocumentRequest(TextBody):
    """A document to store with its quotes."""

    title: Annotated[Line | None, Field(description="The headline.", examples=["Harbour talks"])] = None
    outlet: Annotated[Words | None, Field(description="The publication.", examples=["Harbour Dispatch"])] = (
        None
    )
    url: Annotated[
        Line | None, Field(description="Where it was printed.", examples=["https://dispatch.example/harbour"])
    ] = None
    author: Annotated[Line | None, Field(description="Who wrote it.", examples=["Jonas Feld"])] = None
    published_on: Annotated[
        Day | None, Field(description="The day it was printed.", examples=["2026-03-14"])
    ] = None
    language: Annotated[str, Field(description="The language that it is written in.", examples=["en"])] = "en"


@dataclass(frozen=True, slots=True)
class StoredMeta(Meta):
    """About what became of a document that was sent."""

    status: Literal["new", "unchanged", "replaced"]


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
    """Show one document, with its whole text where that is open to everybody (`open`).

    Every quote's offsets refer to the text, whose `sha256` tells whether another copy is the same.
    """
    with Session(database) as session:
        found = get_document(session, number)
    if not found.open:
        found = replace(found, text=None)
    return cached(request, Meta(count=1), (found,))


@router.post(
    "/documents",
    response_model=Envelope[StoredMeta, DocumentRecord],
    responses={201: {"description": "It is new.", "model": Envelope[StoredMeta, DocumentRecord]}},
)
def store_document(
    database: Writing, key: Ingester, wanted: DocumentRequest, name: IdempotencyKey = None
) -> Response:
    """Store a document and the quotes in it. A document is its text: the same text again changes nothing.

    With an `Idempotency-Key`, the same request is answered for a day as it was the first time.
    """
    given = wanted.model_dump(exclude={"text", "html"}, exclude_none=True)
    document = replace(wanted.document(), **given)
    body = wanted.model_dump_json().encode()
    try:
        if name is not None:
            with Session(database) as session:
                before = answered(session, key, name, body)
            if before is not None:
                return _stored(before)
        found = read(database, document)
        with Session(database) as session:
            saved = keep(session, document, found)
            record = get_document(session, saved.document_id)
            envelope = Envelope(StoredMeta(1, saved.status), (replace(record, text=None),))
            answer = Answered(201 if saved.status == "new" else 200, to_json(envelope).decode())
            if name is not None:
                remember(session, key, name, body, answer)
            session.commit()
    except LanguageError as error:
        raise FilterError("language", str(error)) from error
    return _stored(answer)


def _stored(answer: Answered) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(answer.body, answer.status, headers=headers, media_type="application/json")
