"""Quotes as BibTeX, in UTF-8, with the dates of BibLaTeX beside those of BibTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from quotes.export.citation import Citation, CitedDay, cite
from quotes.export.names import Name
from quotes.store.records import QuoteRecord

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces must balance in BibTeX, also those behind a backslash.
_SPECIAL = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
# Signs that TeX would join to another one, such as two hyphens to a dash.
_JOINED = regex.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")
_BREAKS = regex.compile(r"[\s--[\u00a0\u2007\u202f]]+|[\x00-\x1f\x7f]+", regex.V1)
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def write(quotes: Iterable[QuoteRecord], base: str) -> Iterator[bytes]:
    """Yield an entry a quote; a line break becomes a space, as BibTeX reads it anyway."""
    for quote in quotes:
        yield entry(cite(quote, base)).encode()


def entry(citation: Citation) -> str:
    """Return one entry, with an empty line behind it."""
    lines = [f"  {name} = {value}," for name, value in _fields(citation) if value]
    kind = "article" if citation.cited == "article" else "misc"
    return "\n".join((f"@{kind}{{{citation.key},", *lines, "}", "", ""))


def escaped(text: str) -> str:
    """Return a text as TeX reads it: the same signs, on one line."""
    return _JOINED.sub("{}", _BREAKS.sub(" ", text).strip().translate(_SPECIAL))


def _fields(citation: Citation) -> Iterator[tuple[str, str | None]]:
    yield "author", _braced(" and ".join(map(_name, citation.names)))
    yield "title", f"{{{{{escaped(citation.title)}}}}}" if citation.title else None
    outlet = escaped(citation.outlet) if citation.outlet else ""
    yield ("journal" if citation.cited == "article" else "publisher"), _braced(outlet)
    if citation.genre:
        place = f", {citation.place}" if citation.place else ""
        yield "howpublished", _braced(escaped(f"{citation.genre}{place}"))
    yield from _dates(citation.day)
    if citation.genre and citation.said_on:
        yield "eventdate", _braced(str(citation.said_on))
    yield "url", _braced(address(citation.url)) if citation.url else None
    yield "note", _braced(escaped(citation.note))


def _dates(day: CitedDay | None) -> Iterator[tuple[str, str]]:
    if day is None:
        return
    year, *rest = day.parts
    yield "year", f"{{{year:04}}}"
    if rest:
        yield "month", _MONTHS[rest[0] - 1]
    yield "date", f"{{{day}}}"


def _name(name: Name) -> str:
    if name.family is None:
        return f"{{{escaped(name.literal)}}}"
    return ", ".join(escaped(part) for part in (name.family, name.suffix, name.given) if part)


def _braced(value: str) -> str | None:
    return f"{{{value}}}" if value else None


def address(url: str) -> str:
    r"""Return an address as \url takes it: verbatim, but for what would end it."""
    return _BREAKS.sub("", url.translate(_IN_ADDRESSES))
