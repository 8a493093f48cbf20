"""Documents, speakers, quotes and their full-text indexes.

Everything here is spelt out, nothing is taken from the models: those go on changing and this must not.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KINDS = "('direct', 'mixed', 'indirect')"
SPANS = ("source", "antecedent", "cue")
SPEAKER_KINDS = "('person', 'organisation', 'government', 'group', 'unnamed')"


def upgrade() -> None:
    _create_outlets_and_documents()
    _create_speakers()
    _create_quotes()
    if op.get_bind().dialect.name == "sqlite":
        _create_fts_sqlite("quotes", "text")
        _create_fts_sqlite("documents", "title, text")
    else:
        _create_fts_postgresql()


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        op.execute("DROP TABLE quotes_fts")
        op.execute("DROP TABLE documents_fts")
    for table in ("spans", "quotes", "alias_documents", "aliases", "speakers", "documents", "outlets"):
        op.drop_table(table)
    if not sqlite:
        op.execute("DROP FUNCTION quotes_fts_words(text)")
        op.execute("DROP TEXT SEARCH CONFIGURATION quotes_fts")
        op.execute("DROP TEXT SEARCH DICTIONARY quotes_fts_stem")


def _create_outlets_and_documents() -> None:
    op.create_table(
        "outlets",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.UniqueConstraint("name", name="uq_outlets_name"),
    )
    op.create_index("ix_outlets_key", "outlets", ["key"])
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet_id", sa.Integer, sa.ForeignKey("outlets.id")),
        sa.Column("url", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("published_on", sa.Date),
        sa.Column("published_sort", sa.Date, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("extractor_version", sa.Text, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.UniqueConstraint("sha256", name="uq_documents_sha256"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_documents_published", "documents", ["published_sort", "id"])
    op.create_index("ix_documents_outlet", "documents", ["outlet_id", "published_sort", "id"])


def _create_speakers() -> None:
    op.create_table(
        "speakers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("is_person", sa.Boolean, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("surname", sa.Text),
        sa.Column("quotes", sa.Integer, nullable=False),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.UniqueConstraint("key", "is_person", name="uq_speakers_key"),
        sa.CheckConstraint(f"kind IN {SPEAKER_KINDS}", name="ck_speakers_kind"),
        sa.CheckConstraint("quotes >= 0", name="ck_speakers_quotes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_speakers_surname", "speakers", ["surname"])
    op.create_index("ix_speakers_most_quoted", "speakers", ["quotes", "id"])
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.UniqueConstraint("speaker_id", "name", "kind", name="uq_aliases_name"),
    )
    op.create_index("ix_aliases_key", "aliases", ["key", "speaker_id"])
    op.create_table(
        "alias_documents",
        sa.Column("alias_id", sa.Integer, sa.ForeignKey("aliases.id"), primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_documents_document", "alias_documents", ["document_id"])


def _create_quotes() -> None:
    op.create_table(
        "quotes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id")),
        sa.Column("published_sort", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *(sa.Column(f"{of}_{end}", sa.Integer) for of in SPANS for end in ("start", "end")),
        sa.Column("cue_lemma", sa.Text),
        sa.Column("speaker_kind", sa.Text),
        sa.Column("rule", sa.Text),
        sa.Column("confidence", sa.Float),
        sa.Column("reason", sa.Text),
        sa.Column("extractor_version", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.CheckConstraint(f"kind IN {KINDS}", name="ck_quotes_kind"),
        sa.CheckConstraint(f"speaker_kind IN {SPEAKER_KINDS}", name="ck_quotes_speaker_kind"),
        sa.CheckConstraint('0 <= start AND start < "end"', name="ck_quotes_content"),
        *(_span_check(of) for of in SPANS),
        sa.CheckConstraint("source_start IS NOT NULL OR reason IS NOT NULL", name="ck_quotes_explained"),
        sa.CheckConstraint("source_start IS NOT NULL OR speaker_id IS NULL", name="ck_quotes_speaker"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_quotes_confidence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_quotes_published", "quotes", ["published_sort", "id"])
    op.create_index("ix_quotes_speaker", "quotes", ["speaker_id", "published_sort", "id"])
    op.create_index("ix_quotes_document", "quotes", ["document_id"])
    op.create_table(
        "spans",
        sa.Column("quote_id", sa.Integer, sa.ForeignKey("quotes.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name="ck_spans_content"),
        sqlite_with_rowid=False,
    )


def _span_check(of: str) -> sa.CheckConstraint:
    start, end = f"{of}_start", f"{of}_end"
    neither = f"({start} IS NULL AND {end} IS NULL)"
    both = f"({start} IS NOT NULL AND {end} IS NOT NULL AND 0 <= {start} AND {start} < {end})"
    return sa.CheckConstraint(f"{neither} OR {both}", name=f"ck_quotes_{of}")


def _create_fts_sqlite(table: str, columns: str) -> None:
    """Index a table's words, and keep the index in step by triggers, whoever changes the table."""
    fts = f"{table}_fts"
    names = columns.split(", ")
    new = ", ".join(f"new.{name}" for name in names)
    old = ", ".join(f"old.{name}" for name in names)
    # S608: the names are this file's own
    add = f"INSERT INTO {fts}(rowid, {columns}) VALUES (new.id, {new});"  # noqa: S608
    remove = f"INSERT INTO {fts}({fts}, rowid, {columns}) VALUES ('delete', old.id, {old});"  # noqa: S608
    op.execute(
        f"CREATE VIRTUAL TABLE {fts} USING fts5({columns}, content='{table}', content_rowid='id',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(f"CREATE TRIGGER {fts}_insert AFTER INSERT ON {table} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {fts}_delete AFTER DELETE ON {table} BEGIN {remove} END")
    op.execute(f"CREATE TRIGGER {fts}_update AFTER UPDATE OF {columns} ON {table} BEGIN {remove} {add} END")


# What FTS5 takes for separators, as ranges: the classes of a regular expression depend on the locale.
SEPARATORS = (
    r"\u0001-/:-@\[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf"
    r"\u2190-\u245f\u2500-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\ufe10-\ufe6f\uff01-\uff0f"
    r"\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff9-\uffff\U0001f000-\U0001faff"
)


def _create_fts_postgresql() -> None:
    """Index the words as FTS5 does: Porter's stems, no stop words, Latin letters without accents."""
    bind = op.get_bind()
    op.execute("CREATE TEXT SEARCH DICTIONARY quotes_fts_stem (TEMPLATE = snowball, LANGUAGE = porter)")
    op.execute("CREATE TEXT SEARCH CONFIGURATION quotes_fts (PARSER = default)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION quotes_fts"
        " ADD MAPPING FOR asciiword, word, numword, int, uint, float, sfloat WITH quotes_fts_stem"
    )
    # lower() under the locale "C" leaves all but ASCII alone; these two know Unicode, where there are any
    collation = bind.scalar(
        sa.text("SELECT min(collname) FROM pg_collation WHERE collname IN ('pg_c_utf8', 'und-x-icu')")
    )
    collate = f'COLLATE "{collation}"' if collation else ""
    # A tsvector holds a megabyte at most: of a text too long for one, the beginning is indexed.
    # The search path is kept with the function, as maintenance commands run with an empty one.
    function = rf"""
        CREATE FUNCTION quotes_fts_words(words text) RETURNS tsvector
        LANGUAGE plpgsql IMMUTABLE STRICT SET search_path FROM CURRENT AS $$
        BEGIN
            words := regexp_replace(words, '[{SEPARATORS}]+', ' ', 'g');
            words := regexp_replace(normalize(words, NFD), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g');
            words := lower(normalize(words, NFC) {collate});
            RETURN to_tsvector('quotes_fts', words);
        EXCEPTION WHEN program_limit_exceeded THEN
            RETURN to_tsvector('quotes_fts', left(words, 200000));
        END $$
    """
    bind.exec_driver_sql(function)
    # Kept as columns: a phrase, or a word that most rows have, makes PostgreSQL look at the rows' own words
    for table, words in (("quotes", "text"), ("documents", "coalesce(title, '') || E'\\n' || text")):
        generated = f"tsvector GENERATED ALWAYS AS (quotes_fts_words({words})) STORED"
        op.execute(f"ALTER TABLE {table} ADD COLUMN fts {generated}")
        op.execute(f"CREATE INDEX ix_{table}_fts ON {table} USING gin (fts)")
