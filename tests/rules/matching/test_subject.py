from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from caseworker_app.model.departments import Insurance
from caseworker_app.model.register import AnyRecord, EstateRecord, PersonRecord, VehicleRecord
from caseworker_app.model.source import Source
from caseworker_app.rules.matching.people import Stated
from caseworker_app.rules.matching.subject import about, stated, subject

SOURCE = Source("公安", date(2026, 11, 1), "b1", date(2026, 12, 31))
OLD = "330122580312002"
NEW = "330122195803120025"
PERSON = PersonRecord("p", SOURCE, OLD, "王桂兰", "H1", former_name="王小兰", address="云溪村1号")
ROWS: list[AnyRecord] = [
    PERSON,
    VehicleRecord("v", SOURCE, OLD, "王桂兰", "浙A12345", "02", "LVIN", "小型轿车"),
    EstateRecord("e", SOURCE, OLD, "王桂兰", "", "", "云溪村1号", "10", 1, share=Fraction(1, 2)),
    Insurance("i", SOURCE, OLD, "王桂兰"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_that_every_row_says_whom_it_is_about_and_can_be_about_another(row: AnyRecord) -> None:
    assert subject(row)[:17] == NEW[:17]
    assert stated(row).name == "王桂兰"
    other = about(row, "330122198704011234")
    assert stated(other) == replace(stated(row), number="330122198704011234")
    assert about(other, OLD) == row


def test_that_a_person_row_says_more_about_its_person() -> None:
    born = date(1958, 3, 12)

    assert stated(PERSON, born) == Stated(OLD, "王桂兰", "王小兰", born, "云溪村1号", "H1")
    assert stated(ROWS[1], born).birth == born
    assert stated(ROWS[3], born).birth == born


def test_that_a_collective_booklet_leads_to_no_household() -> None:
    assert stated(replace(PERSON, hukou_kind="集体户")).booklet == ""
