"""What an operation does to a record: applies, conflicts, or both; every value is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.rules.merge import Conflict, merge
from caseworker_app.server import oplog
from caseworker_app.server.records import Record
from caseworker_app.server.tables import conflict
from caseworker_app.wire.canonical import canonical, digest
from caseworker_app.wire.message import Conflict as OpenConflict
from caseworker_app.wire.operation import Operation

WHOLE = "/"
"""Path of a conflict about the record as a whole."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The next version of the record and what became of the patch."""

    record: Record
    applied: tuple[str, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def status(self) -> str:
        return oplog.CONFLICT if self.conflicts else oplog.ACCEPTED


def apply(operation: Operation, current: Record) -> Outcome:
    """Return what the operation makes of a record; it never replaces an unseen value."""
    after = replace(current, rev=current.rev + 1)
    if operation.kind in {"delete", "undelete"}:
        wanted = operation.kind == "delete"
        if operation.base == current.rev:
            return Outcome(replace(after, dead=wanted), (WHOLE,), ())
        return Outcome(after, (), (Conflict(WHOLE, current.rev, operation.kind),))
    if current.dead:
        return Outcome(after, (), (Conflict(WHOLE, "delete", operation.kind),))
    merged = merge(current.units, operation.patch, digest, atomic=operation.atomic)
    if operation.gen != current.gen and merged.applied:
        return Outcome(after, (), _all(operation, current.units))
    return Outcome(replace(after, units=merged.units), merged.applied, merged.conflicts)


def keep(connection: Connection, operation: Operation, outcome: Outcome) -> None:
    """Write down what a person has to decide, and close what this operation decided."""
    if outcome.conflicts:
        paths = [[c.path, c.current, c.wanted] for c in outcome.conflicts]
        connection.execute(
            conflict.insert().values(
                id=operation.op,
                rid=operation.rid,
                op=operation.op,
                paths=canonical(paths).decode(),
                open=True,
            )
        )
    elif operation.resolves:
        connection.execute(
            conflict.update()
            .where(conflict.c.id == operation.resolves, conflict.c.rid == operation.rid)
            .values(open=False)
        )


def open_conflicts(
    connection: Connection, rids: Sequence[str]
) -> Mapping[str, tuple[OpenConflict, ...]]:
    """Return the undecided conflicts of records."""
    rows = connection.execute(
        select(conflict).where(conflict.c.rid.in_(rids), conflict.c.open).order_by(conflict.c.id)
    )
    found: dict[str, tuple[OpenConflict, ...]] = {}
    for row in rows:
        content = {"id": row.id, "op": row.op, "paths": msgspec.json.decode(row.paths)}
        one = msgspec.convert(content, OpenConflict)
        found[row.rid] = (*found.get(row.rid, ()), one)
    return found


def _all(operation: Operation, units: Mapping[str, Json]) -> tuple[Conflict, ...]:
    """Return every change as a conflict: someone else looks after the household by now."""
    return tuple(Conflict(c.path, units.get(c.path), c.new) for c in operation.patch)
