"""Quotes as CSL-JSON, which citation processors render in any style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from quotes.export.citation import Citation, Cited, CitedDay, cite
from quotes.export.names import Name
from quotes.store.records import QuoteRecord

_TYPES: dict[Cited, str] = {
    "article": "article-newspaper",
    "document": "article",
    "speech": "speech",
    "interview": "interview",
    "post": "post",
    "letter": "personal_communication",
    "call": "personal_communication",
    "broadcast": "broadcast",
}


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield one JSON list, an item a quote."""
    opening = b"["
    for quote in quotes:
        yield opening + orjson.dumps(item(cite(quote, base)))
        opening = b",\n"
    yield b"]\n" if opening != b"[" else b"[]\n"


def item(citation: Citation) -> dict[str, Any]:
    """Return one item, without what is not known."""
    names = [_name(name) for name in citation.names]
    recipient = [{"literal": citation.recipient}] if citation.recipient else None
    fields = {
        "id": citation.key,
        "type": _TYPES[citation.cited],
        "author": names or None,
        "recipient": recipient,
        "title": citation.title,
        "container-title": citation.outlet if citation.genre is None else None,
        "publisher": citation.outlet if citation.genre else None,
        "genre": citation.genre,
        "issued": _date(citation.day),
        "event-date": _date(citation.said_on),
        "event-place": citation.place,
        "URL": citation.url,
        "note": citation.note,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _date(day: CitedDay | None) -> dict[str, Any] | None:
    return {"date-parts": [list(day.parts)]} if day else None


def _name(name: Name) -> dict[str, str]:
    if name.family is None or name.given is None:
        return {"literal": name.literal}
    suffix = {"suffix": name.suffix} if name.suffix else {}
    return {"family": name.family, "given": name.given, **suffix}
