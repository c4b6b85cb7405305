"""A laptop's wrong clock is pointed out, and changes nothing of what is taken."""

import itertools
import random
from collections.abc import Callable

import msgspec
import pytest

from caseworker_app.model.values import Json
from caseworker_app.rules.clock import TOLERATED, Doubt, apart
from caseworker_app.server import audit, doubts, records, session
from caseworker_app.server.oplog import ACCEPTED, CONFLICT
from caseworker_app.server.rights import Caller
from caseworker_app.wire.message import Cursor, Hello
from tests.server.conftest import NOON, Office
from tests.server.laptop import Laptop


def _hello(office: Office, caller: Caller, ahead: int) -> None:
    said = office.clock.now + ahead
    session.hello(office.central, caller, Hello(at=Cursor(), t1=said, app="0", schema_max=1))


def _acts(office: Office, prefix: str) -> list[tuple[str, str, str]]:
    with office.central.database.read() as connection:
        found = audit.entries(connection)
    return [(e.act, e.subject, e.detail) for e in found if e.act.startswith(prefix)]


def test_that_a_clock_that_is_off_is_in_the_trail_once_and_when_it_is_right_again(
    office: Office,
) -> None:
    caller = office.enrol(Laptop())
    for ahead in (0, TOLERATED - 60_000, 3 * 3_600_000, 3 * 3_600_000, -60_000):
        _hello(office, caller, ahead)

    assert _acts(office, "clock.") == [
        ("clock.wrong", "laptop-1", "快2小时"),
        ("clock.right", "laptop-1", ""),
    ]


@pytest.mark.parametrize(
    ("skew", "said"),
    [(-11 * 60_000, "慢11分钟"), (90 * 60_000, "快1小时"), (-50 * 3_600_000, "慢2天")],
)
def test_that_how_far_it_is_off_is_said_as_one_would(skew: int, said: str) -> None:
    assert apart(skew) == said


@pytest.mark.parametrize("ahead", [-TOLERATED - 60_000, TOLERATED + 60_000])
def test_that_what_comes_from_a_wrong_clock_is_taken_and_listed(office: Office, ahead: int) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    _hello(office, caller, ahead)

    answer = office.push(caller, laptop.visit("v1", office.homes[0], at=NOON))

    assert [result.status for result in answer.results] == [ACCEPTED]
    (found,) = doubts.doubted(office.central)
    assert (found.rid, found.device, found.name, found.why) == (
        "v1", "laptop-1", "调查人p1", Doubt.OFF,
    )  # fmt: skip
    assert _acts(office, "clock.doubted") == [("clock.doubted", "v1", Doubt.OFF.zh)]


def test_that_a_time_yet_to_come_is_listed(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    home = office.homes[0]
    office.push(caller, laptop.visit("v1", home, at=office.clock.now + TOLERATED))
    office.push(caller, laptop.visit("v2", home, at=office.clock.now + 2 * TOLERATED))

    assert [(d.rid, d.why) for d in doubts.doubted(office.central)] == [("v2", Doubt.AHEAD)]


@pytest.mark.parametrize("together", [True, False])
def test_that_time_running_backwards_is_listed(office: Office, together: bool) -> None:  # noqa: FBT001  # parametrised
    laptop = Laptop()
    caller = office.enrol(laptop)
    times = (NOON - 5000, NOON - 6000, NOON - 5500)
    sent = [laptop.visit(f"v{n}", office.homes[0], at=at) for n, at in enumerate(times)]
    for batch in [sent] if together else [[one] for one in sent]:
        office.push(caller, *batch)

    assert [(d.rid, d.why) for d in doubts.doubted(office.central)] == [("v1", Doubt.BACKWARDS)]


def test_that_what_came_before_is_not_doubted_when_it_comes_again(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = laptop.visit("v1", office.homes[0], at=NOON)
    office.push(caller, visit)
    _hello(office, caller, 2 * TOLERATED)

    office.push(caller, visit)

    assert doubts.doubted(office.central) == ()


def test_that_a_laptop_of_no_time_at_all_is_told(office: Office) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"at": {}, "t1": 2**60, "app": "0", "schema_max": 1}, Hello)


@pytest.mark.parametrize("at", [2**53, 2**63 - 1, -(2**63), 0])
def test_that_no_time_is_too_wild_to_be_taken(office: Office, at: int) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)

    answer = office.push(caller, laptop.visit("v1", office.homes[0], at=at))

    assert len(answer.results) == 1
    doubts.doubted(office.central)


Units = dict[str, Json]


def _merged(office: Office, at: Callable[[], int], rid: str) -> tuple[list[str], Units]:
    """Let two people's changes cross; return what became of each and the record."""
    first, second = Laptop(f"{rid}-1"), Laptop(f"{rid}-2")
    home, seen = office.homes[0], {"/a": 1, "/b": 1, "/c": 1}
    base: Units = {"/household/id": home, **seen}
    one, two = office.enrol(first), office.enrol(second)
    sent = [
        (one, first.patch(rid, {}, base, kind="create", at=at())),
        (two, second.patch(rid, base, {**base, "/a": 2}, at=at())),
        (one, first.patch(rid, base, {**base, "/a": 3, "/b": 3}, at=at())),
        (two, second.patch(rid, base, {**base, "/c": 4}, at=at())),
    ]
    status = [office.push(caller, operation).results[0].status for caller, operation in sent]
    with office.central.database.read() as connection:
        stored = records.get(connection, rid)
    assert stored is not None
    return status, dict(stored.units)


def test_that_merging_never_asks_a_clock(office: Office) -> None:
    rising, any_time = itertools.count(NOON - 10_000), random.Random(7)
    clocks_of = {
        "right": lambda: next(rising),
        "backwards": lambda: NOON - next(rising) % 10_000,
        "still": lambda: 0,
        "wild": lambda: any_time.randrange(-(10**12), 4 * 10**12),
    }

    outcomes = [_merged(office, at, rid) for rid, at in clocks_of.items()]

    assert outcomes[0][0] == [ACCEPTED, ACCEPTED, CONFLICT, ACCEPTED]
    assert all(outcome == outcomes[0] for outcome in outcomes)
