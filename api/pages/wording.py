"""What pages say about a quote, in words. Pure functions from records to text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import regex

from quotes.store.records import CorrectionRecord, DayValue, PartRecord, QuoteRecord, SpeakerValue, Value
from quotes.types import CORRECTED, DatePrecision

# Why nobody was given the words, by the record's `reason`.
_REASONS = {
    "no_source": "the text does not say whose words these are",
    "ambiguous": "more than one source is possible, and none is sure enough",
    "echoed_words": "a few words in quotation marks that the text gives nobody",
    "title": "by its form this is a title, which nobody says",
    "heading": "it stands in a heading that names no source",
    "nickname": "by its form this is a nickname, which nobody says",
    CORRECTED: "a person found that nobody known is meant",
}
_CHANNELS = {
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
_OFFICES = {
    "document": "as this article says",
    "roster": "as a roster has it on that day",
    "other_documents": "as other articles before and after say",
}
_BASES = {
    "words": "which stands with the quote",
    "dateline": "which is the dateline",
    "continues": "which stands with an earlier quote that this one goes on with",
}
_CORRECTED = {
    "speaker": "who said it",
    "source": "which words name the source",
    "said_on": "the day on which it was said",
    "quote": "whether it is a quote",
}
# Signs that turn the direction of what follows them, also outside the words that they stand in.
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class ShownDay(NamedTuple):
    """A day as a sentence has it ("on", "6 April 2024"), and as <time datetime> has it ("2024-04-06")."""

    preposition: str
    words: str
    machine: str


class Beginning(NamedTuple):
    """Some of the words, as they stand: paragraphs of parts; of `of` characters there are `shown`."""

    paragraphs: list[list[str]]
    shown: int
    of: int


def shown_day(day: date, precision: DatePrecision = "day") -> ShownDay:
    """Write a day, a month or a year; no more of it than is known."""
    if precision == "year":
        return ShownDay("in", str(day.year), f"{day:%Y}".zfill(4))
    if precision == "month":
        return ShownDay("in", f"{day:%B} {day.year}", day.isoformat()[:7])
    return ShownDay("on", f"{day.day} {day:%B} {day.year}", day.isoformat())


def undated(quote: QuoteRecord) -> str:
    """Say what is not known of the days, nothing where both are."""
    if quote.said_on is not None:
        return "" if quote.document.published_on else "not known when it was published"
    return "not known when it was said" + ("" if quote.document.published_on else " or published")


def named(quote: QuoteRecord) -> str | None:
    """Return what the source is called: by name, else in the words of the text; None for no source."""
    if quote.speaker is not None:
        return quote.speaker.name
    return quote.source.text if quote.source is not None else None


def unnamed(quote: QuoteRecord) -> str | None:
    """Say why there is no speaker; None where there is one. Whom a name can mean, `candidates` tells."""
    if quote.speaker is not None:
        return None
    if quote.candidates:
        return "not known which, of"
    if quote.source is not None:
        return "not named in the text"
    return _REASONS.get(quote.reason or "", quote.reason or "nobody is named")


def office(quote: QuoteRecord) -> str | None:
    """Return the office in which it was said, else what the text says that the speaker is."""
    if quote.office is not None and (quote.role is None or quote.office.basis != "document"):
        parts = (quote.office.title, quote.office.body)
        return ", ".join(part for part in parts if part)
    return quote.role.text if quote.role is not None else None


def of_hundred(share: float) -> str:
    """Write a share as people count: "98 of 100 times"."""
    return f"{round(100 * share)} of 100 times"


def trust(quote: QuoteRecord) -> str | None:
    """Say in a few words how far to trust who said it; None where nobody is named."""
    if quote.rule == CORRECTED:
        return "put right by a person"
    if quote.rule is None:
        return None
    if quote.rule_precision is None:
        return "found by a rule that was not measured"
    return f"found by a rule that was right {of_hundred(quote.rule_precision)} on annotated news"


def how_said(quote: QuoteRecord) -> str | None:
    """Return the channel as a sentence has it ("in a letter")."""
    return _CHANNELS.get(quote.channel, quote.channel) if quote.channel else None


def whence_office(quote: QuoteRecord) -> str | None:
    """Say whence the office is known."""
    return _OFFICES[quote.office.basis] if quote.office is not None else None


def whence_day(quote: QuoteRecord) -> str | None:
    """Say how the words that tell the day are tied to the quote."""
    return _BASES.get(quote.said_on.basis) if quote.said_on is not None else None


def put_right(correction: CorrectionRecord) -> str:
    """Say what a correction is about."""
    return _CORRECTED[correction.field]


def shown_value(value: Value) -> str:
    """Write one side of a correction."""
    match value:
        case SpeakerValue(name=name):
            return name
        case PartRecord(text=text):
            return f"“{text}”"
        case DayValue(date=day, precision=precision):
            return shown_day(day, precision).words
        case bool():
            return "a quote" if value else "no quote"
    return "not known"


def paragraphs(quote: QuoteRecord) -> list[list[str]]:
    """Return the parts of the words, by paragraph: the text joins these by a line break, those by a space."""
    found: list[list[str]] = [[]]
    end = 0
    for part in quote.spans:
        if end and quote.text[end : end + 1] == "\n":
            found.append([])
        end += bool(end) + len(part.text)
        found[-1].append(part.text)
    return found if quote.spans else [[quote.text]]


def beginning(quote: QuoteRecord, most: int) -> Beginning:
    """Return the words, or where they are long their beginning: whole words of it where that is possible."""
    shown: list[list[str]] = []
    left = most
    for paragraph in paragraphs(quote):
        shown.append([])
        for part in paragraph:
            kept = part if len(part) <= left else part[: _end(part, left)].rstrip()
            if kept:
                shown[-1].append(kept)
            left -= len(kept)
            if len(kept) < len(part):
                return Beginning([some for some in shown if some], most - left, len(quote.text))
    return Beginning(shown, len(quote.text), len(quote.text))


def _end(text: str, most: int) -> int:
    """Return where to cut: behind a word, else behind a whole sign with all that it is composed of."""
    space = max(text.rfind(" ", 0, most + 1), text.rfind("\n", 0, most + 1))
    if space > most * 2 // 3:
        return space
    ends: Iterator[int] = (sign.end() for sign in regex.finditer(r"\X", text, endpos=most + 1))
    return max((end for end in ends if end <= most), default=0)


def one_line(text: str, most: int) -> str:
    """Return a text for a title or an attribute: in one line, of at most so many characters."""
    line = " ".join(_TURNING.sub("", text).split())
    return line if len(line) <= most else f"{line[: _end(line, most - 1)].rstrip()}…"


def heading(quote: QuoteRecord) -> str:
    """Return who said what, in a line: what a page, a link or a frame is called."""
    who = named(quote)
    words = one_line(" ".join(part for some in paragraphs(quote) for part in some), 90)
    return f"“{words}”" if who is None else f"{one_line(who, 80)}: “{words}”"


def description(quote: QuoteRecord) -> str:
    """Return who, when and where in a line, without the words."""
    said, published = quote.said_on, quote.document.published_on
    day = shown_day(said.date, said.precision) if said else None
    told = [
        named(quote) or "Speaker not known",
        office(quote),
        f"said {day.preposition} {day.words}" if day else "not known when it was said",
        quote.document.outlet,
        f"published {shown_day(published).words}" if published else None,
    ]
    return "; ".join(one_line(one, 120) for one in told if one)
