"""The tables of what people do: corrections, keys and requests; and of what is gone."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    Index,
    Text,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

from quotes.store.columns import (
    one_of,
)
from quotes.store.records import CorrectionField, Noun, Removal


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
        CheckConstraint(one_of("field", get_args(CorrectionField)), name="ck_corrections_field"),
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
        CheckConstraint(one_of("noun", get_args(Noun)), name="ck_tombstones_noun"),
        CheckConstraint(one_of("why", get_args(Removal)), name="ck_tombstones_why"),
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
