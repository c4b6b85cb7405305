"""How far a laptop's clock is off, and the operations whose time a person should look at."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("device", sa.Column("skew", sa.BigInteger(), nullable=False, server_default="0"))
    op.create_table(
        "clock_review",
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["op"], ["oplog.op"], name=op.f("fk_clock_review_op_oplog")),
        sa.PrimaryKeyConstraint("op", name=op.f("pk_clock_review")),
    )


def downgrade() -> None:
    op.drop_table("clock_review")
    op.drop_column("device", "skew")
