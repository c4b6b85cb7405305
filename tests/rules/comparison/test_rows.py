"""其他部门: whose rows are used, what is said beside them, and from when a figure is too high."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import EmploymentStatus, IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from tests.rules.comparison.conftest import HEAD, WIFE
from tests.rules.comparison.other_rows import YUAN, beside, business, insurance, said, tax

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
WAGE = Income("i1", "m1", IncomeKind.WAGE, "工资", monthly=3000 * YUAN)


def codes(found: tuple[Discrepancy, ...]) -> list[str]:
    return [difference.code for difference in found]


@pytest.mark.parametrize(("income", "raised"), [(39_600_00, []), (39_600_01, ["SR03"])])
def test_that_an_income_is_too_high_from_a_tenth_above_the_declared(
    income: int,
    raised: list[str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    told = replace(declaration, incomes=(WAGE,))
    assert codes(compared(told, beside(records, tax(income=income)))) == raised


def test_that_wages_of_months_and_of_the_year_are_one_declared_sum(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    bonus = Income("i2", "m1", IncomeKind.WAGE, "年终奖", annual=12_000 * YUAN)
    told = replace(declaration, incomes=(WAGE, bonus))
    assert compared(told, beside(records, tax(income=48_000 * YUAN))) == ()


def test_that_the_wage_of_another_member_or_another_income_is_no_job(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    hers = replace(WAGE, id="i2", who="m2")
    rent = replace(WAGE, id="i3", kind=IncomeKind.PROPERTY)
    told = replace(declaration, incomes=(hers, rent))
    assert codes(compared(told, beside(records, insurance()))) == ["SR01"]


def test_that_the_smallest_wage_is_a_job_and_one_of_nothing_is_none(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, insurance())
    paid = replace(WAGE, monthly=0, annual=1)
    assert compared(replace(declaration, incomes=(paid,)), rows) == ()
    nothing = replace(WAGE, monthly=0)
    assert codes(compared(replace(declaration, incomes=(nothing,)), rows)) == ["SR01"]
    unable = said(declaration, status=EmploymentStatus.UNABLE)
    assert codes(compared(unable, rows)) == ["SR01"]


@pytest.mark.parametrize(
    ("as_of", "last_paid", "raised"),
    [
        (date(2026, 3, 1), Month(2025, 12), ["SR01"]),
        (date(2026, 3, 1), Month(2025, 11), []),
        (date(2026, 1, 31), Month(2025, 10), ["SR01"]),
        (date(2026, 1, 31), Month(2025, 9), []),
        (date(2026, 5, 1), Month(2025, 12), ["SR01"]),
    ],
)
def test_that_a_job_goes_on_for_three_months_after_the_last_contribution_of_the_list(
    as_of: date,
    last_paid: Month,
    raised: list[str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    source = Source("某部门", as_of, "B1", date(2026, 6, 1))
    row = insurance(source=source, last_paid=last_paid)
    assert codes(compared(declaration, beside(records, row))) == raised


def test_that_a_row_under_a_number_of_fifteen_digits_is_the_members(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    old = HEAD[:6] + HEAD[8:17]
    (found,) = compared(declaration, beside(records, insurance(id_number=old)))
    assert found.member_id == "m1"


def test_that_what_a_firm_reports_of_others_is_not_of_its_owner(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    own = tax(withholder="陈记便利店")
    hers = tax(id="t2", withholder="陈记便利店", id_number=WIFE)
    nameless = tax(id="t3", withholder="")
    found = compared(declaration, beside(records, business(), own, hers, nameless))
    by = {(d.code, d.member_id): d.record_ids for d in found}
    assert by == {
        ("SR05", "m1"): ("b1", "t1"),
        ("SR03", "m2"): ("t2",),
        ("SR03", "m1"): ("t3",),
    }


def test_that_an_enterprise_without_a_name_has_no_tax_row_of_its_own(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, business(title="", credit_code="91"), tax(withholder=""))
    found = {d.code: d.record_ids for d in compared(declaration, rows)}
    assert found["SR05"] == ("b1",)
