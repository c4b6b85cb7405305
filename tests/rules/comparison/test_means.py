"""财产与消费: the limits to the fen, and how accounts, insurances and meters are told."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from caseworker_app.model.codes import Level, RigidKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import RigidExpense
from caseworker_app.model.register import RegisterSlice
from tests.rules.comparison.conftest import DAY
from tests.rules.comparison.other_rows import (
    YUAN,
    asset,
    attempt,
    beside,
    consumption,
    policy,
    said,
)

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
LIMIT = 4 * 12 * 1301 * YUAN
"""Four years of the standard a head."""
SPENDING = 1301 * 12 * 3 * 60
"""60 % of what three people have in a year at the standard, in fen."""


def levels(found: tuple[Discrepancy, ...]) -> list[Level]:
    return [difference.level for difference in found]


def alone(declaration: Declaration) -> Declaration:
    """Return the declaration of a household of which the head alone is left."""
    return said(said(declaration, 1, whereabouts="死亡"), 2, whereabouts="死亡")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (asset(balance=3 * LIMIT), [Level.RED]),
        (asset(balance=3 * LIMIT - 1), []),
        (asset(balance=4 * LIMIT, average=3 * LIMIT), [Level.RED]),
        (asset(balance=4 * LIMIT, average=3 * LIMIT - 1), [Level.YELLOW]),
    ],
)
def test_that_money_must_stay_below_the_limit_of_three_heads(
    row: DepartmentRecord,
    expected: list[Level],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    assert levels(compared(declaration, beside(records, row))) == expected


def test_that_one_person_left_has_the_limit_of_one_head(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, asset(balance=LIMIT))
    found = [d for d in compared(alone(declaration), rows) if d.code == "SR06"]
    assert levels(tuple(found)) == [Level.RED]


def test_that_a_household_of_whom_all_have_died_has_no_money_to_be_measured(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    gone = said(alone(declaration), 0, whereabouts="死亡")
    codes = {d.code for d in compared(gone, beside(records, asset(), attempt(DAY)))}
    assert not codes & {"SR06", "SR08"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (policy(cash_value=50_000 * YUAN), [Level.YELLOW]),
        (policy(cash_value=50_000 * YUAN - 1), []),
        (policy(cash_value=0, premium=20_000 * YUAN), [Level.YELLOW]),
        (policy(cash_value=0, premium=20_000 * YUAN - 1), []),
    ],
)
def test_that_an_insurance_is_large_from_the_amount_the_place_names(
    row: DepartmentRecord,
    expected: list[Level],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    assert levels(compared(declaration, beside(records, row))) == expected


def test_that_only_a_payer_outside_the_household_is_told(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (found,) = compared(declaration, beside(records, policy()))
    assert found.registered == "某保险人寿保险，年保费0元，现金价值80,000元"


def test_that_spending_is_beyond_the_means_only_above_the_share(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert compared(declaration, beside(records, consumption(annual=SPENDING))) == ()
    (found,) = compared(declaration, beside(records, consumption(annual=SPENDING + 1)))
    assert found.registered == "旅游一年28,101.61元"


def test_that_one_person_left_lives_on_the_means_of_one(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, consumption(annual=12_000 * YUAN))
    (found,) = [d for d in compared(alone(declaration), rows) if d.code == "SR08"]
    assert found.declared == "每年收入（含救助标准）约15,612元"


@pytest.mark.parametrize(("own", "level"), [(SPENDING, Level.BLUE), (SPENDING + 1, Level.ORANGE)])
def test_that_a_shared_meter_does_not_excuse_what_the_household_spends_alone(
    own: int, level: Level, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    shared = consumption(id="e2", kind="电", shared=True)
    found = compared(declaration, beside(records, consumption(annual=own), shared))
    assert levels(found) == [level]


@pytest.mark.parametrize(
    ("travels", "level"), [(SPENDING, Level.YELLOW), (SPENDING + 1, Level.ORANGE)]
)
def test_that_the_power_of_the_ill_does_not_excuse_their_travels(
    travels: int, level: Level, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, rigid=(RigidExpense(RigidKind.MEDICAL, 1),))
    power = consumption(id="e2", kind="电")
    found = compared(told, beside(records, consumption(annual=travels), power))
    assert levels(found) == [level]
