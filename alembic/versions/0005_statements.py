"""Statements: the same words of the same speaker, wherever they were printed.

The tables are spelt out. How quotes are parted among statements is not: wordings and anchors are made by the
same functions that make those of new quotes, as the two have to be equal.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

from quotes.store.grouping import regroup_all

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = {"statement_id": "statements", "wording_id": "wordings"}
INDEXES = {
    "ix_quotes_statement": ["statement_id", "published_sort", "id"],
    "ix_quotes_wording": ["wording_id"],
}


def upgrade() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("quotes", sa.Integer, nullable=False),
        sa.CheckConstraint("quotes >= 0", name="ck_statements_quotes"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "wordings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("statement_id", sa.Integer, sa.ForeignKey("statements.id"), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("speaker_id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("quotes", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.UniqueConstraint("key", "speaker_id", "day", name="uq_wordings_key"),
        sa.CheckConstraint("quotes >= 0", name="ck_wordings_quotes"),
    )
    op.create_index("ix_wordings_statement", "wordings", ["statement_id"])
    op.create_table(
        "anchors",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("speaker_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("wording_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    _add_columns()
    with Session(op.get_bind()) as session:
        regroup_all(session)
        session.flush()
    op.execute("DELETE FROM wordings WHERE id = 0")
    op.execute("DELETE FROM statements WHERE id = 0")


def _add_columns() -> None:
    """Add the columns in place, as copying the table would lose the triggers of the full-text index."""
    op.execute("INSERT INTO statements (id, quotes) SELECT 0, count(*) FROM quotes")
    op.execute(
        "INSERT INTO wordings (id, statement_id, key, speaker_id, day, quotes, words)"
        " SELECT 0, 0, '', 0, '0001-01-01', count(*), '' FROM quotes"
    )
    for column, table in COLUMNS.items():
        # all quotes have the row 0 until they are grouped; afterwards nothing has
        op.execute(
            f"ALTER TABLE quotes ADD COLUMN {column} INTEGER DEFAULT 0 NOT NULL REFERENCES {table} (id)"
        )
    for name, columns in INDEXES.items():
        op.create_index(name, "quotes", columns)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, "quotes")
    for column in COLUMNS:
        op.drop_column("quotes", column)
    for table in ("anchors", "wordings", "statements"):
        op.drop_table(table)
