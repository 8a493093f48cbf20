"""Quotes as schema.org's Quotation in JSON-LD, for search engines and graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from quotes.export.citation import CitedDay
from quotes.export.names import authors
from quotes.store.records import QuoteRecord, SpeakerRef

CONTEXT = "https://schema.org"


def write_one(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield a quotation that stands alone."""
    for quote in quotes:
        yield orjson.dumps({"@context": CONTEXT, **quotation(quote, base)}, option=orjson.OPT_APPEND_NEWLINE)


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield one graph of quotations."""
    yield b'{"@context":"%s","@graph":[' % CONTEXT.encode()
    between = b"\n"
    for quote in quotes:
        yield between + orjson.dumps(quotation(quote, base))
        between = b",\n"
    yield b"]}\n"


def quotation(quote: QuoteRecord, base: str) -> dict[str, Any]:
    """Return a Quotation, without what is not known; days are as precise as they are known."""
    permalink = f"{base}{quote.permalink}"
    said_on = CitedDay(quote.said_on.date, quote.said_on.precision) if quote.said_on else None
    speaker = _agent(quote.speaker, base) if quote.speaker else None
    return _known(
        {
            "@type": "Quotation",
            "@id": permalink,
            "url": permalink,
            "text": quote.text,
            "creator": speaker,
            "spokenByCharacter": speaker,
            "dateCreated": str(said_on) if said_on else None,
            "locationCreated": {"@type": "Place", "name": quote.place.text} if quote.place else None,
            "audience": {"@type": "Audience", "name": quote.addressee.text} if quote.addressee else None,
            "isPartOf": _article(quote, base),
        }
    )


def _agent(speaker: SpeakerRef, base: str) -> dict[str, Any]:
    organisations = ("organisation", "government", "group")
    kind = "Organization" if speaker.kind in organisations else "Person"
    return {"@type": kind, "@id": f"{base}/v1/speakers/{speaker.id}", "name": speaker.name}


def _article(quote: QuoteRecord, base: str) -> dict[str, Any]:
    document = quote.document
    written_by = [
        {"@type": "Person" if one.family else "Organization", "name": one.literal}
        for one in authors(document.author)
    ]
    return _known(
        {
            "@type": "NewsArticle",
            "@id": f"{base}/v1/documents/{document.id}",
            "headline": document.title,
            "url": document.url,
            "datePublished": document.published_on.isoformat() if document.published_on else None,
            "author": written_by or None,
            "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
