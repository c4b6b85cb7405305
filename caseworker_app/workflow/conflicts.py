"""待裁决: where two people want different things of one record, a person decides unit by unit.

A decision names what stands of every unit, so that it can itself meet something newer; it never
replaces what nobody here has seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from caseworker_app.errors import UserError
from caseworker_app.model.values import Json, instant
from caseworker_app.store import audit, conflict, household as households
from caseworker_app.store.conflict import Dispute
from caseworker_app.store.database import Connection
from caseworker_app.wire import paper, scan
from caseworker_app.wire.canonical import digest
from caseworker_app.wire.message import WHOLE, Hand, Row
from caseworker_app.wire.operation import RESOLVE, Change, same
from caseworker_app.workflow.outgoing import DECISIONS, NewStep, send_step
from caseworker_app.workflow.workspace import Workspace

DECIDED = "conflict.delivered"
"""Act of the audit trail when the office has a decision; its detail is what became of it."""

FORM = "decision@1"
SHORTEST = 2
"""Characters a reason needs at least."""

_FOR_OTHERS = (
    "这处不一致由别人裁决：其中有您自己的记录，或不归您裁决。双方的内容都已留存，"
    "请告诉乡镇（街道）负责人，裁决后送达一次即可看到。"
)
_UNDIVIDED = frozenset({paper.RECORD, scan.RECORD})


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote something, and when by the clock they wrote it by."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Point:
    """One unit in dispute."""

    path: str
    """``WHOLE`` for whether the record is to be done away with."""
    base: Json
    """What was seen by who wanted another value."""
    is_base_known: bool
    now: Json
    now_by: Written | None
    """None where nothing stands."""
    wanted: Json


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """One decision somebody has to make."""

    id: str
    record: str
    kind: str
    """Of the record, as in ``wire.message.Row``."""
    household: str
    head: str
    """Name of the head, or "" where this laptop does not hold the household."""
    members: Mapping[str, str]
    """Name by id."""
    points: tuple[Point, ...]
    wanted_by: Written | None
    reason: str
    is_late: bool
    """Done by somebody who does not look after the household any more."""
    is_undivided: bool
    """All of what was wanted is taken, or nothing."""
    is_for_others: bool = False
    """It is about one's own work, or not one's to decide."""


def waiting(ws: Workspace) -> tuple[OpenConflict, ...]:
    """Return what waits for a decision here, the oldest first."""
    with ws.database.read() as connection:
        return tuple(_open(connection, one) for one in conflict.undecided(connection))


def count(ws: Workspace) -> int:
    """Return how many decisions wait here."""
    with ws.database.read() as connection:
        return conflict.count(connection)


def resolve(ws: Workspace, seen: OpenConflict, choices: Mapping[str, Json], reason: str) -> None:
    """Decide a conflict: ``choices`` has the value that shall stand of every unit in dispute.

    Raises UserError where one is left out, is of another kind than what was there, or no reason
    is given; and where the conflict does not wait any more, or is not what was seen.
    """
    said = reason.strip()
    if len(said) < SHORTEST:
        raise UserError("裁决要写明理由，至少两个字。请写明为什么这样定。")
    with ws.database.write() as connection:
        dispute = conflict.get(connection, seen.id)
        found = _open(connection, dispute)
        if found.points != seen.points:
            raise UserError(
                "这一项刚取回了新的改动，与刚才看到的不同，没有裁决。请再看一遍后裁决。"
            )
        if found.is_for_others:
            raise UserError(_FOR_OTHERS)
        _require_sound(found, choices)
        patch = tuple(
            Change(point.path, digest(point.now), choices[point.path]) for point in found.points
        )
        step = NewStep(dispute.rid, FORM, patch, dispute.gen, dispute.rev, RESOLVE, found.id, said)
        op = send_step(connection, ws, step, DECISIONS)
        conflict.decide(connection, found.id, op)
        audit.append(connection, ws.at(), ws.person.id, "conflict.decided", dispute.rid, said)


def take(connection: Connection, rows: Sequence[Row]) -> int:
    """Keep what is open about each record of a page; return how many conflicts are new.

    What was open and is not told any more was decided.
    """
    kept = conflict.kept(connection, [row.rid for row in rows])
    return sum(
        conflict.replace_of(
            connection,
            row.rid,
            [
                Dispute(row.rid, row.household, row.kind, row.rev, row.gen, told)
                for told in row.conflicts
            ],
        )
        for row in rows
        if row.conflicts or row.rid in kept
    )


def _require_sound(found: OpenConflict, choices: Mapping[str, Json]) -> None:
    left = [point.path for point in found.points if point.path not in choices]
    if left:
        raise UserError(f"还有 {len(left)} 处没有选。请每一处都选定后再裁决。")
    if found.is_undivided:
        takes = all(same(choices[point.path], point.wanted) for point in found.points)
        leaves = all(same(choices[point.path], point.now) for point in found.points)
        if not takes and not leaves:
            raise UserError("这份材料要整份采纳或整份不采纳，不能只取一部分。请重新选择。")
    for point in found.points:
        if not _fits(point, choices[point.path]):
            raise UserError("填的内容与这一栏的形式不符，没有裁决。请照原来的写法填写。")


def _fits(point: Point, value: Json) -> bool:
    """Tell whether a value is one of those there are, or of the same kind as they are."""
    there = [point.now, point.wanted, *([point.base] if point.is_base_known else [])]
    if any(same(value, one) for one in there):
        return True
    return point.path != WHOLE and value is not None and type(value) in map(type, there)


def _open(connection: Connection, dispute: Dispute) -> OpenConflict:
    told = dispute.told
    head, members = _people(connection, dispute.household)
    points = tuple(
        Point(
            path=one.path,
            base=told.base.get(one.path),
            is_base_known=one.path in told.base,
            now=one.current,
            now_by=_written(told.stands.get(one.path)),
            wanted=one.wanted,
        )
        for one in told.paths
    )
    return OpenConflict(
        id=told.id,
        record=dispute.rid,
        kind=dispute.kind,
        household=dispute.household,
        head=head,
        members=members,
        points=points,
        wanted_by=_written(told.wants),
        reason=told.reason,
        is_late=told.is_late,
        is_for_others=told.is_for_others,
        is_undivided=told.is_late or dispute.kind in _UNDIVIDED or _is_new(points),
    )


def _is_new(points: Iterable[Point]) -> bool:
    """Tell whether nothing of the record stands yet."""
    return all(p.is_base_known and p.base is None and p.now is None for p in points)


def _people(connection: Connection, household: str) -> tuple[str, Mapping[str, str]]:
    try:
        home = households.handed(connection, household)
    except UserError:
        return "", {}
    return home.head.name, {member.id: member.name for member in home.members}


def _written(hand: Hand | None) -> Written | None:
    return None if hand is None else Written(hand.name, instant(hand.at))
