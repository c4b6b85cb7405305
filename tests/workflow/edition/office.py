"""An office that publishes rule packs, and a laptop it let in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import msgspec
import pytest

from caseworker_app.demo import ink
from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import Visited, carry_out
from caseworker_app.intake.pack_file import shipped
from caseworker_app.server import assignments, enrolment as desk, households, publishing
from caseworker_app.server.central import Central
from caseworker_app.store import published
from caseworker_app.wire import manifest as lists
from caseworker_app.wire.manifest import Manifest
from caseworker_app.workflow import (
    delivery,
    edition,
    session,
    visit,
)
from caseworker_app.workflow.renewal import Renewal
from caseworker_app.workflow.workspace import Workspace
from tests.server import editions
from tests.workflow.conftest import PASSPHRASE
from tests.workflow.test_lease import Times

NEXT_YEAR = date(2027, 1, 1)
INK = (ink.signature_strokes("王", Random(1)), ink.WIDTH, ink.HEIGHT)


def next_year(dibao: int = 1401) -> str:
    """Return the pack of next year, with another standard."""
    changed = shipped().text
    for old, new in (
        ('id = "ZJ-DEMO-2025"', 'id = "ZJ-DEMO-2027"'),
        ("effective_from = 2025-01-23", f"effective_from = {NEXT_YEAR}"),
        ("effective_to = 2026-12-31", "effective_to = 2027-12-31"),
        ("dibao = { value = 1301", f"dibao = {{ value = {dibao}"),
    ):
        assert old in changed
        changed = changed.replace(old, new)
    return changed


@dataclass
class Bureau:
    """An office that publishes, a laptop it let in with some households, and the time."""

    times: Times
    central: Central
    folder: Path
    township: Township
    key: bytes
    patch: pytest.MonkeyPatch

    @property
    def homes(self) -> list[TownshipHousehold]:
        return [unit for unit in self.township.households if not unit.planted]

    def publish(self, *texts: str, **other: object) -> Manifest:
        named = {f"zj-{n}": one for n, one in enumerate(texts or (next_year(),))}
        return editions.publish(self.central, self.key, named, NEXT_YEAR, **other)

    @contextmanager
    def open(self) -> Iterator[Workspace]:
        ws = session.unlock(self.folder, PASSPHRASE, self.times)
        yield ws
        session.lock(ws)

    def deliver(self) -> Renewal:
        with session.to_deliver(self.folder, PASSPHRASE, self.times) as ws:
            return delivery.deliver(ws, lambda _: None).rules

    def visit(self, ws: Workspace, home: TownshipHousehold) -> Visited:
        done = carry_out(ws, home.household.id, self.township.staff[1], lambda *_: None)
        assert done.sealed, done.refused
        return done

    def begin(self, ws: Workspace, home: TownshipHousehold) -> str:
        return visit.start(ws, home.household.id, self.township.staff[1:2]).id

    def restate(self, key: bytes = b"", **change: object) -> None:
        """Let the server hand out another list than it was given, signed anew, unread by it."""
        with self.central.database.read() as connection:
            now = publishing.current(connection)
        assert now is not None
        made = lists.sign(msgspec.structs.replace(now, **change), key or self.key)
        self.patch.setattr(publishing, "current", lambda _connection: made)

    def held(self) -> tuple[int, list[str]]:
        """Return the version and the packs that are published on the laptop."""
        with self.open() as ws, ws.database.read() as connection:
            return edition.version(connection), [one.pack for one in published.offers(connection)]


def hand_out(central: Central, township: Township) -> None:
    dossiers = [
        households.Dossier(unit.household, unit.declaration, unit.records)
        for unit in township.households
    ]
    households.load_township(central, dossiers, "supervisor")
    desk.put_person(central, "p1", "胡龙", "云溪镇")
    order = assignments.Order("p1", DAY, date(2027, 12, 31), "年度复核", "supervisor")
    for one in dossiers:
        assignments.assign(central, one.household.id, order)
