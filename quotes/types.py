"""The values that cross rooms: documents going in, attributions coming out.

Offsets everywhere are half-open, 0-based and count Unicode code points of `Document.text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

Kind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organisation", "government", "group", "unnamed"]
Channel = Literal[
    "tweet",
    "statement",
    "press_conference",
    "interview",
    "speech",
    "letter",
    "call",
    "report",
    "court",
    "broadcast",
]
DatePrecision = Literal["day", "month", "year"]
DateBasis = Literal["words", "dateline", "continues", "corrected"]


_LENGTH: dict[DatePrecision, int] = {"year": len("2031"), "month": len("2031-05"), "day": len("2031-05-02")}

# The rule of an attribution that a person put right.
CORRECTED: Final = "corrected"


class Span(NamedTuple):
    """A stretch of a document's text, `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in its document's text."""
        return text[self.start : self.end]


class SaidOn(NamedTuple):
    """When something was said: the first day of what `precision` tells, and what it is known by.

    `words` are those that tell the day ("on Saturday"); `basis` says how they are tied to the quote: they
    stand with it, they are the dateline, or they stand with an earlier quote that this one continues. Where
    a person put the day right, there need be none.
    """

    day: date
    precision: DatePrecision
    basis: DateBasis
    words: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article, release or transcript as it was read, with its whole text.

    `published_on` is the day it was printed, never a guess: None where the file does not say.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published_on: date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One quotation and what the extractor says of it.

    `content` is what was said, without its quotation marks, one span a part. Where nobody was given the
    words, `source` is None and `reason` says why; only a person can name a speaker whom no words of the
    document name (rule CORRECTED). `speaker` is the name that the document
    gives in full for the source, None for an unnamed one ("a senior official").
    `rule` is the named pattern that decided, `confidence` how often it was right on annotated news.
    `role` is what the article says the speaker is, `country` (ISO 3166-1 alpha-2) the one they speak for.
    `said_on`, `channel`, `addressee`, `place` and `reported_by` are None where the article does not tell.
    """

    content: tuple[Span, ...]
    kind: Kind
    cue: Span | None = None
    cue_lemma: str | None = None
    source: Span | None = None
    antecedent: Span | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    rule: str | None = None
    confidence: float | None = None
    reason: str | None = None
    role: Span | None = None
    country: str | None = None
    said_on: SaidOn | None = None
    channel: Channel | None = None
    addressee: Span | None = None
    place: Span | None = None
    reported_by: Span | None = None

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.content[-1].end


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says: the quotes with a source, and the quotations that got none."""

    attributions: tuple[Attribution, ...]
    unattributed: tuple[Attribution, ...]

    def __iter__(self) -> Iterator[Attribution]:
        """Iterate over all of them, in the order of the text."""
        return iter(sorted((*self.attributions, *self.unattributed), key=lambda a: a.content))

    def __len__(self) -> int:
        return len(self.attributions) + len(self.unattributed)


def join_spans(text: str, spans: Iterable[Span]) -> str:
    """Return the parts of a quote as one string: a space between parts, a line break between paragraphs."""
    joined: list[str] = []
    end = None
    for span in spans:
        if end is not None:
            joined.append("\n" if "\n" in text[end : span.start] else " ")
        joined.append(span.of(text))
        end = span.end
    return "".join(joined)


def as_known(day: date, precision: DatePrecision) -> str:
    """Write of a day what is known: “2031-05-02”, “2031-05” or “2031”."""
    return day.isoformat()[: _LENGTH[precision]]
