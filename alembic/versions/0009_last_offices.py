"""The offices of a naming in the order in which they were seen: the last is found without reading all."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_offices_naming", "offices")
    op.create_index("ix_offices_naming", "offices", ["naming_id", "seen_sort"])


def downgrade() -> None:
    op.drop_index("ix_offices_naming", "offices")
    op.create_index("ix_offices_naming", "offices", ["naming_id"])
