"""Papers of every form: the household they are about, what they say, drafts, void ones."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_OF_VISITS = """
INSERT INTO paper (number, form, household, visit, sha, copies, issued_at)
SELECT old.number, old.form, visit.household, old.visit, old.sha, old.copies, old.issued_at
FROM paper_before AS old JOIN visit ON visit.id = old.visit
"""
_BACK = """
INSERT INTO paper (number, form, visit, sha, copies, issued_at)
SELECT number, form, visit, sha, copies, issued_at FROM paper_before WHERE record IS NULL
"""


def upgrade() -> None:
    _set_aside()
    op.create_table(
        "paper",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=True),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("units", sa.LargeBinary(), nullable=True),
        sa.Column("void", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["household"], ["household.id"], name="fk_paper_household_household"
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name="fk_paper_visit_visit"),
        sa.PrimaryKeyConstraint("number", name="pk_paper"),
        sa.UniqueConstraint("record", name="uq_paper_record"),
    )
    op.create_index("ix_paper_household", "paper", ["household"])
    op.create_index("ix_paper_visit", "paper", ["visit"])
    op.execute(_OF_VISITS)
    op.drop_table("paper_before")
    _create_drafts()


def downgrade() -> None:
    op.drop_table("paper_entry")
    op.drop_index("ix_paper_draft_household", "paper_draft")
    op.drop_table("paper_draft")
    op.drop_index("ix_paper_household", "paper")
    _set_aside()
    op.create_table(
        "paper",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name="fk_paper_visit_visit"),
        sa.PrimaryKeyConstraint("number", name="pk_paper"),
    )
    op.create_index("ix_paper_visit", "paper", ["visit"])
    op.execute(_BACK)
    op.drop_table("paper_before")


def _set_aside() -> None:
    op.drop_index("ix_paper_visit", "paper")
    op.rename_table("paper", "paper_before")


def _create_drafts() -> None:
    op.create_table(
        "paper_draft",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("is_large", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household"],
            ["household.id"],
            name="fk_paper_draft_household_household",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name="fk_paper_draft_visit_visit"),
        sa.PrimaryKeyConstraint("id", name="pk_paper_draft"),
    )
    op.create_index("ix_paper_draft_household", "paper_draft", ["household"])
    op.create_table(
        "paper_entry",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft"],
            ["paper_draft.id"],
            name="fk_paper_entry_draft_paper_draft",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("draft", "name", name="pk_paper_entry"),
        sqlite_with_rowid=False,
    )
