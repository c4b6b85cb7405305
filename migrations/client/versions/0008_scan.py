"""Pages that came back from the scanner, filed to a paper or kept aside."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_INDEXED = ("sha", "household", "paper", "record")


def upgrade() -> None:
    op.create_table(
        "scan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=True),
        sa.Column("visit", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("put_away", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_scan"),
        sa.UniqueConstraint("source", "page", name="uq_scan_source_page"),
        sa.ForeignKeyConstraint(["sha"], ["attachment.sha"], name="fk_scan_sha_attachment"),
        sa.ForeignKeyConstraint(
            ["household"], ["household.id"], name="fk_scan_household_household"
        ),
        sa.ForeignKeyConstraint(["paper"], ["paper.number"], name="fk_scan_paper_paper"),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name="fk_scan_visit_visit"),
    )
    for name in _INDEXED:
        op.create_index(f"ix_scan_{name}", "scan", [name])


def downgrade() -> None:
    for name in _INDEXED:
        op.drop_index(f"ix_scan_{name}", "scan")
    op.drop_table("scan")
