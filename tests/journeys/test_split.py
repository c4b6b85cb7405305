"""A household is split in the field, delivered and received; each part has its own visit."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.visiting import carry_out
from caseworker_app.model.ages import is_adult
from caseworker_app.model.change import HouseholdChange, LinkedFile
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.household import Household, Member
from caseworker_app.rules.changes import relations
from caseworker_app.rules.changes.apply import apply
from caseworker_app.rules.rights import Act
from caseworker_app.server import assignments, enrolment as people, oplog, records, rights
from caseworker_app.server.central import Central, Configuration, open_central
from caseworker_app.store import household as households
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, delivery, outgoing, visit as visits
from caseworker_app.workflow.household_change import written
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)


class Parting:
    """A laptop whose first large household is split while it is visited."""

    def __init__(self, round_: Round, ws: Workspace) -> None:
        self.round, self.ws = round_, ws
        self.old, self.leaver = _who_parts([u.household for u in round_.township.households])
        self.companion = round_.township.staff[1]

    def split(self) -> None:
        begun = visits.start(self.ws, self.old.id, (self.companion,))
        change = HouseholdChange(
            "c1",
            ChangeKind.SPLIT,
            (self.leaver.id,),
            DAY - timedelta(days=3),
            papers=("new_booklet",),
            roles=relations.among(begun.household, (self.leaver.id,), self.leaver.id),
            head=self.leaver.id,
            other=LinkedFile("new-home", living_address="河埠里3幢102室"),
        )
        visits.record(self.ws, begun.id, written(begun, apply(begun, change)))

    def visit(self, household: str) -> str:
        done = carry_out(self.ws, household, self.companion, lambda *_: None)
        assert done.sealed, done.refused
        return done.visit_id

    def deliver(self) -> delivery.Delivered:
        return delivery.deliver(self.ws, lambda _: None)

    def office(self) -> Central:
        return open_central(Configuration(self.round.plan.server))


def _who_parts(homes: list[Household]) -> tuple[Household, Member]:
    """Return a household with a grown member beside its head, who leaves."""
    for home in homes:
        for member in home.members:
            grown = is_adult(member.id_number, DAY)
            if grown and member.id != home.head_id and not member.excluded:
                return home, member
    raise LookupError("everybody lives alone")


@pytest.fixture
def parting(tmp_path: Path) -> Iterator[Parting]:
    round_ = Round(Plan(tmp_path / "demo", 12, 1, 1, _QUICK))
    round_.plan.claim()
    office.prepare(round_.plan.server, round_.township)
    with round_.server() as address, round_.laptop(address) as ws:
        laptop.fetch(ws, lambda _: None)
        comparison.compare_all(ws)
        yield Parting(round_, ws)


def test_that_both_parts_are_delivered_and_received(parting: Parting) -> None:
    parting.split()
    first = parting.visit(parting.old.id)
    second = parting.visit("new-home")
    told = parting.deliver()
    assert (told.sent, told.confirmed) == (3, 3)

    central = parting.office()
    with central.database.read() as connection:
        home = records.get(connection, "new-home")
        assert home is not None
        assert (home.kind, home.household) == (records.HOUSEHOLD, "new-home")
        assert home.units["/household/origin/household"] == parting.old.id
        assert home.units["/household/origin/visit"] == first
        assert home.region == parting.old.region
        assert rights.may_somebody(connection, parting.ws.person.id, Act.WRITE, "new-home")
        for rid in (first, second):
            stored = records.get(connection, rid)
            assert stored is not None
            assert stored.kind == records.VISIT
    central.close()
    assert [held.status for held in outgoing.held(parting.ws)] == ["accepted"] * 3
    assert parting.round.agrees(parting.ws)


def test_that_the_new_household_stands_the_same_after_it_comes_back(parting: Parting) -> None:
    parting.split()
    parting.visit(parting.old.id)
    with parting.ws.database.read() as connection:
        before = households.load(connection, "new-home")
        rows = households.records(connection, "new-home")
    parting.deliver()
    parting.deliver()
    with parting.ws.database.read() as connection:
        assert households.load(connection, "new-home") == before
        assert households.records(connection, "new-home") == rows
    parting.visit("new-home")
    assert parting.deliver().confirmed == 1
    assert parting.deliver().sent == 0


def test_that_of_a_household_taken_away_the_split_is_kept_for_a_person(parting: Parting) -> None:
    parting.split()
    parting.visit(parting.old.id)
    central = parting.office()
    people.put_person(central, "p9", "别人", "别处")
    order = assignments.Order("p9", date(2026, 11, 23), date(2026, 12, 31), "改派", "supervisor")
    assignments.assign(central, parting.old.id, order)
    told = parting.deliver()
    assert told.confirmed == 2
    with central.database.read() as connection:
        assert records.get(connection, "new-home") is None
    central.close()
    statuses = [held.status for held in outgoing.held(parting.ws)]
    assert sorted(statuses) == [oplog.CONFLICT, oplog.QUARANTINED]
