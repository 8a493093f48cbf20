"""What the store answers with: plain frozen records, the same for JSON, pages and files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from quotes.statements.changes import ChangeKind
from quotes.types import Channel, DateBasis, DatePrecision, Kind, SpeakerKind

T = TypeVar("T")
OfficeBasis = Literal["document", "roster", "other_documents"]
CorrectionField = Literal["speaker", "source", "said_on", "quote"]
Scope = Literal["read", "ingest", "correct"]
Noun = Literal["quote", "document", "speaker", "statement"]
Removal = Literal["corrected", "not_found", "document_removed", "removed", "joined", "unused"]
DayMeant = Literal["said_on", "published_on"]
SortField = Literal["published_on", "said_on", "day", "confidence", "id"]
Day = date  # for a field that is itself called date


@dataclass(frozen=True, slots=True)
class PartRecord:
    """Words of the document and where they stand: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CueRecord(PartRecord):
    """The words that link content and source, with their dictionary form."""

    lemma: str | None


@dataclass(frozen=True, slots=True)
class SaidOnRecord:
    """When something was said: a day or, by `precision`, its month or year, and the words that tell.

    Without words, a person put the day right.
    """

    date: Day
    precision: DatePrecision
    basis: DateBasis
    words: PartRecord | None


@dataclass(frozen=True, slots=True)
class DayRecord:
    """The day that a quote is found and counted by, and which that is: of saying, else of publication."""

    date: Day
    precision: DatePrecision
    meant: DayMeant


@dataclass(frozen=True, slots=True)
class SpeakerRef:
    """Enough of a speaker to show and to follow."""

    id: int
    name: str
    kind: SpeakerKind | None


@dataclass(frozen=True, slots=True)
class OfficeRef:
    """The office in which something was said, and whence that is known: its words are those of `basis`."""

    title: str
    body: str | None
    country: str | None
    basis: OfficeBasis


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """An office that documents give a speaker, or a roster: where it was seen, and when it was held.

    `past` tells one that the documents call a former one.
    """

    title: str
    body: str | None
    country: str | None
    past: bool
    first_seen_on: date | None
    last_seen_on: date | None
    documents: int
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """Enough of a document to show and to cite."""

    id: int
    title: str | None
    outlet: str | None
    url: str | None
    author: str | None
    published_on: date | None
    sha256: str


@dataclass(frozen=True, slots=True)
class StatementRef:
    """The statement that a quote is a printing of, and how many quotes are."""

    id: int
    quotes: int


@dataclass(frozen=True, slots=True)
class SpeakerValue:
    """Who spoke, by name; by an id as well, where it is one certain speaker."""

    name: str
    kind: SpeakerKind
    id: int | None = None


@dataclass(frozen=True, slots=True)
class DayValue:
    """When something was said: a day, or the first day of its month or year."""

    date: Day
    precision: DatePrecision


# What was put right, by its field: who spoke, the words that say so, the day, whether it is a quote at all.
Value = SpeakerValue | PartRecord | DayValue | bool | None


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """One thing about a quote that a person put right: `before` as it was shown until then, `after` since.

    None is nobody, or a day that is not known; of the field `quote` the values are true and false.
    """

    id: int
    quote_id: int
    document_id: int
    field: CorrectionField
    before: Value
    after: Value
    made_by: str
    made_at: datetime
    why: str
    undone_by: str | None
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """Who may use the API for what; `beginning` is that of the key, which itself is not kept."""

    id: int
    name: str
    beginning: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class TombstoneRecord:
    """Something that is gone, since when and why; `heir_id` has its place, where something has."""

    noun: Noun
    id: int
    removed_at: datetime
    why: Removal
    heir_id: int | None


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """One quote in one document. Without a speaker, `reason` or `source` says what is known.

    `candidates` are the speakers whom a name can mean that means no one for sure, the most quoted first.
    `before` and `after` are the words around it. `original` leads to the words in the page they are from.
    """

    id: int
    text: str
    kind: Kind
    spans: tuple[PartRecord, ...]
    before: PartRecord | None
    after: PartRecord | None
    speaker: SpeakerRef | None
    candidates: tuple[SpeakerRef, ...]
    office: OfficeRef | None
    source: PartRecord | None
    antecedent: PartRecord | None
    cue: CueRecord | None
    role: PartRecord | None
    country: str | None
    said_on: SaidOnRecord | None
    day: DayRecord | None
    channel: Channel | None
    addressee: PartRecord | None
    place: PartRecord | None
    reported_by: PartRecord | None
    rule: str | None
    rule_precision: float | None
    confidence: float | None
    reason: str | None
    document: DocumentRef
    permalink: str
    original: str | None
    statement: StatementRef
    corrections: tuple[CorrectionRecord, ...]
    extractor_version: str
    updated_at: datetime

    @property
    def start(self) -> int:
        """Return where the quote begins in its document's text."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Return where the quote ends in its document's text."""
        return self.spans[-1].end

    @property
    def offsets(self) -> str:
        """Return where the parts begin and end, as tables have it: "12-40 52-71"."""
        return offsets([(part.start, part.end) for part in self.spans])


def offsets(stretches: Sequence[tuple[int, int]]) -> str:
    """Return stretches of a text as tables have them: "12-40 52-71"."""
    if len(stretches) == 1:  # as is usual
        start, end = stretches[0]
        return f"{start}-{end}"
    return " ".join([f"{start}-{end}" for start, end in stretches])


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """Words in a row that a wording and the usual one both have, or only one of them."""

    kind: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class UpdateRecord:
    """What happened to something since a copy was made: a quote is new or changed, or something is gone."""

    at: datetime
    quote: QuoteRecord | None
    gone: TombstoneRecord | None


@dataclass(frozen=True, slots=True)
class WordingRecord:
    """One wording of a statement, as first printed; without `changes` where it is the usual one."""

    text: str
    quotes: int
    changes: tuple[ChangeRecord, ...]


@dataclass(frozen=True, slots=True)
class OccurrenceRecord:
    """One printing of a statement: the quote, by its id, and which of the wordings it has, from 0."""

    id: int
    text: str
    wording: int
    document: DocumentRef


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """The same words of the same speaker wherever they were printed; the first printing comes first.

    `text` is the most usual wording, which is also the first of the `wordings`.
    """

    id: int
    text: str
    speaker: SpeakerRef | None
    quotes: int
    documents: int
    outlets: tuple[str, ...]
    first_published_on: date | None
    last_published_on: date | None
    wordings: tuple[WordingRecord, ...]
    occurrences: tuple[OccurrenceRecord, ...]


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """One speaker: the names and offices that documents give, and the days between which quotes were printed.

    `wikidata` is the identifier (Q…) that a roster gives.
    """

    id: int
    name: str
    kind: SpeakerKind | None
    aliases: tuple[str, ...]
    wikidata: str | None
    offices: tuple[OfficeRecord, ...]
    quotes: int
    documents: int
    first_published_on: date | None
    last_published_on: date | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A merging of two speakers, or a splitting of one: `speaker_id` stayed; `other_id` went, or came."""

    id: int
    verb: Literal["merge", "split"]
    speaker_id: int
    other_id: int
    made_at: datetime
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document; `text` is the whole kept text where a single document is asked for, else None.

    `open` tells whether its operator lets everybody have the whole text.
    """

    id: int
    title: str | None
    outlet: str | None
    url: str | None
    author: str | None
    published_on: date | None
    language: str
    sha256: str
    length: int
    added_at: datetime
    extractor_version: str
    quotes: int
    attributed: int
    open: bool
    text: str | None


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some results, how many there are in all, and the cursor of the next page (None on the last).

    There are more than `count` where that is not exact: of what a search finds only so much is counted.
    """

    results: tuple[T, ...]
    count: int
    next_cursor: str | None
    count_is_exact: bool = field(default=True, kw_only=True)
