"""Records as flat rows: one table of columns a kind, the same for data frames, for Parquet and for CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from quotes.store.findings import GroupRecord, OutletRecord
from quotes.store.records import (
    CorrectionRecord,
    DayValue,
    DocumentRecord,
    OfficeRecord,
    PartRecord,
    QuoteRecord,
    SpeakerRecord,
    SpeakerRef,
    SpeakerValue,
    StatementRecord,
    TombstoneRecord,
    UpdateRecord,
    Value,
)

# A link continues the address of the server that serves the records; a moment is in UTC.
Kind = Literal["number", "share", "yes_or_no", "text", "link", "day", "moment"]


class Table(Protocol):
    """Records of one kind as columns."""

    def column(self, path: str) -> Sequence[Any]:
        """Return a field of each record, or a field of that, such as "speaker.name"."""


class Records:
    """Records that are there already, as columns."""

    def __init__(self, records: Sequence[object]) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    def column(self, path: str) -> Sequence[Any]:
        """Return a field of each record, or a field of that; the records where there is no path."""
        found: Sequence[Any] = self._records
        for name in path.split(".") if path else ():
            found = [None if one is None else getattr(one, name) for one in found]
        return found


class Column(NamedTuple):
    """A column of a table: its name, what its cells are, which field they show, and how; None is empty."""

    name: str
    kind: Kind
    path: str
    shown: Callable[[Any], Any] | None = None

    def cell(self, record: object) -> Any:
        """Return the cell of one record; a link without the address that it continues."""
        return cells(self, Records([record]))[0]


def cells(column: Column, table: Table, base: str = "") -> Sequence[Any]:
    """Return a column's cells; `base` is the address that links continue, without a slash at its end."""
    found = table.column(column.path)
    if column.shown is not None:
        found = list(map(column.shown, found))
    if column.kind == "link" and base:
        found = [None if one is None else base + one for one in found]
    return found


def _column(name: str, kind: Kind, path: str = "") -> Column:
    return Column(name, kind, path or name)


def _corrected(corrections: Sequence[CorrectionRecord]) -> str | None:
    return " ".join([one.field for one in corrections]) if corrections else None


def _names(speakers: Sequence[SpeakerRef]) -> str | None:
    return " | ".join([one.name for one in speakers]) if speakers else None


def _joined(names: Sequence[str]) -> str | None:
    return " | ".join(names) or None


def _last_office(offices: Sequence[OfficeRecord]) -> str | None:
    return offices[-1].title if offices else None


def _shown(value: Value) -> str | None:
    """Return what was put right as words."""
    if isinstance(value, SpeakerValue):
        return value.name
    if isinstance(value, PartRecord):
        return value.text
    if isinstance(value, DayValue):
        return value.date.isoformat()[: {"year": 4, "month": 7, "day": 10}[value.precision]]
    return None if value is None else str(value).lower()


QUOTES: tuple[Column, ...] = (
    _column("id", "number"),
    _column("day", "day", "day.date"),
    _column("day_precision", "text", "day.precision"),
    _column("day_meant", "text", "day.meant"),
    _column("said_on", "day", "said_on.date"),
    _column("said_on_precision", "text", "said_on.precision"),
    _column("published_on", "day", "document.published_on"),
    _column("speaker", "text", "speaker.name"),
    _column("speaker_id", "number", "speaker.id"),
    _column("speaker_kind", "text", "speaker.kind"),
    Column("candidates", "text", "candidates", _names),
    _column("office", "text", "office.title"),
    _column("role", "text", "role.text"),
    _column("country", "text"),
    _column("text", "text"),
    _column("kind", "text"),
    _column("channel", "text"),
    _column("addressee", "text", "addressee.text"),
    _column("place", "text", "place.text"),
    _column("reported_by", "text", "reported_by.text"),
    _column("source", "text", "source.text"),
    _column("cue", "text", "cue.text"),
    _column("cue_lemma", "text", "cue.lemma"),
    _column("rule", "text"),
    _column("rule_precision", "share"),
    _column("confidence", "share"),
    _column("reason", "text"),
    _column("outlet", "text", "document.outlet"),
    _column("title", "text", "document.title"),
    _column("author", "text", "document.author"),
    _column("url", "text", "document.url"),
    _column("document_id", "number", "document.id"),
    _column("document_sha256", "text", "document.sha256"),
    _column("spans", "text", "offsets"),
    _column("start", "number"),
    _column("end", "number"),
    _column("statement_id", "number", "statement.id"),
    _column("printings", "number", "statement.quotes"),
    Column("corrected", "text", "corrections", _corrected),
    _column("permalink", "link"),
    _column("original", "text"),
    _column("extractor_version", "text"),
    _column("updated_at", "moment"),
)
_SPEAKERS = (
    _column("id", "number"),
    _column("name", "text"),
    _column("kind", "text"),
    Column("aliases", "text", "aliases", _joined),
    _column("wikidata", "text"),
    Column("office", "text", "offices", _last_office),
    _column("quotes", "number"),
    _column("documents", "number"),
    _column("first_published_on", "day"),
    _column("last_published_on", "day"),
)
_DOCUMENTS = (
    _column("id", "number"),
    _column("title", "text"),
    _column("outlet", "text"),
    _column("url", "text"),
    _column("author", "text"),
    _column("published_on", "day"),
    _column("language", "text"),
    _column("sha256", "text"),
    _column("length", "number"),
    _column("added_at", "moment"),
    _column("extractor_version", "text"),
    _column("quotes", "number"),
    _column("attributed", "number"),
    _column("open", "yes_or_no"),
)
_STATEMENTS = (
    _column("id", "number"),
    _column("text", "text"),
    _column("speaker", "text", "speaker.name"),
    _column("speaker_id", "number", "speaker.id"),
    _column("quotes", "number"),
    _column("documents", "number"),
    Column("outlets", "text", "outlets", _joined),
    Column("wordings", "number", "wordings", len),
    _column("first_published_on", "day"),
    _column("last_published_on", "day"),
)
_OUTLETS = (
    _column("id", "number"),
    _column("name", "text"),
    _column("documents", "number"),
    _column("first_published_on", "day"),
    _column("last_published_on", "day"),
)
_GROUPS = (_column("key", "text"), _column("name", "text"), _column("count", "number"))
_CORRECTIONS = (
    _column("id", "number"),
    _column("quote_id", "number"),
    _column("document_id", "number"),
    _column("field", "text"),
    Column("before", "text", "before", _shown),
    Column("after", "text", "after", _shown),
    _column("made_by", "text"),
    _column("made_at", "moment"),
    _column("why", "text"),
    _column("undone_by", "text"),
    _column("undone_at", "moment"),
)
_UPDATES = (
    _column("at", "moment"),
    Column("noun", "text", "", lambda update: update.gone.noun if update.gone else "quote"),
    Column("id", "number", "", lambda update: (update.gone or update.quote).id),
    Column("gone", "yes_or_no", "", lambda update: update.gone is not None),
    _column("why", "text", "gone.why"),
    _column("heir_id", "number", "gone.heir_id"),
    _column("speaker", "text", "quote.speaker.name"),
    _column("text", "text", "quote.text"),
)
_TOMBSTONES = (
    _column("noun", "text"),
    _column("id", "number"),
    _column("removed_at", "moment"),
    _column("why", "text"),
    _column("heir_id", "number"),
)
COLUMNS: dict[type, tuple[Column, ...]] = {
    QuoteRecord: QUOTES,
    GroupRecord: _GROUPS,
    SpeakerRecord: _SPEAKERS,
    DocumentRecord: _DOCUMENTS,
    OutletRecord: _OUTLETS,
    StatementRecord: _STATEMENTS,
    CorrectionRecord: _CORRECTIONS,
    TombstoneRecord: _TOMBSTONES,
    UpdateRecord: _UPDATES,
}
