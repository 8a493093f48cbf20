"""Quotes as RIS, the format of reference managers: a tag a line, lines ended by CR and LF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from quotes.export.citation import Citation, Cited, CitedDay, cite
from quotes.export.names import Name
from quotes.store.records import QuoteRecord

# RIS has no type for a speech: it is GEN, and M3 says what it is.
_TYPES: dict[Cited, str] = {
    "article": "NEWS",
    "document": "GEN",
    "speech": "GEN",
    "interview": "PCOMM",
    "post": "ICOMM",
    "letter": "PCOMM",
    "call": "PCOMM",
    "broadcast": "GEN",
}
_BREAKS = regex.compile(r"[\s--[\u00a0\u2007\u202f]]+|[\x00-\x1f\x7f]+", regex.V1)


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield a record a quote; a value is one line, so that line breaks become spaces."""
    for quote in quotes:
        citation = cite(quote, base)
        lines = [f"{tag}  - {value}\r\n" for tag, value in _fields(citation) if value]
        yield "".join((*lines, "ER  - \r\n")).encode()


def _fields(citation: Citation) -> Iterator[tuple[str, str | None]]:
    kind = _TYPES[citation.cited]
    yield "TY", kind
    yield "ID", citation.key
    for name in citation.names:
        yield "AU", _name(name)
    if citation.recipient and kind == "PCOMM":
        yield "A2", _plain(citation.recipient)
    yield "TI", _value(citation.title)
    yield "T2", _value(citation.outlet)
    if citation.day:
        yield "PY", f"{citation.day.date.year:04}"
        yield "DA", day(citation.day)
    yield "CY", _value(citation.place)
    yield "M3", citation.genre
    # several addresses on one line are parted by a semicolon
    yield "UR", _value(citation.url.replace(";", "%3B")) if citation.url else None
    yield "N1", _value(citation.note)


def day(value: CitedDay) -> str:
    """Return a day as YYYY/MM/DD/, with nothing between the slashes for what is not known."""
    year, *rest = value.parts
    month, day_ = (*(f"{part:02}" for part in rest), "", "")[:2]
    return f"{year:04}/{month}/{day_}/"


def _name(name: Name) -> str:
    if name.family is None:
        return _plain(name.literal)
    return ", ".join(_plain(part) for part in (name.family, name.given, name.suffix) if part)


def _plain(name: str) -> str:
    """Return a name without the comma that would part family and given, and the asterisk that RIS forbids."""
    return str(_value(name.replace(",", "").replace("*", "")))


def _value(text: str | None) -> str | None:
    return _BREAKS.sub(" ", text).strip() if text else None
