"""残疾与就学: which of several certificates and schools counts, and how one that ended is told."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caseworker_app.model.codes import EmploymentStatus, Level
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Disability
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison.standing import enrolled, valid
from tests.rules.comparison.conftest import DAY
from tests.rules.comparison.other_rows import beside, certificate, said, school

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
YESTERDAY = DAY - timedelta(days=1)
LEGS = Disability(4, 2)
PUPIL: dict[str, Any] = {"study": "senior_secondary"}


def test_that_a_certificate_and_a_school_hold_on_their_last_day() -> None:
    held, attended = certificate(valid_until=DAY), school(graduates=DAY)
    assert valid((held,), DAY) is held
    assert enrolled((attended,), DAY) is attended
    assert valid((certificate(valid_until=YESTERDAY),), DAY) is None
    assert enrolled((school(graduates=YESTERDAY),), DAY) is None


def test_that_the_certificate_issued_last_counts_in_any_order_of_the_rows() -> None:
    dated = certificate(id="d1", issued=date(2020, 1, 1))
    later = certificate(id="d0", issued=date(2024, 1, 1))
    undated = certificate(id="d9")
    twin = certificate(id="d2", issued=date(2020, 1, 1))
    assert valid((later, dated, undated), DAY) is valid((undated, dated, later), DAY) is later
    assert valid((dated, twin), DAY) is valid((twin, dated), DAY) is twin


def test_that_the_school_entered_last_counts_in_any_order_of_the_rows() -> None:
    first = school(id="s1", enrolled=date(2022, 9, 1))
    later = school(id="s0", enrolled=date(2025, 9, 1))
    unknown = school(id="s9")
    twin = school(id="s2", enrolled=date(2022, 9, 1))
    assert enrolled((later, first, unknown), DAY) is enrolled((unknown, first, later), DAY) is later
    assert enrolled((first, twin), DAY) is enrolled((twin, first), DAY) is twin


def test_that_of_certificates_that_ended_the_last_is_told(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = (
        certificate(id="d0", issued=date(2024, 1, 1), state="注销"),
        certificate(id="d1", issued=date(2014, 1, 1), valid_until=date(2024, 1, 1)),
        certificate(id="d2", state="冻结"),
    )
    (found,) = compared(said(declaration, disability=LEGS), beside(records, *rows))
    assert found.record_ids == ("d0",)
    assert found.registered == "残疾证已失效，注销"


def test_that_of_schools_that_ended_the_last_is_told(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = (
        school(id="s0", state="退学", graduates=date(2025, 7, 1)),
        school(id="s1", stage="义务教育", state="毕业", graduates=date(2023, 7, 1)),
        school(id="s2", state="休学"),
    )
    (found,) = compared(said(declaration, 2, **PUPIL), beside(records, *rows))
    assert found.record_ids == ("s0",)
    assert found.registered == "云溪中学高中阶段，退学 2025-07-01"


def test_that_somebody_idle_who_attends_a_school_is_told_as_no_pupil(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = said(declaration, 2, whereabouts="在家", status=EmploymentStatus.IDLE)
    (found,) = compared(told, beside(records, school(graduates=date(2027, 7, 1))))
    assert found.declared == "陈小山，不在校"
    assert found.registered == "云溪中学高中阶段，在读"


def test_that_who_is_declared_at_school_without_a_stage_is_a_pupil(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    row = school(graduates=date(2025, 7, 1))
    (found,) = compared(declaration, beside(records, row))
    assert (found.declared, found.level) == ("陈小山，在校", Level.YELLOW)


@pytest.mark.parametrize(
    ("graduates", "level"),
    [
        (DAY, Level.BLUE),
        (date(2025, 12, 10), Level.BLUE),
        (date(2025, 12, 9), Level.YELLOW),
        (DAY + timedelta(days=1), Level.YELLOW),
    ],
)
def test_that_admission_to_the_next_school_may_be_awaited_for_three_months(
    graduates: date,
    level: Level,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    row = school(state="毕业", graduates=graduates)
    (found,) = compared(said(declaration, 2, **PUPIL), beside(records, row))
    assert found.level is level


def test_that_a_school_is_told_as_attended_on_its_last_day(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    row = school(graduates=DAY, full_time=False)
    (found,) = compared(said(declaration, 2, **PUPIL), beside(records, row))
    assert found.registered == "云溪中学高中阶段，非全日制，在读"
