"""用U盘送达: what waits here goes to the office in a file, and its answer comes back in one.

The same operations, files, receipts and pages as over the line, so either way may follow the
other, and twice is once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from caseworker_app.errors import OutsideError, UserError, cause
from caseworker_app.store import attachment, audit, cursor, outbox
from caseworker_app.sync import stick as sticks
from caseworker_app.sync.line import Identity
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.parcel import Returned
from caseworker_app.workflow import cleared, plain_file, proposal, renewal, stick
from caseworker_app.workflow.delivery import Delivered, conclude, exchanged
from caseworker_app.workflow.exchange import Exchange
from caseworker_app.workflow.progress import Progress
from caseworker_app.workflow.workspace import Workspace

_STEP = "正在存送达包"


@dataclass(frozen=True, slots=True)
class Carried:
    """What a bundle takes along."""

    operations: int
    bytes: int
    left: int = 0
    """Operations for which there was no room: they go once these are receipted."""


def export(ws: Workspace, file: Path, progress: Callable[[Progress], None]) -> Carried:
    """Write what waits, with its files, sealed to the office; nothing changes here.

    As much as a bundle takes, the oldest first. Also where nothing waits: the answer brings what
    is new. Raises UserError before the first contact, OutsideError where the stick takes no file.
    """
    identity = _identity(ws)
    with ws.database.read() as connection:
        waiting = outbox.waiting(connection)
        bodies = outbox.bodies(connection, [entry.op for entry in waiting])
        at, office = cursor.load(connection), stick.box(connection)
        gone = [(entry.op, entry.hash) for entry in cleared.entries(connection)]
    everything = [msgspec.json.decode(bodies[entry.op], type=Operation) for entry in waiting]
    letter = sticks.fitting(sticks.Letter(everything, ws.now_ms(), at, gone))
    operations = letter.operations
    total = sum({blob.sha: blob.size for one in operations for blob in one.blobs}.values())

    def read(sha: str) -> bytes:
        with ws.database.read() as connection:
            return attachment.get(connection, sha)

    def tell(gone: int) -> None:
        progress(Progress(_STEP, 0, len(operations), gone, total))

    with plain_file.writing(file) as part:
        written = sticks.write(part, identity, office, letter, read, tell)
    carried = Carried(len(operations), written, len(everything) - len(operations))
    exchanged(ws, lambda: _note(ws, carried))
    return carried


def take(ws: Workspace, file: Path) -> Delivered:
    """Take the office's answer: receipts that verify, and what is new.

    Raises RefusedError for what is damaged or not for this laptop, with nothing changed.
    """
    try:
        with file.open("rb") as source:
            returned = sticks.read(source, _identity(ws))
    except FileNotFoundError as error:
        raise UserError(f"找不到 {file}。请核对U盘和文件名。") from error
    except OSError as error:
        raise OutsideError(f"读不出 {file}：{cause(error)}。请重新插好U盘再试。") from error
    return exchanged(ws, lambda: _take(ws, returned))


def _note(ws: Workspace, carried: Carried) -> None:
    said = f"{carried.operations} 件"
    told = f"{said}，另有 {carried.left} 件装不下" if carried.left else said
    with ws.database.write() as connection:
        audit.append(connection, ws.at(), ws.person.id, "bundle.exported", "", told)


def _take(ws: Workspace, returned: Returned) -> Delivered:
    known = proposal.households(ws)
    exchange = Exchange(ws, ws.enrolled(), lambda _: None)
    try:
        confirmed, fetched = exchange.take_returned(returned)
    finally:
        exchange.close()
    rules = renewal.carried(ws, returned)
    done = conclude(ws, "bundle.returned", f"回执 {confirmed}，取回 {fetched.records}")
    proposed = len(proposal.households(ws) - known)
    told = (confirmed, *fetched, proposed)
    return Delivered(0, *told, left=done.left, cleared=done.cleared, rules=rules)


def _identity(ws: Workspace) -> Identity:
    return Identity(ws.device.id, ws.device.key, ws.enrolled().public)
