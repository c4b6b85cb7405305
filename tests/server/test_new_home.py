"""A household split off on a laptop: taken once, by who looks after the old one, in its region."""

from dataclasses import replace

import pytest

from caseworker_app.model.household import Household, Origin
from caseworker_app.rules.rights import Act
from caseworker_app.server import oplog, records, rights
from caseworker_app.server.tables import oplog as log
from caseworker_app.wire import new_home
from caseworker_app.wire.new_home import NewHome
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.units import flatten
from tests.server.conftest import Office
from tests.server.laptop import Laptop


class Split:
    """A laptop with one household in its hands, of which a part leaves."""

    def __init__(self, office: Office) -> None:
        self.office, self.laptop = office, Laptop()
        self.caller = office.enrol(self.laptop)
        self.dossier = office.dossiers[0]
        self.old = self.dossier.household

    def new(self, **other: object) -> Household:
        origin = Origin(self.old.id, "v1", "c1", self.old.number, self.old.head.name)
        made = replace(self.old, id="new-home", number="", origin=origin)
        return replace(made, **other)  # type: ignore[arg-type]  # fields of a household

    def sealed(self, home: Household, **other: object) -> Operation:
        said = replace(self.dossier.declaration, household_id=home.id, region=home.region)
        units = flatten(NewHome(home, said))
        fields = {"kind": "create", "atomic": True, "form": new_home.FORM, **other}
        return self.laptop.patch("new-home", {}, units, **fields)

    def send(self, operation: Operation) -> tuple[str, str]:
        """Send it and return what became of it."""
        self.office.push(self.caller, operation)
        with self.office.central.database.read() as connection:
            row = connection.execute(log.select().where(log.c.op == operation.op)).one()
        return row.status, row.why


@pytest.fixture
def split(office: Office) -> Split:
    return Split(office)


def test_that_it_is_taken_and_handed_to_the_same_person(split: Split) -> None:
    assert split.send(split.sealed(split.new())) == (oplog.ACCEPTED, "")
    with split.office.central.database.read() as connection:
        home = records.get(connection, "new-home")
        assert home is not None
        assert (home.kind, home.region) == (records.HOUSEHOLD, split.old.region)
        assert rights.may_somebody(connection, split.laptop.person, Act.WRITE, "new-home")


def test_that_it_is_made_once(split: Split) -> None:
    split.send(split.sealed(split.new()))
    status, why = split.send(split.sealed(split.new(village="别村")))
    assert (status, why) == (oplog.QUARANTINED, "scope")


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": None},
        {"region": "110101001001"},
        {"members": ()},
        {"id": "another"},
        {"origin": Origin("no such home", "v1", "c1")},
    ],
)
def test_that_what_is_no_split_of_a_known_household_is_kept_aside(
    split: Split, wrong: dict[str, object]
) -> None:
    status, why = split.send(split.sealed(split.new(**wrong)))
    assert (status, why) == (oplog.QUARANTINED, "not understood")
    with split.office.central.database.read() as connection:
        assert records.get(connection, "new-home") is None


def test_that_somebody_elses_household_is_not_split(split: Split) -> None:
    stranger = Laptop("laptop-2", "p2")
    caller = split.office.enrol(stranger)
    split.laptop, split.caller = stranger, caller
    assert split.send(split.sealed(split.new())) == (oplog.QUARANTINED, "scope")
