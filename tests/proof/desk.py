"""A laptop with its real encrypted store: visits are sealed, records changed, all delivered."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from caseworker_app.errors import CaseworkError
from caseworker_app.model.values import Json
from caseworker_app.store import (
    attachment as attachments,
    copy,
    cursor,
    household as households,
    outbox,
    paper,
    visit as visits,
)
from caseworker_app.store.outbox import OutboxEntry, OutboxState
from caseworker_app.store.paper import PaperRow
from caseworker_app.store.upgrade import open_store
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.message import Cursor
from caseworker_app.wire.operation import SCHEMA, BlobRef, Operation, diff, seal
from caseworker_app.wire.receipt import Receipt
from caseworker_app.workflow import outgoing
from caseworker_app.workflow.exchange import Exchange
from caseworker_app.workflow.seal import FORM, RECORD_FORM, _Record as Filled
from caseworker_app.workflow.workspace import Workspace
from tests.proof.clocks import Clock, Ids
from tests.proof.crash import Crash, Fuse, watch


@dataclass(frozen=True)
class Wish:
    """A change somebody wants to a record as this laptop shows it."""

    rid: str
    units: Mapping[str, Json]
    atomic: bool
    resolves: str | None = None


class Desk:
    def __init__(self, folder: Path, base: Workspace, key: bytes, ids: Ids) -> None:
        self.name = folder.name
        self.folder = folder
        self.clock: Clock = ids.clock
        self.fuse = Fuse()
        self.crashes = 0
        self._base = replace(base, folder=folder, clock=ids.clock, ids=ids)
        self._key = key
        self._image = folder.with_name(f"{folder.name}-image")
        self.ws = self._open()

    def _open(self) -> Workspace:
        database = open_store(self.folder, self._key)
        watch(database._engine, self.fuse)
        return replace(self._base, database=database)

    def close(self) -> None:
        self.ws.database.close()

    def died(self) -> None:
        """Start again after the process ended."""
        self.crashes += 1
        self.fuse.put_out()
        self.close()
        self.ws = self._open()

    def deliver(self) -> bool:
        """Deliver once; tell whether it went through. A failure has to be a sentence."""
        try:
            exchange = Exchange(self.ws, self.ws.enrolled(), lambda _: None)
            try:
                exchange.greet()
                exchange.send()
                exchange.fetch()
            finally:
                exchange.close()
        except CaseworkError:
            return False
        except Crash:
            self.died()
            return False
        return True

    def visit(self, template: Filled, text: str, files: tuple[bytes, ...]) -> None:
        """Seal a visit with its files, as ``workflow.seal`` does, without drawing its form."""
        visit = replace(template.visit, id=self.ws.ids.new(), opinion=text)
        form = f"{visit.id} {text}".encode()
        try:
            with self.ws.database.write() as connection:
                number = paper.next_number(connection, FORM, visit.day.year, visit.household.region)
                visit = replace(visit, paper_number=number)
                self._seal(connection, replace(template, visit=visit), (form, *files))
        except Crash:
            self.died()

    def _seal(self, connection: Connection, record: Filled, files: tuple[bytes, ...]) -> None:
        ws, visit, at = self.ws, record.visit, self.ws.at()
        blobs = tuple(BlobRef(sha256(data), len(data), "image/jpeg", "photo") for data in files)
        visits.start(connection, visit, at, ws.person.id)
        for blob, data in zip(blobs, files, strict=True):
            attachments.put(connection, blob.sha, data, blob.mime)
        home = visit.household.id
        gen = households.version(connection, home).gen
        new = outgoing.NewRecord(
            visit.id, RECORD_FORM, record.units(), gen, kind="submit", blobs=blobs
        )
        outgoing.send(connection, ws, new)
        visits.seal(connection, visit.id, at, sha256(canonical(dict(new.units))))
        paper.put(
            connection,
            PaperRow(
                number=visit.paper_number,
                form=FORM,
                household=home,
                visit=visit.id,
                sha=blobs[0].sha,
                issued_at=at,
            ),
        )

    def change(self, wish: Wish) -> None:
        """Seal a change of a record over what this laptop shows of it."""
        try:
            with self.ws.database.write() as connection:
                patch = self._patch(connection, wish)
                outbox.put(connection, outgoing._queued(patch, self.ws.at(), outgoing.SCANS))
        except Crash:
            self.died()

    def _patch(self, connection: Connection, wish: Wish) -> Operation:
        ws = self.ws
        kept = copy.get(connection, wish.rid)
        n, previous = outbox.next_link(connection)
        operation = Operation(
            v=1,
            op=ws.ids.new(),
            device=ws.device.id,
            n=n,
            prev=previous,
            rid=wish.rid,
            kind="resolve" if wish.resolves else "patch",
            base=kept.rev if kept else 0,
            gen=kept.gen if kept else self._first(connection, wish.rid).gen,
            schema=SCHEMA,
            form=RECORD_FORM,
            policy="",
            person=ws.person.id,
            at=ws.clock.uptime()[1],
            mono=ws.clock.uptime(),
            atomic=wish.atomic,
            patch=diff(view := shown(connection, wish.rid), {**view, **wish.units}),
            blobs=(),
            resolves=wish.resolves,
        )
        return seal(operation, ws.device.key)

    def _first(self, connection: Connection, rid: str) -> Operation:
        return operation(connection, outbox.of_record(connection, rid)[0])

    def at(self) -> Cursor:
        with self.ws.database.read() as connection:
            return cursor.load(connection)

    def entries(self) -> tuple[OutboxEntry, ...]:
        with self.ws.database.read() as connection:
            both = (*outbox.confirmed(connection), *outbox.waiting(connection))
        return tuple(sorted(both, key=lambda entry: entry.n))

    def photograph(self) -> None:
        """Take an image of the disk."""
        self.close()
        shutil.rmtree(self._image, ignore_errors=True)
        shutil.copytree(self.folder, self._image)
        self.ws = self._open()

    @property
    def has_image(self) -> bool:
        return self._image.exists()

    def go_back(self) -> None:
        """Put the image back on the disk."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self._image, self.folder)
        self.ws = self._open()


def operation(connection: Connection, entry: OutboxEntry) -> Operation:
    body = outbox.bodies(connection, [entry.op])[entry.op]
    return msgspec.json.decode(body, type=Operation)


def shown(connection: Connection, rid: str, *, waiting: bool = True) -> dict[str, Json]:
    """Return a record as its caseworker sees it: the office's copy and what was done since.

    Without ``waiting`` as the office has to have it: what it has not receipted does not count.
    """
    kept = copy.get(connection, rid)
    units = dict(kept.units) if kept else {}
    for entry in outbox.of_record(connection, rid):
        if _stands(entry, kept.seq if kept else 0, waiting=waiting):
            for change in operation(connection, entry).patch:
                units[change.path] = change.new
    return {path: value for path, value in units.items() if value is not None}


def _stands(entry: OutboxEntry, seq: int, *, waiting: bool) -> bool:
    if entry.state is OutboxState.SEALED:
        return waiting
    receipt = msgspec.json.decode(entry.receipt or b"", type=Receipt)
    return receipt.body.status == "accepted" and receipt.body.seq > seq
