"""待裁决: what the server told of it, until it tells that somebody decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select, update

from caseworker_app.errors import UserError
from caseworker_app.store.outbox import OutboxState
from caseworker_app.store.tables import conflict as table, outbox
from caseworker_app.store.values import AnyRow
from caseworker_app.wire.message import Conflict


@dataclass(frozen=True, slots=True)
class Dispute:
    """One conflict about a record, with the version of the record it stands beside."""

    rid: str
    household: str
    kind: str
    """As in ``wire.message.Row``."""
    rev: int
    gen: int
    told: Conflict


def replace_of(connection: Connection, rid: str, disputes: Sequence[Dispute]) -> int:
    """Keep what is open about a record now in place of what was; return how many are new.

    A decision of this laptop that is still under way stays noted.
    """
    known = {
        row.id: row.decided
        for row in connection.execute(
            select(
                table.c.id,
                func.iif(outbox.c.state == OutboxState.SEALED, table.c.decided, None).label(
                    "decided"
                ),
            )
            .outerjoin(outbox, outbox.c.op == table.c.decided)
            .where(table.c.rid == rid)
        )
    }
    if known:
        connection.execute(delete(table).where(table.c.rid == rid))
    rows = [_columns(one, known.get(one.told.id)) for one in disputes]
    if rows:
        connection.execute(insert(table), rows)
    return sum(one.told.id not in known for one in disputes)


def kept(connection: Connection, rids: Iterable[str]) -> set[str]:
    """Return which of these records there is a conflict of."""
    return set(connection.scalars(select(table.c.rid).where(table.c.rid.in_(list(rids)))))


def undecided(connection: Connection) -> tuple[Dispute, ...]:
    """Return what waits for a person here, the oldest first."""
    found = select(table).where(table.c.decided.is_(None)).order_by(table.c.id)
    return tuple(map(_dispute, connection.execute(found)))


def count(connection: Connection) -> int:
    """Return how many ``undecided`` gives."""
    waiting = select(func.count()).select_from(table).where(table.c.decided.is_(None))
    return connection.scalar(waiting) or 0


def get(connection: Connection, name: str) -> Dispute:
    """Return a conflict that waits; raises UserError where it does not any more."""
    wanted = select(table).where(table.c.id == name, table.c.decided.is_(None))
    row = connection.execute(wanted).first()
    if row is None:
        raise UserError("这一项已经裁决过了，或已由办公室处理。请返回待裁决清单看还有哪些。")
    return _dispute(row)


def decide(connection: Connection, name: str, op: str) -> None:
    """Note that an operation of this laptop decides a conflict."""
    connection.execute(update(table).where(table.c.id == name).values(decided=op))


def forget(connection: Connection, households: Iterable[str]) -> None:
    """Drop what is open about households that are somebody else's, but what is decided here.

    A decision under way has to be known as theirs: they do not leave before it.
    """
    theirs = table.c.household.in_(list(households))
    connection.execute(delete(table).where(theirs, ~_is_under_way()))


def forget_all(connection: Connection) -> None:
    """Drop what is open, for a server with another epoch: it is told again.

    What this laptop decided stays noted until that is receipted.
    """
    connection.execute(delete(table).where(~_is_under_way()))


def _is_under_way() -> ColumnElement[bool]:
    """Return the condition that a decision of this laptop has no receipt yet."""
    sealed = outbox.c.state == OutboxState.SEALED
    return exists().where(outbox.c.op == table.c.decided, sealed)


def _columns(one: Dispute, decided: str | None) -> dict[str, object]:
    return {
        "id": one.told.id,
        "rid": one.rid,
        "household": one.household,
        "kind": one.kind,
        "rev": one.rev,
        "gen": one.gen,
        "body": msgspec.json.encode(one.told),
        "decided": decided,
    }


def _dispute(row: AnyRow) -> Dispute:
    told = msgspec.json.decode(row.body, type=Conflict)
    return Dispute(row.rid, row.household, row.kind, row.rev, row.gen, told)
