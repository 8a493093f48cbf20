"""The tables of quotes, and of statements: the same words wherever they were printed."""

from __future__ import annotations

from datetime import date, datetime
from typing import get_args

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from quotes.store.columns import (
    NO_DAY,
    NONE,
    OR_MADE,
    UNDATED,
    UPDATED,
    all_or_none,
    day_check,
    one_of,
    only,
    span_check,
)
from quotes.types import CORRECTED, Channel, DateBasis, DatePrecision, Kind, SpeakerKind


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
        Index("ix_quotes_addressee", "addressee_key", "published_sort", "id", **only("addressee_key")),
        Index("ix_quotes_reported_by", "reported_by_key", "published_sort", "id", **only("reported_by_key")),
        CheckConstraint(one_of("kind", get_args(Kind)), name="ck_quotes_kind"),
        CheckConstraint(one_of("speaker_kind", get_args(SpeakerKind)), name="ck_quotes_speaker_kind"),
        CheckConstraint('0 <= start AND start < "end"', name="ck_quotes_content"),
        span_check("source"),
        span_check("antecedent"),
        span_check("cue"),
        CheckConstraint(
            f"source_start IS NOT NULL OR reason IS NOT NULL{OR_MADE}", name="ck_quotes_explained"
        ),
        CheckConstraint(f"source_start IS NOT NULL OR speaker_id IS NULL{OR_MADE}", name="ck_quotes_speaker"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_quotes_confidence"),
        span_check("role"),
        span_check("addressee"),
        span_check("place"),
        span_check("reported_by"),
        span_check("said_on"),
        CheckConstraint("length(country) = 2 AND country = upper(country)", name="ck_quotes_country"),
        CheckConstraint(one_of("channel", get_args(Channel)), name="ck_quotes_channel"),
        CheckConstraint(
            one_of("said_on_precision", get_args(DatePrecision)), name="ck_quotes_said_on_precision"
        ),
        CheckConstraint(one_of("said_on_basis", get_args(DateBasis)), name="ck_quotes_said_on_basis"),
        CheckConstraint(
            all_or_none("said_on", "said_on_precision", "said_on_basis", "said_until"),
            name="ck_quotes_said_on_whole",
        ),
        CheckConstraint(
            f"(said_on IS NULL OR said_on_basis = '{CORRECTED}') = (said_on_start IS NULL)",
            name="ck_quotes_said_on_words",
        ),
        CheckConstraint("said_on <= said_until", name="ck_quotes_said_until"),
        CheckConstraint(f"said_sort = coalesce(said_on, '{UNDATED}')", name="ck_quotes_said_sort"),
        CheckConstraint(day_check("day_sort", "said_on"), name="ck_quotes_day_sort"),
        CheckConstraint(day_check("day_until", "said_until"), name="ck_quotes_day_until"),
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
    updated_at: datetime = Field(sa_type=DateTime(timezone=True), sa_column_kwargs=UPDATED)
    naming_id: int | None = Field(default=None, foreign_key="namings.id")
    statement_id: int = Field(foreign_key="statements.id", sa_column_kwargs=NONE)
    wording_id: int = Field(foreign_key="wordings.id", sa_column_kwargs=NONE)
    day_sort: date = Field(sa_column_kwargs=NO_DAY)
    day_until: date = Field(sa_column_kwargs=NO_DAY)
    addressee_key: str | None = Field(default=None, sa_type=Text)
    reported_by_key: str | None = Field(default=None, sa_type=Text)


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
