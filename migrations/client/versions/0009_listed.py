"""Households a notice lists beside its first one, of papers and of drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "paper_listed",
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["paper"], ["paper.number"], name="fk_paper_listed_paper_paper"),
        sa.ForeignKeyConstraint(
            ["household"], ["household.id"], name="fk_paper_listed_household_household"
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name="fk_paper_listed_visit_visit"),
        sa.PrimaryKeyConstraint("paper", "household", name="pk_paper_listed"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_paper_listed_household", "paper_listed", ["household"])
    op.create_index("ix_paper_listed_visit", "paper_listed", ["visit"])
    op.create_table(
        "draft_listed",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft"],
            ["paper_draft.id"],
            name="fk_draft_listed_draft_paper_draft",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_draft_listed_household_household",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name="fk_draft_listed_visit_visit"),
        sa.PrimaryKeyConstraint("draft", "household", name="pk_draft_listed"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_draft_listed_household", "draft_listed", ["household"])


def downgrade() -> None:
    op.drop_index("ix_draft_listed_household", "draft_listed")
    op.drop_table("draft_listed")
    op.drop_index("ix_paper_listed_visit", "paper_listed")
    op.drop_index("ix_paper_listed_household", "paper_listed")
    op.drop_table("paper_listed")
