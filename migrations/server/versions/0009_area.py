"""Where people work, what a change of that gave them to see, and the office's long work.

Whoever is known already gets the township all their households lie in, or what larger area they
do; without households, that of all the office's.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TIERS = (9, 6, 4, 2)


def upgrade() -> None:
    op.add_column("person", sa.Column("area", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "sight",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_sight_person_person")),
        sa.PrimaryKeyConstraint("person", "household", name=op.f("pk_sight")),
    )
    op.create_table(
        "job",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "kind", "said", "by")),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        *(_number(name) for name in ("started", "ended", "beat")),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("stopping", sa.Boolean(), nullable=False),
        *(_number(name) for name in ("done", "total")),
        sa.Column("outcome", sa.Text(), nullable=False, server_default=""),
        sa.Column("refused", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    _give_areas(op.get_bind())


def downgrade() -> None:
    op.drop_table("job")
    op.drop_table("sight")
    op.drop_column("person", "area")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False, server_default="0")


def _give_areas(connection: sa.Connection) -> None:
    homes = dict(
        connection.execute(sa.text("SELECT rid, region FROM record WHERE kind = 'household'")).all()
    )
    held: dict[str, set[str]] = {}
    orders = sa.text("SELECT person, household FROM assignment WHERE ended IS NULL")
    for person, household in connection.execute(orders):
        held.setdefault(person, set()).add(homes.get(household, ""))
    everything = set(homes.values())
    change = sa.text("UPDATE person SET area = :area WHERE id = :person")
    for (person,) in connection.execute(sa.text("SELECT id FROM person")).all():
        area = _common(held.get(person) or everything)
        connection.execute(change, {"area": area, "person": person})


def _common(regions: set[str]) -> str:
    for tier in _TIERS:
        areas = {region[:tier] for region in regions}
        if len(areas) == 1 and len(next(iter(areas))) == tier:
            return areas.pop()
    return ""
