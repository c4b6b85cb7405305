"""Finds the visits that hold a file by the hash it came with."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    original = sa.text("path LIKE '/attachments/#%/origin/sha'")
    op.create_index("ix_visit_unit_value", "visit_unit", ["value"], sqlite_where=original)


def downgrade() -> None:
    op.drop_index("ix_visit_unit_value", "visit_unit")
