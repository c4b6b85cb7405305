"""程序: rows left unused without an authorisation, visits that failed, the term of a clue."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseworker_app.model.declaration import Authorisation, Declaration
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import DAY, HEAD
from tests.rules.comparison.other_rows import (
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
    school,
    tax,
)

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
SIGNED = date(2025, 11, 20)
OTHERS = (Authorisation("m2", SIGNED), Authorisation("m3", SIGNED))

ASKED = (
    insurance(), allowance(), tax(), fund(), business(), asset(), policy(), consumption(),
    certificate(), school(id_number=HEAD),
)  # fmt: skip


@pytest.mark.parametrize("row", ASKED, ids=[type(row).__name__ for row in ASKED])
def test_that_no_row_of_any_department_is_used_without_an_authorisation(
    row: DepartmentRecord, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, authorisations=OTHERS)
    (found,) = compared(told, beside(records, row))
    assert found.code == "SR13"
    assert found.registered == "无有效的核对授权书，其社保、个税、金融等1条数据不予使用"


def test_that_of_the_authorisations_that_ended_the_last_is_told(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    ended = (
        Authorisation("m1", date(2024, 5, 6), date(2025, 5, 5)),
        Authorisation("m1", date(2025, 5, 6), DAY - timedelta(days=1)),
        Authorisation("m1", DAY + timedelta(days=1), date(2027, 3, 10)),
    )
    told = replace(declaration, authorisations=(*OTHERS, *ended))
    (found,) = compared(told, records)
    assert found.declared == "陈大山，授权书已于 2026-03-09 到期"


def test_that_failed_visits_of_the_last_six_months_count_with_both_ends(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    first = date(2025, 9, 10)
    before = first - timedelta(days=1)
    (found,) = compared(declaration, beside(records, attempt(DAY), attempt(first)))
    assert found.registered == "2025-09-10 无人在家；2026-03-10 无人在家"
    assert compared(declaration, beside(records, attempt(DAY), attempt(before))) == ()


def test_that_a_clue_of_today_is_open_and_one_closed_today_is_not(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert [d.code for d in compared(declaration, beside(records, clue(received=DAY)))] == ["SR15"]
    assert compared(declaration, beside(records, clue(closed=DAY))) == ()


def test_that_a_clue_is_late_from_the_day_after_its_term(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    due = clue(received=DAY - timedelta(days=15))
    (found,) = compared(declaration, beside(records, due))
    assert found.registered == "2026-02-23 12345热线匿名反映，应于 2026-03-10 前核实"


def test_that_the_places_own_time_for_complaints_goes_before_the_usual_one(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    local = pack.time_limits.limits["complaint"]._replace(length=30)
    limits = {**pack.time_limits.limits, "complaint": local}
    place = replace(pack, time_limits=replace(pack.time_limits, limits=limits), changes=())
    (found,) = compare(declaration, beside(records, clue()), place, DAY)
    assert "应于 2026-03-31 前核实" in found.registered
