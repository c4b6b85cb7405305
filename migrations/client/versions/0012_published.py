"""The office's rule packs and texts of forms, and the rules each visit was begun with."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_WORDS = ("effective_from", "text", "region", "effective_to")


def upgrade() -> None:
    op.create_table(
        "visit_pack",
        sa.Column("visit", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit"], ["visit.id"], name="fk_visit_pack_visit_visit", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pack"], ["pack.hash"], name="fk_visit_pack_pack_pack"),
        sa.PrimaryKeyConstraint("visit", name="pk_visit_pack"),
    )
    op.create_table(
        "published",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _WORDS),
        sa.ForeignKeyConstraint(["pack"], ["pack.hash"], name="fk_published_pack_pack"),
        sa.PrimaryKeyConstraint("path", name="pk_published"),
    )


def downgrade() -> None:
    op.drop_table("published")
    op.drop_table("visit_pack")
