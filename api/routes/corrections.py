"""Corrections: what people put right about quotes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, model_validator
from sqlalchemy.orm import Session

from api.answers import Envelope, ListMeta, Meta, cached, fresh, list_meta
from api.bodies import Body
from api.dependencies import CHECKED, Corrector, Database, Day, Id, IdNumber, WantedPage, Words, Writing
from quotes.store.correcting import Change
from quotes.store.corrections import correct, page_corrections, undo
from quotes.store.filters import QuoteFilter
from quotes.store.records import CorrectionRecord, DayValue, PartRecord, SpeakerValue, Value
from quotes.types import DatePrecision, SpeakerKind

router = APIRouter(prefix="/v1", tags=["corrections"], dependencies=CHECKED)


class SpeakerGiven(Body):
    """Who said it: by name, or one certain speaker by the id."""

    name: Annotated[Words | None, Field(description="The name in full.", examples=["Mira Danforth"])] = None
    kind: Annotated[
        SpeakerKind, Field(description="What a speaker given by name is.", examples=["person"])
    ] = "person"
    id: Annotated[IdNumber | None, Field(description="The speaker's id.", examples=[3])] = None

    @model_validator(mode="after")
    def _one(self) -> SpeakerGiven:
        if (self.name is None) == (self.id is None):
            raise ValueError("has either a name or an id")
        return self


class SpanGiven(Body):
    """Where words stand in the document."""

    start: Annotated[int, Field(ge=0, le=2**31 - 1, description="Where they begin.", examples=[27])]
    end: Annotated[int, Field(ge=1, le=2**31 - 1, description="Where they end.", examples=[40])]


class DayGiven(Body):
    """A day, or the month or year of one."""

    date: Annotated[Day, Field(description="The day.", examples=["2026-03-13"])]
    precision: Annotated[DatePrecision, Field(description="How much of it is known.", examples=["day"])] = (
        "day"
    )


class CorrectionRequest(Body):
    """One thing about a quote to be put right: exactly one of `speaker`, `source`, `said_on` and `quote`."""

    why: Annotated[Words, Field(description="How you know.", examples=["the recording"])]
    speaker: Annotated[
        SpeakerGiven | None, Field(description="Who said it; null for nobody whom the document names.")
    ] = None
    source: Annotated[
        SpanGiven | None, Field(description="The words of the document that name who said it.")
    ] = None
    said_on: Annotated[DayGiven | None, Field(description="When it was said; null for not known.")] = None
    quote: Annotated[
        Literal[False] | None, Field(description="False: nobody said this; it is no quote.", examples=[False])
    ] = None

    @model_validator(mode="after")
    def _one_thing(self) -> CorrectionRequest:
        given = self.model_fields_set - {"why"}
        if len(given) != 1 or (given & {"source", "quote"} and getattr(self, *given) is None):
            raise ValueError("has exactly one of speaker, source, said_on and quote")
        return self

    def change(self) -> Change:
        """Return what is to be put right."""
        (field,) = self.model_fields_set - {"why"}
        name: Any = field
        return Change(name, self._value())

    def _value(self) -> Value:
        if self.speaker is not None:
            return SpeakerValue(self.speaker.name or "", self.speaker.kind, self.speaker.id)
        if self.source is not None:
            return PartRecord("", self.source.start, self.source.end)
        if self.said_on is not None:
            return DayValue(self.said_on.date, self.said_on.precision)
        return self.quote


@router.patch("/quotes/{id}", response_model=Envelope[Meta, CorrectionRecord])
def correct_quote(database: Writing, key: Corrector, number: Id, wanted: CorrectionRequest) -> Response:
    """Put one thing about a quote right; the key's name signs for it.

    The correction shows in every answer from now on, and holds when newer versions read the document again.
    """
    with Session(database) as session:
        made = correct(session, number, wanted.change(), by=key.name, why=wanted.why)
        session.commit()
    return fresh(Meta(1), (made,))


@router.get("/corrections", response_model=Envelope[ListMeta, CorrectionRecord])
def list_corrections(
    request: Request,
    database: Database,
    page: WantedPage,
    quote_id: Annotated[IdNumber | None, Query(description="Only of this quote.", examples=[42])] = None,
) -> Response:
    """List what was put right, the last first; those undone among them."""
    with Session(database) as session:
        found = page_corrections(session, quote_id=quote_id, cursor=page.cursor, per_page=page.per_page)
    return cached(request, ListMeta(**list_meta(request, found, page.per_page, QuoteFilter())), found.results)


@router.delete("/corrections/{id}", response_model=Envelope[Meta, CorrectionRecord])
def undo_correction(database: Writing, key: Corrector, number: Id) -> Response:
    """Take a correction back; the key's name signs for it, and the log keeps it."""
    with Session(database) as session:
        undone = undo(session, number, by=key.name)
        session.commit()
    return fresh(Meta(1), (undone,))
