"""待遇: pensions beside what was declared of them, and benefits that exclude each other."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from caseworker_app.model.codes import Category, IncomeKind, Level
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import DAY
from tests.rules.comparison.other_rows import YUAN, allowance, beside

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
PENSION = Income("i1", "m1", IncomeKind.TRANSFER, "职工养老金", monthly=1600 * YUAN)
CENTRAL = allowance(kind="中央基础养老金", monthly=143_00, excluded_part=143_00)


def test_that_two_pensions_of_one_person_are_one_sum(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, incomes=(PENSION,))
    rows = (
        allowance(kind="企业职工基本养老金", monthly=1500 * YUAN),
        allowance(id="r2", kind="企业年金退休待遇", monthly=500 * YUAN),
    )
    (found,) = compared(told, beside(records, *rows))
    assert found.declared == "陈大山，申报养老金每月1,600元"
    assert found.registered == (
        "企业职工基本养老金 每月1,500元，最近发放 2026-02；"
        "企业年金退休待遇 每月500元，最近发放 2026-02"
    )


def test_that_a_declared_pension_does_not_speak_for_the_unemployment_benefit(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, incomes=(PENSION,))
    (found,) = compared(told, beside(records, allowance()))
    assert found.declared == "陈大山，未申报失业保险金"


def test_that_a_transfer_declared_without_its_name_speaks_for_any_benefit(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, incomes=(replace(PENSION, type=""),))
    assert compared(told, beside(records, allowance())) == ()


def test_that_the_central_pension_is_named_though_it_is_not_counted(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (found,) = compared(declaration, beside(records, CENTRAL))
    assert found.level is Level.BLUE
    assert found.registered == "中央基础养老金 每月143元，最近发放 2026-02，均不计入收入"


def test_that_the_central_pension_counts_where_it_is_no_longer_left_out(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    counted = replace(pack.income, exclude_central_pension=False)
    place = replace(pack, income=counted, changes=())
    (found,) = compare(declaration, beside(records, CENTRAL), place, DAY)
    assert found.level is Level.ORANGE
    assert found.registered == "中央基础养老金 每月143元，最近发放 2026-02"


@pytest.mark.parametrize(
    ("place", "last_paid", "codes"),
    [
        ("330199001001", Month(2026, 2), ["SR12"]),
        ("330199001001", Month(2025, 6), []),
        ("360199001201", Month(2026, 2), ["HJ13"]),
    ],
)
def test_that_only_what_is_still_paid_here_is_drawn_beside_the_households_benefit(
    place: str,
    last_paid: Month,
    codes: list[str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    told = replace(declaration, category=Category.DIBAO)
    row = allowance(kind="特困供养", place=place, last_paid=last_paid)
    assert [d.code for d in compared(told, beside(records, row))] == codes
