"""What is packed already is not packed again: PostgreSQL would try, and find nothing to gain."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_PACKED = (("oplog", "doc"), ("record", "units"), ("version", "units"))


def upgrade() -> None:
    _store("EXTERNAL")


def downgrade() -> None:
    _store("EXTENDED")


def _store(way: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table, column in _PACKED:
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE {way}")
