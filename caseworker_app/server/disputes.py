"""待裁决: what two people want of one record, with who wrote what and what it was before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.server import assignments, oplog, records
from caseworker_app.server.records import Record
from caseworker_app.server.tables import conflict, person
from caseworker_app.wire.canonical import canonical, digest
from caseworker_app.wire.message import WHOLE, Conflict, Disputed, Hand
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.value import Json as Unit

Path = tuple[str, Json, Json]
"""Unit, what stood, what was wanted."""
_OFFICE = "办公室"


class _Step(NamedTuple):
    """An operation that changed something, and what."""

    operation: Operation
    applied: frozenset[str]


def open_(connection: Connection, operation: Operation, paths: Sequence[Path]) -> None:
    """Write down that an operation waits for a person."""
    connection.execute(
        conflict.insert().values(
            id=operation.op,
            rid=operation.rid,
            op=operation.op,
            paths=canonical([list(path) for path in paths]).decode(),
            open=True,
        )
    )


def close(connection: Connection, rid: str, name: str) -> None:
    """Write down that a person decided."""
    this = conflict.update().where(conflict.c.id == name, conflict.c.rid == rid)
    connection.execute(this.values(open=False))


def open_paths(connection: Connection, rid: str, name: str) -> frozenset[str]:
    """Return the units an open conflict of a record is about; none where it is not open."""
    found = connection.scalar(
        select(conflict.c.paths).where(
            conflict.c.id == name, conflict.c.rid == rid, conflict.c.open
        )
    )
    return frozenset(path for path, _, _ in _paths(found)) if found else frozenset()


def takes_or_leaves(connection: Connection, operation: Operation) -> bool:
    """Tell whether a decision leaves all units as they stand, or takes all that was wanted."""
    found = connection.scalar(
        select(conflict.c.paths).where(
            conflict.c.id == operation.resolves, conflict.c.rid == operation.rid
        )
    )
    if found is None:
        return False
    wanted = [(path, digest(value)) for path, _, value in _paths(found)]
    named = [(change.path, digest(change.new)) for change in operation.patch]
    leaves = all(digest(change.new) == change.old for change in operation.patch)
    return leaves or sorted(named) == sorted(wanted)


def open_conflicts(
    connection: Connection, rids: Sequence[str]
) -> Mapping[str, tuple[Conflict, ...]]:
    """Return the undecided conflicts of records, each beside what stands now."""
    rows = connection.execute(
        select(conflict).where(conflict.c.rid.in_(rids), conflict.c.open).order_by(conflict.c.id)
    ).all()
    found: dict[str, tuple[Conflict, ...]] = {}
    for rid in dict.fromkeys(row.rid for row in rows):
        told = _Told(connection, rid)
        found[rid] = tuple(
            told.conflict(row.op, _paths(row.paths)) for row in rows if row.rid == rid
        )
    return found


class _Told:
    """One record with everything that was ever done to it."""

    def __init__(self, connection: Connection, rid: str) -> None:
        self._connection = connection
        self._record = records.get(connection, rid)
        self._versions = records.versions(connection, rid)[::-1]
        self._steps = {step.operation.op: step for step in _steps(connection, rid)}

    def conflict(self, op: str, paths: Sequence[Path]) -> Conflict:
        """Return what one operation wants."""
        operation = self._steps[op].operation
        return Conflict(
            id=op,
            op=op,
            paths=tuple(Disputed(path, self._now(path), wanted) for path, _, wanted in paths),
            base=dict(self._bases(operation, [path for path, _, _ in paths])),
            stands=dict(self._writers([path for path, _, _ in paths])),
            wants=self._hand(operation),
            reason=operation.reason,
            is_late=self._is_late(operation, self._record),
        )

    def _now(self, path: str) -> Json:
        record = self._record
        if record is None:
            return None
        return (record.dead or None) if path == WHOLE else record.units.get(path)

    def _bases(self, operation: Operation, paths: Sequence[str]) -> Iterator[tuple[str, Json]]:
        """Yield what was seen: of what ever stood, what has the hash the operation names."""
        seen = {change.path: change.old for change in operation.patch}
        for path in paths:
            stood = (version.get(path) for version in self._versions)
            for value in (None, *stood):
                if path in seen and digest(value) == seen[path]:
                    yield path, value
                    break

    def _writers(self, paths: Sequence[str]) -> Iterator[tuple[str, Hand]]:
        for path in paths:
            for step in reversed(self._steps.values()):
                if path in step.applied:
                    yield path, self._hand(step.operation)
                    break

    def _hand(self, operation: Operation) -> Hand:
        named = select(person.c.name).where(person.c.id == operation.person)
        name: str | None = self._connection.scalar(named)
        return Hand(name or _OFFICE, operation.at)

    def _is_late(self, operation: Operation, record: Record | None) -> bool:
        home = record.household if record else ""
        return not assignments.in_scope(self._connection, operation.person, home)


def _steps(connection: Connection, rid: str) -> Iterator[_Step]:
    for applied, operation in oplog.operations(connection, rid):
        yield _Step(operation, applied)


def _paths(kept: str) -> tuple[Path, ...]:
    return msgspec.json.decode(kept, type=tuple[tuple[str, Unit, Unit], ...])
