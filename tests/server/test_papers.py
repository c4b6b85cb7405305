"""The server keeps a paper that fits itself, and sets apart one that does not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from caseworker_app.model.paper import Listed, Paper, Subject, Void
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator
from caseworker_app.server import assignments, blobs, enrolment, oplog, papers, records, verify
from caseworker_app.server.tables import oplog as log
from caseworker_app.wire.canonical import digest, sha256
from caseworker_app.wire.operation import BlobRef, Change, Operation, diff
from caseworker_app.wire.paper import FORM, ROLE, paper_of, units_of, void_units
from caseworker_app.wire.replay import digest_of
from tests.server.conftest import DAY, Office
from tests.server.laptop import Laptop

PDF = b"%PDF-1.7 a notice"
BLOB = BlobRef(sha256(PDF), len(PDF), "application/pdf", ROLE)
WHO = Investigator("p1", "调查人p1", "瓶窑镇")


class Desk:
    """A laptop with a sealed visit at the office, which issues papers on it."""

    def __init__(self, office: Office) -> None:
        self.office, self.laptop = office, Laptop()
        self.caller = office.enrol(self.laptop)
        self.home = office.dossiers[0].household
        visit = self.laptop.visit("v1", self.home.id)
        office.push(self.caller, visit)
        self.hash = digest_of({change.path: change.new for change in visit.patch})

    def paper(self, **other: object) -> Paper:
        region = self.home.region
        made = Paper(
            id="r1",
            number=f"{region[:6]}-2026-F06a-000001",
            form="F06a",
            household=Subject(self.home.id, self.home.number, region, self.home.village),
            visit="v1",
            rests_on=self.hash,
            day=DAY,
            person=WHO,
            pack_id="zj",
            pack_name="浙江",
            pack_hash="00",
            entries={"head": self.home.head.name, "monthly": 0},
        )
        return replace(made, **other)  # type: ignore[arg-type]  # fields of a paper

    def sealed(self, units: Mapping[str, Json], **other: object) -> Operation:
        fields = {"kind": "create", "atomic": True, "form": FORM, "blobs": (BLOB,), **other}
        return self.laptop.patch("r1", {}, units, **fields)

    def send(self, operation: Operation) -> tuple[str, str]:
        """Send it and return what became of it."""
        self.office.push(self.caller, operation)
        with self.office.central.database.read() as connection:
            row = connection.execute(log.select().where(log.c.op == operation.op)).one()
        return row.status, row.why

    def issue(self) -> tuple[str, str]:
        return self.send(self.sealed(units_of(self.paper())))

    def void(self, **other: object) -> tuple[str, str]:
        what = void_units(Void("2026-11-23T02:00:00.000+00:00", WHO, "金额写错"))
        return self.send(self.sealed(what, **{"kind": "patch", "blobs": (), **other}))

    def record(self) -> records.Record:
        with self.office.central.database.read() as connection:
            found = records.get(connection, "r1")
        assert found is not None
        return found


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


APART = (oplog.QUARANTINED, "not understood")


def test_that_a_paper_is_kept_with_its_household(desk: Desk) -> None:
    assert desk.issue() == (oplog.ACCEPTED, "")

    kept = desk.record()
    assert (kept.kind, kept.household, kept.region) == ("paper", desk.home.id, desk.home.region)
    assert kept.units == units_of(desk.paper())


def test_that_being_void_is_added_and_nothing_is_taken_away(desk: Desk) -> None:
    desk.issue()

    assert desk.void() == (oplog.ACCEPTED, "")

    assert desk.record().units.items() >= units_of(desk.paper()).items()
    assert desk.record().units["/void/reason"] == "金额写错"
    with desk.office.central.database.read() as connection:
        assert len(records.versions(connection, "r1")) == 2
    assert desk.void() == APART  # a second time


@pytest.mark.parametrize(
    "change",
    [
        {"/entries/monthly": 100},
        {"/digest": "sha256:00"},
        {"/entries/more": "x"},
        {"/number": "330106-2026-F06a-000002"},
    ],
)
def test_that_a_paper_that_does_not_say_what_its_hash_says_is_set_apart(
    desk: Desk, change: dict[str, Json]
) -> None:
    assert desk.send(desk.sealed({**units_of(desk.paper()), **change})) == APART


@pytest.mark.parametrize(
    "other",
    [
        {"id": "r2"},
        {"form": "F01"},
        {"person": Investigator("p2", "别人", "瓶窑镇")},
        {"visit": "v9"},
        {"visit": ""},
        {"rests_on": ""},
        {"form": "F10"},
        {"number": "000000-2026-F06a-000001"},
        {"number": "330106-2025-F06a-000001"},
        {"number": "F06a-1"},
        {"number": "330106-2026-F06a-1"},
        {"number": "330106-2026-F06a-００００01"},
        {"number": "330106-2026-F06a-0000001"},
        {"number": f"330106-2026-F06a-{'0' * 5000}1"},
    ],
)
def test_that_a_paper_that_does_not_fit_is_set_apart(desk: Desk, other: dict[str, object]) -> None:
    assert desk.send(desk.sealed(units_of(desk.paper(**other)))) == APART


def _notice(desk: Desk, *others: Listed, form: str = "F13") -> Operation:
    number = f"{desk.home.region[:6]}-2026-{form}-000001"
    return desk.sealed(units_of(desk.paper(form=form, number=number, others=others)))


def test_that_a_notice_lists_households_that_were_visited(desk: Desk) -> None:
    other = desk.office.dossiers[1].household
    colleague = Laptop("laptop-2", "p2")
    caller = desk.office.enrol(colleague)
    visit = colleague.visit("v2", other.id)
    desk.office.push(caller, visit)
    told = digest_of({change.path: change.new for change in visit.patch})

    for wrong in (
        Listed(other.id, "v9", told),
        Listed(other.id, "v1", told),
        Listed(other.id, "v2", ""),
    ):
        assert desk.send(_notice(desk, wrong)) == APART
    right = Listed(other.id, "v2", told)
    assert desk.send(_notice(desk, right, form="F06a")) == APART
    assert desk.send(_notice(desk, right)) == (oplog.QUARANTINED, "scope")
    order = assignments.Order("p1", DAY, DAY + timedelta(days=30), "接手", "supervisor")
    assignments.assign(desk.office.central, other.id, order)
    assert desk.send(_notice(desk, right)) == (oplog.ACCEPTED, "")
    assert desk.record().household == desk.home.id
    assert paper_of(desk.record().units) == desk.paper(
        form="F13", number=f"{desk.home.region[:6]}-2026-F13-000001", others=(right,)
    )


def test_that_a_paper_does_not_come_void(desk: Desk) -> None:
    void = void_units(Void("2026-11-23T02:00:00.000+00:00", WHO, "写错"))

    assert desk.send(desk.sealed({**units_of(desk.paper()), **void})) == APART


def test_that_a_number_is_one_the_laptop_was_given(desk: Desk) -> None:
    def numbered(serial: int) -> Paper:
        return desk.paper(number=f"{desk.home.region[:6]}-2026-F06a-{serial:06}")

    beyond = numbered(enrolment.NUMBERS + 1)
    assert desk.send(desk.sealed(units_of(beyond))) == APART
    assert desk.send(desk.sealed(units_of(numbered(900_001)))) == (oplog.ACCEPTED, "")


def test_that_a_number_this_server_may_have_given_before_it_went_back_is_believed(
    desk: Desk,
) -> None:
    central = desk.office.central
    with central.database.write() as connection:
        enrolment.leave_out_numbers(connection, central)
    number = f"{desk.home.region[:6]}-2026-F06a-{enrolment.NUMBERS + 1:06}"

    kept = desk.send(desk.sealed(units_of(desk.paper(number=number))))

    assert kept == (oplog.ACCEPTED, "")


def test_that_a_number_is_given_once_by_a_laptop(desk: Desk) -> None:
    desk.issue()
    again = desk.laptop.patch(
        "r2", {}, units_of(desk.paper(id="r2")), kind="create", form=FORM, blobs=(BLOB,)
    )

    assert desk.send(again) == APART


def test_that_laptops_that_knew_no_office_may_have_given_the_same_number(desk: Desk) -> None:
    number = f"{desk.home.region[:6]}-2026-F06a-900001"
    desk.send(desk.sealed(units_of(desk.paper(number=number))))
    other = Laptop(device="laptop-2")
    caller = desk.office.enrol(other)
    units = units_of(desk.paper(id="r2", number=number))
    paper = other.patch("r2", {}, units, kind="create", form=FORM, blobs=(BLOB,))

    desk.office.push(caller, paper)

    with desk.office.central.database.read() as connection:
        assert records.get(connection, "r2") is not None
        assert papers.homes(connection, number) == {desk.home.id}


def test_that_a_paper_is_made_void_in_ones_own_name(desk: Desk) -> None:
    desk.issue()
    other = Void("2026-11-23T02:00:00.000+00:00", replace(WHO, id="p2"), "金额写错")

    assert desk.send(desk.sealed(void_units(other), kind="patch", blobs=())) == APART


def test_that_what_is_filed_is_what_was_looked_at(desk: Desk) -> None:
    units = units_of(desk.paper())
    right = diff({}, units)
    twice = (Change("/entries/monthly", "", 900), *right)
    seen = tuple(change._replace(old=digest("x")) for change in right)

    assert desk.send(desk.sealed(units, patch=twice)) == APART
    assert desk.send(desk.sealed(units, patch=seen)) == APART
    with desk.office.central.database.read() as connection:
        assert records.get(connection, "r1") is None


@pytest.mark.parametrize("path", ["", "number", "entries/monthly"])
def test_that_a_unit_without_a_place_is_set_apart_and_no_fault(desk: Desk, path: str) -> None:
    assert desk.send(desk.sealed({**units_of(desk.paper()), path: 1})) == APART


def test_that_a_paper_comes_with_its_pdf(desk: Desk) -> None:
    assert desk.send(desk.sealed(units_of(desk.paper()), blobs=())) == APART
    desk.issue()
    (*_, told) = verify.agreement(desk.office.central, desk.laptop.device)
    assert told.files == ("",)
    desk.office.central.files.put([(BLOB.sha, PDF)])
    (*_, told) = verify.agreement(desk.office.central, desk.laptop.device)
    assert told.files == (BLOB.sha,)


def test_that_nothing_else_touches_a_paper(desk: Desk) -> None:
    desk.issue()

    assert desk.void(form="F01@1") == APART
    assert desk.void(kind="delete") == APART
    assert desk.send(desk.sealed({"/entries/monthly": 1}, kind="patch", blobs=())) == APART
    assert desk.issue() == APART
    assert desk.record().units == units_of(desk.paper())


def test_that_a_paper_rests_on_the_record_that_is_here(desk: Desk) -> None:
    other = desk.sealed(units_of(desk.paper(rests_on=sha256(b"another"))), blobs=(BLOB,))

    assert desk.send(other) == (oplog.QUARANTINED, "record differs")

    desk.office.central.files.put([(BLOB.sha, PDF)])
    with desk.office.central.database.write() as connection:
        blobs.name(connection, [(BLOB.sha, len(PDF))])
    (told,) = desk.office.push(desk.caller, other).results
    assert (told.status, told.problem) == (oplog.QUARANTINED, "urn:csp:record-differs")


def test_that_a_paper_may_rest_on_what_the_record_said_before(desk: Desk) -> None:
    change = desk.laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "不符合"}, base=1)
    desk.office.push(desk.caller, change)

    assert desk.issue() == (oplog.ACCEPTED, "")


def test_that_a_paper_of_somebody_elses_household_is_set_apart(desk: Desk) -> None:
    other = desk.office.dossiers[1].household
    home = Subject(other.id, other.number, other.region, other.village)
    number = f"{other.region[:6]}-2026-F06a-000001"
    paper = desk.paper(household=home, number=number, visit="", rests_on="")

    assert desk.send(desk.sealed(units_of(paper))) == (oplog.QUARANTINED, "scope")


def test_that_a_late_paper_is_taken_as_a_whole_or_left(office: Office) -> None:
    desk = Desk(office)
    late = desk.laptop.visit("v2", desk.home.id)
    said = digest_of({change.path: change.new for change in late.patch})
    paper = units_of(desk.paper(visit="v2", rests_on=said))
    sealed = desk.sealed(paper)
    order = assignments.Order("p2", DAY, DAY, "调岗", "supervisor")
    assignments.assign(office.central, desk.home.id, order)

    assert desk.send(late) == desk.send(sealed) == (oplog.CONFLICT, "")
    assert desk.record().units == {}
    new = Laptop("laptop-2", "p2")
    desk.caller, desk.laptop = office.enrol(new), new
    names = sorted(paper)
    some = tuple(Change(name, digest(None), paper[name]) for name in names[1:])
    other = tuple(Change(name, digest(None), paper[name]) for name in names[:-1])
    swapped = (*other, Change(names[-1], digest(None), "另写的"))
    for patch, outcome in (
        (some, APART),
        (swapped, APART),
        (tuple(Change(name, digest(None), paper[name]) for name in names), (oplog.ACCEPTED, "")),
    ):
        fields = {"kind": "resolve", "resolves": sealed.op, "gen": 1, "patch": patch}
        decided = new.patch("r1", {}, {}, form="decision@1", **fields)
        assert desk.send(decided) == outcome
    assert desk.record().units == paper


def test_that_a_paper_on_what_its_late_visit_never_said_is_set_apart(office: Office) -> None:
    desk = Desk(office)
    late = desk.laptop.visit("v2", desk.home.id)
    sealed = desk.sealed(units_of(desk.paper(visit="v2", rests_on="sha256:other")))
    order = assignments.Order("p2", DAY, DAY, "调岗", "supervisor")
    assignments.assign(office.central, desk.home.id, order)

    desk.send(late)
    assert desk.send(sealed) == (oplog.QUARANTINED, papers.DIFFERS)
