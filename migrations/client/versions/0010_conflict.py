"""What waits for a person's decision, and the households that are somebody else's by now."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_INDEXED = ("rid", "household")


def upgrade() -> None:
    op.create_table(
        "conflict",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("rid", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("gen", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_conflict"),
    )
    for name in _INDEXED:
        op.create_index(f"ix_conflict_{name}", "conflict", [name])
    op.create_table(
        "leaving",
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("household", name="pk_leaving"),
    )


def downgrade() -> None:
    op.drop_table("leaving")
    for name in _INDEXED:
        op.drop_index(f"ix_conflict_{name}", "conflict")
    op.drop_table("conflict")
