"""Corrections by people, tombstones of what is gone, and when a quote was changed.

A corrected quote needs no words for its source or its day, so three checks say less than before. SQLite
changes a check only by a copy of the table, which would lose the triggers of the full-text index, or by an
edit of what it wrote down of the table, which its manual allows for checks.
"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from quotes.speakers.bodies import parse_body
from quotes.speakers.persons import parse_person

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BY_PERSON = " OR coalesce(rule, '') = 'corrected'"
EXPLAINED = "source_start IS NOT NULL OR reason IS NOT NULL"
SPEAKER = "source_start IS NOT NULL OR speaker_id IS NULL"
BASES = "said_on_basis IN ('words', 'dateline', 'continues'"


def _together(*columns: str) -> str:
    return " AND ".join(f"(said_on IS NULL) = ({column} IS NULL)" for column in columns)


# name: what it says before, and after
CHECKS = {
    "explained": (EXPLAINED, EXPLAINED + BY_PERSON),
    "speaker": (SPEAKER, SPEAKER + BY_PERSON),
    "said_on_basis": (f"{BASES})", f"{BASES}, 'corrected')"),
    "said_on_whole": (
        _together("said_on_precision", "said_on_basis", "said_on_start", "said_until"),
        _together("said_on_precision", "said_on_basis", "said_until"),
    ),
}
WORDS = "(said_on IS NULL OR said_on_basis = 'corrected') = (said_on_start IS NULL)"
MOMENT = sa.DateTime(timezone=True)
UPDATED = "ix_quotes_updated"


def upgrade() -> None:
    moment = "TIMESTAMP WITH TIME ZONE" if _is_postgresql() else "DATETIME"
    # SQLAlchemy finds a check in a SQLite table only where it begins a line
    words = f"\n\tCONSTRAINT ck_quotes_said_on_words CHECK ({WORDS})"
    op.execute(f"ALTER TABLE quotes ADD COLUMN speaker_name TEXT {words}")
    op.execute(f"ALTER TABLE quotes ADD COLUMN updated_at {moment} DEFAULT '1970-01-01 00:00:00+00' NOT NULL")
    quotes = sa.table("quotes", sa.column("updated_at", MOMENT))
    op.execute(sa.update(quotes).values(updated_at=datetime.now(UTC)))
    op.create_index(UPDATED, "quotes", ["updated_at", "id"])
    _change_checks(before=0, after=1)
    _name_speakers()
    op.create_table(
        "originals",
        sa.Column("quote_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("attribution", sa.Text, nullable=False),
    )
    op.create_index("ix_originals_document", "originals", ["document_id"])
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("quote_id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("field", "before", "after")),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undone_at", MOMENT),
        sa.Column("undone_by", sa.Text),
        sa.CheckConstraint("field IN ('speaker', 'source', 'said_on', 'quote')", name="ck_corrections_field"),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="ck_corrections_undone"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_quote", "corrections", ["quote_id"])
    op.create_table(
        "tombstones",
        sa.Column("noun", sa.Text, primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("removed_at", MOMENT, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("heir_id", sa.Integer),
        sa.CheckConstraint(
            "noun IN ('quote', 'document', 'speaker', 'statement')", name="ck_tombstones_noun"
        ),
        sa.CheckConstraint(
            "why IN ('corrected', 'not_found', 'document_removed', 'removed', 'joined', 'unused')",
            name="ck_tombstones_why",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tombstones_removed", "tombstones", ["removed_at", "noun", "id"])


def downgrade() -> None:
    for table in ("tombstones", "corrections", "originals"):
        op.drop_table(table)
    # what only a person said of a quote has no words of the document to stand on
    op.execute(
        "UPDATE quotes SET speaker_id = NULL, naming_id = NULL, reason = 'no_source'"
        " WHERE rule = 'corrected' AND source_start IS NULL"
    )
    op.execute(
        "UPDATE quotes SET said_on = NULL, said_on_precision = NULL, said_on_basis = NULL,"
        " said_until = NULL, said_sort = '0001-01-01' WHERE said_on_basis = 'corrected'"
    )
    op.drop_index(UPDATED, "quotes")
    op.drop_column("quotes", "updated_at")
    if _is_postgresql():  # SQLite has it with the column
        op.drop_constraint("ck_quotes_said_on_words", "quotes")
    op.execute("ALTER TABLE quotes DROP COLUMN speaker_name")
    _change_checks(before=1, after=0)


def _change_checks(*, before: int, after: int) -> None:
    if _is_postgresql():
        for name, conditions in CHECKS.items():
            op.drop_constraint(f"ck_quotes_{name}", "quotes")
            op.create_check_constraint(f"ck_quotes_{name}", "quotes", conditions[after])
        return
    connection = op.get_bind()
    written = connection.scalar(sa.text("SELECT sql FROM sqlite_schema WHERE name = 'quotes'"))
    for name, conditions in CHECKS.items():
        old, new = (f"CONSTRAINT ck_quotes_{name} CHECK ({conditions[one]})" for one in (before, after))
        if written.count(old) != 1:
            raise RuntimeError(f"the table quotes has no check {old}")
        written = written.replace(old, new)
    version = connection.scalar(sa.text("PRAGMA schema_version"))
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    edit = sa.text("UPDATE sqlite_schema SET sql = :written WHERE type = 'table' AND name = 'quotes'")
    connection.execute(edit, {"written": written})
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))


def _name_speakers() -> None:
    """Write down the names that the quotes' speakers were given in full, from those that documents use."""
    connection = op.get_bind()
    used = sa.text(
        "SELECT u.document_id, a.naming_id, a.name, n.key, n.is_person FROM alias_documents u"
        " JOIN aliases a ON a.id = u.alias_id JOIN namings n ON n.id = a.naming_id"
    )
    names: dict[tuple[int, int], tuple[bool, int, str]] = {}
    for document_id, naming_id, name, key, is_person in connection.execute(used):
        same = (parse_person(name) if is_person else parse_body(name)).key == key
        rank = (same, len(name), name)
        names[document_id, naming_id] = max(rank, names.get((document_id, naming_id), rank))
    given = sa.text(
        "UPDATE quotes SET speaker_name = :name WHERE document_id = :document AND naming_id = :naming"
    )
    rows = [
        {"document": document, "naming": naming, "name": name}
        for (document, naming), (_, _, name) in names.items()
    ]
    if rows:
        connection.execute(given, rows)


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"
