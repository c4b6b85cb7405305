"""What waits here goes out: every operation first, oldest first, then the files they name.

A later operation may rest on an earlier one, so they keep their order. Of the files the newest
operation's go first, in it the pictures, which nobody can make again, before the forms. Receipts
are asked for while files are on their way.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from caseworker_app.store import attachment as attachments, outbox
from caseworker_app.store.outbox import OutboxEntry
from caseworker_app.sync.client import Confirmed, Courier
from caseworker_app.wire.message import MAX_BATCH
from caseworker_app.wire.operation import BlobRef, Operation
from caseworker_app.wire.receipt import Receipt
from caseworker_app.workflow.progress import Progress
from caseworker_app.workflow.workspace import Workspace

Tell = Callable[[Progress], None]
Confirm = Callable[[Confirmed], None]

_BATCH = 256
_ASKED = 128
"""Operations that are complete before receipts are asked for."""
_LOOKED_AT = 1000
"""Operations asked about at once when it is looked back."""
_PICTURE = "image/"


def send(ws: Workspace, courier: Courier, tell: Tell, confirm: Confirm) -> tuple[int, int]:
    """Send what waits; return how many operations went and how many were receipted.

    ``confirm`` keeps what was confirmed, in a transaction of its own.
    """
    with ws.database.read() as connection:
        waiting = outbox.waiting(connection)
    sending = _Sending(ws, courier, tell, confirm)
    for start in range(0, len(waiting), _BATCH):
        tell(Progress("正在送出记录", start, len(waiting)))
        sending.push(waiting[start : start + _BATCH])
    tell(Progress("记录已送出", len(waiting), len(waiting)))
    sending.look_back()
    try:
        sending.complete()
    finally:  # files nobody asks for any more hinder it, and what was lost is looked for then too
        sending.look_back()
    return len(waiting), sending.confirmed


class _Sending:
    """Operations on their way, and what each of them still lacks at the server."""

    def __init__(self, ws: Workspace, courier: Courier, tell: Tell, confirm: Confirm) -> None:
        self.confirmed = 0
        self._ws = ws
        self._courier = courier
        self._tell = tell
        self._confirm = confirm
        self._lacking: dict[str, list[BlobRef]] = {}
        """By operation, in their order: the files the server asked for."""
        self._open: dict[str, set[str]] = {}
        """By operation: those of its files that have not arrived."""
        self._whole: list[str] = []
        self._arrived = 0
        self._held: dict[str, tuple[int, int]] = {}
        """By operation: its places in the log and in the order of completion."""
        self._requests = 0
        """How many answers its receipts came with."""
        self._looked = 0
        """How many of them there were when it was looked back."""

    def push(self, batch: Sequence[OutboxEntry]) -> None:
        """Send operations; keep receipts, and in mind what is missing."""
        operations = self._operations([entry.op for entry in batch])
        self._requests += sum(entry.size for entry in batch) > MAX_BATCH
        answer = self._courier.push(operations)
        self._keep(answer)
        for operation in operations:
            places = answer.missing.get(operation.op, ())
            if places:
                self._lacking[operation.op] = [operation.blobs[place] for place in places]

    def complete(self) -> None:
        """Send the files and ask for the receipts that were held back for them."""
        if not self._lacking:
            return
        wanted = {op: {file.sha for file in files} for op, files in self._lacking.items()}
        self._open = {op: set(shas) for op, shas in wanted.items()}
        owners: dict[str, list[str]] = {}
        for op, shas in wanted.items():
            for sha in shas:
                owners.setdefault(sha, []).append(op)
        files = list({file.sha: file for file in self._in_order()}.values())

        def tell(done: int, total: int) -> None:
            said = (self._arrived, len(files), done, total)
            self._tell(Progress("正在送出照片和文书", *said))

        def arrived(some: Sequence[BlobRef]) -> None:
            self._arrived += len(some)
            for file in some:
                self._note(file.sha, owners[file.sha])
            if len(self._whole) >= _ASKED:
                self._receipt()

        self._courier.send_files(files, self._bytes, tell, arrived)
        self._whole += self._open
        self._receipt()

    def look_back(self) -> None:
        """Take back receipts of what an office that went back between two answers lost.

        It goes on with what came later, and no sign of the next exchange would show it.
        """
        if self._requests <= max(1, self._looked):
            return
        self._looked = self._requests
        ops = list(self._held)
        for start in range(0, len(ops), _LOOKED_AT):
            some = self._operations(ops[start : start + _LOOKED_AT])
            now = self._courier.receipts(some).receipts
            there = {op: _places(one) for op, one in now.items()}
            gone = [one.op for one in some if there.get(one.op) != self._held[one.op]]
            if gone:
                with self._ws.database.write() as connection:
                    self.confirmed -= outbox.take_back(connection, gone)

    def _in_order(self) -> Iterator[BlobRef]:
        for files in reversed(self._lacking.values()):
            yield from sorted(files, key=lambda file: not file.mime.startswith(_PICTURE))

    def _note(self, sha: str, owners: Sequence[str]) -> None:
        for op in owners:
            self._open[op].discard(sha)
            if not self._open[op]:
                del self._open[op]
                self._whole.append(op)

    def _receipt(self) -> None:
        """Ask for the receipts of what arrived whole; where the line fails they are asked again."""
        if self._whole:
            self._keep(self._courier.receipts(self._operations(self._whole)))
            self._whole.clear()

    def _keep(self, answer: Confirmed) -> None:
        self._confirm(answer)
        self.confirmed += len(answer.receipts)
        self._held |= {op: _places(one) for op, one in answer.receipts.items()}
        self._requests += bool(answer.receipts)

    def _operations(self, ops: Sequence[str]) -> list[Operation]:
        with self._ws.database.read() as connection:
            bodies = outbox.bodies(connection, ops)
        return [msgspec.json.decode(bodies[op], type=Operation) for op in ops]

    def _bytes(self, sha: str) -> bytes:
        with self._ws.database.read() as connection:
            return attachments.get(connection, sha)


def _places(receipt: Receipt) -> tuple[int, int]:
    return receipt.body.seq, receipt.body.done
