"""The tables of documents and outlets."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    DateTime,
    Index,
    Text,
    UniqueConstraint,
    false,
)
from sqlmodel import Field, SQLModel


class OutletRow(SQLModel, table=True):
    """One publication; `key` is its folded name, by which it is asked for.

    `open`: everybody may have the whole texts of its documents.
    """

    __tablename__ = "outlets"
    __table_args__ = (UniqueConstraint("name", name="uq_outlets_name"), Index("ix_outlets_key", "key"))

    id: int = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)
    open: bool = Field(sa_column_kwargs={"server_default": false()})


class DocumentRow(SQLModel, table=True):
    """One text and what is known of it; `text` is last so that SQLite need not read past it.

    `open`: everybody may have the whole text; null where that is as its outlet has it.
    """

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
    open: bool | None = None
    text: str = Field(sa_type=Text)
