"""The server keeps pages that came back, and sets apart those that do not fit themselves."""

from dataclasses import replace

import pytest

from caseworker_app.model.paper import Paper, Subject
from caseworker_app.model.scan import Scan, ScannedPage
from caseworker_app.model.visit import Investigator
from caseworker_app.server import assignments, oplog
from caseworker_app.server.tables import oplog as log
from caseworker_app.wire import paper as papers
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.scan import FORM, ROLE, units_of
from tests.server.conftest import DAY, Office
from tests.server.laptop import Laptop

PAGES = (b"first page", b"second page")
BLOBS = tuple(BlobRef(sha256(page), len(page), "image/jpeg", ROLE) for page in PAGES)


class Desk:
    """A laptop with a sealed visit at the office, to which signed papers come back."""

    def __init__(self, office: Office) -> None:
        self.office, self.laptop = office, Laptop()
        self.caller = office.enrol(self.laptop)
        self.home = office.dossiers[0].household
        self.other = office.dossiers[1].household
        office.push(self.caller, self.laptop.visit("v1", self.home.id))

    def scan(self, **other: object) -> Scan:
        home = self.home
        made = Scan(
            id="s1",
            household=Subject(home.id, home.number, home.region, home.village),
            form="F06a",
            paper=f"{home.region[:6]}-2026-F06a-000001",
            visit="v1",
            at="2026-11-23T02:00:00.000+00:00",
            person=Investigator("p1", "调查人p1", "瓶窑镇"),
            pages=tuple(ScannedPage(blob.sha, sha256(b"file"), 1) for blob in BLOBS),
        )
        return replace(made, **other)  # type: ignore[arg-type]  # fields of a scan

    def send(self, scan: Scan, **other: object) -> str:
        """Send it and return what became of it."""
        fields = {"kind": "create", "atomic": True, "form": FORM, "blobs": BLOBS, **other}
        operation = self.laptop.patch("s1", {}, units_of(scan), **fields)
        self.office.push(self.caller, operation)
        with self.office.central.database.read() as connection:
            row = connection.execute(log.select().where(log.c.op == operation.op)).one()
        return str(row.status)


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


def test_that_pages_of_a_household_are_kept_once(desk: Desk) -> None:
    assert desk.send(desk.scan()) == "accepted"
    assert desk.send(desk.scan()) == oplog.QUARANTINED


@pytest.mark.parametrize(
    "other", [{"blobs": BLOBS[:1]}, {"blobs": BLOBS[::-1]}, {"blobs": ()}, {"kind": "patch"}]
)
def test_that_pages_that_do_not_come_along_are_set_apart(
    desk: Desk, other: dict[str, object]
) -> None:
    assert desk.send(desk.scan(), **other) == oplog.QUARANTINED


def test_that_a_scan_that_says_otherwise_is_set_apart(desk: Desk) -> None:
    person = Investigator("p2", "调查人p2", "瓶窑镇")

    assert desk.send(desk.scan(person=person)) == oplog.QUARANTINED
    assert desk.send(desk.scan(id="s2")) == oplog.QUARANTINED


def test_that_a_visit_of_another_household_is_set_apart(desk: Desk) -> None:
    home = desk.other
    elsewhere = Subject(home.id, home.number, home.region, home.village)

    assert desk.send(desk.scan(household=elsewhere)) == oplog.QUARANTINED


def test_that_a_paper_of_another_household_is_no_paper_of_this_one(desk: Desk) -> None:
    region, sheet = desk.home.region, b"%PDF-1.7 a notice"
    number = f"{region[:6]}-2026-F06a-000001"
    paper = Paper(
        id="r1", number=number, form="F06a", household=desk.scan().household, day=DAY,
        person=desk.scan().person, pack_id="zj", pack_name="浙江", pack_hash="00",
    )  # fmt: skip
    file = BlobRef(sha256(sheet), len(sheet), "application/pdf", papers.ROLE)
    issued = desk.laptop.patch(
        "r1", {}, papers.units_of(paper), kind="create", form=papers.FORM, blobs=(file,)
    )
    desk.office.push(desk.caller, issued)
    order = assignments.Order("p1", DAY, DAY, "年度复核", "supervisor")
    assignments.assign(desk.office.central, desk.other.id, order)
    elsewhere = Subject(desk.other.id, desk.other.number, region, desk.other.village)

    assert desk.send(desk.scan(household=elsewhere, visit="")) == oplog.QUARANTINED
    assert desk.send(desk.scan(household=elsewhere, visit="", paper="", about=number)) == (
        oplog.QUARANTINED
    )
    assert desk.send(desk.scan()) == "accepted"


def test_that_a_visit_that_is_not_here_yet_hinders_nothing(desk: Desk) -> None:
    assert desk.send(desk.scan(visit="v2", paper="", about="")) == "accepted"
