"""Text in, attributions out; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field

import quotes
from api.answers import Envelope, Meta, fresh
from api.bodies import TextBody
from api.dependencies import CHECKED, Day
from quotes.errors import FilterError, LanguageError
from quotes.store.records import CueRecord, PartRecord, SaidOnRecord
from quotes.types import Attribution, Channel, Kind, SaidOn, Span, SpeakerKind

router = APIRouter(prefix="/v1", tags=["extract"], dependencies=CHECKED)


class ExtractRequest(TextBody):
    """A text or a page to find quotes in."""

    published_on: Annotated[
        Day | None, Field(description="The day it was printed.", examples=["2026-03-14"])
    ] = None
    language: Annotated[str, Field(description="The language that it is written in.", examples=["en"])] = "en"


@dataclass(frozen=True, slots=True)
class ExtractedQuote:
    """One quote of a text that was sent. Without a source, `reason` says why."""

    text: str
    kind: Kind
    spans: tuple[PartRecord, ...]
    speaker: str | None
    speaker_kind: SpeakerKind | None
    source: PartRecord | None
    antecedent: PartRecord | None
    cue: CueRecord | None
    role: PartRecord | None
    country: str | None
    said_on: SaidOnRecord | None
    channel: Channel | None
    addressee: PartRecord | None
    place: PartRecord | None
    reported_by: PartRecord | None
    rule: str | None
    confidence: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ExtractMeta(Meta):
    """About the extraction: `count` quotes, of which `attributed` have a source."""

    attributed: int
    length: int
    text: str | None
    published_on: date | None
    language: str
    extractor_version: str


@router.post("/extract", response_model=Envelope[ExtractMeta, ExtractedQuote])
def extract(wanted: ExtractRequest) -> Response:
    """Find the quotes in a text, or in the article of a page, and attribute them. Nothing is stored."""
    document = wanted.document()
    text, day = document.text, wanted.published_on or document.published_on
    try:
        found = quotes.extract(text, published_on=day, language=wanted.language)
    except LanguageError as error:
        raise FilterError("language", str(error)) from error
    meta = ExtractMeta(
        count=len(found),
        attributed=len(found.attributions),
        length=len(text),
        published_on=day,
        text=text if wanted.html else None,
        language=wanted.language,
        extractor_version=quotes.EXTRACTOR_VERSION,
    )
    return fresh(meta, tuple(_extracted(text, one) for one in found))


def _extracted(text: str, one: Attribution) -> ExtractedQuote:
    return ExtractedQuote(
        text=quotes.join_spans(text, one.content),
        kind=one.kind,
        spans=tuple(PartRecord(span.of(text), *span) for span in one.content),
        speaker=one.speaker,
        speaker_kind=one.speaker_kind,
        source=_part(text, one.source),
        antecedent=_part(text, one.antecedent),
        cue=CueRecord(one.cue.of(text), *one.cue, one.cue_lemma) if one.cue else None,
        role=_part(text, one.role),
        country=one.country,
        said_on=_said_on(text, one.said_on),
        channel=one.channel,
        addressee=_part(text, one.addressee),
        place=_part(text, one.place),
        reported_by=_part(text, one.reported_by),
        rule=one.rule,
        confidence=one.confidence,
        reason=one.reason,
    )


def _part(text: str, span: Span | None) -> PartRecord | None:
    return PartRecord(span.of(text), *span) if span else None


def _said_on(text: str, said: SaidOn | None) -> SaidOnRecord | None:
    if said is None:
        return None
    return SaidOnRecord(said.day, said.precision, said.basis, _part(text, said.words))
