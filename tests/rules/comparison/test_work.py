"""就业: what is told of an employer, of tax and of a fund, and where a year or a period ends."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from caseworker_app.model.codes import EmploymentStatus, IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.values import Month
from tests.rules.comparison.other_rows import (
    LAST,
    YUAN,
    beside,
    business,
    fund,
    insurance,
    said,
    tax,
)

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
IDLE, ODD = EmploymentStatus.IDLE, EmploymentStatus.UNSTABLE
WAGE = Income("i1", "m1", IncomeKind.WAGE, "工资", monthly=4500 * YUAN)


@pytest.mark.parametrize("kind", ["居民基本医疗保险", "城乡基本医疗保险"])
def test_that_an_insurance_of_residents_shows_no_job_by_either_of_its_names(
    kind: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert compared(declaration, beside(records, insurance(kind=kind))) == ()


def test_that_of_several_insurances_the_highest_base_and_the_last_payment_are_told(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    lower = insurance(id="r2", kind="失业保险", base=3000 * YUAN, last_paid=LAST.plus(-1))
    told = said(declaration, status=IDLE)
    (found,) = compared(told, beside(records, insurance(), lower))
    assert found.declared == "陈大山，有劳动能力未就业"
    assert found.registered == (
        "由云溪五金厂参保，企业职工基本养老保险、失业保险，缴至 2026-02，基数4,500元"
    )


def test_that_a_base_no_department_gave_is_not_told(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (found,) = compared(declaration, beside(records, insurance(base=None)))
    assert found.registered == "由云溪五金厂参保，企业职工基本养老保险，缴至 2026-02"


def test_that_the_fund_of_another_employer_is_another_fact(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, insurance(), fund(employer="溪口塑料厂"))
    found = {d.code: d for d in compared(declaration, rows)}
    assert set(found) == {"SR01", "SR04"}
    assert "公积金" not in found["SR01"].registered
    assert found["SR01"].record_ids == ("r1",)


def test_that_a_row_of_two_years_counts_with_the_part_of_one_year(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    two_years = tax(since=LAST.plus(-23), income=144_000 * YUAN)
    told = replace(declaration, incomes=(WAGE,))
    (found,) = compared(told, beside(records, two_years))
    assert found.declared == "陈大山，申报工资性收入每年54,000元"
    assert found.registered == ("个税申报一年72,000元：云溪五金厂 2024-03至2026-02 144,000元")


def test_that_tax_rows_are_told_by_their_months(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    later = tax(id="t1", since=LAST, until=LAST, income=30_000 * YUAN)
    before = tax(id="t2", since=LAST.plus(-1), until=LAST.plus(-1), income=20_000 * YUAN)
    (found,) = compared(declaration, beside(records, later, before))
    assert found.registered == (
        "个税申报一年50,000元：云溪五金厂 2026-01至2026-01 20,000元；"
        "云溪五金厂 2026-02至2026-02 30,000元"
    )


@pytest.mark.parametrize(
    ("until", "codes"), [(Month(2025, 3), ["SR03"]), (Month(2025, 2), []), (Month(2024, 12), [])]
)
def test_that_tax_counts_that_ends_within_the_twelve_months_of_the_average(
    until: Month,
    codes: list[str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    row = tax(since=until.plus(-11), until=until)
    assert [d.code for d in compared(declaration, beside(records, row))] == codes


@pytest.mark.parametrize(("status", "item"), [(IDLE, "工资薪金"), (ODD, "经营所得")])
def test_that_the_minimum_wage_is_taken_as_said_for_odd_jobs_only_and_of_wages_only(
    status: EmploymentStatus,
    item: str,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    small = tax(item=item, income=24_000 * YUAN)
    (found,) = compared(said(declaration, status=status), beside(records, small))
    assert found.code == "SR03"


def test_that_a_fund_never_paid_into_is_told_without_a_month(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = said(declaration, status=IDLE)
    (found,) = compared(told, beside(records, fund(state="封存", last_paid=None)))
    assert found.declared == "陈大山，有劳动能力未就业"
    assert found.registered == "云溪五金厂公积金封存，月缴存600元，余额9,000元"


@pytest.mark.parametrize("known", [insurance(employer=""), business(title="", credit_code="91")])
def test_that_income_nobody_withheld_tax_from_is_no_employers(
    known: DepartmentRecord, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rent = tax(withholder="", item="财产租赁")
    found = {d.code: d.record_ids for d in compared(declaration, beside(records, known, rent))}
    assert found.pop("SR03") == ("t1",)
    assert list(found.values()) == [(known.id,)]
