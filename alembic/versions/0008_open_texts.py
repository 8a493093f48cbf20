"""Which whole texts everybody may have: of a document, or of all of an outlet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outlets", sa.Column("open", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("documents", sa.Column("open", sa.Boolean))


def downgrade() -> None:
    op.drop_column("documents", "open")
    op.drop_column("outlets", "open")
