"""市场主体: how an enterprise is told, and which ones are graver than others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseworker_app.model.codes import Level
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import DAY
from tests.rules.comparison.other_rows import YUAN, beside, business

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]


def test_that_capital_within_the_limit_and_a_shop_that_earns_are_told_plainly(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (small,) = compared(declaration, beside(records, business(capital=100_000 * YUAN)))
    assert small.registered == "陈记便利店（个体工商户），经营者，存续，认缴100,000元"
    (none,) = compared(declaration, beside(records, business()))
    assert none.registered == "陈记便利店（个体工商户），经营者，存续"


def test_that_an_enterprise_without_a_name_stands_under_its_owner_and_its_code(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    row = business(title="", credit_code="92330199MA00000000", kind="公司")
    (found,) = compared(declaration, beside(records, row))
    assert found.subject == "陈大山"
    assert found.registered.startswith("92330199MA00000000（公司）")
    (named,) = compared(declaration, beside(records, business()))
    assert named.subject == "陈记便利店"


@pytest.mark.parametrize(
    "row", [{"kind": "农民专业合作社", "role": "法定代表人"}, {"kind": "公司", "role": "成员"}]
)
def test_that_only_a_simple_member_of_a_co_operative_is_a_mere_hint(
    row: dict[str, Any], declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (found,) = compared(declaration, beside(records, business(**row)))
    assert found.level is Level.ORANGE


@pytest.mark.parametrize(
    ("day", "last_report", "level"),
    [
        (DAY, 2024, Level.ORANGE),
        (DAY, 2023, Level.YELLOW),
        (date(2026, 6, 30), 2024, Level.ORANGE),
        (date(2026, 7, 1), 2024, Level.YELLOW),
        (date(2026, 7, 1), 2025, Level.ORANGE),
    ],
)
def test_that_a_shop_is_silent_once_a_report_due_by_the_end_of_june_lacks(
    day: date,
    last_report: int,
    level: Level,
    declaration: Declaration,
    records: RegisterSlice,
    pack: Pack,
) -> None:
    rows = beside(records, business(last_report=last_report))
    found = compare(declaration, rows, pack, day)
    assert [d.level for d in found if d.code == "SR05"] == [level]


def test_that_a_place_says_by_which_month_reports_are_in(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    others = replace(pack.registers.others, reported_by=3)
    place = replace(pack, registers=replace(pack.registers, others=others), changes=())
    rows = beside(records, business(last_report=2024))
    found = compare(declaration, rows, place, date(2026, 4, 1))
    assert [d.level for d in found if d.code == "SR05"] == [Level.YELLOW]
