"""重算: what was sealed, judged again as of its day, years later perhaps.

Only the sealed record and the pack it names are read, nothing of today's household.
"""

from dataclasses import dataclass

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.model.codes import Stage
from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import outbox, pack as packs, paper, visit as visits
from caseworker_app.store.attachment import CLEARED
from caseworker_app.store.database import Connection
from caseworker_app.store.values import json_of
from caseworker_app.wire import signing
from caseworker_app.wire.operation import document, understood, verify_document
from caseworker_app.wire.replay import Recorded, Replay, recorded, replay as judge_again, units_of
from caseworker_app.workflow.workspace import Workspace

SHOWN = ("/determination/action", "/determination/monthly", "/determination/recheck")
"""Units of a sealed visit that stay when the rest was cleared out."""

_SEALED = (Stage.SEALED, Stage.DELIVERED, Stage.RECEIVED, Stage.RETURNED)


@dataclass(frozen=True, slots=True)
class SealedVisit:
    """A visit that can be replayed, with the number of its paper."""

    id: str
    number: str


def sealed_visits(ws: Workspace) -> tuple[SealedVisit, ...]:
    """Return every sealed visit of this laptop, by the number of its paper."""
    with ws.database.read() as connection:
        found = [
            SealedVisit(line.id, paper.visit_number(connection, line.id))
            for line in visits.in_stage(connection, *_SEALED)
        ]
    return tuple(sorted(found, key=lambda visit: visit.number))


def replay(ws: Workspace, visit_id: str) -> Replay:
    """Return whether a sealed visit recomputes to the same bytes, with every difference.

    Raises UserError where it is not sealed, its record cannot be read or its pack is missing,
    OutsideError where the record or the pack is not what was written.
    """
    return judge_again(*_read(ws, visit_id))


def pack_of(ws: Workspace, visit_id: str) -> Pack:
    """Return the pack a sealed visit was judged by; raises as ``replay`` does."""
    return _read(ws, visit_id)[1]


def _read(ws: Workspace, visit_id: str) -> tuple[Recorded, Pack]:
    with ws.database.read() as connection:
        record = recorded(sealed_units(ws, connection, visit_id))
        return record, packs.load(connection, record.pack_hash)


def sealed_units(ws: Workspace, connection: Connection, visit_id: str) -> dict[str, Json]:
    """Return the units of a visit as they were sealed and signed by this laptop.

    Raises as ``replay`` does, and UserError where they were cleared out.
    """
    op = _operation(connection, visit_id)
    if is_cleared(connection, visit_id):
        raise UserError(f"这次核查的记录{CLEARED}。需要时请向办公室调阅。")
    sent = document(outbox.bodies(connection, [op])[op])
    if not verify_document(sent, signing.public(ws.device.key)):
        raise OutsideError(
            "封存的记录与封存时的签名不符，没有重算。请保留原文件，用最近的备份核对，并联系管理员。"
        )
    operation = understood(sent)
    if operation is None:
        raise UserError("这份记录由更新版本的程序写成，本版本不能重算。请升级程序后再试。")
    return units_of(operation)


def shown_units(ws: Workspace, connection: Connection, visit_id: str) -> dict[str, Json]:
    """Return at least the units ``SHOWN``, also where the rest was cleared out."""
    if not is_cleared(connection, visit_id):
        return sealed_units(ws, connection, visit_id)
    op = _operation(connection, visit_id)
    kept = json_of(outbox.bodies(connection, [op])[op])
    return kept if isinstance(kept, dict) else {}


def is_cleared(connection: Connection, visit_id: str) -> bool:
    """Tell whether a sealed visit is no longer here but at the office and in its backup."""
    return any(entry.cleared_at for entry in outbox.of_record(connection, visit_id)[:1])


def _operation(connection: Connection, visit_id: str) -> str:
    sealed = outbox.sealed_visit(connection, visit_id)
    if sealed is None:
        raise UserError("这次核查还没有封存，没有可重算的认定。请封存后再试。")
    return sealed[-1]
