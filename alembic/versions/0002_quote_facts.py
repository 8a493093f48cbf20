"""What is told around a quote: role, country, day, channel, addressee, place and who passed it on.

Columns are added and dropped in place: SQLite would otherwise copy the table, and lose the triggers that keep
the full-text index in step. So each check stands with a column, the last of those that it speaks of.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UNDATED = "0001-01-01"
CHANNELS = (
    "'tweet', 'statement', 'press_conference', 'interview', 'speech', 'letter', 'call', 'report', 'court',"
    " 'broadcast'"
)
SAID_ON = ("said_on_precision", "said_on_basis", "said_on_start", "said_until")
WHOLE = " AND ".join(f"(said_on IS NULL) = ({column} IS NULL)" for column in SAID_ON)


def _check(name: str, condition: str) -> str:
    # SQLAlchemy finds a check in a SQLite table only where it begins a line
    return f"\n\tCONSTRAINT ck_quotes_{name} CHECK ({condition})"


def _span(name: str) -> list[str]:
    start, end = f"{name}_start", f"{name}_end"
    neither = f"({start} IS NULL AND {end} IS NULL)"
    both = f"({start} IS NOT NULL AND {end} IS NOT NULL AND 0 <= {start} AND {start} < {end})"
    return [f"{start} INTEGER", f"{end} INTEGER {_check(name, f'{neither} OR {both}')}"]


COLUMNS = [
    *_span("role"),
    f"country TEXT {_check('country', 'length(country) = 2 AND country = upper(country)')}",
    "said_on DATE",
    "said_on_precision TEXT " + _check("said_on_precision", "said_on_precision IN ('day', 'month', 'year')"),
    "said_on_basis TEXT " + _check("said_on_basis", "said_on_basis IN ('words', 'dateline', 'continues')"),
    *_span("said_on"),
    f"said_until DATE {_check('said_on_whole', WHOLE)} {_check('said_until', 'said_on <= said_until')}",
    f"said_sort DATE DEFAULT '{UNDATED}' NOT NULL "
    + _check("said_sort", f"said_sort = coalesce(said_on, '{UNDATED}')"),
    f"channel TEXT {_check('channel', f'channel IN ({CHANNELS})')}",
    *_span("addressee"),
    *_span("place"),
    *_span("reported_by"),
]
INDEXES = {
    "ix_quotes_said": ["said_sort", "id", "said_until", "published_sort"],
    "ix_quotes_speaker_said": ["speaker_id", "said_sort", "id", "said_until", "published_sort"],
    "ix_quotes_country": ["country", "published_sort", "id", "said_sort", "said_until", "channel"],
    "ix_quotes_channel": ["channel", "published_sort", "id", "said_sort", "said_until"],
}


def upgrade() -> None:
    for column in COLUMNS:
        op.execute(f"ALTER TABLE quotes ADD COLUMN {column}")
    for name, columns in INDEXES.items():
        op.create_index(name, "quotes", columns)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, "quotes")
    for column in reversed(COLUMNS):
        op.execute(f"ALTER TABLE quotes DROP COLUMN {column.split()[0]}")
