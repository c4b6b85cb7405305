"""One exchange with the server: greet, send what waits, fetch what is new.

Rows are written when the answer is believed, each in one transaction; the network is awaited
with none open.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from caseworker_app import __version__
from caseworker_app.errors import OutsideError, RefusedError
from caseworker_app.model.codes import Stage
from caseworker_app.model.values import Json
from caseworker_app.store import (
    audit,
    conflict,
    copy,
    cursor,
    freshness,
    household as households,
    meta,
    outbox,
    purge,
    visit as visits,
)
from caseworker_app.store.copy import Copy
from caseworker_app.store.database import Connection
from caseworker_app.store.outbox import OutboxEntry
from caseworker_app.store.purge import Durable
from caseworker_app.sync.client import Confirmed, Courier, believed
from caseworker_app.sync.line import Identity
from caseworker_app.wire import ask, paper
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import (
    Changes,
    Cursor,
    LastDone,
    LastReceipt,
    OpsAnswer,
    Row,
)
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.parcel import Returned
from caseworker_app.wire.receipt import Receipt
from caseworker_app.workflow import (
    cleared,
    conflicts,
    edition,
    found,
    handover,
    lease,
    numbers,
    office_clock,
    proposal,
    recheck,
    renewal,
    sealing,
    sending,
    stick,
)
from caseworker_app.workflow.conflicts import DECIDED
from caseworker_app.workflow.handed import handed_out
from caseworker_app.workflow.outgoing import (
    ASKS,
    DECISIONS,
    HOMES,
    PAPERS,
    RECEIVED,
    SCAN_DELIVERED,
    SCANS,
    paper_of,
)
from caseworker_app.workflow.progress import Progress
from caseworker_app.workflow.purge import ASSIGNMENT
from caseworker_app.workflow.renewal import Renewal
from caseworker_app.workflow.workspace import Office, Workspace

OFFICE_TIME = "office.time"
"""When the server last answered, by its own clock; milliseconds."""

_OLD_RETURN = (
    "这是服务器恢复以前的回执包，已经过时。没有改动任何资料，请重新存一次送达包带去办公室。"
)
_CHANGED = "服务器资料刚刚有变，这次没有办完。请再送达一次，没有送出的都在本机。"
_ACCEPTED = "accepted"
_VISIT = "visit"
_COPIED = frozenset({_VISIT, paper.RECORD, ASSIGNMENT})
"""Kinds of record others made that are kept as they came."""


class Fetched(NamedTuple):
    """What one page brought, or several."""

    records: int = 0
    conflicts: int = 0
    """That are new."""
    answered: int = 0
    """Questions from the field the office answered."""

    def plus(self, other: "Fetched") -> "Fetched":
        """Return what both brought."""
        return Fetched(*(one + two for one, two in zip(self, other, strict=True)))


class Exchange:
    """One conversation; every step may be cut, and a new one begins at the beginning."""

    def __init__(self, ws: Workspace, office: Office, progress: Callable[[Progress], None]) -> None:
        self._ws = ws
        self._tell = progress
        self._office = office.public
        identity = Identity(ws.device.id, ws.device.key, office.public)
        self._courier = Courier(office.address, identity, clock=ws.now_ms)
        self._published = 0

    def close(self) -> None:
        self._courier.close()

    def is_settled(self) -> bool:
        """Tell, in one round trip, whether nothing waits here and the office has nothing new."""
        with self._ws.database.read() as connection:
            at = cursor.load(connection)
            entries = outbox.confirmed(connection)
            waiting = outbox.status(connection).waiting
            owes = not lease.is_fresh(connection, self._ws.clock) or cleared.is_doubted(connection)
        if waiting or not at.epoch or owes or numbers.running_out(self._ws):
            return False
        self._tell(Progress("正在联系服务器"))
        mine = [entry for entry in entries if entry.epoch == at.epoch]
        seen = self._courier.glance(at, _latest(mine), _furthest(mine), __version__)
        with self._ws.database.write() as connection:
            same = edition.is_here(connection, seen.manifest)
            if seen.news or not (same and office_clock.is_right(connection, self._ws, seen.at)):
                return False
            purge.believe(connection, Durable(at.epoch, seen.durable))
            meta.put(connection, OFFICE_TIME, seen.at)
        return True

    def greet(self) -> None:
        """Say hello; a server that lost something gets everything again."""
        self._tell(Progress("正在联系服务器"))
        with self._ws.database.read() as connection:
            at = cursor.load(connection)
            entries = outbox.confirmed(connection)
        mine = [entry for entry in entries if entry.epoch == at.epoch]
        greeting = self._courier.hello(at, _latest(mine), _furthest(mine), __version__)
        answer = greeting.answer
        with self._ws.database.write() as connection:
            sealing.believe(connection, self._ws, self._office, answer.certificate)
            stick.believe(connection, self._office, answer.box)
            lease.take(connection, self._ws, self._office, answer.lease)
            edition.trust(connection, self._office, answer.publisher)
            office_clock.measured(connection, self._ws, greeting.offset)
            purge.believe(connection, Durable(answer.epoch, answer.durable))
            meta.put(connection, OFFICE_TIME, answer.t3)
        self._published = answer.manifest_version
        if answer.epoch != at.epoch:
            self._begin_again(answer.epoch)
        cleared.ask(self._ws, self._courier.known)

    def send(self) -> tuple[int, int]:
        """Send what waits; return how many went and how many were receipted."""
        return sending.send(self._ws, self._courier, self._tell, self._confirm)

    def fetch(self) -> Fetched:
        """Take every page that is new."""
        fetched = Fetched()
        more = True
        while more:
            with self._ws.database.read() as connection:
                at = cursor.load(connection)
            self._tell(Progress("正在取回任务", fetched.records))
            page = self._page(at)
            fetched = fetched.plus(self._take(page))
            more = page.more
        return fetched

    def take_returned(self, returned: Returned) -> tuple[int, Fetched]:
        """Take what came back on a stick as if the line had brought it.

        Returns how many were receipted by it, and what its pages brought.

        A page that does not begin where this laptop stands was taken before, or waits for one
        that is missing: it is left. Another epoch is believed only in the answer to where this
        laptop stands now: raises RefusedError for one from before the office's last restore.
        """
        with self._ws.database.read() as connection:
            at = cursor.load(connection)
        is_other = returned.epoch != at.epoch
        if is_other and returned.asked != at:
            raise RefusedError(_OLD_RETURN)
        with self._ws.database.write() as connection:
            lease.take(connection, self._ws, self._office, returned.lease)
        if is_other:
            self._begin_again(returned.epoch)
        with self._ws.database.write() as connection:
            cleared.settle(connection, self._ws, returned.has, returned.lacks)
        with self._ws.database.read() as connection:
            before = outbox.status(connection).held
        for answer in returned.answers:
            self._confirm(self._of_stick(answer))
        with self._ws.database.read() as connection:
            confirmed = outbox.status(connection).held - before
        fetched = Fetched()
        for page in returned.pages:
            with self._ws.database.read() as connection:
                at = cursor.load(connection)
            if (page.epoch, page.since) == (at.epoch, at.seq):
                fetched = fetched.plus(self._take(page))
        return confirmed, fetched

    def numbers(self) -> None:
        """Take more paper numbers where few are left, or none of a form that is new."""
        spent = numbers.running_out(self._ws)
        if not spent:
            return
        blocks = self._courier.numbers(spent)
        with self._ws.database.write() as connection:
            numbers.take(connection, blocks)

    def rules(self) -> Renewal:
        """Take the office's newest rule packs, after everything else."""
        return renewal.fetch(self._ws, self._courier, self._published)

    def _page(self, at: Cursor) -> Changes:
        """Return what comes after a place; whole where a hash would keep others' changes back."""
        page = self._courier.changes(at.seq, head=at.head)
        with self._ws.database.read() as connection:
            hides = _hides_something(connection, page)
        if hides:
            page = self._courier.changes(at.seq, head=at.head, by_hash=False)
        if page.epoch != at.epoch:
            raise OutsideError(_CHANGED)
        return page

    def _begin_again(self, epoch: str) -> None:
        ws = self._ws
        with ws.database.write() as connection:
            cleared.doubt(connection)
            again = outbox.reset_held(connection)
            copy.forget_all(connection)
            conflict.forget_all(connection)
            cursor.put(connection, Cursor(epoch))
            detail = f"服务器资料有变，{again} 件重新送达"
            audit.append(connection, ws.at(), ws.person.id, "sync.restarted", "", detail)

    def _of_stick(self, answer: OpsAnswer) -> Confirmed:
        """Return what an answer confirms; nothing where one of its operations is gone from here."""
        named = [result.op for result in answer.results]
        with self._ws.database.read() as connection:
            bodies = outbox.bodies(connection, named)
            gone = outbox.cleared(connection, named)
        if gone or len(bodies) < len(set(named)):
            return Confirmed()
        operations = [msgspec.json.decode(body, type=Operation) for body in bodies.values()]
        return believed(answer, operations, self._office)

    def _confirm(self, answer: Confirmed) -> None:
        """Keep checked receipts; with the receipt the register slice of the household goes."""
        ws = self._ws
        with ws.database.write() as connection:
            epoch = cursor.load(connection).epoch
            for op, receipt in answer.receipts.items():
                body = receipt.body
                if body.epoch != epoch:  # of before a restore: what it says may be gone
                    raise OutsideError(_CHANGED)
                proof = canonical(receipt)
                lane = outbox.confirm(connection, op, body.seq, body.done, body.epoch, proof)
                if lane:
                    self._receipted(connection, receipt, lane)
            for op, problem in answer.problems.items():
                outbox.problem(connection, op, str(problem))

    def _receipted(self, connection: Connection, receipt: Receipt, lane: str) -> None:
        ws, body = self._ws, receipt.body
        if lane == ASKS and body.status != _ACCEPTED:
            found.take_refusal(connection, ws, body.rid)
        if lane == HOMES:
            audit.append(connection, ws.at(), ws.person.id, "household.delivered", body.rid, "")
        if lane == PAPERS:
            number, act = paper_of(connection, body.rid, body.op)
            audit.append(connection, ws.at(), ws.person.id, act, number, body.hash)
        if lane == SCANS:
            audit.append(connection, ws.at(), ws.person.id, SCAN_DELIVERED, body.rid, body.hash)
        if lane == DECISIONS:
            audit.append(connection, ws.at(), ws.person.id, DECIDED, body.rid, body.status)
        if lane in (ASKS, HOMES, PAPERS, SCANS, DECISIONS):
            return
        visits.set_stage(connection, body.rid, Stage.RECEIVED)
        visit = visits.load(connection, body.rid)
        if visits.of_household(connection, visit.household.id) == visit.id:
            freshness.erase_slice(connection, visit.household.id)
            recheck.file(connection, ws, visit)
        audit.append(connection, ws.at(), ws.person.id, RECEIVED, body.rid, body.hash)

    def _take(self, page: Changes) -> Fetched:
        """Take one page, compare what came, and move on, in one transaction."""
        with self._ws.database.write() as connection:
            assigned = handed_out(connection, page.rows)
            households.save_all(connection, assigned)
            answered = list(filter(None, (self._answer(connection, row) for row in page.rows)))
            homes = tuple(dict.fromkeys((*(one.household.id for one in assigned), *answered)))
            with proposal.noting(connection, self._ws, homes):
                for home in homes:
                    found.compare_again(connection, self._ws, home)
            for row in page.rows:
                if row.kind in _COPIED and row.units is not None:
                    copy.put(connection, _copy(row, row.units))
            opened = conflicts.take(connection, page.rows)
            handover.take(connection, page.rows)
            cursor.put(connection, Cursor(page.epoch, page.next, page.head))
        return Fetched(len(page.rows), opened, len(answered))

    def _answer(self, connection: Connection, row: Row) -> str:
        """Take the office's answer to a question; return the household it is about, or ""."""
        told = ask.answer_of(row.units) if row.kind == ask.RECORD and row.units else None
        taken = told and found.take_answer(connection, self._ws, row.household, row.rid, told)
        return row.household if taken else ""


def _hides_something(connection: Connection, page: Changes) -> bool:
    """Tell whether a row comes as a hash that holds others' changes, or what is not here.

    A laptop put back from an image of its disk lacks what it sent after the image was taken.
    """
    own = [row for row in page.rows if row.units is None and row.kind in _COPIED]
    here = outbox.recorded(connection, (row.rid for row in own))
    return any(row.rev > 1 or row.rid not in here for row in own)


def _copy(row: Row, units: Mapping[str, Json]) -> Copy:
    return Copy(row.rid, row.kind, row.rev, row.seq, row.household, row.gen, units, row.dead)


def _latest(entries: Sequence[OutboxEntry]) -> LastReceipt | None:
    newest = max(entries, key=lambda entry: entry.seq or 0, default=None)
    if newest is None:
        return None
    return LastReceipt(newest.epoch, newest.op, newest.seq or 0, newest.hash)


def _furthest(entries: Sequence[OutboxEntry]) -> LastDone | None:
    furthest = max(entries, key=lambda entry: entry.done or 0, default=None)
    return None if furthest is None else LastDone(furthest.epoch, furthest.done or 0, furthest.op)
