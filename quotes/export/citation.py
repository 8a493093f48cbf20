"""What is cited of a quote, in any format: the article that prints it, or the speech, interview or post.

No format has a type for a quotation: the words stand in the note.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from quotes.export.names import Name, authors, person_or_body
from quotes.store.records import QuoteRecord
from quotes.types import Channel, DatePrecision

Cited = Literal["article", "document", "speech", "interview", "post", "letter", "call", "broadcast"]

# What is cited as a work of its speaker's own; of all else, such as a statement, the article is.
_OWN: dict[Channel, tuple[Cited, str]] = {
    "speech": ("speech", "Speech"),
    "interview": ("interview", "Interview"),
    "tweet": ("post", "Tweet"),
    "letter": ("letter", "Letter"),
    "call": ("call", "Call"),
    "broadcast": ("broadcast", "Broadcast"),
}
_IN: dict[Channel, str] = {
    "tweet": "in a tweet",
    "statement": "in a statement",
    "press_conference": "at a press conference",
    "interview": "in an interview",
    "speech": "in a speech",
    "letter": "in a letter",
    "call": "in a call",
    "report": "in a report",
    "court": "in court",
    "broadcast": "in a broadcast",
}


@dataclass(frozen=True, slots=True)
class CitedDay:
    """A day, or by its precision the month or the year that it is the first day of."""

    date: date
    precision: DatePrecision

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as many as are known."""
        whole = (self.date.year, self.date.month, self.date.day)
        return whole[: {"year": 1, "month": 2, "day": 3}[self.precision]]

    def __str__(self) -> str:
        year, *rest = self.parts
        return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote as something to cite; `key` names it for good.

    `genre` is what the speaker's own work is, None for an article. `day` is the day of that work where it is
    told, else of publication; of an article always of publication.
    """

    key: str
    cited: Cited
    genre: str | None
    names: tuple[Name, ...]
    title: str | None
    outlet: str | None
    day: CitedDay | None
    said_on: CitedDay | None
    place: str | None
    recipient: str | None
    url: str | None
    note: str


def cite(quote: QuoteRecord, base: str) -> Citation:
    """Return what is cited of a quote; `base` is the address of the server, without a slash at its end.

    Without one nothing leads to the quote: half an address helps no reader.
    """
    document = quote.document
    said_on = CitedDay(quote.said_on.date, quote.said_on.precision) if quote.said_on else None
    published = CitedDay(document.published_on, "day") if document.published_on else None
    own = _OWN.get(quote.channel) if quote.channel else None
    cited, genre = own or ("article" if document.outlet else "document", None)
    permalink = f"{base}{quote.permalink}" if base else None
    return Citation(
        key=f"quote{quote.id}",
        cited=cited,
        genre=genre,
        names=speaker_name(quote) if own else authors(document.author),
        title=_own_title(quote, genre) if genre else _line(document.title),
        outlet=_line(document.outlet),
        day=(said_on if own else None) or published,
        said_on=said_on,
        place=_line(quote.place.text) if quote.place else None,
        recipient=_line(quote.addressee.text) if quote.addressee else None,
        url=document.url or permalink,
        note=_note(quote, said_on, permalink, own=own is not None),
    )


def speaker_name(quote: QuoteRecord) -> tuple[Name, ...]:
    """Return the speaker as a citation names them; nobody where only their office or nothing is known."""
    speaker = quote.speaker
    return () if speaker is None else (person_or_body(speaker.name, speaker.kind, quote.country),)


def _own_title(quote: QuoteRecord, genre: str) -> str:
    """Describe a work whose title nobody tells."""
    addressee = f" to {_line(quote.addressee.text)}" if quote.addressee else ""
    place = f" at {_line(quote.place.text)}" if quote.place else ""
    return f"{genre}{addressee}{place}"


def _note(quote: QuoteRecord, said_on: CitedDay | None, permalink: str | None, *, own: bool) -> str:
    words = quote.text if quote.kind == "indirect" else f"“{quote.text}”"
    told = [_who(quote)]
    if quote.channel is not None:
        told.append(_IN[quote.channel])
    if not own:  # else these have fields of their own
        told += [f"to {_line(quote.addressee.text)}"] if quote.addressee else []
        told += [f"at {_line(quote.place.text)}"] if quote.place else []
    if said_on is not None:
        told.append(f"said {said_on}")
    if quote.reported_by is not None:
        told.append(f"reported by {_line(quote.reported_by.text)}")
    sentences = [f"{words} — {', '.join(told)}."]
    if own and (printed := _printed(quote)):
        sentences.append(f"Quoted in {printed}.")
    return " ".join((*sentences, permalink) if permalink else sentences)


def _who(quote: QuoteRecord) -> str:
    if quote.speaker is None:
        return str(_line(quote.source.text)) if quote.source else "speaker not known"
    return ", ".join(filter(None, (quote.speaker.name, _line(quote.role.text) if quote.role else None)))


def _printed(quote: QuoteRecord) -> str:
    document = quote.document
    title = f"“{_line(document.title)}”" if document.title else None
    day = document.published_on.isoformat() if document.published_on else None
    return ", ".join(filter(None, (title, _line(document.outlet), day)))


def _line(text: str | None) -> str | None:
    """Return words of a text or a title on one line."""
    return " ".join(text.split()) if text else None
