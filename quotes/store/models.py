"""The tables. Rows are written and read through Core (`quotes.c.start`); the classes say what the tables are.

Table models do not validate on construction, so nothing builds rows through them: save.py builds rows
from typed values.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, get_args

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, Table, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from quotes.store.records import CorrectionField, Noun, Removal
from quotes.types import CORRECTED, Channel, DateBasis, DatePrecision, Kind, SpeakerKind

# A keyset page drops rows on a nullable column in silence: what has no date sorts as this day.
UNDATED = date.min

# Nothing has the number 0: a row that leaves out what it belongs to is refused.
_NONE = {"server_default": text("0")}
_NO_DAY = {"server_default": text(f"'{UNDATED}'")}


# Whom a person names need not be named by words of the document.
_OR = f" OR coalesce(rule, '') = '{CORRECTED}'"


def _now() -> datetime:
    return datetime.now(UTC)


# Whatever statement changes a row, its moment goes with it.
_UPDATED = {"default": _now, "onupdate": _now, "server_default": text("'1970-01-01 00:00:00+00'")}


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def _span_check(name: str) -> CheckConstraint:
    """Both ends or neither, and never an empty or backward span."""
    start, end = f"{name}_start", f"{name}_end"
    neither = f"({start} IS NULL AND {end} IS NULL)"
    both = f"({start} IS NOT NULL AND {end} IS NOT NULL AND 0 <= {start} AND {start} < {end})"
    return CheckConstraint(f"{neither} OR {both}", name=f"ck_quotes_{name}")


def _all_or_none(*columns: str) -> str:
    """Either all of the columns have a value or none."""
    first, *others = columns
    return " AND ".join(f"({first} IS NULL) = ({other} IS NULL)" for other in others)


def _day(column: str, said: str) -> str:
    """Of saying where that is told, else of publication; not yet, while a row is being changed."""
    return f"{column} IN ('{UNDATED}', coalesce({said}, published_sort))"


def _only(column: str) -> dict[str, Any]:
    """Index only the rows that have a value: few have."""
    there = text(f"{column} IS NOT NULL")
    return {"sqlite_where": there, "postgresql_where": there}


class OutletRow(SQLModel, table=True):
    """One publication; `key` is its folded name, by which it is asked for."""

    __tablename__ = "outlets"
    __table_args__ = (UniqueConstraint("name", name="uq_outlets_name"), Index("ix_outlets_key", "key"))

    id: int = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)


class DocumentRow(SQLModel, table=True):
    """One text and what is known of it; `text` is last so that SQLite need not read past it."""

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("sha256", name="uq_documents_sha256"),
        Index("ix_documents_published", "published_sort", "id"),
        Index("ix_documents_outlet", "outlet_id", "published_sort", "id"),
        # ids are cited from outside, so a removed one is never given again
        {"sqlite_autoincrement": True},
    )

    id: int = Field(primary_key=True)
    sha256: str = Field(sa_type=Text)
    title: str | None = Field(default=None, sa_type=Text)
    outlet_id: int | None = Field(default=None, foreign_key="outlets.id")
    url: str | None = Field(default=None, sa_type=Text)
    author: str | None = Field(default=None, sa_type=Text)
    published_on: date | None = None
    published_sort: date
    language: str = Field(sa_type=Text)
    extractor_version: str = Field(sa_type=Text)
    added_at: datetime = Field(sa_type=DateTime(timezone=True))
    text: str = Field(sa_type=Text)


class SpeakerRow(SQLModel, table=True):
    """One person, or one organisation, government or group (`is_person` false), however it is named.

    `name` and `kind` are chosen from the aliases, so that they do not depend on what was read first.
    `quotes` and `documents` count this speaker's: "most quoted first" is a keyset page and needs an index.
    """

    __tablename__ = "speakers"
    __table_args__ = (
        Index("ix_speakers_most_quoted", "quotes", "id"),
        CheckConstraint(_one_of("kind", get_args(SpeakerKind)), name="ck_speakers_kind"),
        CheckConstraint("quotes >= 0", name="ck_speakers_quotes"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    kind: str | None = Field(default=None, sa_type=Text)
    is_person: bool
    quotes: int
    documents: int


class NamingRow(SQLModel, table=True):
    """One name as documents, or a roster, give it in full, with the country and the office given with it.

    Speakers are parted by these rows alone (quotes.speakers.partition), so they are the same whatever the
    order of the documents. `speaker_id` is null where it could be several speakers'. `key` is that of the
    name taken apart, `whole` is equal for its spellings and orders; by `family`, `surname` and `first` (null
    for bodies) a person's shorter and longer names are found. `country` and `office` are "" where they are
    not given. `apart` is the speaker that documents were split off to, 0 for none; `entry` is the key of the
    roster's entry that names a speaker so, "" for documents. `fixed` tells that the speaker was
    decided on, by whom, and which names were the speaker's own when others were merged in.
    `documents` counts those that use it: where it is `contested` by namesakes, their numbers matter.
    """

    __tablename__ = "namings"
    __table_args__ = (
        UniqueConstraint("key", "is_person", "country", "office", "apart", "entry", name="uq_namings_key"),
        Index("ix_namings_whole", "whole"),
        Index("ix_namings_family", "family"),
        Index("ix_namings_surname", "surname"),
        Index("ix_namings_first", "first"),
        Index("ix_namings_speaker", "speaker_id"),
        CheckConstraint("fixed IN ('roster', 'people', 'own')", name="ck_namings_fixed"),
        CheckConstraint("fixed IS NULL OR speaker_id IS NOT NULL", name="ck_namings_speaker"),
        CheckConstraint("documents >= 0", name="ck_namings_documents"),
    )

    id: int = Field(primary_key=True)
    speaker_id: int | None = Field(default=None, foreign_key="speakers.id")
    is_person: bool
    key: str = Field(sa_type=Text)
    whole: str = Field(sa_type=Text)
    family: str | None = Field(default=None, sa_type=Text)
    surname: str | None = Field(default=None, sa_type=Text)
    first: str | None = Field(default=None, sa_type=Text)
    country: str = Field(sa_type=Text)
    office: str = Field(sa_type=Text)
    apart: int
    entry: str = Field(sa_type=Text)
    fixed: str | None = Field(default=None, sa_type=Text)
    documents: int
    contested: bool


class AliasRow(SQLModel, table=True):
    """One form of a naming as documents print it, and as what kind ("" where they do not tell)."""

    __tablename__ = "aliases"
    __table_args__ = (
        UniqueConstraint("naming_id", "name", "kind", name="uq_aliases_name"),
        Index("ix_aliases_key", "key", "naming_id"),
    )

    id: int = Field(primary_key=True)
    naming_id: int = Field(foreign_key="namings.id")
    name: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)


class AliasGramRow(SQLModel, table=True):
    """A few letters in a row of an alias: names are found by those that they share, also misspelt ones.

    They go with their alias by themselves.
    """

    __tablename__ = "alias_grams"
    __table_args__ = (Index("ix_alias_grams_alias", "alias_id"), {"sqlite_with_rowid": False})

    gram: str = Field(primary_key=True, sa_type=Text)
    alias_id: int = Field(primary_key=True, foreign_key="aliases.id", ondelete="CASCADE")


class AliasDocumentRow(SQLModel, table=True):
    """Which documents use an alias: one that no document uses any more is removed."""

    __tablename__ = "alias_documents"
    __table_args__ = (Index("ix_alias_documents_document", "document_id"), {"sqlite_with_rowid": False})

    alias_id: int = Field(primary_key=True, foreign_key="aliases.id")
    document_id: int = Field(primary_key=True, foreign_key="documents.id")


class OfficeRow(SQLModel, table=True):
    """One office that a document gives a speaker, in the document's words: an observation, seen on a day.

    `key` is to compare titles by; `past` tells one that is over. `seen_sort` is the document's day.
    """

    __tablename__ = "offices"
    __table_args__ = (
        Index("ix_offices_naming", "naming_id", "seen_sort"),
        Index("ix_offices_document", "document_id"),
        Index("ix_offices_key", "key"),
    )

    id: int = Field(primary_key=True)
    naming_id: int = Field(foreign_key="namings.id")
    document_id: int = Field(foreign_key="documents.id")
    title: str = Field(sa_type=Text)
    body: str | None = Field(default=None, sa_type=Text)
    country: str | None = Field(default=None, sa_type=Text)
    key: str = Field(sa_type=Text)
    past: bool
    seen_sort: date


class RosterRow(SQLModel, table=True):
    """One entry of a roster that was loaded: who is known under which key, and under which identifier."""

    __tablename__ = "roster"
    __table_args__ = (
        UniqueConstraint("wikidata", name="uq_roster_wikidata"),
        Index("ix_roster_speaker", "speaker_id"),
    )

    key: str = Field(primary_key=True, sa_type=Text)
    speaker_id: int = Field(foreign_key="speakers.id")
    name: str = Field(sa_type=Text)
    wikidata: str | None = Field(default=None, sa_type=Text)


class TermRow(SQLModel, table=True):
    """One office of a roster's entry, and the days on which it was held, as far as they are known."""

    __tablename__ = "terms"
    __table_args__ = (Index("ix_terms_roster", "roster_key"),)

    id: int = Field(primary_key=True)
    roster_key: str = Field(foreign_key="roster.key", sa_type=Text)
    title: str = Field(sa_type=Text)
    body: str | None = Field(default=None, sa_type=Text)
    country: str | None = Field(default=None, sa_type=Text)
    key: str = Field(sa_type=Text)
    since: date | None = None
    until: date | None = None


class RedirectRow(SQLModel, table=True):
    """The id of a speaker who turned out to be another one, and whom it leads to."""

    __tablename__ = "redirects"
    __table_args__ = (Index("ix_redirects_speaker", "speaker_id"),)

    old_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    speaker_id: int = Field(foreign_key="speakers.id")


class DecisionRow(SQLModel, table=True):
    """One merging or splitting of speakers, with what is needed to undo it (JSON).

    The ids are no foreign keys: the log outlives the speakers.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        CheckConstraint("verb IN ('merge', 'split')", name="ck_decisions_verb"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(primary_key=True)
    made_at: datetime = Field(sa_type=DateTime(timezone=True))
    verb: str = Field(sa_type=Text)
    speaker_id: int
    other_id: int
    details: str = Field(sa_type=Text)
    undone_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))


class SplitRow(SQLModel, table=True):
    """Whom a name means in one document, as somebody decided: it holds when the document is read again."""

    __tablename__ = "splits"
    __table_args__ = (Index("ix_splits_speaker", "speaker_id"), {"sqlite_with_rowid": False})

    document_id: int = Field(primary_key=True, foreign_key="documents.id")
    is_person: bool = Field(primary_key=True)
    whole: str = Field(primary_key=True, sa_type=Text)
    speaker_id: int = Field(foreign_key="speakers.id")


class StatementRow(SQLModel, table=True):
    """The same words of the same speaker, wherever they were printed; `quotes` counts the printings."""

    __tablename__ = "statements"
    __table_args__ = (
        CheckConstraint("quotes >= 0", name="ck_statements_quotes"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(primary_key=True)
    quotes: int


class WordingRow(SQLModel, table=True):
    """The canonical words of one speaker (0 where none is known), and the statement that they are of.

    Quotes are parted among statements by these rows alone (quotes.statements), so statements are the same
    whatever the order of the documents. `key` is that of the words; a few words have a `day` as well.
    `speaker_id` is no foreign key: it is a part of the key, and follows the speaker of the quotes.
    """

    __tablename__ = "wordings"
    __table_args__ = (
        UniqueConstraint("key", "speaker_id", "day", name="uq_wordings_key"),
        Index("ix_wordings_statement", "statement_id"),
        CheckConstraint("quotes >= 0", name="ck_wordings_quotes"),
    )

    id: int = Field(primary_key=True)
    statement_id: int = Field(foreign_key="statements.id")
    key: str = Field(sa_type=Text)
    speaker_id: int
    day: date
    quotes: int
    words: str = Field(sa_type=Text)


class AnchorRow(SQLModel, table=True):
    """A run of words that a wording has: wordings that could be of one statement are found by these.

    They are told by the wording's words, and go with it: a foreign key would need one more index.
    """

    __tablename__ = "anchors"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    speaker_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    wording_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class QuoteRow(SQLModel, table=True):
    """One attribution in one document; with a naming but no speaker, it could be several speakers'.

    `published_sort` repeats the document's day, because a page by date over a million quotes must walk an
    index of this table alone; with the day only in `documents` each page would join and sort everything.
    When it was said is the day `said_on` or, by `said_on_precision`, its month or year, until `said_until`;
    `said_on_start` and `said_on_end` are of the words that tell so. It is null where the text does not tell,
    and never the day of publication; only `said_sort` is always there. `day_sort` and `day_until` are of
    saying where that is told, else of publication. The keys are the folded words of the spans.
    `speaker_name` is the name in full as the extractor gave it. `updated_at` moves whenever anything in the
    row changes.
    """

    __tablename__ = "quotes"
    __table_args__ = (
        Index("ix_quotes_published", "published_sort", "id"),
        Index("ix_quotes_speaker", "speaker_id", "published_sort", "id"),
        Index("ix_quotes_document", "document_id"),
        # what stands behind the id spares looking into the table: for the other day, or a second filter
        Index("ix_quotes_said", "said_sort", "id", "said_until", "published_sort"),
        Index("ix_quotes_speaker_said", "speaker_id", "said_sort", "id", "said_until", "published_sort"),
        Index("ix_quotes_country", "country", "published_sort", "id", "said_sort", "said_until", "channel"),
        Index("ix_quotes_channel", "channel", "published_sort", "id", "said_sort", "said_until"),
        Index("ix_quotes_naming", "naming_id"),
        Index("ix_quotes_statement", "statement_id", "published_sort", "id"),
        Index("ix_quotes_wording", "wording_id"),
        Index("ix_quotes_updated", "updated_at", "id"),
        Index("ix_quotes_day", "day_sort", "id", "day_until", "published_sort"),
        Index("ix_quotes_speaker_day", "speaker_id", "day_sort", "id", "day_until", "published_sort"),
        Index("ix_quotes_kind", "kind", "published_sort", "id", "day_sort", "day_until"),
        Index("ix_quotes_cue", "cue_lemma", "published_sort", "id", "day_sort", "day_until"),
        Index("ix_quotes_addressee", "addressee_key", "published_sort", "id", **_only("addressee_key")),
        Index("ix_quotes_reported_by", "reported_by_key", "published_sort", "id", **_only("reported_by_key")),
        CheckConstraint(_one_of("kind", get_args(Kind)), name="ck_quotes_kind"),
        CheckConstraint(_one_of("speaker_kind", get_args(SpeakerKind)), name="ck_quotes_speaker_kind"),
        CheckConstraint('0 <= start AND start < "end"', name="ck_quotes_content"),
        _span_check("source"),
        _span_check("antecedent"),
        _span_check("cue"),
        CheckConstraint(f"source_start IS NOT NULL OR reason IS NOT NULL{_OR}", name="ck_quotes_explained"),
        CheckConstraint(f"source_start IS NOT NULL OR speaker_id IS NULL{_OR}", name="ck_quotes_speaker"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_quotes_confidence"),
        _span_check("role"),
        _span_check("addressee"),
        _span_check("place"),
        _span_check("reported_by"),
        _span_check("said_on"),
        CheckConstraint("length(country) = 2 AND country = upper(country)", name="ck_quotes_country"),
        CheckConstraint(_one_of("channel", get_args(Channel)), name="ck_quotes_channel"),
        CheckConstraint(
            _one_of("said_on_precision", get_args(DatePrecision)), name="ck_quotes_said_on_precision"
        ),
        CheckConstraint(_one_of("said_on_basis", get_args(DateBasis)), name="ck_quotes_said_on_basis"),
        CheckConstraint(
            _all_or_none("said_on", "said_on_precision", "said_on_basis", "said_until"),
            name="ck_quotes_said_on_whole",
        ),
        CheckConstraint(
            f"(said_on IS NULL OR said_on_basis = '{CORRECTED}') = (said_on_start IS NULL)",
            name="ck_quotes_said_on_words",
        ),
        CheckConstraint("said_on <= said_until", name="ck_quotes_said_until"),
        CheckConstraint(f"said_sort = coalesce(said_on, '{UNDATED}')", name="ck_quotes_said_sort"),
        CheckConstraint(_day("day_sort", "said_on"), name="ck_quotes_day_sort"),
        CheckConstraint(_day("day_until", "said_until"), name="ck_quotes_day_until"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(primary_key=True)
    document_id: int = Field(foreign_key="documents.id")
    speaker_id: int | None = Field(default=None, foreign_key="speakers.id")
    published_sort: date
    kind: str = Field(sa_type=Text)
    start: int
    end: int
    source_start: int | None = None
    source_end: int | None = None
    antecedent_start: int | None = None
    antecedent_end: int | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    cue_lemma: str | None = Field(default=None, sa_type=Text)
    speaker_kind: str | None = Field(default=None, sa_type=Text)
    rule: str | None = Field(default=None, sa_type=Text)
    confidence: float | None = None
    reason: str | None = Field(default=None, sa_type=Text)
    role_start: int | None = None
    role_end: int | None = None
    country: str | None = Field(default=None, sa_type=Text)
    said_on: date | None = None
    said_on_precision: str | None = Field(default=None, sa_type=Text)
    said_on_basis: str | None = Field(default=None, sa_type=Text)
    said_on_start: int | None = None
    said_on_end: int | None = None
    said_until: date | None = None
    said_sort: date = Field(sa_column_kwargs={"server_default": text(f"'{UNDATED}'")})
    channel: str | None = Field(default=None, sa_type=Text)
    addressee_start: int | None = None
    addressee_end: int | None = None
    place_start: int | None = None
    place_end: int | None = None
    reported_by_start: int | None = None
    reported_by_end: int | None = None
    extractor_version: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    speaker_name: str | None = Field(default=None, sa_type=Text)
    updated_at: datetime = Field(sa_type=DateTime(timezone=True), sa_column_kwargs=_UPDATED)
    naming_id: int | None = Field(default=None, foreign_key="namings.id")
    statement_id: int = Field(foreign_key="statements.id", sa_column_kwargs=_NONE)
    wording_id: int = Field(foreign_key="wordings.id", sa_column_kwargs=_NONE)
    day_sort: date = Field(sa_column_kwargs=_NO_DAY)
    day_until: date = Field(sa_column_kwargs=_NO_DAY)
    addressee_key: str | None = Field(default=None, sa_type=Text)
    reported_by_key: str | None = Field(default=None, sa_type=Text)


class OriginalRow(SQLModel, table=True):
    """What the extractor says (JSON) of a quote that a person put right; one that is none has no other row.

    `quote_id` is no foreign key for that.
    """

    __tablename__ = "originals"
    __table_args__ = (Index("ix_originals_document", "document_id"),)

    quote_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    document_id: int = Field(foreign_key="documents.id")
    attribution: str = Field(sa_type=Text)


class CorrectionRow(SQLModel, table=True):
    """One thing about a quote that a person put right: who, when, why, and the values (JSON).

    The ids are no foreign keys: the log outlives quotes and documents.
    """

    __tablename__ = "corrections"
    __table_args__ = (
        Index("ix_corrections_quote", "quote_id"),
        CheckConstraint(_one_of("field", get_args(CorrectionField)), name="ck_corrections_field"),
        CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="ck_corrections_undone"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(primary_key=True)
    quote_id: int
    document_id: int
    field: str = Field(sa_type=Text)
    before: str = Field(sa_type=Text)
    after: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=DateTime(timezone=True))
    made_by: str = Field(sa_type=Text)
    why: str = Field(sa_type=Text)
    undone_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))
    undone_by: str | None = Field(default=None, sa_type=Text)


class TombstoneRow(SQLModel, table=True):
    """That a row is gone, since when and why, so that a copy elsewhere can follow.

    `heir_id` has its place, where something has.
    """

    __tablename__ = "tombstones"
    __table_args__ = (
        Index("ix_tombstones_removed", "removed_at", "noun", "id"),
        CheckConstraint(_one_of("noun", get_args(Noun)), name="ck_tombstones_noun"),
        CheckConstraint(_one_of("why", get_args(Removal)), name="ck_tombstones_why"),
        {"sqlite_with_rowid": False},
    )

    noun: str = Field(primary_key=True, sa_type=Text)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    removed_at: datetime = Field(sa_type=DateTime(timezone=True))
    why: str = Field(sa_type=Text)
    heir_id: int | None = None


class KeyRow(SQLModel, table=True):
    """Who may use the API for what (`scopes`, words with spaces between); of the key itself only a hash."""

    __tablename__ = "keys"
    __table_args__ = (UniqueConstraint("sha256", name="uq_keys_sha256"), {"sqlite_autoincrement": True})

    id: int = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    sha256: str = Field(sa_type=Text)
    beginning: str = Field(sa_type=Text)
    scopes: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=DateTime(timezone=True))
    used_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))
    revoked_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))


class RequestRow(SQLModel, table=True):
    """One request of a key that must not be done twice (`Idempotency-Key`), and what was answered."""

    __tablename__ = "requests"
    __table_args__ = (Index("ix_requests_made", "made_at"),)

    key_id: int = Field(primary_key=True, foreign_key="keys.id")
    name: str = Field(primary_key=True, sa_type=Text)
    sha256: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=DateTime(timezone=True))
    status: int
    body: str = Field(sa_type=Text)


class SpanRow(SQLModel, table=True):
    """One part of a quote's content."""

    __tablename__ = "spans"
    __table_args__ = (
        CheckConstraint('0 <= start AND start < "end"', name="ck_spans_content"),
        {"sqlite_with_rowid": False},
    )

    quote_id: int = Field(primary_key=True, foreign_key="quotes.id")
    position: int = Field(primary_key=True)
    start: int
    end: int


metadata = SQLModel.metadata
outlets: Table = metadata.tables["outlets"]
documents: Table = metadata.tables["documents"]
speakers: Table = metadata.tables["speakers"]
namings: Table = metadata.tables["namings"]
aliases: Table = metadata.tables["aliases"]
alias_grams: Table = metadata.tables["alias_grams"]
alias_documents: Table = metadata.tables["alias_documents"]
offices: Table = metadata.tables["offices"]
roster: Table = metadata.tables["roster"]
terms: Table = metadata.tables["terms"]
redirects: Table = metadata.tables["redirects"]
decisions: Table = metadata.tables["decisions"]
splits: Table = metadata.tables["splits"]
statements: Table = metadata.tables["statements"]
wordings: Table = metadata.tables["wordings"]
anchors: Table = metadata.tables["anchors"]
quotes: Table = metadata.tables["quotes"]
spans: Table = metadata.tables["spans"]
originals: Table = metadata.tables["originals"]
corrections: Table = metadata.tables["corrections"]
tombstones: Table = metadata.tables["tombstones"]
keys: Table = metadata.tables["keys"]
requests: Table = metadata.tables["requests"]
