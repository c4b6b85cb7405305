"""Three laptops of two people and one office: what may happen to them, one step after another."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from sqlalchemy import Connection, select

from caseworker_app.demo.township import make_township
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.rules.rights import Act
from caseworker_app.server import (
    assignments,
    enrolment,
    households,
    office as of_office,
    records,
    rights,
)
from caseworker_app.server.assignments import Order
from caseworker_app.server.disputes import open_conflicts
from caseworker_app.server.tables import oplog
from caseworker_app.store import discrepancy as discrepancies, household, key
from caseworker_app.store.key import Cost
from caseworker_app.store.tables import copy, outbox
from caseworker_app.wire.operation import Operation
from caseworker_app.workflow import enrolment as enrolling, session
from caseworker_app.workflow.outgoing import VISITS
from caseworker_app.workflow.seal import _Record as Filled
from caseworker_app.workflow.visit import begin, live
from caseworker_app.workflow.workspace import Workspace
from tests.proof.clocks import NOON, Clock, Ids
from tests.proof.desk import Desk, Wish
from tests.proof.line import Harm, Wire, strung
from tests.proof.office import Office

DAY = date(2026, 11, 23)
UNTIL = date(2026, 12, 31)
PEOPLE: Mapping[str, str] = {"a": "p1", "b": "p1", "c": "p2"}
"""Who works at which laptop."""
_HOMES = 2
_PASSPHRASE = "云溪演示2026"  # noqa: S105  # of invented people
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)
_SHM = Path("/dev/shm")  # noqa: S108  # disks that need not outlive the test


@dataclass(frozen=True)
class Template:
    """An office with households and enrolled laptops that fetched them, made once and copied."""

    folder: Path
    workspaces: Mapping[str, Workspace]
    keys: Mapping[str, bytes]
    visits: Mapping[str, Filled]
    """A filled-in visit by household, judged."""


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder on the quickest disk there is."""
    where = str(_SHM) if _SHM.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where, prefix="caseworker-proof-") as name:
        yield Path(name)


@contextmanager
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made = asyncio.new_event_loop()
    try:
        yield made
    finally:
        made.close()


def make_template(folder: Path) -> Template:
    """Set the office up, enrol every laptop through the real line and let it fetch."""
    workspaces, keys = {}, {}
    visits: dict[str, Filled] = {}
    with loop() as turning:
        office = Office(folder / "office", Clock(Random(0)), turning)
        homes = _fill(office)
        wire = Wire(office.serve)
        with strung(wire):
            for name, person in PEOPLE.items():
                ws, data_key = _laptop(folder / name, office, person)
                desk = Desk(folder / name, ws, data_key, Ids(Clock(Random(0))))
                assert desk.deliver()
                visits |= _begun(desk.ws, homes)
                workspaces[name], keys[name] = replace(desk.ws), data_key
                desk.close()
        office.close()
    return Template(folder, workspaces, keys, visits)


def _fill(office: Office) -> tuple[str, ...]:
    township = make_township(_HOMES, seed=7, today=DAY)
    dossiers = [
        households.Dossier(unit.household, unit.declaration, unit.records)
        for unit in township.households
    ]
    households.load_township(office.central, dossiers, "supervisor")
    for person, dossier in zip(("p1", "p2"), dossiers, strict=True):
        enrolment.put_person(office.central, person, f"调查人{person}", "瓶窑镇")
        assignments.assign(office.central, dossier.household.id, _order(person))
    return tuple(dossier.household.id for dossier in dossiers)


def _order(person: str) -> Order:
    return Order(person, DAY, UNTIL, "年度复核", "supervisor")


def _laptop(folder: Path, office: Office, person: str) -> tuple[Workspace, bytes]:
    session.create(folder, _PASSPHRASE, _QUICK)
    clock = Clock(Random(0))
    ws = session.unlock(folder, _PASSPHRASE, clock)
    slip = str(enrolment.make_slip(office.central, person, "admin"))
    ws = enrolling.enrol(ws, f"http://{folder.name}.localhost", slip, _PASSPHRASE)
    ws.database.close()
    return ws, key.unlock(folder, _PASSPHRASE, clock.now())


def _begun(ws: Workspace, homes: Sequence[str]) -> dict[str, Filled]:
    """Return a visit to each household of this laptop, as the workflow begins one."""
    with ws.database.read() as connection:  # what is written in it is thrown away
        mine = [home for home in homes if _is_here(ws, home)]
        return {home: _filled(connection, ws, begin(connection, ws, home, ())) for home in mine}


def _filled(connection: Connection, ws: Workspace, visit: Visit) -> Filled:
    """Return the record a visit would be sealed as."""
    home = visit.household.id
    found = discrepancies.of(connection, home)
    declared = household.declaration(connection, home)
    return Filled(
        visit, live(visit, found, ws.pack).determination, (), found, declared, {}, 0, ws.pack
    )


def _is_here(ws: Workspace, home: str) -> bool:
    with ws.database.read() as connection:
        return home in household.ids_all(connection)


def _visits_of(connection: Connection) -> set[str]:
    """Return the visits a laptop has a copy of or made itself."""
    copied = connection.scalars(select(copy.c.rid).where(copy.c.kind == records.VISIT))
    made = connection.scalars(select(outbox.c.rid).where(outbox.c.lane == VISITS))
    return {*copied, *made}


class Scene:
    """Everything that can happen; after each step the promises can be looked at."""

    def __init__(self, template: Template, folder: Path, seed: int) -> None:
        self.rng = Random(seed)
        for part in ("office", *PEOPLE):
            shutil.copytree(template.folder / part, folder / part)
        self.loop = asyncio.new_event_loop()
        self.template = template
        self.office = Office(folder / "office", self._clock(), self.loop)
        self.desks = {name: self._desk(folder / name) for name in PEOPLE}
        self.wire = Wire(self.office.serve, self._meanwhile, self._leaves)
        self.sealed: dict[str, tuple[str, str]] = {}
        """Operation → laptop and hash: what somebody was told is saved."""
        self.unaware: set[str] = set()
        """Laptops that could not notice yet that the office went back."""
        self.known: dict[str, Operation] = {}
        self.cursors: dict[str, tuple[str, int]] = {}
        self.looked: dict[str, tuple[int, int]] = {}
        """Commits of laptop and office when the promises were looked at last."""
        self._count = 0
        self._events: list[str] = []
        self._busy: set[str] = set()

    def close(self) -> None:
        for desk in self.desks.values():
            desk.close()
        self.office.close()
        self.loop.close()

    def _clock(self) -> Clock:
        return Clock(Random(self.rng.random()), NOON)

    def _desk(self, folder: Path) -> Desk:
        name = folder.name
        ids = Ids(self._clock(), Random(self.rng.random()))
        return Desk(folder, self.template.workspaces[name], self.template.keys[name], ids)

    # What people do

    def visit(self, name: str, files: int, dies: int = 0) -> None:
        """Seal a visit to a household of this laptop."""
        desk, self._count = self.desks[name], self._count + 1
        homes = [home for home in sorted(self.template.visits) if _is_here(desk.ws, home)]
        home = homes[self._count % len(homes)]
        photos = tuple(self._photo(place) for place in range(files))
        desk.fuse.light(dies)
        desk.visit(self.template.visits[home], f"第{self._count}次", photos)
        desk.fuse.put_out()
        self._note(desk)

    def _photo(self, place: int) -> bytes:
        return Random(self._count * 10 + place).randbytes(900 * (place + 1))

    def change(self, name: str, pick: int, *, atomic: bool, dies: int = 0) -> bool:
        """Seal a change of a visit this laptop knows; tell whether there is one."""
        desk, self._count = self.desks[name], self._count + 1
        rids = self._visits_on(desk)
        if not rids:
            return False
        path = ("/opinion", "/note", "/living/impression")[pick % 3]
        units: dict[str, Json] = {path: f"改{self._count}", f"/extra/{pick % 2}": self._count}
        desk.fuse.light(dies)
        desk.change(Wish(rids[pick % len(rids)], units, atomic))
        desk.fuse.put_out()
        self._note(desk)
        return True

    def resolve(self, name: str, pick: int) -> bool:
        """Decide an open conflict on a record this laptop knows; tell whether there is one."""
        desk, rids = self.desks[name], self._visits_on(self.desks[name])
        with self.office.central.database.read() as connection:
            disputed = open_conflicts(connection, rids)
        if not disputed:
            return False
        rid = sorted(disputed)[pick % len(disputed)]
        conflict = disputed[rid][0]
        wanted = {path: want for path, _, want in conflict.paths if path != "/"}
        desk.change(Wish(rid, wanted if pick % 2 else {}, atomic=True, resolves=conflict.id))
        self._note(desk)
        return True

    def deliver(self, name: str, harms: Sequence[Harm] = (), dies: int = 0, falls: int = 0) -> bool:
        """Deliver over a line with these harms; laptop and office die at a write where told."""
        desk, restores = self.desks[name], self.office.restores
        self.wire.harms.extend(harms)
        desk.fuse.light(dies)
        self.office.fuse.light(falls)
        self._busy.add(name)
        with strung(self.wire):
            went = desk.deliver()
        self._busy.discard(name)
        self.wire.harms.clear()
        desk.fuse.put_out()
        self.office.fuse.put_out()
        if went and restores == self.office.restores:
            self.unaware.discard(name)
        self._note(desk)
        return went

    # What else happens

    def hand_over(self, pick: int) -> None:
        """Give a household to whoever does not have it."""
        home = sorted(self.template.visits)[pick % len(self.template.visits)]
        with self.office.central.database.read() as connection:
            holder = "p1" if rights.may_somebody(connection, "p1", Act.WRITE, home) else "p2"
        other = "p2" if holder == "p1" else "p1"
        assignments.assign(self.office.central, home, _order(other))

    def office_writes(self, pick: int) -> None:
        """Let the office change a household itself."""
        self._count += 1
        home = sorted(self.template.visits)[pick % len(self.template.visits)]
        with self.office.central.database.write() as connection:
            stored = records.get(connection, home)
            assert stored is not None
            units = {**stored.units, "/household/living_address": f"云溪路{self._count}号"}
            wish = of_office.Wish(home, stored.region, stored.kind, home, units)
            of_office.write(connection, self.office.central, wish, "supervisor")

    def restore(self, *, told: bool) -> bool:
        """Put the office's backup back; tell whether there is one."""
        if not self.office.has_backup:
            return False
        self.office.restore(told=told)
        self.unaware |= self.desks.keys()
        self.looked.clear()
        return True

    def go_back(self, name: str) -> bool:
        """Put a laptop's image back; what was only on the disk is gone with it."""
        desk = self.desks[name]
        if not desk.has_image:
            return False
        desk.go_back()
        here = {entry.op for entry in desk.entries()}
        with self.office.central.database.read() as connection:
            there = set(connection.scalars(select(oplog.c.op)))
        kept = here | there
        self.sealed = {
            op: (owner, name_)
            for op, (owner, name_) in self.sealed.items()
            if owner != name or op in kept
        }
        self.cursors.pop(name, None)
        self.looked.clear()
        self.unaware.add(name)
        return True

    def arrive(self, pick: int) -> bool:
        """Let a late letter arrive; tell whether there is one."""
        if not self.wire.late:
            return False
        self.wire.arrive(pick)
        return True

    def expect(self, event: str) -> None:
        """Say what happens at the next letter that arrives after something else."""
        self._events.append(event)

    def heal(self) -> None:
        """Mend line and clocks and let every laptop deliver until nothing waits."""
        for clock in (self.office.clock, *(desk.clock for desk in self.desks.values())):
            clock.mend()
        self._events.clear()

    def _meanwhile(self, _name: str) -> None:
        event = self._events.pop() if self._events else "hand over"
        if event == "restore":
            self.restore(told=False)
        elif event == "hand over":
            self.hand_over(self._count)
        elif event == "office":
            self.office_writes(self._count)
        else:
            self._another()

    def _another(self) -> None:
        others = [other for other in sorted(self.desks) if other not in self._busy]
        if not others:
            return
        rest, fuse = list(self.wire.harms), self.office.fuse.left
        self.wire.harms.clear()
        self.office.fuse.put_out()
        self.deliver(others[self._count % len(others)])
        self.wire.harms.extend(rest)
        self.office.fuse.light(fuse)

    def _leaves(self, name: str) -> None:
        self.desks[name].fuse.tick()

    def _visits_on(self, desk: Desk) -> list[str]:
        with desk.ws.database.read() as connection:
            return sorted(_visits_of(connection))

    def _note(self, desk: Desk) -> None:
        """Take down what is in the outbox now: nothing of it may ever be missing again."""
        for entry in desk.entries():
            self.sealed.setdefault(entry.op, (desk.name, entry.hash))
