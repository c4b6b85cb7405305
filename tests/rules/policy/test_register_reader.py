"""``[registers]``: what a pack says of the other departments, and a pack of before them."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Register
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PACK, PLAIN

KEYS = (
    "contribution_active_months",
    "income_tolerance",
    "policy_premium_from",
    "policy_cash_value_from",
    "consumption_share_of_means",
    "admission_months",
    "failed_visits",
    "failed_visits_within_months",
    "clue_days",
    "annual_report_by_end_of_month",
    "exclusive_benefits",
)
_LINE = re.compile(rf"^(?:{'|'.join(KEYS)}) = .*\n", re.MULTILINE)
OLD = _LINE.sub("", NATIONAL).replace(", other = 60", "")


def test_that_a_pack_of_before_has_what_the_first_pack_said() -> None:
    assert not any(f"{key} =" in OLD for key in KEYS)
    read = read_pack(PLAIN, "plain.toml", OLD)
    assert read.registers.others == PACK.registers.others
    assert read.registers.shelf_days[Register.OTHER] == 60


def test_that_a_place_may_set_each_of_its_own() -> None:
    own = """
[registers]
contribution_active_months = 1
income_tolerance = 0.25
policy_premium_from = 5000
policy_cash_value_from = 9000.50
consumption_share_of_means = 1.5
admission_months = 0
failed_visits = 3
failed_visits_within_months = 2
clue_days = 10
annual_report_by_end_of_month = 4
exclusive_benefits = { "特困" = ["低保"] }
"""
    assert read_pack(PLAIN + own, "p.toml", NATIONAL).registers.others == replace(
        PACK.registers.others,
        active_months=1,
        tolerance=Fraction(1, 4),
        premium=5000_00,
        cash_value=9000_50,
        consumption=Fraction(3, 2),
        admission_months=0,
        failed_visits=3,
        access_months=2,
        clue_days=10,
        reported_by=4,
        exclusive=frozenset({frozenset({"特困", "低保"})}),
    )


@pytest.mark.parametrize(
    "line",
    [
        "contribution_active_months = 0",
        "income_tolerance = 2",
        "policy_premium_from = -1",
        'clue_days = "soon"',
        "annual_report_by_end_of_month = 0",
        "annual_report_by_end_of_month = 13",
        'exclusive_benefits = { "特困" = "低保" }',
        "failed_visit = 2",
    ],
)
def test_that_a_slip_is_told_with_its_key(line: str) -> None:
    with pytest.raises(UserError, match=f"registers.{line.split(' ', maxsplit=1)[0]}"):
        read_pack(f"{PLAIN}\n[registers]\n{line}\n", "p.toml", NATIONAL)
