"""What quotes are asked for by: their day, whom they were said to, who passed them on, their very words.

Columns are added in place: SQLite would otherwise copy the table, and lose the triggers that keep the
full-text index in step. Keys and letters are made by the same functions that make those of new quotes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

from quotes.store.alias_rows import add_grams
from quotes.store.quote_rows import words_key
from quotes.types import Span

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

UNDATED = "0001-01-01"
DAYS = {"day_sort": "said_on", "day_until": "said_until"}
KEYS = ("addressee", "reported_by")
INDEXES = {
    "ix_quotes_day": ["day_sort", "id", "day_until", "published_sort"],
    "ix_quotes_speaker_day": ["speaker_id", "day_sort", "id", "day_until", "published_sort"],
    "ix_quotes_kind": ["kind", "published_sort", "id", "day_sort", "day_until"],
    "ix_quotes_cue": ["cue_lemma", "published_sort", "id", "day_sort", "day_until"],
}


def upgrade() -> None:
    for column, said in DAYS.items():
        check = f"{column} IN ('{UNDATED}', coalesce({said}, published_sort))"
        op.execute(
            f"ALTER TABLE quotes ADD COLUMN {column} DATE DEFAULT '{UNDATED}' NOT NULL "
            # SQLAlchemy finds a check in a SQLite table only where it begins a line
            f"\n\tCONSTRAINT ck_quotes_{column} CHECK ({check})"
        )
    for name in KEYS:
        op.execute(f"ALTER TABLE quotes ADD COLUMN {name}_key TEXT")
    op.execute(
        "UPDATE quotes SET day_sort = coalesce(said_on, published_sort),"
        " day_until = coalesce(said_until, published_sort)"
    )
    for name in KEYS:
        _fill_keys(name)
    for name, columns in INDEXES.items():
        op.create_index(name, "quotes", columns)
    for name in KEYS:
        there = sa.text(f"{name}_key IS NOT NULL")
        columns = [f"{name}_key", "published_sort", "id"]
        op.create_index(f"ix_quotes_{name}", "quotes", columns, sqlite_where=there, postgresql_where=there)
    op.create_index("ix_offices_key", "offices", ["key"])
    _create_grams()
    if op.get_bind().dialect.name == "sqlite":
        _create_exact_fts_sqlite()
    else:
        _create_exact_fts_postgresql()


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER quotes_exact_fts_{event}")
        op.execute("DROP TABLE quotes_exact_fts")
    else:
        op.execute("ALTER TABLE quotes DROP COLUMN exact_fts")
        op.execute("DROP FUNCTION quotes_exact_fts_words(text)")
        op.execute("DROP TEXT SEARCH CONFIGURATION quotes_exact_fts")
    op.drop_table("alias_grams")
    op.drop_index("ix_offices_key", "offices")
    for name in (*INDEXES, *(f"ix_quotes_{key}" for key in KEYS)):
        op.drop_index(name, "quotes")
    for column in (*(f"{key}_key" for key in KEYS), *DAYS):
        op.execute(f"ALTER TABLE quotes DROP COLUMN {column}")


def _create_grams() -> None:
    op.create_table(
        "alias_grams",
        sa.Column("gram", sa.Text, primary_key=True),
        sa.Column(
            "alias_id",
            sa.Integer,
            sa.ForeignKey("aliases.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_grams_alias", "alias_grams", ["alias_id"])
    with Session(op.get_bind()) as session:
        keys = session.execute(sa.text("SELECT id, key FROM aliases ORDER BY id"))
        add_grams(session, (tuple(row) for row in keys.all()))
        session.flush()


def _fill_keys(name: str) -> None:
    bind = op.get_bind()
    # S608: the names are this file's own
    spans = (
        f"SELECT q.id, q.document_id, q.{name}_start, q.{name}_end FROM quotes q"  # noqa: S608
        f" WHERE q.{name}_start IS NOT NULL ORDER BY q.document_id, q.id"
    )
    fill = sa.text(f"UPDATE quotes SET {name}_key = :key WHERE id = :id")  # noqa: S608
    document_id, text = 0, ""
    for row in bind.execute(sa.text(spans)).all():
        if row[1] != document_id:
            document_id = row[1]
            text = bind.scalar(sa.text("SELECT text FROM documents WHERE id = :id"), {"id": document_id})
        bind.execute(fill, {"id": row[0], "key": words_key(text, Span(row[2], row[3]))})


def _create_exact_fts_sqlite() -> None:
    """Index the words of quotes as they are, beside their stems."""
    fts = "quotes_exact_fts"
    op.execute(
        f"CREATE VIRTUAL TABLE {fts} USING fts5(text, content='quotes', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    add = f"INSERT INTO {fts}(rowid, text) VALUES (new.id, new.text);"  # noqa: S608
    remove = f"INSERT INTO {fts}({fts}, rowid, text) VALUES ('delete', old.id, old.text);"  # noqa: S608
    op.execute(f"CREATE TRIGGER {fts}_insert AFTER INSERT ON quotes BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {fts}_delete AFTER DELETE ON quotes BEGIN {remove} END")
    op.execute(f"CREATE TRIGGER {fts}_update AFTER UPDATE OF text ON quotes BEGIN {remove} {add} END")
    op.execute(f"INSERT INTO {fts}({fts}) VALUES ('rebuild')")  # noqa: S608


# What FTS5 takes for separators, as in the first migration.
SEPARATORS = (
    r"\u0001-/:-@\[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf"
    r"\u2190-\u245f\u2500-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\ufe10-\ufe6f\uff01-\uff0f"
    r"\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff9-\uffff\U0001f000-\U0001faff"
)


def _create_exact_fts_postgresql() -> None:
    bind = op.get_bind()
    op.execute("CREATE TEXT SEARCH CONFIGURATION quotes_exact_fts (PARSER = default)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION quotes_exact_fts"
        " ADD MAPPING FOR asciiword, word, numword, int, uint, float, sfloat WITH simple"
    )
    collation = bind.scalar(
        sa.text("SELECT min(collname) FROM pg_collation WHERE collname IN ('pg_c_utf8', 'und-x-icu')")
    )
    collate = f'COLLATE "{collation}"' if collation else ""
    function = rf"""
        CREATE FUNCTION quotes_exact_fts_words(words text) RETURNS tsvector
        LANGUAGE plpgsql IMMUTABLE STRICT SET search_path FROM CURRENT AS $$
        BEGIN
            words := regexp_replace(words, '[{SEPARATORS}]+', ' ', 'g');
            words := regexp_replace(normalize(words, NFD), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g');
            words := lower(normalize(words, NFC) {collate});
            RETURN to_tsvector('quotes_exact_fts', words);
        EXCEPTION WHEN program_limit_exceeded THEN
            RETURN to_tsvector('quotes_exact_fts', left(words, 200000));
        END $$
    """
    bind.exec_driver_sql(function)
    generated = "tsvector GENERATED ALWAYS AS (quotes_exact_fts_words(text)) STORED"
    op.execute(f"ALTER TABLE quotes ADD COLUMN exact_fts {generated}")
    op.execute("CREATE INDEX ix_quotes_exact_fts ON quotes USING gin (exact_fts)")
