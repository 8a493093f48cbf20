"""Refuse what must not be stored: offsets out of the text, unknown values, a quote that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from quotes.errors import StoreError
from quotes.types import (
    CORRECTED,
    Attribution,
    Channel,
    DateBasis,
    DatePrecision,
    Document,
    Extraction,
    Kind,
    SaidOn,
    SpeakerKind,
)

_COUNTRY = re.compile(r"[A-Z]{2}")


def verify(document: Document, extraction: Extraction) -> None:
    """Raise StoreError for the first quote with something that is not so."""
    for quote in extraction:
        for wrong in _faults(quote, len(document.text)):
            at = quote.content[0].start if quote.content else "?"
            raise StoreError(f"the quote at {at} has {wrong}")


def _faults(quote: Attribution, length: int) -> Iterator[str]:
    yield from _misplaced(quote, length)
    if not quote.content or quote.kind not in get_args(Kind):
        yield "no content or no kind"
    if quote.source is None and not quote.reason and quote.rule != CORRECTED:
        yield "neither a source nor a reason why not"
    if quote.source is not None and quote.reason:
        yield "both a source and a reason why there is none"
    if quote.speaker_kind not in (None, *get_args(SpeakerKind)):
        yield f"a speaker of an unknown kind, {quote.speaker_kind!r}"
    if quote.confidence is not None and not 0 <= quote.confidence <= 1:
        yield f"the confidence {quote.confidence}, which is not between 0 and 1"
    if quote.country is not None and not _COUNTRY.fullmatch(quote.country):
        yield f"the country {quote.country!r}, which is no code of two capital letters"
    if quote.channel not in (None, *get_args(Channel)):
        yield f"an unknown channel, {quote.channel!r}"
    if quote.said_on is not None:
        yield from _misdated(quote.said_on)


def _misplaced(quote: Attribution, length: int) -> Iterator[str]:
    end = 0
    for span in quote.content:
        if not end <= span.start < span.end <= length:
            yield f"a part {span.start}-{span.end} that is out of order or out of the text"
        end = span.end
    words = (quote.said_on.words,) if quote.said_on is not None else ()
    office = (quote.role, quote.addressee, quote.place, quote.reported_by)
    for part in (quote.source, quote.antecedent, quote.cue, *office, *words):
        if part is not None and not 0 <= part.start < part.end <= length:
            yield f"a part {part.start}-{part.end} that is not within the text"


def _misdated(said: SaidOn) -> Iterator[str]:
    if said.precision not in get_args(DatePrecision) or said.basis not in get_args(DateBasis):
        yield f"a day of the unknown precision or basis {said.precision!r}, {said.basis!r}"
    first = {"month": said.day.replace(day=1), "year": said.day.replace(month=1, day=1)}
    if said.day != first.get(said.precision, said.day):
        yield f"the day {said.day}, which is not the first of its {said.precision}"
