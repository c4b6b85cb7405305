"""What two people want of one record: who may decide, what becomes of what was wanted."""

import pytest
from sqlalchemy import select

from caseworker_app.model.values import Json
from caseworker_app.server import assignments, disputes, oplog, records
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import oplog as log
from caseworker_app.wire.canonical import digest
from caseworker_app.wire.message import WHOLE, Conflict
from caseworker_app.wire.operation import Change, Operation
from tests.server.conftest import DAY, Office
from tests.server.laptop import FORM_NUMBER, Laptop
from tests.server.test_intake import only, units, why

OPINION = "/opinion"


def open_of(office: Office, rid: str) -> tuple[Conflict, ...]:
    with office.central.database.read() as connection:
        return disputes.open_conflicts(connection, [rid]).get(rid, ())


def versions(office: Office, rid: str) -> list[object]:
    with office.central.database.read() as connection:
        return [units.get(OPINION) for units in records.versions(connection, rid)]


def decide(
    laptop: Laptop, rid: str, found: Conflict, chosen: dict[str, Json], **other: object
) -> Operation:
    """Seal a decision that names what stands of each unit in dispute."""
    patch = tuple(
        Change(one.path, digest(one.current), chosen.get(one.path, one.current))
        for one in found.paths
    )
    fields: dict[str, object] = {"kind": "resolve", "resolves": found.id, "patch": patch}
    return laptop.patch(rid, {}, {}, **{**fields, **other})


def status(office: Office, caller: Caller, operation: Operation) -> str:
    return only(office.push(caller, operation).results).status


def hand_over(office: Office, household: str, person: str) -> None:
    order = assignments.Order(person, DAY, DAY, "调岗", "supervisor")
    assignments.assign(office.central, household, order)


class Quarrel:
    """Two laptops of one person that both changed an opinion they saw alike."""

    def __init__(self, office: Office) -> None:
        self.office, self.home = office, office.homes[0]
        self.one, self.two = Laptop(), Laptop("laptop-b")
        self.first, self.second = office.enrol(self.one), office.enrol(self.two)
        office.push(self.first, self.one.visit("v1", self.home))
        seen: dict[str, Json] = {OPINION: "符合"}
        office.push(self.first, self.one.patch("v1", seen, {OPINION: "不符合"}, at=2_000))
        clash = self.two.patch("v1", seen, {OPINION: "待定"}, at=3_000, reason="刚去过")
        office.push(self.second, clash)
        (self.found,) = open_of(office, "v1")


@pytest.fixture
def quarrel(office: Office) -> Quarrel:
    return Quarrel(office)


def test_that_a_conflict_says_what_it_was_what_stands_and_what_was_wanted(
    quarrel: Quarrel,
) -> None:
    found = quarrel.found
    assert [tuple(path) for path in found.paths] == [(OPINION, "不符合", "待定")]
    assert found.base == {OPINION: "符合"}
    assert found.wants is not None
    assert (found.stands[OPINION].name, found.stands[OPINION].at) == ("调查人p1", 2_000)
    assert (found.wants.name, found.wants.at, found.reason) == ("调查人p1", 3_000, "刚去过")
    assert not found.is_late


def test_that_what_nobody_here_ever_saw_is_not_made_up(quarrel: Quarrel, office: Office) -> None:
    unseen = quarrel.one.patch("v1", {OPINION: "别处的"}, {OPINION: "符合"})
    office.push(quarrel.first, unseen)

    found = next(one for one in open_of(office, "v1") if one.id == unseen.op)
    assert found.base == {}


def test_that_what_stands_is_told_as_it_stands_by_now(quarrel: Quarrel, office: Office) -> None:
    office.push(quarrel.first, quarrel.one.patch("v1", {OPINION: "不符合"}, {OPINION: "符合"}))

    (found,) = open_of(office, "v1")
    assert found.paths[0].current == "符合"


@pytest.mark.parametrize("chosen", ["不符合", "待定", "第三种", None])
def test_that_a_decision_stands_and_both_versions_stay(
    quarrel: Quarrel, office: Office, chosen: Json
) -> None:
    decided = decide(quarrel.one, "v1", quarrel.found, {OPINION: chosen})
    assert status(office, quarrel.first, decided) == oplog.ACCEPTED

    assert units(office, "v1").get(OPINION) == chosen
    assert open_of(office, "v1") == ()
    assert versions(office, "v1") == ["符合", "不符合", "不符合", chosen]
    with office.central.database.read() as connection:
        said = [op.patch for _, op in oplog.operations(connection, "v1")]
    assert Change(OPINION, digest("符合"), "待定") in said[2]


def test_that_keeping_what_stands_is_refused_once_it_changed(
    quarrel: Quarrel, office: Office
) -> None:
    office.push(quarrel.second, quarrel.two.patch("v1", {OPINION: "不符合"}, {OPINION: "新"}))
    kept = decide(quarrel.one, "v1", quarrel.found, {})

    assert status(office, quarrel.first, kept) == oplog.CONFLICT
    assert units(office, "v1")[OPINION] == "新"
    assert {one.id for one in open_of(office, "v1")} == {quarrel.found.id, kept.op}


def test_that_the_second_of_two_decisions_is_itself_to_be_decided(
    quarrel: Quarrel, office: Office
) -> None:
    one = decide(quarrel.one, "v1", quarrel.found, {OPINION: "甲"})
    two = decide(quarrel.two, "v1", quarrel.found, {OPINION: "乙"})
    assert status(office, quarrel.first, one) == oplog.ACCEPTED
    assert status(office, quarrel.second, two) == oplog.CONFLICT

    assert units(office, "v1")[OPINION] == "甲"
    (again,) = open_of(office, "v1")
    assert (again.id, again.paths[0].wanted) == (two.op, "乙")


def test_that_a_late_decision_about_what_is_closed_changes_nothing(
    quarrel: Quarrel, office: Office
) -> None:
    kept = decide(quarrel.one, "v1", quarrel.found, {})
    after = decide(quarrel.two, "v1", quarrel.found, {OPINION: "乙"})
    office.push(quarrel.first, kept)

    assert status(office, quarrel.second, after) == oplog.CONFLICT
    assert units(office, "v1")[OPINION] == "不符合"


def test_that_two_people_who_decide_alike_disagree_about_nothing(
    quarrel: Quarrel, office: Office
) -> None:
    both = [
        decide(each, "v1", quarrel.found, {OPINION: "甲"}) for each in (quarrel.one, quarrel.two)
    ]
    told = [
        status(office, caller, operation)
        for caller, operation in zip((quarrel.first, quarrel.second), both, strict=True)
    ]
    assert (told, open_of(office, "v1")) == ([oplog.ACCEPTED, oplog.ACCEPTED], ())


def test_that_a_decision_has_to_name_every_unit_in_dispute(
    quarrel: Quarrel, office: Office
) -> None:
    change = (Change("/note", digest(None), "别的"),)
    beside = decide(quarrel.one, "v1", quarrel.found, {}, patch=change)

    assert status(office, quarrel.first, beside) == oplog.CONFLICT
    assert "/note" not in units(office, "v1")
    assert quarrel.found.id in {one.id for one in open_of(office, "v1")}


def test_that_only_who_looks_after_the_household_now_decides(
    quarrel: Quarrel, office: Office
) -> None:
    hand_over(office, quarrel.home, "p2")
    decided = decide(quarrel.one, "v1", quarrel.found, {OPINION: "甲"})
    assert status(office, quarrel.first, decided) == oplog.CONFLICT
    assert units(office, "v1")[OPINION] == "不符合"

    new = Laptop("laptop-2", "p2")
    taken = decide(new, "v1", quarrel.found, {OPINION: "乙"}, gen=1)
    assert status(office, office.enrol(new), taken) == oplog.ACCEPTED
    assert units(office, "v1")[OPINION] == "乙"


def test_that_who_never_looked_after_the_household_decides_nothing(
    quarrel: Quarrel, office: Office
) -> None:
    stranger = Laptop("laptop-2", "p2")
    decided = decide(stranger, "v1", quarrel.found, {OPINION: "甲"})

    assert status(office, office.enrol(stranger), decided) == oplog.QUARANTINED


@pytest.mark.parametrize("resolves", ["", "nothing"])
def test_that_no_decision_reaches_what_a_laptop_may_not_write(
    office: Office, resolves: str
) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    rid = f"slice:{office.homes[0]}"
    sneaked = laptop.patch(rid, {}, {"/x": 1}, kind="resolve", resolves=resolves)

    assert status(office, caller, sneaked) == oplog.QUARANTINED
    assert why(office, sneaked)[1] == "scope"


class Late:
    """A visit done before the household changed hands, delivered after."""

    def __init__(self, office: Office) -> None:
        self.office, self.home = office, office.homes[0]
        self.former, self.new = Laptop(), Laptop("laptop-2", "p2")
        self.gone, self.caller = office.enrol(self.former), office.enrol(self.new)
        self.visit = self.former.visit("v1", self.home)
        hand_over(office, self.home, "p2")


@pytest.fixture
def late(office: Office) -> Late:
    return Late(office)


def test_that_a_late_visit_waits_as_a_whole_for_who_took_over(late: Late, office: Office) -> None:
    assert status(office, late.gone, late.visit) == oplog.CONFLICT
    assert units(office, "v1") == {}

    (found,) = open_of(office, "v1")
    assert found.is_late
    assert found.wants is not None
    assert found.wants.name == "调查人p1"
    assert {one.path: one.wanted for one in found.paths} == {
        "/household/id": late.home,
        OPINION: "符合",
        "/paper_number": FORM_NUMBER,
        "/stage": "sealed",
    }


def test_that_a_late_visit_is_taken_or_left(late: Late, office: Office) -> None:
    other = late.former.visit("v2", late.home)
    office.push(late.gone, late.visit, other)
    (first,), (second,) = open_of(office, "v1"), open_of(office, "v2")
    wanted = {one.path: one.wanted for one in first.paths}
    taken = decide(late.new, "v1", first, wanted, gen=1)
    left = decide(late.new, "v2", second, {}, gen=1)

    assert status(office, late.caller, taken) == status(office, late.caller, left) == "accepted"
    assert (units(office, "v1"), units(office, "v2")) == (wanted, {})
    assert (open_of(office, "v1"), open_of(office, "v2")) == ((), ())


def test_that_late_work_waits_also_while_nobody_has_the_household(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0])
    assignments.end(office.central, office.homes[0], DAY, "迁出", "supervisor")

    assert status(office, caller, visit) == oplog.CONFLICT


def test_that_who_got_the_household_back_decides_about_what_was_done_before(
    late: Late, office: Office
) -> None:
    hand_over(office, late.home, "p1")

    assert status(office, late.gone, late.visit) == oplog.CONFLICT
    (found,) = open_of(office, "v1")
    assert not found.is_late


def test_that_a_deletion_of_what_changed_is_taken_or_left(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]), laptop.visit("v2", office.homes[0]))
    for rid, chosen in (("v1", True), ("v2", None)):
        office.push(caller, laptop.patch(rid, {}, {}, kind="delete", base=0))
        (found,) = open_of(office, rid)
        assert [tuple(one) for one in found.paths] == [(WHOLE, None, True)]
        decided = decide(laptop, rid, found, {WHOLE: chosen})
        assert status(office, caller, decided) == oplog.ACCEPTED
        with office.central.database.read() as connection:
            stored = records.get(connection, rid)
        assert stored is not None
        assert stored.dead is bool(chosen)
        assert stored.units[OPINION] == "符合"


def test_that_work_on_what_was_deleted_can_bring_it_back(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    office.push(caller, laptop.patch("v1", {}, {}, kind="delete", base=1))
    office.push(caller, laptop.patch("v1", {OPINION: "符合"}, {OPINION: "待定"}))
    (found,) = open_of(office, "v1")
    wanted = {one.path: one.wanted for one in found.paths}
    assert wanted == {WHOLE: None, OPINION: "待定"}
    office.push(caller, decide(laptop, "v1", found, wanted))

    with office.central.database.read() as connection:
        stored = records.get(connection, "v1")
    assert stored is not None
    assert not stored.dead
    assert stored.units[OPINION] == "待定"


def test_that_nothing_of_it_is_ever_taken_from_the_log(quarrel: Quarrel, office: Office) -> None:
    office.push(quarrel.first, decide(quarrel.one, "v1", quarrel.found, {OPINION: "甲"}))

    with office.central.database.read() as connection:
        kept = connection.scalars(select(log.c.status).where(log.c.rid == "v1").order_by(log.c.seq))
        assert list(kept) == ["accepted", "accepted", "conflict", "accepted"]
