"""The protocol as a small world: one record of one unit, some laptops, the office and its backup.

Any message may arrive never, once, again, late and in any order; a stick is one more copy of a
message. A crash loses what is on no disk, and every step below is one transaction on one disk.
No clock occurs.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

FIRST = 0
"""The value before anybody wrote; an operation's id stands for the value it writes."""


class Fault(Enum):
    """The protocol with one of its guards taken out."""

    NONE = "the protocol as it is"
    NO_DEDUPE = "the office does not know an operation again"
    LAST_WINS = "the office does not compare what was seen with what stands"
    DROP_WHEN_SENT = "the laptop forgets what it sent, not what was receipted"
    PURGE_ON_RECEIPT = "the laptop purges without asking whether a backup has it"
    SAME_EPOCH = "a restored office keeps its epoch"
    CURSOR_FIRST = "the cursor is saved before the page"
    STALE_PAGE = "a late page is taken though it begins elsewhere"
    TWO_STEPS = "the value and the log are written in two transactions"
    NO_FILE = "a receipt is given before the file is here"
    LOG_IS_DURABLE = "the durable mark counts operations, not completed ones"


class Op(NamedTuple):
    id: int
    laptop: int
    seen: int
    resolves: int | None = None


class Kept(NamedTuple):
    """What a backup of the office holds."""

    value: int = FIRST
    log: tuple[tuple[Op, bool], ...] = ()
    """Each with whether it was applied; else it is a conflict."""
    disputed: frozenset[int] = frozenset()
    files: frozenset[int] = frozenset()
    """Operations whose file is here."""
    done: tuple[int, ...] = ()
    """Operations in the order in which they and their file were here."""

    def logged(self) -> tuple[int, ...]:
        return tuple(op.id for op, _ in self.log)


class Office(NamedTuple):
    now: Kept = Kept()
    backup: Kept = Kept()
    epoch: int = 0
    half: int | None = None
    """Applied and not yet logged, where that takes two transactions."""


class Receipt(NamedTuple):
    op: Op
    epoch: int
    done: int


class Place(NamedTuple):
    """Where a laptop stands in the log, or how far the office is durable."""

    epoch: int = 0
    at: int = 0


class Laptop(NamedTuple):
    copy: int = FIRST
    cursor: Place = Place()
    waiting: tuple[Op, ...] = ()
    held: frozenset[Receipt] = frozenset()
    purged: frozenset[int] = frozenset()
    durable: Place = Place()


class Page(NamedTuple):
    """An answer to a question about what is new, on its way for long."""

    laptop: int
    value: int
    since: Place
    next: Place
    durable: int


class World(NamedTuple):
    office: Office
    laptops: tuple[Laptop, ...]
    sealed: tuple[Op, ...] = ()
    receipts: frozenset[Receipt] = frozenset()
    """All that were ever given; each may arrive again."""
    page: Page | None = None
    backups: int = 0
    restores: int = 0

    def on(self, number: int, laptop: Laptop) -> "World":
        others = self.laptops
        return self._replace(laptops=(*others[:number], laptop, *others[number + 1 :]))

    def here(self) -> Place:
        """Return the end of the log."""
        return Place(self.office.epoch, len(self.office.now.log))


Step = tuple[str, World]


class Protocol(NamedTuple):
    """How far the world may go, and which guard is missing."""

    ops: int = 2
    laptops: int = 1
    backups: int = 1
    restores: int = 1
    late_pages: bool = True
    fault: Fault = Fault.NONE

    def begin(self) -> World:
        return World(Office(), (Laptop(),) * self.laptops)

    def steps(self, world: World) -> Iterator[Step]:
        """Yield everything that may happen next."""
        for number, laptop in enumerate(world.laptops):
            yield from self._seals(world, number, laptop)
            yield from self._pulls(world, number, laptop)
            yield from self._forgets(world, number, laptop)
            yield from self._greets(world, number, laptop)
        for op in world.sealed:
            yield from self._arrives(world, op)
        for receipt in sorted(world.receipts):
            yield from self._is_receipted(world, receipt)
        yield from self._late(world)
        yield from self._backed_up(world)

    def _seals(self, world: World, number: int, laptop: Laptop) -> Iterator[Step]:
        new = len(world.sealed) + 1
        if new > self.ops:
            return
        seen = laptop.waiting[-1].id if laptop.waiting else laptop.copy
        wishes = [Op(new, number, seen)]
        if laptop.cursor == world.here() and not laptop.waiting:  # who decides has seen both
            disputed = sorted(world.office.now.disputed)
            wishes += [Op(new, number, laptop.copy, conflict) for conflict in disputed]
        for op in wishes:
            after = laptop._replace(waiting=(*laptop.waiting, op))
            yield (
                f"laptop {number} seals {op}",
                world.on(number, after)._replace(sealed=(*world.sealed, op)),
            )

    def _pulls(self, world: World, number: int, laptop: Laptop) -> Iterator[Step]:
        office, here = world.office, world.here()
        durable = Place(office.epoch, self._mark(office.backup))
        if (laptop.cursor, laptop.durable) == (here, durable):
            return
        if laptop.cursor.epoch == office.epoch:
            fresh = laptop._replace(copy=office.now.value, cursor=here, durable=durable)
            yield f"laptop {number} pulls", world.on(number, fresh)
        if world.page is None and self.late_pages:
            page = Page(number, office.now.value, laptop.cursor, here, durable.at)
            yield f"a page for {number} is delayed", world._replace(page=page)
        if self.fault is Fault.CURSOR_FIRST and laptop.cursor != here:
            yield (
                f"laptop {number} dies after the cursor",
                world.on(number, laptop._replace(cursor=here)),
            )

    def _forgets(self, world: World, number: int, laptop: Laptop) -> Iterator[Step]:
        if self.fault is Fault.DROP_WHEN_SENT:
            for op in laptop.waiting:
                rest = tuple(other for other in laptop.waiting if other != op)
                yield (
                    f"laptop {number} drops {op.id}",
                    world.on(number, laptop._replace(waiting=rest)),
                )
        for receipt in sorted(laptop.held):
            safe = laptop.durable.epoch == receipt.epoch and receipt.done <= laptop.durable.at
            if safe or self.fault is Fault.PURGE_ON_RECEIPT:
                after = laptop._replace(
                    held=laptop.held - {receipt}, purged=laptop.purged | {receipt.op.id}
                )
                yield f"laptop {number} purges {receipt.op.id}", world.on(number, after)

    def _greets(self, world: World, number: int, laptop: Laptop) -> Iterator[Step]:
        """The office shows another epoch: what it does not hold waits again."""
        office = world.office
        if office.epoch == laptop.cursor.epoch:
            return
        done = office.now.done
        back = [receipt.op for receipt in laptop.held if receipt.op.id not in done]
        held = frozenset(
            Receipt(receipt.op, office.epoch, self._number(office.now, receipt.op))
            for receipt in laptop.held
            if receipt.op.id in done
        )
        after = laptop._replace(
            copy=office.now.value,
            cursor=world.here(),
            waiting=tuple(sorted([*back, *laptop.waiting])),
            held=held,
            durable=Place(office.epoch, self._mark(office.backup)),
        )
        yield f"laptop {number} finds another epoch", world.on(number, after)

    def _arrives(self, world: World, op: Op) -> Iterator[Step]:
        """An operation arrives, for the first time or again; its file while the laptop has it."""
        office = world.office
        if (
            self.fault is Fault.TWO_STEPS
            and office.half is None
            and op.id not in office.now.logged()
        ):
            value = op.id if op.seen == office.now.value else office.now.value
            half = office._replace(now=office.now._replace(value=value), half=op.id)
            yield f"{op.id} is half applied", world._replace(office=half)
        now = self._completed(self._logged(office.now, op), op)
        receipts = world.receipts
        if op.id in now.done:
            receipts |= {Receipt(op, office.epoch, self._number(now, op))}
        if (now, receipts) != (office.now, world.receipts):
            taken = world._replace(office=office._replace(now=now), receipts=receipts)
            yield f"{op.id} arrives", taken
        laptop = world.laptops[op.laptop]
        has = op in laptop.waiting or any(receipt.op == op for receipt in laptop.held)
        if has and op.id not in office.now.files:
            kept = office.now._replace(files=office.now.files | {op.id})
            yield f"the file of {op.id} arrives", world._replace(office=office._replace(now=kept))

    def _is_receipted(self, world: World, receipt: Receipt) -> Iterator[Step]:
        op = receipt.op
        laptop = world.laptops[op.laptop]
        believed = receipt.epoch == laptop.cursor.epoch or self.fault is Fault.SAME_EPOCH
        if op in laptop.waiting and believed:
            rest = tuple(other for other in laptop.waiting if other != op)
            after = laptop._replace(waiting=rest, held=laptop.held | {receipt})
            yield f"the receipt of {op.id} arrives", world.on(op.laptop, after)

    def _late(self, world: World) -> Iterator[Step]:
        page = world.page
        if page is None:
            return
        laptop = world.laptops[page.laptop]
        fits = page.since == laptop.cursor or self.fault is Fault.STALE_PAGE
        if page.next.epoch == laptop.cursor.epoch and fits:
            durable = Place(page.next.epoch, max(page.durable, laptop.durable.at))
            after = laptop._replace(copy=page.value, cursor=page.next, durable=durable)
            yield f"the late page of {page.laptop} arrives", world.on(page.laptop, after)

    def _backed_up(self, world: World) -> Iterator[Step]:
        office = world.office
        if office.backup == office.now:
            return
        if world.backups < self.backups:
            saved = office._replace(backup=office.now)
            yield "backup", world._replace(office=saved, backups=world.backups + 1)
        if world.restores < self.restores:
            epoch = office.epoch + (self.fault is not Fault.SAME_EPOCH)
            restored = Office(office.backup, office.backup, epoch)
            yield "restore", world._replace(office=restored, restores=world.restores + 1)

    def _logged(self, kept: Kept, op: Op) -> Kept:
        """One transaction: known again or merged, logged, its conflict kept."""
        if op.id in kept.logged() and self.fault is not Fault.NO_DEDUPE:
            return kept
        applied = op.seen == kept.value or self.fault is Fault.LAST_WINS
        closed = {op.resolves} if applied else set()
        opened = set() if applied else {op.id}
        return kept._replace(
            value=op.id if applied else kept.value,
            log=(*kept.log, (op, applied)),
            disputed=frozenset((kept.disputed | opened) - closed),
        )

    def _completed(self, kept: Kept, op: Op) -> Kept:
        whole = op.id in kept.files or self.fault is Fault.NO_FILE
        if whole and op.id in kept.logged() and op.id not in kept.done:
            return kept._replace(done=(*kept.done, op.id))
        return kept

    def _number(self, kept: Kept, op: Op) -> int:
        counted = kept.logged() if self.fault is Fault.LOG_IS_DURABLE else kept.done
        return counted.index(op.id) + 1

    def _mark(self, backup: Kept) -> int:
        counted = backup.log if self.fault is Fault.LOG_IS_DURABLE else backup.done
        return len(counted)
