"""待裁决: what two people want of one record, with who wrote what and what it was before."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.rules.rights import Act, Hands
from caseworker_app.server import oplog, records, rights
from caseworker_app.server.records import Record
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import conflict, person
from caseworker_app.wire.canonical import canonical, digest
from caseworker_app.wire.message import WHOLE, Conflict, Disputed, Hand
from caseworker_app.wire.operation import RESOLVE, Operation
from caseworker_app.wire.value import Json as Unit

Path = tuple[str, Json, Json]
"""Unit, what stood, what was wanted."""
_OFFICE = "办公室"
_INVESTIGATOR = re.compile(r"/investigators/#([^/]+)/")


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
    connection: Connection, rids: Sequence[str], caller: Caller | None = None
) -> Mapping[str, tuple[Conflict, ...]]:
    """Return the undecided conflicts of records, each beside what stands now.

    For a caller each says whether others decide it.
    """
    rows = connection.execute(
        select(conflict).where(conflict.c.rid.in_(rids), conflict.c.open).order_by(conflict.c.id)
    ).all()
    found: dict[str, tuple[Conflict, ...]] = {}
    for rid in dict.fromkeys(row.rid for row in rows):
        told = _Told(connection, rid)
        found[rid] = tuple(
            told.conflict(row.op, _paths(row.paths), caller) for row in rows if row.rid == rid
        )
    return found


def hands(connection: Connection, rid: str, name: str) -> Hands:
    """Return whose an open conflict is; nobody's where it is not open."""
    paths = open_paths(connection, rid, name)
    return _Told(connection, rid).hands(name, paths) if paths else Hands(frozenset(), frozenset())


class _Told:
    """One record with everything that was ever done to it."""

    def __init__(self, connection: Connection, rid: str) -> None:
        self._connection = connection
        self._record = records.get(connection, rid)
        self._versions = records.versions(connection, rid)[::-1]
        self._steps = {step.operation.op: step for step in _steps(connection, rid)}

    def conflict(self, op: str, paths: Sequence[Path], caller: Caller | None) -> Conflict:
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
            is_for_others=caller is not None and not self._decides(caller, op, paths),
        )

    def hands(self, op: str, paths: Collection[str]) -> Hands:
        """Return whose word is in dispute, and who had a hand in the record."""
        steps = [s.operation for s in self._steps.values() if s.operation.device != oplog.OFFICE]
        writers = (self._writer(path) for path in paths)
        stands = {w.person for w in writers if w and w.kind != RESOLVE and w in steps}
        made = {step.person for step in steps if step.kind != RESOLVE}
        return Hands(stands | {self._wanting(op)}, made | self._present())

    def _decides(self, caller: Caller, op: str, paths: Sequence[Path]) -> bool:
        home = self._record.household if self._record else ""
        tie = rights.tie_of(self._connection, caller.person, home)
        return rights.decides(caller, tie, self.hands(op, [path for path, _, _ in paths]))

    def _wanting(self, op: str) -> str:
        """Return whose word an operation is; a decision is the word it was about."""
        step = self._steps[op].operation
        while step.kind == RESOLVE and step.resolves in self._steps:
            step = self._steps[step.resolves].operation
        return step.person

    def _present(self) -> frozenset[str]:
        """Return who was at the visit, by what stands and what was ever wanted."""
        units = self._record.units if self._record else {}
        wanted = (change.path for s in self._steps.values() for change in s.operation.patch)
        found = map(_INVESTIGATOR.match, (*units, *wanted))
        return frozenset(named[1] for named in found if named)

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
            writer = self._writer(path)
            if writer:
                yield path, self._hand(writer)

    def _writer(self, path: str) -> Operation | None:
        steps = reversed(self._steps.values())
        return next((step.operation for step in steps if path in step.applied), None)

    def _hand(self, operation: Operation) -> Hand:
        named = select(person.c.name).where(person.c.id == operation.person)
        name: str | None = self._connection.scalar(named)
        return Hand(name or _OFFICE, operation.at)

    def _is_late(self, operation: Operation, record: Record | None) -> bool:
        home = record.household if record else ""
        act = Act.DECIDE if operation.kind == RESOLVE else Act.WRITE
        return not rights.may_somebody(self._connection, operation.person, act, home)


def _steps(connection: Connection, rid: str) -> Iterator[_Step]:
    for applied, operation in oplog.operations(connection, rid):
        yield _Step(operation, applied)


def _paths(kept: str) -> tuple[Path, ...]:
    return msgspec.json.decode(kept, type=tuple[tuple[str, Unit, Unit], ...])
