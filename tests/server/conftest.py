"""An office with two households, of which one is in the hands of p1 and one of p2."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
import pytest

from caseworker_app.demo.township import make_township
from caseworker_app.server import (
    assignments,
    blobs,
    enrolment,
    households,
    intake,
    receipts,
    session,
)
from caseworker_app.server.blobs import BlobFolder
from caseworker_app.server.bucket import BlobBucket
from caseworker_app.server.central import Central, Configuration, open_central
from caseworker_app.server.rights import Caller
from caseworker_app.wire import slip as paper
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import Enrol, OpsAnswer
from caseworker_app.wire.operation import Operation, document
from caseworker_app.wire.slip import Slip
from tests.server import remote
from tests.server.laptop import Laptop
from tests.server.remote import Remote

DAY = date(2026, 11, 23)
NOON = 1_795_406_400_000
PHOTO = b"photo of a kitchen"


@dataclass
class Clock:
    now: int = NOON

    def __call__(self) -> int:
        self.now += 1
        return self.now


@dataclass
class Office:
    central: Central
    clock: Clock
    dossiers: tuple[households.Dossier, ...]

    @property
    def homes(self) -> tuple[str, ...]:
        """Household ids: of p1, of p2."""
        return tuple(dossier.household.id for dossier in self.dossiers)

    def enrol(self, laptop: Laptop) -> Caller:
        slip = enrolment.make_slip(self.central, laptop.person, "admin")
        enrolment.enrol(self.central, question(slip, laptop))
        return session.of_device(self.central, laptop.device)

    def push(self, caller: Caller, *operations: Operation) -> OpsAnswer:
        sent = [document(canonical(operation)) for operation in operations]
        taken = intake.take(self.central, caller, sent)
        return receipts.answer(self.central, caller, taken)


def folder_of(central: Central) -> BlobFolder:
    """Return the files of an office that keeps them on its own disk."""
    assert isinstance(central.files, BlobFolder)
    return central.files


def spoil(central: Central, sha: str, data: bytes) -> None:
    """Put other bytes in the place of a file, as a failing disk would."""
    if isinstance(central.files, BlobBucket):
        central.files._write(sha, data, "overwrite")
    else:
        folder_of(central).path(sha).write_bytes(data)


def deliver_photo(office: Office, caller: Caller, laptop: Laptop) -> Operation:
    """Deliver a visit with a photo, whole, and return it."""
    visit = laptop.visit("v1", office.homes[0], PHOTO)
    office.push(caller, visit)
    (photo,) = visit.blobs
    office.central.files.put([(photo.sha, PHOTO)])
    with office.central.database.write() as connection:
        blobs.name(connection, [(photo.sha, len(PHOTO))])
    assert office.push(caller, visit).results[0].done == 1
    return visit


def question(slip: Slip, laptop: Laptop) -> Enrol:
    key = paper.key(slip.code)
    public = laptop.public.hex()
    asked = Enrol(slip=paper.name(key), device=laptop.device, public=public, os="linux", app="0")
    return msgspec.structs.replace(asked, proof=paper.proof(key, asked))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a module that names its ``PLACES`` in each of them; see ``place``."""
    places = getattr(metafunc.module, "PLACES", ())
    if places and "place" in metafunc.fixturenames:
        metafunc.parametrize("place", places, indirect=True)


@pytest.fixture(scope="session")
def far() -> Iterator[Remote]:
    with remote.running() as far:
        yield far


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Configuration:
    """Return where the office is: embedded, SQLite and a folder; remote, PostgreSQL and S3."""
    folder = tmp_path / "office"
    if getattr(request, "param", "embedded") == "embedded":
        return Configuration(folder)
    far: Remote = request.getfixturevalue("far")
    return far.configuration(folder)


@pytest.fixture
def office(place: Configuration) -> Iterator[Office]:
    clock = Clock()
    central = open_central(place, clock)
    yield Office(central, clock, fill(central))
    central.close()


def fill(central: Central) -> tuple[households.Dossier, ...]:
    township = make_township(2, seed=7, today=DAY)
    dossiers = tuple(
        households.Dossier(unit.household, unit.declaration, unit.records)
        for unit in township.households
    )
    households.load_township(central, dossiers, "supervisor")
    for person, dossier in zip(("p1", "p2"), dossiers, strict=True):
        enrolment.put_person(central, person, f"调查人{person}", "瓶窑镇")
        order = assignments.Order(person, DAY, date(2026, 12, 31), "年度复核", "supervisor")
        assignments.assign(central, dossier.household.id, order)
    return dossiers
