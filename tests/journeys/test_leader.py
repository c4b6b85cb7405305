"""Who leads a township, at their own laptop: sees all of it, decides, visits nobody."""

from collections.abc import Iterator

import pytest

from caseworker_app.errors import UserError
from caseworker_app.model.codes import OfficeRole
from caseworker_app.rules.rights import Post
from caseworker_app.server import enrolment as people, posts
from caseworker_app.store import household as households
from caseworker_app.workflow import comparison, conflicts, papers, session, visit as visits
from tests.journeys.test_two_laptops import PHONE, Desk, Office, pair, town

__all__ = ["pair", "town"]


@pytest.fixture
def leader(town: Office) -> Iterator[Desk]:
    region = town.round.township.households[0].household.region
    central = town.central()
    post = Post(OfficeRole.TOWNSHIP, region[:9])
    people.put_person(central, "boss", "钱镇长", "云溪镇", post)
    central.close()
    desk = town.laptop("boss", "钱镇长")
    yield desk
    session.lock(desk.ws)


def held(desk: Desk) -> int:
    with desk.ws.database.read() as connection:
        return len(households.ids_all(connection))


def test_that_the_area_is_there_to_be_read_and_nothing_else(town: Office, leader: Desk) -> None:
    comparison.compare_all(leader.ws)
    assert held(leader) == len(town.round.township.households)
    assert leader.listed()

    with pytest.raises(UserError, match="没有派给您"):
        visits.start(leader.ws, town.home, town.round.township.staff[1:2])
    with pytest.raises(UserError, match="没有派给您"):
        papers.begin(leader.ws, "F02", town.home)
    town.hand_over("boss")
    leader.deliver()
    assert visits.start(leader.ws, town.home, town.round.township.staff[1:2]).household.id


def test_that_a_conflict_of_others_is_decided_there(
    town: Office, pair: tuple[Desk, Desk], leader: Desk
) -> None:
    for number, desk in enumerate(pair):
        desk.change(PHONE, f"0571-{number}")
        desk.deliver()
    assert leader.deliver().conflicts == 1
    conflicts.resolve(leader.ws, leader.only(), {PHONE: "0571-9"}, "打电话问过")
    leader.deliver()

    assert conflicts.waiting(leader.ws) == ()
    pair[0].deliver()
    assert pair[0].told(PHONE) == "0571-9"


def test_that_ones_own_quarrel_with_another_is_for_others(
    town: Office, pair: tuple[Desk, Desk]
) -> None:
    old = pair[0]
    old.change(PHONE, "0571-1")
    town.hand_over("p9")
    new = town.laptop("p9", "李四")
    new.change(PHONE, "0571-2")
    new.deliver()
    old.deliver()
    new.deliver()

    quarrel = new.only()
    with pytest.raises(UserError, match="由别人裁决"):
        conflicts.resolve(new.ws, quarrel, {PHONE: "0571-2"}, "以我的为准")
    assert new.told(PHONE) == "0571-2"
    session.lock(new.ws)


def test_that_another_area_takes_the_households_off_the_list(town: Office, leader: Desk) -> None:
    central = town.central()
    posts.appoint(central, "boss", Post(OfficeRole.TOWNSHIP, "110101001"), "admin")
    central.close()

    assert len(leader.deliver().left) == len(town.round.township.households)
    assert not leader.listed()
