"""The departments' rows, by the numbers they are asked by."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEYS = ("person", "plate", "vin", "unit", "hukou", "place")


def _text(key: str) -> sa.types.TypeEngine[str]:
    """Return the type of a key; the end of an address is looked for as a range of bytes."""
    if key == "place":
        return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Text()


def upgrade() -> None:
    op.create_table(
        "register",
        sa.Column("dataset", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(key, _text(key), nullable=False) for key in _KEYS),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("dataset", "id", name=op.f("pk_register")),
    )
    for key in _KEYS:
        op.create_index(op.f(f"ix_register_{key}"), "register", [key], unique=False)


def downgrade() -> None:
    op.drop_table("register")
