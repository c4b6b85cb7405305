"""Every role, inside and outside its area, with and without the household in its hands, at every
endpoint and with every kind of write.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from typing import TypeAlias

import pytest

from caseworker_app.demo.township import make_township
from caseworker_app.model.codes import Consent, FoundKind, OfficeRole, Tier
from caseworker_app.model.household import Origin
from caseworker_app.model.paper import OWN, Paper, Subject, number_of
from caseworker_app.model.scan import Scan, ScannedPage
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator
from caseworker_app.rules.rights import Post
from caseworker_app.server import assignments, disputes, enrolment, posts, records, rights
from caseworker_app.server.central import Central
from caseworker_app.wire import ask, new_home, paper, scan
from caseworker_app.wire.canonical import canonical, digest, sha256
from caseworker_app.wire.frames import MEDIA_TYPE, frame
from caseworker_app.wire.message import AskReceipts, Ops, OpsAnswer
from caseworker_app.wire.new_home import NewHome
from caseworker_app.wire.operation import BlobRef, Change, Operation, document
from caseworker_app.wire.units import flatten
from tests.server.conftest import DAY
from tests.server.laptop import Laptop
from tests.sync.conftest import admit
from tests.sync.test_rights import Caller, Scene, outcome, scene

__all__ = ["scene"]

Enter: TypeAlias = Callable[..., "Worker"]

CASEWORKER, TOWNSHIP, COUNTY, CITY, ADMINISTRATOR, AUDITOR = OfficeRole
_SIZE = {
    CASEWORKER: Tier.VILLAGE, TOWNSHIP: Tier.TOWNSHIP, COUNTY: Tier.COUNTY, CITY: Tier.CITY,
    ADMINISTRATOR: Tier.COUNTY, AUDITOR: Tier.COUNTY,
}  # fmt: skip
_PAGE, _PDF = b"a page", b"%PDF-1.7 a notice"

_READS = {"glance": "news", "changes": "reads it", "paper": "reads it"}
_BLIND = {"glance": "news", "changes": "nothing of it", "paper": "not-found"}
_GIVES = {
    "hello": "certified", "receipts": "unknown-op", "known": "0", "have": "0", "pack": "0",
    "offset": "not-found", "append": "not-found",
}  # fmt: skip
_LEARNS = {"manifest": "reads it", "published": "reads it"}
_KINDS = ("visit", "change", "household", "paper_form", "pages")
_AT_ONCE = ("question", "split")


def _all(read: Mapping[str, str], written: str, at_once: str, rest: str) -> dict[str, str]:
    resolved, assigned, numbers = rest.split()
    return {
        **read,
        **_GIVES,
        **_LEARNS,
        **dict.fromkeys(_KINDS, written),
        **dict.fromkeys(_AT_ONCE, at_once),
        "resolve": resolved,
        "assign": assigned,
        "numbers": f"{numbers} block",
    }


_NOTHING = _all(_BLIND, "quarantined", "quarantined", "quarantined not-allowed 0")
_WORKER = {
    (True, False): _all(_BLIND, "quarantined", "quarantined", "quarantined not-allowed 1"),
    (True, True): _all(_READS, "accepted", "accepted", "accepted not-allowed 1"),
    (False, False): _all(_BLIND, "quarantined", "quarantined", "quarantined not-allowed 1"),
    (False, True): _all(_BLIND, "conflict", "quarantined", "conflict not-allowed 1"),
}
_LEADER = {
    (True, False): _all(_READS, "quarantined", "quarantined", "accepted handed 1"),
    (True, True): _all(_READS, "accepted", "accepted", "accepted handed 1"),
    (False, False): _all(_BLIND, "quarantined", "quarantined", "quarantined not-found 1"),
    (False, True): _all(_BLIND, "conflict", "quarantined", "conflict not-found 1"),
}
_ONLOOKER = {
    key: _all(
        _READS if key[0] else _BLIND, "quarantined", "quarantined", "quarantined not-allowed 0"
    )
    for key in _WORKER
}
_FOLLOWS_JOBS = {COUNTY, CITY, ADMINISTRATOR}
_MATRIX = {
    CASEWORKER: _WORKER,
    TOWNSHIP: _LEADER,
    COUNTY: _LEADER,
    CITY: _ONLOOKER,
    ADMINISTRATOR: dict.fromkeys(_WORKER, _NOTHING),
    AUDITOR: dict.fromkeys(_WORKER, _NOTHING),
}
"""Role, then inside its area, in its hands: what comes of each endpoint and each kind of write."""


class Worker(Caller):
    """Somebody else than who did the visit; each method tells what came of it."""

    def __init__(self, scene: Scene, laptop: Laptop) -> None:
        super().__init__(scene, laptop)
        unit, *_ = make_township(2, seed=7, today=DAY).households
        self.home, self.declared = unit.household, unit.declaration
        self.who = Investigator(laptop.person, "李四", "云溪镇")

    def visit(self) -> str:
        return self._send("v9", {"/household/id": self.home.id, "/stage": "sealed"}, "F01@1")

    def change(self) -> str:
        return self._patch(self.scene.visit.rid)

    def household(self) -> str:
        return self._patch(self.home.id)

    def paper_form(self) -> str:
        made = Paper(
            id="r9",
            number=number_of(self.home.region, DAY.year, "F10", OWN[0]),
            form="F10",
            household=self._subject(),
            visit="",
            rests_on="",
            day=DAY,
            person=self.who,
            pack_id="zj",
            pack_name="浙江",
            pack_hash="00",
            entries={},
        )
        pdf = BlobRef(sha256(_PDF), len(_PDF), "application/pdf", paper.ROLE)
        return self._send("r9", paper.units_of(made), paper.FORM, pdf)

    def pages(self) -> str:
        page = BlobRef(sha256(_PAGE), len(_PAGE), "image/jpeg", scan.ROLE)
        at, number = "2026-11-23T02:00:00.000+00:00", f"{self.home.region[:6]}-2026-F06a-000001"
        shown = (ScannedPage(page.sha, sha256(b"file"), 1),)
        made = Scan(
            id="s9",
            household=self._subject(),
            form="F06a",
            paper=number,
            visit="v1",
            at=at,
            person=self.who,
            pages=shown,
        )
        return self._send("s9", scan.units_of(made), scan.FORM, page)

    def question(self) -> str:
        units: dict[str, Json] = {
            "/household/id": self.home.id,
            "/household/region": self.home.region,
            "/visit": "v1",
            "/kind": FoundKind.VEHICLE.value,
            "/value": "浙A7K21Q",
            "/consent": Consent.HOUSEHOLD.value,
            "/why": "院内停着",
        }
        return self._send("q9", units, ask.FORM)

    def split(self) -> str:
        origin = Origin(self.home.id, "v1", "c1", self.home.number, self.home.head.name)
        new = replace(self.home, id=f"new-{self.laptop.device}", number="", origin=origin)
        said = replace(self.declared, household_id=new.id, region=new.region)
        return self._send(new.id, flatten(NewHome(new, said)), new_home.FORM)

    def resolve(self) -> str:
        with self._central.database.read() as connection:
            (found,) = disputes.open_conflicts(connection, ["v-quarrel"])["v-quarrel"]
        patch = tuple(Change(one.path, digest(one.current), "裁定") for one in found.paths)
        decided: dict[str, object] = {"kind": "resolve", "resolves": found.id, "patch": patch}
        return self._push(self.laptop.patch("v-quarrel", {}, {}, gen=self._gen(), **decided))

    def _subject(self) -> Subject:
        return Subject(self.home.id, self.home.number, self.home.region, self.home.village)

    def _patch(self, rid: str) -> str:
        return self._push(self.laptop.patch(rid, {}, {"/note": self.who.id}, gen=self._gen()))

    def _send(self, rid: str, units: dict[str, Json], form: str, *blobs: BlobRef) -> str:
        fields = {"kind": "create", "atomic": True, "form": form, "blobs": blobs}
        return self._push(self.laptop.patch(rid, {}, units, gen=self._gen(), **fields))

    def _push(self, operation: Operation) -> str:
        told = self._ask("/v1/ops", Ops((document(canonical(operation)),)), OpsAnswer)
        if told.results[0].missing:
            self._post("/v1/pack", frame(_PAGE) + frame(_PDF), MEDIA_TYPE)
            told = self._ask("/v1/receipts", AskReceipts((operation.op,)), OpsAnswer)
        return told.results[0].status

    def _gen(self) -> int:
        with self._central.database.read() as connection:
            return records.place_of(connection, self.home.id)[1] or 0

    @property
    def _central(self) -> Central:
        return self.scene.field.server.central


def _in(role: OfficeRole, region: str, *, inside: bool) -> Post:
    """Return a post whose area the household lies in, or the area beside it."""
    area = region[: _SIZE[role]]
    beside = f"{area[:-1]}{(int(area[-1]) + 1) % 10}"
    return Post(role, area if inside else beside)


def _quarrel(scene: Scene) -> None:
    """Let p1 want two things of one visit, from two laptops."""
    field = scene.field
    second = Laptop("laptop-b", "p1")
    admit(field.server, second)
    one = Caller(scene, field.laptop)
    two = Caller(scene, second)
    sent = field.laptop.visit("v-quarrel", field.home)
    unseen = second.patch("v-quarrel", {"/opinion": "未见"}, {"/opinion": "待定"})
    for caller, operation in ((one, sent), (two, unseen)):
        caller._ask("/v1/ops", Ops((document(canonical(operation)),)), OpsAnswer)
        caller.courier.close()


@pytest.fixture
def enter(scene: Scene) -> Iterator[Enter]:
    """Return what lets somebody in, in a post and with the household in their hands or not."""
    came: list[Worker] = []

    def let_in(role: OfficeRole, *, inside: bool, holds: bool) -> Worker:
        central, laptop = scene.field.server.central, Laptop("laptop-9", "p9")
        _quarrel(scene)
        enrolment.put_person(central, "p9", "李四", "云溪镇")
        if holds:
            order = assignments.Order("p9", DAY, date(2026, 12, 31), "改派", "supervisor")
            assignments.assign(central, scene.field.home, order)
        worker = Worker(scene, laptop)
        posts.appoint(central, "p9", _in(role, worker.home.region, inside=inside), "admin")
        admit(scene.field.server, laptop)
        came.append(worker)
        return worker

    yield let_in
    for worker in came:
        worker.courier.close()


@pytest.mark.parametrize(
    ("role", "inside", "holds"), list(product(OfficeRole, *[(True, False)] * 2))
)
def test_that_nobody_reads_or_writes_outside_their_area(
    enter: Enter, role: OfficeRole, *, inside: bool, holds: bool
) -> None:
    worker = enter(role, inside=inside, holds=holds)
    told = "0 job" if role in _FOLLOWS_JOBS else "not-allowed"
    wanted = {**_MATRIX[role][inside, holds], "jobs": told}

    assert {name: outcome(worker, name) for name in wanted} == wanted


def test_that_every_endpoint_is_in_the_matrix() -> None:
    asked = {f"/v1/{name}" for name in _MATRIX[CASEWORKER][True, True]}

    assert (
        rights.ENDPOINTS.keys() - {"/v1/ops", "/v1/jobs"} <= asked
    )  # each kind of write is an /v1/ops


@pytest.mark.parametrize("role", OfficeRole)
def test_that_a_stopped_laptop_gives_and_reads_nothing(enter: Enter, role: OfficeRole) -> None:
    worker = enter(role, inside=True, holds=True)
    enrolment.revoke(worker.scene.field.server.central, "laptop-9", "admin")

    for name in ("changes", "paper", "numbers", "assign", "jobs", *_LEARNS):
        assert outcome(worker, name) == "revoked"
    for name in (*_KINDS, *_AT_ONCE, "resolve"):
        assert outcome(worker, name) == "quarantined"
    assert [outcome(worker, name) for name in ("known", "have", "pack")] == ["0", "0", "0"]


def test_that_another_post_holds_from_the_next_question_on(enter: Enter) -> None:
    worker = enter(TOWNSHIP, inside=True, holds=False)
    assert outcome(worker, "changes") == "reads it"
    outside = _in(TOWNSHIP, worker.home.region, inside=False)
    posts.appoint(worker.scene.field.server.central, "p9", outside, "admin")

    assert outcome(worker, "changes") == "nothing of it"
    assert outcome(worker, "resolve") == "quarantined"
