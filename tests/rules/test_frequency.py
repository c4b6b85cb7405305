"""复核周期: who is looked at every half year (DBM-31), and by which day."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind, Recheck
from caseworker_app.model.economy import Income, Person
from caseworker_app.model.household import Household, Member
from caseworker_app.model.values import Month
from caseworker_app.rules.frequency import due_day, near_from, recheck
from caseworker_app.rules.policy.pack import HalfYearly, Pack
from tests.rules.homes import person
from tests.rules.packs import PACK

TRADE = Income("i1", "p1", IncomeKind.BUSINESS, annual=600_000)
PENSIONER = person("p9", age=70, status="retired")
HOME = Household(
    id="h1",
    number="1",
    category=Category.DIBAO,
    monthly=1,
    since=Month(2024, 3),
    head_id="m1",
    region="330106001001",
    village="东村",
    registered_address="",
    living_address="",
    phone="",
    hukou_number="H1",
    members=(Member("m1", "王伯年", "330199195601010000", "02", EmploymentStatus.RETIRED),),
)


@pytest.mark.parametrize(
    ("who", "incomes", "by_any_able", "by_unsteady"),
    [
        (person(status="employed"), (), "half_yearly", "yearly"),
        (person(status="employed"), (TRADE,), "half_yearly", "half_yearly"),
        (person(status="employed"), (replace(TRADE, who="p9"),), "half_yearly", "yearly"),
        (
            person(status="employed"),
            (replace(TRADE, kind=IncomeKind.WAGE), TRADE),
            "half_yearly",
            "half_yearly",
        ),
        (
            person(status="employed"),
            (replace(TRADE, kind=IncomeKind.WAGE),),
            "half_yearly",
            "yearly",
        ),
        (person(status="unstable"), (), "half_yearly", "half_yearly"),
        (person(status="idle"), (), "half_yearly", "half_yearly"),
        (person(status="unable"), (TRADE,), "yearly", "yearly"),
        (person(status="student"), (), "yearly", "yearly"),
    ],
)
def test_that_one_able_or_one_unsteady_member_is_enough_as_the_place_reads_it(
    pack: Pack, who: Person, incomes: tuple[Income, ...], by_any_able: str, by_unsteady: str
) -> None:
    for reading, cycle in (
        (HalfYearly.ANY_ABLE, by_any_able),
        (HalfYearly.UNSTEADY_AND_ABLE, by_unsteady),
    ):
        place = replace(pack, half_yearly=reading, changes=())
        assert recheck(Category.DIBAO, (who, PENSIONER), incomes, place) == cycle


def test_that_tekun_is_checked_once_a_year_whoever_it_is(pack: Pack) -> None:
    assert recheck(Category.TEKUN, (person(status="idle"),), (), pack) is Recheck.YEARLY


@pytest.mark.parametrize(
    ("cycle", "last", "due"),
    [
        (Recheck.YEARLY, date(2025, 8, 31), date(2026, 8, 31)),
        (Recheck.HALF_YEARLY, date(2025, 8, 31), date(2026, 2, 28)),
        (Recheck.HALF_YEARLY, None, date(2024, 9, 1)),
        (Recheck.YEARLY, None, date(2025, 3, 1)),
    ],
)
def test_that_the_next_check_is_due_one_period_after_the_last(
    cycle: Recheck, last: date | None, due: date
) -> None:
    assert due_day(replace(HOME, recheck=cycle), last, PACK) == due


def test_that_the_next_check_is_near_once_its_countdown_is_yellow() -> None:
    whole = (date(2026, 8, 31) - date(2025, 8, 31)).days
    near = near_from(date(2025, 8, 31), date(2026, 8, 31), PACK)

    assert (date(2026, 8, 31) - near).days == int(PACK.time_limits.yellow_share * whole)
    assert near_from(date(2026, 8, 31), date(2026, 8, 30), PACK) == date(2026, 8, 30)
