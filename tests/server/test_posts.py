"""What a post lets somebody see, and what becomes of it when post, area or household move."""

from dataclasses import replace

import msgspec
import pytest

from caseworker_app.errors import UserError
from caseworker_app.model.codes import OfficeRole
from caseworker_app.model.values import Json
from caseworker_app.rules.rights import Post
from caseworker_app.server import (
    assignments,
    audit,
    enrolment,
    households,
    leases,
    oplog,
    posts,
    records,
    session,
)
from caseworker_app.server.changes import waits
from caseworker_app.server.rights import Caller
from caseworker_app.wire import lease
from caseworker_app.wire.leading import AskAssign
from caseworker_app.wire.message import Assignment, Row
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.units import restore
from tests.server.conftest import DAY, Office
from tests.server.laptop import Laptop
from tests.server.test_changes import pages, rows
from tests.server.test_disputes import OPINION, decide, open_of, status
from tests.server.test_intake import units

PLACES = ("embedded", "remote")
TOWNSHIP, COUNTY = OfficeRole.TOWNSHIP, OfficeRole.COUNTY
ELSEWHERE = "330199099001"


def boss(office: Office, role: OfficeRole = TOWNSHIP, area: str = "330199003") -> Caller:
    enrolment.put_person(office.central, "boss", "负责人", "云溪镇", Post(role, area))
    return office.enrol(Laptop("laptop-9", "boss"))


def appoint(office: Office, caller: Caller, role: OfficeRole, area: str) -> Caller:
    """Give somebody another post; return them as the next question finds them."""
    posts.appoint(office.central, caller.person, Post(role, area), "admin")
    return session.of_device(office.central, caller.device)


def move(office: Office, number: int, region: str) -> None:
    dossier = office.dossiers[number]
    home = replace(dossier.household, region=region)
    households.load_township(office.central, [dossier._replace(household=home)], "supervisor")


def gone(found: list[Row]) -> list[str]:
    """Return the households that leave, and see that nothing of them is told beside."""
    ended = [restore(row.units or {}, Assignment) for row in found if row.kind == "assignment"]
    assert all(one.ended and one.ended_why for one in ended)
    return [one.household for one in ended]


def test_that_who_leads_sees_the_area_and_its_conflicts(office: Office) -> None:
    laptop = Laptop()
    caller, leader = office.enrol(laptop), boss(office)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    office.push(caller, laptop.patch("v1", {OPINION: "未见"}, {OPINION: "待定"}))

    found = rows(office, leader)
    assert {row.household for row in found} == set(office.homes)
    assert {row.kind for row in found} == {records.HOUSEHOLD, records.SLICE, records.VISIT}
    (told,) = next(row for row in found if row.rid == "v1").conflicts
    assert not told.is_for_others
    enrolment.put_person(office.central, "boss", "负责人", "邻镇", Post(TOWNSHIP, "330199004"))
    assert session.of_device(office.central, "laptop-9").post == leader.post  # one keeps one's post


def test_that_a_household_that_moves_is_seen_by_who_has_the_new_area_with_its_history(
    office: Office,
) -> None:
    laptop = Laptop()
    caller, leader = office.enrol(laptop), boss(office)
    enrolment.put_person(office.central, "other", "邻镇", "邻镇", Post(TOWNSHIP, ELSEWHERE[:9]))
    other = office.enrol(Laptop("laptop-8", "other"))
    office.push(caller, laptop.visit("v1", office.homes[0]))
    *_, last = pages(office, leader)
    *_, far = pages(office, other)
    move(office, 0, ELSEWHERE)

    assert gone(rows(office, leader, last.next)) == [office.homes[0]]
    came = rows(office, other, far.next)
    assert {row.rid for row in came} >= {office.homes[0], "v1"}
    assert units(office, "v1")[OPINION] == "符合"
    with office.central.database.read() as connection:
        assert len(records.versions(connection, office.homes[0])) == 2
        stored = records.get(connection, "v1")
    assert stored is not None
    assert stored.region == ELSEWHERE
    move(office, 0, office.dossiers[0].household.region)
    back = rows(office, leader, last.next)
    assert {row.rid for row in back} >= {office.homes[0], "v1"}
    assert "assignment" not in {row.kind for row in back}


def test_that_a_household_moved_from_the_field_changes_hands_like_one_moved_at_the_office(
    office: Office,
) -> None:
    laptop = Laptop()
    caller, leader = office.enrol(laptop), boss(office)
    *_, last = pages(office, leader)
    home = office.dossiers[0].household
    patch = laptop.patch(
        home.id, {"/household/region": home.region}, {"/household/region": ELSEWHERE}
    )
    assert status(office, caller, patch) == oplog.ACCEPTED

    assert gone(rows(office, leader, last.next)) == [home.id]
    assert home.id in gone([row for row in rows(office, caller) if row.rid.startswith("sight:")])
    late = laptop.visit("v1", home.id)
    assert status(office, caller, late) == oplog.CONFLICT
    assert units(office, "v1") == {}


def test_that_a_new_post_gives_and_takes_at_once(office: Office) -> None:
    leader = boss(office, area="330199004")
    *_, last = pages(office, leader)
    assert not any(page.rows for page in pages(office, leader))
    with office.central.database.read() as connection:
        assert not waits(connection, leader, last.next)

    leader = appoint(office, leader, TOWNSHIP, "330199003")
    came = rows(office, leader, last.next)
    assert {row.rid for row in came} >= set(office.homes)
    with office.central.database.read() as connection:
        assert waits(connection, leader, last.next)
    *_, last = pages(office, leader)
    leader = appoint(office, leader, OfficeRole.ADMINISTRATOR, "330199")
    assert sorted(gone(rows(office, leader, last.next))) == sorted(office.homes)
    with office.central.database.read() as connection:
        acts = [e.detail for e in audit.entries(connection, "boss") if e.act == "person.appointed"]
    assert acts == [
        "乡镇（街道）负责人 330199004 → 乡镇（街道）负责人 330199003",
        "乡镇（街道）负责人 330199003 → 系统管理员 330199",
    ]


def test_that_what_a_post_gives_comes_in_pages(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posts, "_PART", 1)
    leader = appoint(office, boss(office, area="330199004"), COUNTY, "330199")

    sizes = [len(page.rows) for page in pages(office, leader, limit=1)]
    assert sum(sizes) == 4
    assert max(sizes) == 2


def test_that_who_visits_keeps_only_what_lies_in_their_area(office: Office) -> None:
    caller = office.enrol(Laptop())
    *_, last = pages(office, caller)
    village = office.dossiers[0].household.region
    beside = f"{village[:-1]}{(int(village[-1]) + 1) % 10}"

    caller = appoint(office, caller, OfficeRole.CASEWORKER, beside)
    assert gone(rows(office, caller, last.next)) == [office.homes[0]]
    caller = appoint(office, caller, OfficeRole.CASEWORKER, village)
    assert office.homes[0] in {row.rid for row in rows(office, caller, last.next)}


def test_that_a_household_is_given_to_who_visits_there_only(office: Office) -> None:
    leader = boss(office)
    enrolment.put_person(
        office.central, "far", "远", "远", Post(OfficeRole.CASEWORKER, ELSEWHERE[:9])
    )

    def hand(person: str, number: int = 0) -> None:
        asked = AskAssign(household=office.homes[number], person=person, until=DAY, why="改派")
        assignments.ask(office.central, leader, asked)

    for stranger in ("far", "nobody"):
        with pytest.raises(ProblemError) as refusal:
            hand(stranger)
        assert refusal.value.kind is ProblemType.NOT_ALLOWED
    hand("p2")
    two = office.enrol(Laptop("laptop-2", "p2"))
    assert office.homes[0] in {row.rid for row in rows(office, two)}
    move(office, 1, ELSEWHERE)
    with pytest.raises(ProblemError) as refusal:
        hand("p1", 1)
    assert refusal.value.kind is ProblemType.NOT_FOUND


class Quarrel:
    """p2 has the household by now; p1 wants another thing of what p2 wrote."""

    def __init__(self, office: Office, *, visited_by: str = "") -> None:
        self.one, self.two = Laptop(), Laptop("laptop-2", "p2")
        first, self.second = office.enrol(self.one), office.enrol(self.two)
        other: dict[str, Json] = {f"/investigators/#{visited_by}/name": "x"} if visited_by else {}
        seen: dict[str, Json] = {"/household/id": office.homes[0], OPINION: "符合", **other}
        office.push(first, self.one.patch("v1", {}, seen, kind="create"))
        late = self.one.patch("v1", {OPINION: "符合"}, {OPINION: "待定"})
        order = assignments.Order("p2", DAY, DAY, "调岗", "supervisor")
        assignments.assign(office.central, office.homes[0], order)
        mine = self.two.patch("v1", {OPINION: "符合"}, {OPINION: "不符合"}, gen=1)
        assert status(office, self.second, mine) == oplog.ACCEPTED
        assert status(office, first, late) == oplog.CONFLICT
        (self.found,) = open_of(office, "v1")


def test_that_nobody_decides_between_their_own_word_and_anothers(office: Office) -> None:
    quarrel = Quarrel(office)
    told = next(row for row in rows(office, quarrel.second) if row.rid == "v1").conflicts
    assert [one.is_for_others for one in told] == [True]
    own = decide(quarrel.two, "v1", quarrel.found, {OPINION: "我的"}, gen=1)
    assert status(office, quarrel.second, own) == oplog.CONFLICT
    assert units(office, "v1")[OPINION] == "不符合"
    again = next(one for one in open_of(office, "v1") if one.id == own.op)
    about = decide(quarrel.two, "v1", again, {OPINION: "还是我的"}, gen=1)
    assert status(office, quarrel.second, about) == oplog.CONFLICT
    assert units(office, "v1")[OPINION] == "不符合"

    judge = Laptop("laptop-9", "boss")
    enrolment.put_person(office.central, "boss", "负责人", "云溪镇", Post(TOWNSHIP, "330199003"))
    decided = decide(judge, "v1", quarrel.found, {OPINION: "裁定"}, gen=1)
    assert status(office, office.enrol(judge), decided) == oplog.ACCEPTED
    assert units(office, "v1")[OPINION] == "裁定"


@pytest.mark.parametrize("role", [TOWNSHIP, COUNTY])
@pytest.mark.parametrize("was_there", [True, False])
def test_that_who_leads_decides_nothing_about_a_visit_of_their_own(
    office: Office, role: OfficeRole, *, was_there: bool
) -> None:
    quarrel = Quarrel(office, visited_by="boss" if was_there else "x1")
    area = "330199003" if role is TOWNSHIP else "330199"
    judge = Laptop("laptop-9", "boss")
    enrolment.put_person(office.central, "boss", "负责人", "云溪镇", Post(role, area))
    decided = decide(judge, "v1", quarrel.found, {OPINION: "裁定"}, gen=1)

    own = status(office, office.enrol(judge), decided)
    assert own == (oplog.CONFLICT if was_there else oplog.ACCEPTED)
    assert units(office, "v1")[OPINION] == ("不符合" if was_there else "裁定")


def test_that_a_promoted_visitor_decides_nothing_about_what_they_wrote(office: Office) -> None:
    quarrel = Quarrel(office)
    first = appoint(office, session.of_device(office.central, "laptop-1"), TOWNSHIP, "330199003")
    decided = decide(quarrel.one, "v1", quarrel.found, {OPINION: "待定"}, gen=1)

    assert status(office, first, decided) == oplog.CONFLICT
    assert units(office, "v1")[OPINION] == "不符合"


def test_that_the_lease_says_what_one_is_for_and_where_and_is_sealed_in_that(
    office: Office,
) -> None:
    boss(office)
    with office.central.database.read() as connection:
        given = leases.grant(connection, office.central, "laptop-9")
    assert given is not None
    assert given.scope is not None
    assert (given.scope.role, given.scope.area) == ("township", "330199003")
    assert lease.genuine(given, office.central.public, "laptop-9")
    wider = lease.Scope("township", "330199", given.scope.sig)
    for forged in (wider, lease.Scope("county", given.scope.area, given.scope.sig)):
        changed = msgspec.structs.replace(given, scope=forged)
        assert not lease.genuine(changed, office.central.public, "laptop-9")
    without = msgspec.structs.replace(given, scope=None)
    assert lease.genuine(without, office.central.public, "laptop-9")  # as older laptops read it


@pytest.mark.parametrize(
    ("role", "area"),
    [
        ("township", "330199"),
        ("county", "330199003"),
        ("city", ""),
        ("chief", "3301"),
        ("county", "33019900"),
    ],
)
def test_that_a_post_there_is_not_is_refused_in_a_sentence(role: str, area: str) -> None:
    with pytest.raises(UserError, match="。"):
        posts.post_from(role, area)
    assert posts.post_from("乡镇（街道）负责人", "330199003000") == Post(TOWNSHIP, "330199003")


def test_that_nobody_known_is_appointed_to_nothing(office: Office) -> None:
    with pytest.raises(UserError, match="person list"):
        posts.appoint(office.central, "nobody", Post(TOWNSHIP, "330199003"), "admin")
    before = posts.workers(office.central)
    posts.appoint(office.central, "p1", before[0].post, "admin")
    assert posts.workers(office.central) == before
    assert [one.post.area[:9] for one in before] == ["330199003"] * 2
