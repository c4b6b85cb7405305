"""What an operation does to a record: applies, conflicts, or both; every value is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from caseworker_app.model.values import Json
from caseworker_app.rules.merge import Conflict, merge
from caseworker_app.server import disputes, oplog
from caseworker_app.server.records import Record
from caseworker_app.wire.canonical import digest
from caseworker_app.wire.message import WHOLE
from caseworker_app.wire.operation import RESOLVE, Operation, same


@dataclass(frozen=True, slots=True)
class Outcome:
    """The next version of the record and what became of the patch."""

    record: Record
    applied: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    closes: str = ""
    """Conflict this decides."""

    @property
    def status(self) -> str:
        return oplog.CONFLICT if self.conflicts else oplog.ACCEPTED


def outcome(
    connection: Connection, operation: Operation, current: Record, *, late: bool
) -> Outcome:
    """Return what the operation makes of a record; it never replaces an unseen value.

    ``late``: whoever did it does not look after the household any more, and decides nothing.
    """
    late = late or operation.gen != current.gen
    if operation.kind != RESOLVE:
        return apply(operation, current, late=late)
    disputed = disputes.open_paths(connection, operation.rid, operation.resolves or "")
    named = {change.path for change in operation.patch}
    return _resolve(operation, current, decides=not late and bool(disputed) and disputed <= named)


def apply(operation: Operation, current: Record, *, late: bool) -> Outcome:
    """Return what an operation that resolves nothing makes of a record."""
    after = replace(current, rev=current.rev + 1)
    if operation.kind in {"delete", "undelete"}:
        wanted = operation.kind == "delete"
        if operation.base == current.rev and not late:
            return Outcome(replace(after, dead=wanted), (WHOLE,), ())
        return Outcome(after, (), (_whole(current, dead=wanted),))
    if current.dead:
        alive = _whole(current, dead=False)
        return Outcome(after, (), (alive, *_differing(operation, current.units)))
    merged = merge(current.units, operation.patch, digest, atomic=operation.atomic)
    if late and merged.applied:
        return Outcome(after, (), _differing(operation, current.units))
    return Outcome(replace(after, units=merged.units), merged.applied, merged.conflicts)


def keep(connection: Connection, operation: Operation, outcome: Outcome) -> None:
    """Write down what a person has to decide, and close what this operation decided."""
    if outcome.conflicts:
        paths = tuple((c.path, c.current, c.wanted) for c in outcome.conflicts)
        disputes.open_(connection, operation, paths)
    elif outcome.closes:
        disputes.close(connection, operation.rid, outcome.closes)


def _resolve(operation: Operation, current: Record, *, decides: bool) -> Outcome:
    """Return what a decision makes of a record: all of it, or nothing.

    One that decides nothing (any more) and would change something is itself to be decided.
    """
    after = replace(current, rev=current.rev + 1)
    standing: dict[str, Json] = {**current.units, **({WHOLE: True} if current.dead else {})}
    merged = merge(standing, operation.patch, digest, atomic=True)
    if merged.conflicts:
        return Outcome(after, (), merged.conflicts)
    if not decides:
        return Outcome(after, (), _differing(operation, standing))
    units = dict(merged.units)
    dead = units.pop(WHOLE, None) is True
    made = replace(after, units=units, dead=dead)
    return Outcome(made, merged.applied, (), closes=operation.resolves or "")


def _differing(operation: Operation, units: Mapping[str, Json]) -> tuple[Conflict, ...]:
    """Return every change that would change something as a conflict."""
    return tuple(
        Conflict(change.path, units.get(change.path), change.new)
        for change in operation.patch
        if not same(units.get(change.path), change.new)
    )


def _whole(current: Record, *, dead: bool) -> Conflict:
    return Conflict(WHOLE, current.dead or None, dead or None)
