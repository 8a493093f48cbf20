"""What the store finds out beside its rows: counts, hints, profiles, whether words are held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from quotes.store.records import ChangeRecord, Page, QuoteRecord, SpeakerRecord
from quotes.types import SpeakerKind

Likeness = Literal["word_for_word", "nearly"]
Verdict = Literal["word_for_word", "nearly", "other_speaker", "unattributed", "not_held"]
EXPLANATIONS: dict[Verdict, str] = {
    "word_for_word": "The words are held, word for word; case, punctuation and marks make no difference.",
    "nearly": "The words are held in another wording; each result shows where they differ.",
    "other_speaker": "The words, or nearly these, are held, but not of this speaker.",
    "unattributed": "The words, or nearly these, are held, but nobody is known to have said them.",
    "not_held": "The words are not held. That does not make them false: only what was read can be held.",
}
GroupBy = Literal["speaker", "country", "outlet", "channel", "kind", "cue", "year", "month", "day"]


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """How many quotes have a value: `key` narrows to them, `name` is for people; null where none is known."""

    key: str | None
    name: str | None
    count: int


@dataclass(frozen=True, slots=True)
class GroupPage(Page[GroupRecord]):
    """Some groups; `count` is the number of all, `quotes` that of the quotes in them."""

    quotes: int


@dataclass(frozen=True, slots=True)
class SpeakerHint:
    """Enough of a speaker to be chosen from a few: the name that was meant, the last office, the country."""

    id: int
    name: str
    kind: SpeakerKind | None
    alias: str
    office: str | None
    country: str | None
    quotes: int


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """One publication, and the days between which its documents were printed."""

    id: int
    name: str
    documents: int
    first_published_on: date | None
    last_published_on: date | None


@dataclass(frozen=True, slots=True)
class SpeakerProfile(SpeakerRecord):
    """One speaker with counts by year, and the first and the last quote by their day."""

    years: tuple[GroupRecord, ...]
    first_quote: QuoteRecord | None
    last_quote: QuoteRecord | None


@dataclass(frozen=True, slots=True)
class Match:
    """A quote that has words which were looked up, or nearly: `changes` lead from its words to those.

    `of_speaker` tells whether it is of the speaker who was asked for, null where nobody was.
    """

    likeness: Likeness
    of_speaker: bool | None
    changes: tuple[ChangeRecord, ...]
    quote: QuoteRecord


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of looking words up, and the quotes that say so, the nearest first."""

    verdict: Verdict
    matches: tuple[Match, ...]
