from collections.abc import Iterator
from dataclasses import replace

import pytest

from caseworker_app.model.household import Household
from caseworker_app.model.register import RegisterSlice
from caseworker_app.server import assignments, audit, changes, households, records
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import audit as trail
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.message import AskChanges, Assignment, Changes, Row
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.units import restore
from tests.server.conftest import DAY, Office
from tests.server.laptop import Laptop

PLACES = ("embedded", "remote")


def pages(office: Office, caller: Caller, since: int = 0, limit: int = 200) -> Iterator[Changes]:
    while True:
        asked = AskChanges(since=since, limit=limit)
        page = changes.page(office.central, caller, asked)
        yield page
        since = page.next
        if not page.more:
            return


def rows(office: Office, caller: Caller, since: int = 0, limit: int = 200) -> list[Row]:
    return [row for page in pages(office, caller, since, limit) for row in page.rows]


def test_that_a_person_gets_their_households_and_nobody_elses(office: Office) -> None:
    one, two = office.enrol(Laptop()), office.enrol(Laptop("laptop-2", "p2"))

    assert {row.household for row in rows(office, one)} == {office.homes[0]}
    assert {row.household for row in rows(office, two)} == {office.homes[1]}


def test_that_a_household_comes_with_its_declaration_its_slice_and_its_order(
    office: Office,
) -> None:
    found = {row.kind: row for row in rows(office, office.enrol(Laptop()))}

    assert found.keys() == {records.HOUSEHOLD, records.SLICE, records.ASSIGNMENT}
    units = found[records.HOUSEHOLD].units or {}
    home = {
        path.removeprefix("/household"): value
        for path, value in units.items()
        if path.startswith("/household/")
    }
    assert restore(home, Household).id == office.homes[0]
    assert units["/declaration/household_id"] == office.homes[0]
    order = restore(found[records.ASSIGNMENT].units or {}, Assignment)
    assert (order.person, order.why, order.ended) == ("p1", "年度复核", None)


def test_that_nothing_new_gives_an_empty_page_at_the_end_of_the_log(office: Office) -> None:
    caller = office.enrol(Laptop())
    *_, last = pages(office, caller)
    (again,) = pages(office, caller, last.next)

    assert (again.rows, again.more, again.next, again.head) == ((), False, last.next, last.head)


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_that_small_pages_leave_nothing_out_and_repeat_nothing(office: Office, limit: int) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, *(laptop.visit(f"v{n}", office.homes[0]) for n in range(5)))

    whole = [row.rid for row in rows(office, caller)]
    assert len(whole) == len(set(whole)) == 8
    assert [row.rid for row in rows(office, caller, limit=limit)] == whole


def test_that_a_household_handed_over_later_comes_whole(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    two = office.enrol(Laptop("laptop-2", "p2"))
    *_, last = pages(office, two)
    order = assignments.Order("p2", DAY, DAY, "调岗", "supervisor")
    assignments.assign(office.central, office.homes[0], order)

    new = rows(office, two, last.next, limit=2)
    kinds = sorted(row.kind for row in new)
    assert kinds == [records.ASSIGNMENT, records.HOUSEHOLD, records.SLICE, records.VISIT]
    assert all(row.units for row in new)


def test_that_who_lost_a_household_is_told_and_sees_no_more_of_it(office: Office) -> None:
    caller = office.enrol(Laptop())
    *_, last = pages(office, caller)
    assignments.end(office.central, office.homes[0], DAY, "迁出", "supervisor")

    (row,) = rows(office, caller, last.next)
    order = restore(row.units or {}, Assignment)
    assert (row.kind, order.ended, order.ended_why) == (records.ASSIGNMENT, DAY, "迁出")
    assert [row.kind for row in rows(office, caller)] == [records.ASSIGNMENT]


def test_that_what_the_asker_wrote_last_comes_as_a_hash(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    *_, last = pages(office, caller)
    visit = laptop.visit("v1", office.homes[0])
    office.push(caller, visit)

    (row,) = rows(office, caller, last.next)
    assert row.units is None
    assert row.uh == sha256(canonical({change.path: change.new for change in visit.patch}))
    full = changes.page(office.central, caller, AskChanges(since=last.next, hash=False))
    assert full.rows[0].units is not None


def test_that_a_record_others_wrote_in_too_comes_whole(office: Office) -> None:
    laptop, other = Laptop(), Laptop("laptop-b")
    caller, second = office.enrol(laptop), office.enrol(other)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    office.push(second, other.patch("v1", {}, {"/note": "新"}))
    *_, last = pages(office, caller)
    office.push(caller, laptop.patch("v1", {"/opinion": "符合"}, {"/opinion": "待定"}))

    (row,) = rows(office, caller, last.next)
    assert row.units is not None
    assert (row.units["/note"], row.units["/opinion"]) == ("新", "待定")


def test_that_a_conflict_is_shown_with_both_values(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0]))
    office.push(caller, laptop.patch("v1", {"/opinion": "未见"}, {"/opinion": "待定"}))

    row = next(row for row in rows(office, caller) if row.rid == "v1")
    ((path, current, wanted),) = row.conflicts[0].paths
    assert (path, current, wanted) == ("/opinion", "符合", "待定")
    assert row.units is not None


def test_that_a_revoked_laptop_reads_nothing(office: Office) -> None:
    caller = replace(office.enrol(Laptop()), active=False)

    with pytest.raises(ProblemError) as refusal:
        changes.page(office.central, caller, AskChanges(since=0))
    assert refusal.value.kind is ProblemType.REVOKED


def test_that_each_reading_is_in_the_trail_and_the_trail_shows_tampering(office: Office) -> None:
    caller = office.enrol(Laptop())
    list(pages(office, caller))

    with office.central.database.read() as connection:
        last = audit.entries(connection)[-1]
        assert (last.person, last.act, last.subject) == ("p1", "changes.read", office.homes[0])
        assert audit.checked(connection).broken_at is None
    with office.central.database.write() as connection:
        connection.execute(trail.update().where(trail.c.n == 2).values(person="x"))
        assert audit.checked(connection).broken_at == 2


def test_that_loading_and_handing_out_the_same_again_changes_nothing(office: Office) -> None:
    caller = office.enrol(Laptop())
    *_, last = pages(office, caller)
    order = assignments.Order("p1", DAY, DAY, "再派", "supervisor")
    assignments.assign(office.central, office.homes[0], order)

    assert households.load_township(office.central, office.dossiers, "supervisor") == 0
    assert rows(office, caller, last.next) == []


def test_that_a_new_extract_of_the_registers_comes_alone(office: Office) -> None:
    caller = office.enrol(Laptop())
    *_, last = pages(office, caller)
    dossier = office.dossiers[0]._replace(records=RegisterSlice())

    assert households.load_township(office.central, [dossier], "supervisor") == 1
    assert [row.kind for row in rows(office, caller, last.next)] == [records.SLICE]


def test_that_an_unknown_household_cannot_be_handed_out(office: Office) -> None:
    order = assignments.Order("p1", DAY, DAY, "", "supervisor")

    with pytest.raises(ProblemError):
        assignments.assign(office.central, "nowhere", order)


def test_that_a_slice_has_an_id_of_its_own() -> None:
    assert households.slice_id("h1") == "slice:h1"


@pytest.mark.parametrize("limit", [1, 2, 200])
def test_that_register_data_never_come_before_their_household(office: Office, limit: int) -> None:
    """The office corrected the household after it wrote the data."""
    caller = office.enrol(Laptop())
    dossier = office.dossiers[0]
    corrected = replace(dossier.household, living_address="云溪镇新址8号")
    households.load_township(office.central, [dossier._replace(household=corrected)], "supervisor")

    kinds = [row.kind for row in rows(office, caller, limit=limit)]

    assert kinds.index(records.SLICE) > kinds.index(records.HOUSEHOLD)
