"""A real server on a free port, and laptops that talk to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseworker_app.server import enrolment
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import Running, running
from caseworker_app.sync.client import Courier, Identity, enrol
from tests.server.conftest import fill
from tests.server.laptop import Laptop

MakeCourier = Callable[..., Courier]


@dataclass
class Field:
    """The server, the first laptop and the household in its hands."""

    server: Running
    laptop: Laptop
    home: str


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    with running(Configuration(tmp_path / "office")) as server:
        dossiers = fill(server.central)
        laptop = Laptop()
        admit(server, laptop)
        yield Field(server, laptop, dossiers[0].household.id)


@pytest.fixture
def courier(field: Field) -> Iterator[Courier]:
    courier = reach(field)
    yield courier
    courier.close()


def admit(server: Running, laptop: Laptop) -> None:
    slip = enrolment.make_slip(server.central, laptop.person, "admin")
    enrol(server.url, slip, laptop.device, laptop.public, "linux/0.1.0")


def reach(field: Field, address: str = "") -> Courier:
    identity = Identity(field.laptop.device, field.laptop.key, field.server.central.public)
    return Courier(address or field.server.url, identity, sleep=lambda _: None, idle_seconds=5)
