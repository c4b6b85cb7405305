"""Views of the worklist a person names; how often a household is checked, beside its row."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_GROUPED = ("category", "village", "recheck")
_LEVELS = ("red", "orange", "yellow")
_FILED = """
UPDATE household SET recheck = coalesce(
  (SELECT json_extract(CAST(dossier.body AS TEXT), '$.recheck')
   FROM dossier WHERE dossier.household = household.id), 'yearly')
"""


def upgrade() -> None:
    with op.batch_alter_table("household") as batch:
        batch.add_column(sa.Column("recheck", sa.Text(), nullable=False, server_default="yearly"))
    op.execute(_FILED)
    for column in _GROUPED:
        op.create_index(f"ix_household_{column}", "household", [column])
    for column in _LEVELS:
        some = sa.text(f"{column} > 0")
        op.create_index(f"ix_household_{column}", "household", [column], sqlite_where=some)
    op.create_table(
        "saved_view",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_saved_view"),
        sa.UniqueConstraint("name", name="uq_saved_view_name"),
    )


def downgrade() -> None:
    op.drop_table("saved_view")
    for column in (*_GROUPED, *_LEVELS):
        op.drop_index(f"ix_household_{column}", "household")
    op.execute("ALTER TABLE household DROP COLUMN recheck")
