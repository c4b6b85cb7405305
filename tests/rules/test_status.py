from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import (
    Category,
    DiscrepancyState,
    EmploymentStatus,
    IncomeKind,
    RigidKind,
    VisitKind,
)
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.economy import Death, Income, RigidExpense
from caseworker_app.model.household import Disability, Household, Member, Obligor
from caseworker_app.model.values import Month
from caseworker_app.model.visit import (
    CheckedDwelling,
    CheckedMember,
    CheckedProperty,
    CheckedRigid,
    CheckedSupport,
    CheckedVehicle,
    Visit,
)
from caseworker_app.rules.determination import determine
from caseworker_app.rules.frequency import due_day
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.status import economic_status
from tests.rules.packs import PACK

DAY = date(2026, 11, 22)
HEAD = Member(
    "m1", "王伯年", "330199195601010000", "02", EmploymentStatus.RETIRED, illness="尿毒症"
)
SON = Member("m2", "王小年", "330199850101001", "22", EmploymentStatus.IDLE)
HOUSEHOLD = Household(
    id="h1",
    number="3301-1",
    category=Category.DIBAO,
    monthly=90_000,
    since=Month(2024, 3),
    head_id="m1",
    region="330106001001",
    village="东村",
    registered_address="1号",
    living_address="1号",
    phone="",
    hukou_number="H1",
    members=(HEAD, SON),
    obligors=(Obligor("o1", "王大年", "22", ("m1",)),),
)
VISIT = Visit("v1", HOUSEHOLD, VisitKind.YEARLY, DAY)


def test_that_ages_come_from_the_number_on_the_day_of_the_visit(pack: Pack) -> None:
    ages = [person.age for person in economic_status(VISIT, pack).persons]
    assert ages == [70, 41]


def test_that_what_was_checked_stands_before_the_file(pack: Pack) -> None:
    checked = CheckedMember(
        "m2", EmploymentStatus.UNABLE, disability=Disability(4, 1), refused_jobs=1
    )
    status = economic_status(replace(VISIT, members=(checked,)), pack)
    head, son = status.persons
    assert (head.status, head.illness) == (EmploymentStatus.RETIRED, True)
    assert (son.status, son.disability, son.refused_jobs) == (
        EmploymentStatus.UNABLE,
        Disability(4, 1),
        1,
    )


def test_that_figures_are_carried_over(pack: Pack) -> None:
    income = Income("i1", "m1", IncomeKind.TRANSFER, monthly=30_000)
    visit = replace(
        VISIT,
        incomes=(income,),
        support=(CheckedSupport("o1", 500_000, 3, 1, 1), CheckedSupport("o9", 1, 1, 1, 1)),
        rigid=(CheckedRigid(RigidKind.MEDICAL, 100), CheckedRigid(RigidKind.OTHER)),
        cause="employment",
        apply_alone="adult_jobless_severe",
    )
    status = economic_status(visit, pack)
    assert status.as_of == DAY
    assert status.incomes == (income,)
    assert [(s.supports, s.obligor, s.income) for s in status.support] == [
        (("m1",), "王大年", 500_000)
    ]
    assert status.rigid == (RigidExpense(RigidKind.MEDICAL, 100),)
    assert (status.current, status.current_monthly) == (Category.DIBAO, 90_000)
    assert (status.cause, status.apply_alone) == ("employment", "adult_jobless_severe")


OWNED = CheckedProperty(
    money=1,
    capital=2,
    dwellings=(
        CheckedDwelling("d1", "1号", 5000),
        CheckedDwelling("d2", "店", 2000, nonresidential=True, discrepancy="FC07:d2"),
    ),
    vehicles=(CheckedVehicle("c1", "浙A12345", "car", 100, discrepancy="CL01:c1"),),
)


def explained(**fields: object) -> Visit:
    explanation = replace(Explanation("CL01:c1"), **fields)  # type: ignore[arg-type]  # by name
    return replace(VISIT, property=OWNED, explanations=(explanation,))


@pytest.mark.parametrize(
    ("state", "conclusion", "resolved", "counts"),
    [
        (DiscrepancyState.REFUTED, "no_effect", "sold_delivered", ""),
        (DiscrepancyState.CONFIRMED, "exempt", "", ""),
        (DiscrepancyState.REFUTED, "registry_wrong", "", ""),
        (DiscrepancyState.CONFIRMED, "effect", "owned", "car"),
        (DiscrepancyState.CONFIRMED, "no_effect", "name_lent", "car"),
        (DiscrepancyState.OPEN, "no_effect", "sold_delivered", "car"),
        (DiscrepancyState.UNRESOLVED, "no_effect", "", "car"),
        (DiscrepancyState.EXPLAINED, "", "", "car"),
    ],
)
def test_that_an_explained_item_does_not_count(
    pack: Pack, state: DiscrepancyState, conclusion: str, resolved: str, counts: str
) -> None:
    visit = explained(state=state, conclusion=conclusion, resolved=resolved)
    (vehicle,) = economic_status(visit, pack).property.vehicles
    assert bool(vehicle.resolved) == (not counts)
    assert not vehicle.resolved or vehicle.resolved == (resolved or conclusion)


def test_that_houses_and_shops_are_told_apart(pack: Pack) -> None:
    owned = economic_status(explained(), pack).property
    assert [d.area for d in owned.dwellings] == [5000]
    assert len(owned.nonresidential) == 1
    assert (owned.money, owned.capital) == (1, 2)


def test_that_a_death_is_known_by_its_day(pack: Pack) -> None:
    dead = CheckedMember("m1", EmploymentStatus.RETIRED, excluded="dead", died=date(2026, 10, 3))
    visit = replace(VISIT, members=(dead,), paid_after_death=(Month(2026, 11),))
    status = economic_status(visit, pack)
    assert status.death == Death("m1", date(2026, 10, 3), (Month(2026, 11),))
    assert determine(status, pack).finish_by == date(2027, 1, 3)
    unknown = replace(visit, members=(replace(dead, died=None),))
    assert economic_status(unknown, pack).death is None
    assert determine(economic_status(unknown, pack), pack).counted == ("m2",)


def test_that_a_household_is_due_a_period_after_its_last_check() -> None:
    assert due_day(HOUSEHOLD, date(2025, 8, 31), PACK) == date(2026, 8, 31)
    assert due_day(HOUSEHOLD, None, PACK) == date(2025, 3, 1)
