"""Papers the office countersigned, beside the ones that were delivered."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "countersigned",
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["sha"], ["blob.sha"], name=op.f("fk_countersigned_sha_blob")),
        sa.ForeignKeyConstraint(
            ["version"], ["blob.sha"], name=op.f("fk_countersigned_version_blob")
        ),
        sa.PrimaryKeyConstraint("sha", name=op.f("pk_countersigned")),
    )


def downgrade() -> None:
    op.drop_table("countersigned")
