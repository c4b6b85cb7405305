"""What the office has in a verified backup may leave the laptop: since when it has."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_TABLES = ("outbox", "attachment")


def upgrade() -> None:
    for table in _TABLES:
        op.add_column(table, sa.Column("cleared_at", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    for table in _TABLES:
        op.drop_column(table, "cleared_at")
