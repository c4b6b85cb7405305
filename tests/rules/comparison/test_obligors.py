"""义务人: from which income and money an obligor is able, and whose rows are looked at."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from caseworker_app.model.declaration import Declaration, DeclaredObligor
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import RegisterSlice
from tests.rules.comparison.conftest import number
from tests.rules.comparison.other_rows import YUAN, asset, beside, tax

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
CHILD = number("19990101", 7)
OBLIGOR = DeclaredObligor("o1", "陈大海", CHILD, "22", ("m1",), consented=True)
STANDARD = 1301 * YUAN
SIX_YEARS = 6 * 12 * STANDARD
"""The money limit of 低边 for one person."""


@pytest.mark.parametrize(
    ("row", "registered"),
    [
        (tax(id_number=CHILD, income=12 * STANDARD), None),
        (tax(id_number=CHILD, income=12 * (STANDARD + YUAN)), "个税申报月均1,302元"),
        (asset(id_number=CHILD, balance=SIX_YEARS - 1), None),
        (asset(id_number=CHILD, balance=SIX_YEARS), "金融资产93,672元"),
    ],
)
def test_that_an_obligor_is_able_above_the_standard_or_from_the_money_limit_on(
    row: DepartmentRecord,
    registered: str | None,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    told = replace(declaration, obligors=(OBLIGOR,))
    found = compared(told, beside(records, row))
    assert [(d.member_id, d.registered) for d in found] == ([("m1", registered)] * bool(registered))


def test_that_what_the_household_has_is_not_the_obligors(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, obligors=(OBLIGOR,))
    rows = beside(records, tax(income=180_000 * YUAN), asset(balance=150_000 * YUAN))
    assert [d.code for d in compared(told, rows)] == ["SR03"]
