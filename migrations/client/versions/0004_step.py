"""Steps of work on a visit, so that each can be undone and done again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "visit_step",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('edit', 'undo', 'redo')", name=op.f("ck_visit_step_kind")),
        sa.ForeignKeyConstraint(
            ["visit"], ["visit.id"], name="fk_visit_step_visit_visit", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("n", name="pk_visit_step"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_visit_step_visit", "visit_step", ["visit"])


def downgrade() -> None:
    op.drop_index("ix_visit_step_visit", "visit_step")
    op.drop_table("visit_step")
