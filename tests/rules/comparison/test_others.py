"""其他部门: when each of SR01–SR15 is raised, at which level, and when nothing is said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind, RigidKind
from caseworker_app.model.declaration import Authorisation, Declaration, DeclaredObligor
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income, RigidExpense
from caseworker_app.model.household import Disability
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.values import Month
from tests.rules.comparison.conftest import DAY, number
from tests.rules.comparison.other_rows import (
    LAST,
    YUAN,
    allowance,
    asset,
    attempt,
    beside,
    business,
    certificate,
    clue,
    consumption,
    fund,
    insurance,
    policy,
    said,
    school,
    tax,
)

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
Rows = tuple[DepartmentRecord, ...]
CHILD = number("19990101", 7)
IDLE, ODD = EmploymentStatus.IDLE, EmploymentStatus.UNSTABLE


WAGE = Income("i1", "m1", IncomeKind.WAGE, "工资", monthly=4500 * YUAN)
TRADE = Income("i1", "m1", IncomeKind.BUSINESS, "小摊", annual=20_000 * YUAN)
PENSION = Income("i1", "m1", IncomeKind.TRANSFER, "职工养老金", monthly=1600 * YUAN)


def of(case: tuple[Any, ...]) -> tuple[dict[str, Any], dict[str, Any], Rows]:
    person, whole, *rows = case
    return person, whole, tuple(rows)


WORK: dict[str, tuple[tuple[Any, ...], str]] = {
    "insured by an employer": (({"status": IDLE}, {}, insurance()), "SR01红"),
    "nothing said of work": (({}, {}, insurance()), "SR01红"),
    "two insurances of one employer": (
        ({}, {}, insurance(), insurance(id="r2", kind="失业保险", base=None)), "SR01红",
    ),
    "two employers": (({}, {}, insurance(), insurance(id="r2", employer="另厂")), "SR01红 SR01红"),
    "odd jobs declared": (({"status": ODD}, {}, insurance()), "SR01橙"),
    "an agent pays in": (({}, {}, insurance(employer="某人力资源公司")), "SR01橙"),
    "paid alone": (({}, {}, insurance(employer="")), "SR01黄"),
    "a wage is declared": (({}, {"incomes": (WAGE,)}, insurance()), ""),
    "a job is declared": (({"status": EmploymentStatus.EMPLOYED}, {}, insurance()), ""),
    "residents' insurance": (({}, {}, insurance(kind="城乡居民基本医疗保险")), ""),
    "stopped": (({}, {}, insurance(state="停缴")), ""),
    "paid last five months ago": (({}, {}, insurance(last_paid=LAST.plus(-5))), ""),
    "never paid": (({}, {}, insurance(last_paid=None)), ""),
    "tax and fund of the same employer are the same fact": (
        ({}, {}, insurance(), tax(), fund()), "SR01红",
    ),
    "tax above nothing": (({}, {}, tax()), "SR03橙"),
    "tax of another employer": (({}, {}, insurance(), tax(withholder="乙")), "SR01红 SR03橙"),
    "tax within the declared wage": (({}, {"incomes": (WAGE,)}, tax()), ""),
    "tax above the declared wage": (
        ({}, {"incomes": (WAGE,)}, tax(income=72_000 * YUAN)), "SR03橙",
    ),
    "odd jobs earn at least the minimum wage": (
        ({"status": ODD}, {}, tax(income=24_000 * YUAN)), "",
    ),
    "odd jobs that earn more": (({"status": ODD}, {}, tax()), "SR03橙"),
    "tax of long ago": (({}, {}, tax(since=Month(2024, 1), until=Month(2024, 12))), ""),
    "two years in one row are halved": (
        ({}, {"incomes": (WAGE,)}, tax(since=LAST.plus(-23), income=96_000 * YUAN)), "",
    ),
    "rent and trade are of other classes": (
        ({}, {"incomes": (WAGE,)}, tax(item="财产租赁", withholder=""),
         tax(id="t2", item="经营所得")), "SR03橙 SR03橙",
    ),
    "fund paid in": (({}, {}, fund()), "SR04橙"),
    "fund of a declared job": (({"status": EmploymentStatus.EMPLOYED}, {"money": 10_000 * YUAN},
                                fund()), ""),
    "fund left by a former job": (({}, {}, fund(state="封存")), "SR04黄"),
    "fund left and declared": (({}, {"money": 9000 * YUAN}, fund(state="封存")), ""),
    "fund closed": (({}, {}, fund(state="销户")), ""),
    "a shop": (({}, {}, business()), "SR05橙"),
    "the shop's own tax row is the same fact": (
        ({}, {}, business(), tax(withholder="陈记便利店", item="经营所得")), "SR05橙",
    ),
    "shop declared": (({}, {"incomes": (TRADE,)}, business()), ""),
    "capital beyond what was declared": (
        ({}, {"incomes": (TRADE,)}, business(kind="公司", capital=500_000 * YUAN)), "SR05橙",
    ),
    "capital within the limit": (({}, {}, business(capital=50_000 * YUAN)), "SR05橙"),
    "shop deregistered": (({}, {}, business(state="注销")), ""),
    "shop revoked": (({}, {}, business(state="吊销", title="", credit_code="91")), "SR05黄"),
    "shop revoked without tax": (({}, {}, business(state="吊销", zero_tax=True)), "SR05蓝"),
    "shop without tax": (({}, {}, business(zero_tax=True)), "SR05黄"),
    "shop silent for years": (({}, {}, business(last_report=2023)), "SR05黄"),
    "shop that never reported": (({}, {}, business(last_report=None)), "SR05橙"),
    "member of a co-operative": (
        ({}, {}, business(kind="农民专业合作社", role="成员")), "SR05蓝",
    ),
}  # fmt: skip

MONEY: dict[str, tuple[tuple[Any, ...], str]] = {
    "benefit not declared": (({}, {}, allowance()), "SR02橙"),
    "pension declared": (({}, {"incomes": (PENSION,)}, allowance(kind="企业职工基本养老金")), ""),
    "pension declared too low": (
        ({}, {"incomes": (PENSION,)},
         allowance(kind="企业职工基本养老金", monthly=2600 * YUAN, since=Month(2024, 1))), "SR02橙",
    ),
    "a benefit of no class": (({}, {}, allowance(kind="某补助", last_paid=None)), "SR02橙"),
    "ended": (({}, {}, allowance(last_paid=Month(2025, 10))), ""),
    "not begun": (({}, {}, allowance(since=Month(2026, 9))), ""),
    "of no amount": (({}, {}, allowance(monthly=0)), ""),
    "only the central pension": (
        ({}, {}, allowance(kind="城乡居民养老金", monthly=143_00, excluded_part=143_00)), "SR02蓝",
    ),
    "never counted": (({}, {}, allowance(kind="高龄津贴")), ""),
    "特困 beside 低保": (
        ({}, {"category": Category.DIBAO}, allowance(kind="特困供养")), "SR12橙",
    ),
    "特困 beside orphans' money": (
        ({}, {}, allowance(kind="特困供养"), allowance(id="r2", kind="孤儿基本生活费")), "SR12橙",
    ),
    "the household's own benefit": (
        ({}, {"category": Category.SINGLE_LISTED}, allowance(kind="最低生活保障金")), "",
    ),
    "事实无人抚养 beside 低保 may stand": (
        ({}, {"category": Category.DIBAO}, allowance(kind="事实无人抚养儿童基本生活补贴")), "",
    ),
    "assistance of another county": (
        ({}, {"category": Category.DIBAO}, allowance(kind="低保金", place="360199001201")),
        "HJ13红",
    ),
    "assistance of a county since renumbered": (
        ({}, {"category": Category.DIBAO, "region": "330102001001"},
         allowance(kind="低保金", place="330104001001")), "",
    ),
    "a pension from elsewhere": (({}, {}, allowance(place="360199001201")), "SR02橙"),
    "accounts over the limit": (({}, {}, asset()), "SR06红"),
    "over on the day, not on average": (({}, {}, asset(average=20_000 * YUAN)), "SR06黄"),
    "over on average, empty on the day": (
        ({}, {}, asset(balance=0, average=300_000 * YUAN)), "SR06红",
    ),
    "within the limit": (({}, {}, asset(balance=150_000 * YUAN)), ""),
    "within that of 低边": (
        ({}, {"category": Category.LOW_MARGIN}, asset(balance=250_000 * YUAN)), "",
    ),
    "a large policy": (({}, {}, policy()), "SR07黄"),
    "a large premium": (({}, {}, policy(cash_value=0, premium=24_000 * YUAN)), "SR07黄"),
    "a premium paid by a child": (
        ({}, {}, policy(cash_value=0, premium=24_000 * YUAN, payer_id_number=CHILD)), "SR07蓝",
    ),
    "a premium for illness": (
        ({}, {}, policy(cash_value=0, premium=24_000 * YUAN, kind="重疾保险")), "SR07蓝",
    ),
    "worth something, paid by a child": (({}, {}, policy(payer_id_number=CHILD)), "SR07黄"),
    "a small policy": (({}, {}, policy(cash_value=0, premium=900 * YUAN)), ""),
    "travels": (({}, {}, consumption()), "SR08橙"),
    "a shared meter": (({}, {}, consumption(kind="电", shared=True)), "SR08蓝"),
    "power for machines": (
        ({}, {"rigid": (RigidExpense(RigidKind.MEDICAL, 1),)}, consumption(kind="电")), "SR08黄",
    ),
    "power of the disabled": (
        ({"disability": Disability(4, 1)}, {}, consumption(kind="电")), "SR08黄",
    ),
    "power of the healthy": (({}, {}, consumption(kind="电")), "SR08橙"),
    "a usual bill": (({}, {}, consumption(annual=900 * YUAN)), ""),
}  # fmt: skip

LEGS, MILD = Disability(4, 2), Disability(4, 3)
PUPIL: dict[str, Any] = {"study": "senior_secondary"}
STANDING: dict[str, tuple[tuple[Any, ...], str]] = {
    "as declared": (({"disability": LEGS}, {}, certificate()), ""),
    "milder": (({"disability": Disability(4, 1)}, {}, certificate()), "SR09黄"),
    "graver": (({"disability": MILD}, {}, certificate()), "SR09蓝"),
    "not declared": (({}, {}, certificate()), "SR09蓝"),
    "another category": (({"disability": Disability(5, 2)}, {}, certificate()), "SR09黄"),
    "cancelled": (({"disability": LEGS}, {}, certificate(state="注销")), "SR09黄"),
    "run out": (
        ({"disability": LEGS}, {}, certificate(valid_until=date(2026, 1, 1))), "SR09黄",
    ),
    "issued again": (
        ({"disability": LEGS}, {}, certificate(valid_until=date(2026, 1, 1)),
         certificate(id="d2", issued=date(2026, 1, 2), valid_until=date(2036, 1, 1))), "",
    ),
    "codes nobody knows": (({"disability": LEGS}, {}, certificate(category=9)), "SR09黄"),
}  # fmt: skip
SCHOOL: dict[str, tuple[tuple[Any, ...], str]] = {
    "attends": ((PUPIL, {}, school()), ""),
    "attends, of no stage said": (({}, {}, school()), ""),
    "graduated": ((PUPIL, {}, school(state="毕业", graduates=date(2025, 7, 1))), "SR10黄"),
    "graduated by the calendar": ((PUPIL, {}, school(graduates=date(2025, 7, 1))), "SR10黄"),
    "graduated lately": ((PUPIL, {}, school(state="毕业", graduates=date(2026, 1, 20))), "SR10蓝"),
    "left lately": ((PUPIL, {}, school(state="退学", graduates=date(2026, 1, 20))), "SR10黄"),
    "on leave": ((PUPIL, {}, school(state="休学")), "SR10黄"),
    "the next stage": (({"study": "compulsory"}, {}, school()), "SR10蓝"),
    "a master's student": (({"study": "bachelor_full_time"}, {}, school(stage="硕士")), "SR10黄"),
    "evening classes": ((PUPIL, {}, school(full_time=False)), "SR10黄"),
    "two schools, one left": (
        (PUPIL, {}, school(state="毕业", graduates=date(2025, 7, 1)), school(id="s2")), "",
    ),
    "idle, yet at school": (({"whereabouts": "在家", "status": IDLE}, {}, school()), "SR10蓝"),
    "unable, at school": (
        ({"whereabouts": "在家", "status": EmploymentStatus.UNABLE}, {}, school()), "",
    ),
    "a student by status": (
        ({"whereabouts": "在家", "status": EmploymentStatus.STUDENT}, {},
         school(state="毕业", graduates=date(2025, 7, 1))), "SR10黄",
    ),
    "done with school": (
        ({"whereabouts": "在家"}, {}, school(state="毕业", graduates=date(2025, 7, 1))), "",
    ),
}  # fmt: skip

SON_OUTSIDE = DeclaredObligor("o1", "陈大海", CHILD, "22", ("m1",), 5000 * YUAN, consented=True)
NOVEMBER, FEBRUARY = date(2025, 11, 20), date(2026, 2, 20)
PROCESS: dict[str, tuple[tuple[Any, ...], str]] = {
    "an able obligor": (
        ({}, {"obligors": (SON_OUTSIDE,)}, tax(id_number=CHILD, income=180_000 * YUAN)), "SR11橙",
    ),
    "a rich obligor": (
        ({}, {"obligors": (replace(SON_OUTSIDE, supports=()),)}, asset(id_number=CHILD)), "SR11橙",
    ),
    "an obligor as declared": (
        ({}, {"obligors": (SON_OUTSIDE,)}, tax(id_number=CHILD), asset(id_number=CHILD, balance=1)),
        "",
    ),
    "an obligor poorer than the line": (
        ({}, {"obligors": (replace(SON_OUTSIDE, income=0),)},
         tax(id_number=CHILD, income=6000 * YUAN)), "",
    ),
    "an obligor who did not consent": (
        ({}, {"obligors": (replace(SON_OUTSIDE, consented=False),)},
         tax(id_number=CHILD, income=180_000 * YUAN), asset(id_number=CHILD)), "",
    ),
    "an obligor without a number": (
        ({}, {"obligors": (replace(SON_OUTSIDE, id_number=""),)}, asset(id_number="")), "",
    ),
    "nobody at home twice": (({}, {}, attempt(NOVEMBER), attempt(FEBRUARY)), "SR14橙"),
    "once": (({}, {}, attempt(FEBRUARY)), ""),
    "twice on one day": (({}, {}, attempt(FEBRUARY), attempt(FEBRUARY, id="w2")), ""),
    "once long ago": (({}, {}, attempt(date(2025, 6, 1)), attempt(FEBRUARY)), ""),
    "before the last check": (
        ({}, {"last_check": date(2026, 1, 1)}, attempt(NOVEMBER), attempt(FEBRUARY)), "",
    ),
    "in hospital": (
        ({}, {}, attempt(NOVEMBER, reason="住院"), attempt(FEBRUARY, reason="住院治疗")), "SR14黄",
    ),
    "refused": (
        ({}, {}, attempt(NOVEMBER, reason="住院"),
         attempt(FEBRUARY, outcome="拒绝核查", reason="外出务工")), "SR14橙",
    ),
    "a stranger's door": (
        ({}, {}, attempt(NOVEMBER, id_number=CHILD), attempt(FEBRUARY, id_number=CHILD)), "",
    ),
    "a clue": (({}, {}, clue(text="有车", signed=True)), "SR15橙"),
    "two clues": (({}, {}, clue(), clue(id="c8", received=date(2026, 1, 1))), "SR15橙 SR15橙"),
    "a clue closed": (({}, {}, clue(closed=date(2026, 3, 9))), ""),
    "a clue to be closed": (({}, {}, clue(closed=date(2026, 4, 1))), "SR15橙"),
    "a clue of tomorrow": (({}, {}, clue(received=date(2026, 3, 11))), ""),
    "a clue about another": (({}, {}, clue(id_number=CHILD)), ""),
    "a number of nobody": (({}, {}, insurance(id_number=CHILD), tax(id_number="")), ""),
    "everybody authorised": (
        ({}, {"authorisations": tuple(Authorisation(m, NOVEMBER) for m in ("m1", "m2", "m3"))},
         insurance()), "SR01红",
    ),
    "nobody authorised": (({}, {"authorisations": ()}, insurance()), "SR13橙 SR13橙 SR13橙"),
    "signed tomorrow, run out, in force": (
        ({}, {"authorisations": (
            Authorisation("m1", date(2026, 3, 11)),
            Authorisation("m2", NOVEMBER, FEBRUARY),
            Authorisation("m3", NOVEMBER, DAY),
        )}), "SR13橙 SR13橙",
    ),
}  # fmt: skip


def check(
    case: tuple[tuple[Any, ...], str],
    told: Declaration,
    records: RegisterSlice,
    compared: Compared,
    member: int = 0,
) -> None:
    (person, whole, rows), expected = of(case[0]), case[1]
    told = replace(said(told, member, **person), **whole)
    found = compared(told, beside(records, *rows))
    assert " ".join(sorted(f"{d.code}{d.level.zh}" for d in found)) == expected


@pytest.mark.parametrize("case", WORK.values(), ids=WORK)
def test_that_work_is_known(
    case: tuple[tuple[Any, ...], str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    check(case, declaration, records, compared)


@pytest.mark.parametrize("case", MONEY.values(), ids=MONEY)
def test_that_benefits_and_means_are_known(
    case: tuple[tuple[Any, ...], str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    check(case, declaration, records, compared)


@pytest.mark.parametrize("case", STANDING.values(), ids=STANDING)
def test_that_a_certificate_is_known(
    case: tuple[tuple[Any, ...], str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    check(case, declaration, records, compared)


@pytest.mark.parametrize("case", SCHOOL.values(), ids=SCHOOL)
def test_that_a_school_is_known(
    case: tuple[tuple[Any, ...], str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    check(case, declaration, records, compared, member=2)


@pytest.mark.parametrize("case", PROCESS.values(), ids=PROCESS)
def test_that_obligors_authorisations_visits_and_clues_are_known(
    case: tuple[tuple[Any, ...], str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    check(case, declaration, records, compared)
