"""The tables of speakers: who they are, what they are called, which offices they hold."""

from __future__ import annotations

from datetime import date, datetime
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
from quotes.types import SpeakerKind


class SpeakerRow(SQLModel, table=True):
    """One person, or one organisation, government or group (`is_person` false), however it is named.

    `name` and `kind` are chosen from the aliases, so that they do not depend on what was read first.
    `quotes` and `documents` count this speaker's: "most quoted first" is a keyset page and needs an index.
    """

    __tablename__ = "speakers"
    __table_args__ = (
        Index("ix_speakers_most_quoted", "quotes", "id"),
        CheckConstraint(one_of("kind", get_args(SpeakerKind)), name="ck_speakers_kind"),
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
