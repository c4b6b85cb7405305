"""Numbers of the papers that were kept, so that none is given twice."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper_number",
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("rid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"], ["device.id"], name=op.f("fk_paper_number_device_device")
        ),
        sa.ForeignKeyConstraint(["rid"], ["record.rid"], name=op.f("fk_paper_number_rid_record")),
        sa.PrimaryKeyConstraint("device", "number", name=op.f("pk_paper_number")),
    )
    op.create_index(op.f("ix_paper_number_number"), "paper_number", ["number"])


def downgrade() -> None:
    op.drop_table("paper_number")
