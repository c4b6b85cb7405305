"""差异的影响, from the rows alone: which day, whose income, how far beyond the declaration."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.economy import Income
from caseworker_app.model.finding import Finding, FoundPerson
from caseworker_app.model.household import Disability
from caseworker_app.model.register import Custody, Marriage, RegisterSlice
from caseworker_app.rules.comparison.effects import findings
from tests.rules.comparison.conftest import DAY, Compared, number
from tests.rules.comparison.other_rows import (
    LAST,
    YUAN,
    allowance,
    beside,
    business,
    certificate,
    funeral,
    insurance,
    said,
    tax,
)
from tests.rules.comparison.person_edits import row

BRIDE = number("19820203", 8)
TRADE = Income("i1", "m1", IncomeKind.BUSINESS, "小摊", annual=20_000 * YUAN)
PENSION = Income(
    "i1", "m1", IncomeKind.TRANSFER, "职工养老金", monthly=1600 * YUAN, excluded_part=100_00
)


def found(told: Declaration, rows: RegisterSlice, compared: Compared) -> tuple[Finding, ...]:
    return findings(told, rows, compared(told, rows), DAY)


def lines(finding: Finding) -> tuple[int, int, int]:
    assert finding.income is not None
    line = finding.income.line
    return line.monthly, line.annual, line.excluded_part


def test_that_the_earliest_day_of_a_death_is_taken(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, booked = row(0, death=date(2025, 12, 30))((declaration, records))
    (earlier,) = found(told, beside(booked, funeral()), compared)
    assert earlier.person == FoundPerson(excluded="dead", died=date(2025, 12, 30))
    told, undated = row(0, cancelled="死亡")((declaration, records))
    (buried,) = found(told, beside(undated, funeral()), compared)
    assert buried.person == FoundPerson(excluded="dead", died=date(2026, 1, 20))


def test_that_who_was_released_or_discharged_since_is_not_taken_out(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, held = row(0, custody=Custody("prison", date(2025, 1, 1)))((declaration, records))
    differences = compared(told, held)
    assert [d.code for d in differences] == ["HJ10"]
    assert findings(told, records, differences, DAY) == ()
    told, served = row(0, service="conscript")((declaration, records))
    differences = compared(told, served)
    assert [d.code for d in differences] == ["HJ11"]
    assert findings(told, RegisterSlice(), differences, DAY) == ()


@pytest.mark.parametrize(("place", "relation"), [(0, "10"), (1, "99")])
def test_that_only_the_heads_spouse_stands_to_the_head_as_one(
    place: int,
    relation: str,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    wed = Marriage("20", BRIDE, "周某", date(2020, 1, 1))
    told, rows = row(place, marriage=wed)((declaration, records))
    (joined,) = (f for f in found(told, rows, compared) if f.newcomer)
    assert joined.newcomer is not None
    assert (joined.newcomer.id_number, joined.newcomer.relation) == (BRIDE, relation)


def test_that_a_divorced_spouse_joins_nobody(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    parted = Marriage("40", BRIDE, "周某", date(2020, 1, 1))
    told, rows = row(0, marriage=parted)((declaration, records))
    assert "HJ06" in {d.code for d in compared(told, rows)}
    assert found(told, rows, compared) == ()


def test_that_a_marriage_no_longer_in_the_register_joins_nobody(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    wed = Marriage("20", BRIDE, "周某", date(2020, 1, 1))
    told, rows = row(0, marriage=wed)((declaration, records))
    _, now = row(0, marriage=None)((declaration, records))
    assert findings(told, now, compared(told, rows), DAY) == ()


def test_that_the_wage_is_that_of_the_highest_base_and_none_without_rows(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    lower = insurance(id="r2", kind="失业保险", base=3000 * YUAN)
    rows = beside(records, insurance(), lower)
    (earned,) = found(declaration, rows, compared)
    assert lines(earned) == (4500_00, 0, 0)
    (unknown,) = findings(declaration, records, compared(declaration, rows), DAY)
    assert lines(unknown) == (0, 0, 0)


def test_that_what_others_earn_or_another_class_brings_is_not_taken_off(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    hers = Income("i2", "m2", IncomeKind.WAGE, "工资", monthly=1000 * YUAN)
    told = replace(declaration, incomes=(hers, PENSION, TRADE))
    (earned,) = found(told, beside(records, tax()), compared)
    assert lines(earned) == (4000_00, 0, 0)


def test_that_a_business_adds_neither_income_nor_capital_already_declared(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, incomes=(TRADE,), capital=100_000 * YUAN)
    rows = beside(records, business(capital=500_000 * YUAN))
    (run,) = found(told, rows, compared)
    assert lines(run) == (0, 0, 0)
    assert run.property is not None
    assert run.property.capital == 400_000 * YUAN


def test_that_a_shop_without_subscribed_capital_adds_none(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (run,) = found(declaration, beside(records, business()), compared)
    assert run.property is not None
    assert run.property.capital == 0


def test_that_of_a_pension_only_what_goes_beyond_the_declared_pensions_is_new(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    nameless = Income("i2", "m1", IncomeKind.TRANSFER, "", monthly=200 * YUAN, excluded_part=10_00)
    jobless = replace(nameless, id="i3", type="失业保险金", monthly=500 * YUAN, excluded_part=5_00)
    told = replace(declaration, incomes=(PENSION, nameless, jobless))
    paid = allowance(kind="城乡居民养老金", monthly=2600 * YUAN, excluded_part=143_00)
    (pension,) = found(told, beside(records, paid), compared)
    assert lines(pension) == (800_00, 0, 33_00)


def test_that_an_excluded_part_declared_too_high_takes_nothing_off(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, incomes=(PENSION,))
    paid = allowance(kind="企业职工基本养老金", monthly=2600 * YUAN, excluded_part=50_00)
    (pension,) = found(told, beside(records, paid), compared)
    assert lines(pension) == (1000_00, 0, 0)


def test_that_a_pension_since_corrected_below_the_declared_takes_nothing_off(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, incomes=(PENSION,))
    paid = allowance(kind="企业职工基本养老金", monthly=2600 * YUAN)
    differences = compared(told, beside(records, paid))
    corrected = beside(records, replace(paid, monthly=1500 * YUAN))
    (pension,) = findings(told, corrected, differences, DAY)
    assert lines(pension) == (0, 0, 0)


def test_that_a_certificate_that_ended_has_lapsed_and_one_in_force_has_not(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = said(declaration, disability=Disability(4, 1))
    (milder,) = found(told, beside(records, certificate()), compared)
    assert milder.person == FoundPerson(disability=Disability(4, 2), lapsed=False)
    (ended,) = found(told, beside(records, certificate(state="注销")), compared)
    assert ended.person == FoundPerson(disability=None, lapsed=True)


def test_that_an_employers_tax_of_a_part_of_the_year_is_taken_as_it_is(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, insurance(), tax(since=LAST.plus(-2), income=24_000 * YUAN))
    (earned,) = found(declaration, rows, compared)
    assert lines(earned) == (2000_00, 0, 0)
