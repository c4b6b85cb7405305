"""The comparison as a whole: silent on agreement, steady, blind to names, honest on age."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import (
    Custody,
    RegisterSlice,
)

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]

shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
"""The fixtures are frozen values: nothing leaks from one example to the next."""


@pytest.fixture
def troubled(records: RegisterSlice) -> RegisterSlice:
    """Registers that disagree in many ways at once."""
    head, wife, son = records.persons
    car, home = records.vehicles[0], records.estates[0]
    return RegisterSlice(
        persons=(
            replace(head, custody=Custody("prison", date(2025, 8, 1))),
            replace(wife, staff_relative="王某（村委会）", marriage=None),
            replace(son, name="陈晓山", staff_relative="王某（村委会）"),
            replace(son, id="p/4", id_number="330199198001010093"),
        ),
        vehicles=(
            replace(car, mortgaged=True, price=300_000_00),
            replace(car, id="c2", plate="浙A77777", vin="LSVAB2180F2000002"),
            replace(car, id="c3", plate="浙A88888", vin="LSVAB2180F2000003", status="P"),
        ),
        estates=(
            replace(home, rented_out=True, mortgaged=True),
            replace(home, id="f2", unit_number="", location="城南路3号", area=90_00),
            replace(home, id="f3", unit_number="", location="城北路1号", state="2"),
        ),
    )


def test_that_agreement_raises_nothing(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert compared(declaration, records) == ()


def test_that_an_empty_register_raises_nothing(
    declaration: Declaration, compared: Compared
) -> None:
    assert compared(declaration, RegisterSlice()) == ()


def test_that_the_gravest_come_first_with_steady_ids(
    declaration: Declaration, troubled: RegisterSlice, compared: Compared
) -> None:
    assert [f"{item.level.zh} {item.id}" for item in compared(declaration, troubled)] == [
        "红 HJ10:p1",
        "红 CL01:c2",
        "红 CL08:c1",
        "红 FC01:f2",
        "红 FC02:m1",
        "橙 HJ04:p_4",
        "橙 HJ14:p2",
        "橙 FC09:f1",
        "黄 HJ09:m3",
        "黄 CL11:c1",
        "黄 FC14:f1",
        "蓝 CL03:c3",
        "蓝 FC11:f3",
    ]


@shared
@given(data=st.data())
def test_that_order_and_repetition_of_rows_change_nothing(
    data: st.DataObject, declaration: Declaration, troubled: RegisterSlice, compared: Compared
) -> None:
    shuffled = RegisterSlice(
        tuple(data.draw(st.permutations(troubled.persons * 2))),
        tuple(data.draw(st.permutations(troubled.vehicles * 2))),
        tuple(data.draw(st.permutations(troubled.estates * 2))),
    )
    told = replace(declaration, persons=tuple(data.draw(st.permutations(declaration.persons))))
    assert compared(told, shuffled) == compared(declaration, troubled)


def test_that_of_two_answers_to_one_row_the_later_holds(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    head = records.persons[0]
    source = replace(head.source, as_of=date(2026, 2, 1))
    earlier = replace(head, source=source, custody=Custody("prison", date(2025, 8, 1)))
    for rows in ((earlier, *records.persons), (*records.persons, earlier)):
        assert compared(declaration, replace(records, persons=rows)) == ()


def test_that_of_two_answers_of_one_day_the_later_batch_holds(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    head = records.persons[0]
    source = replace(head.source, department="省公安 户籍", batch="B0")
    earlier = replace(head, source=source, custody=Custody("prison", date(2025, 8, 1)))
    assert compared(declaration, replace(records, persons=(earlier, *records.persons))) == ()


def test_that_of_two_answers_the_later_day_holds_whatever_its_batch(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    head = records.persons[0]
    source = replace(head.source, as_of=date(2026, 2, 1), batch="B9")
    earlier = replace(head, source=source, custody=Custody("prison", date(2025, 8, 1)))
    assert compared(declaration, replace(records, persons=(*records.persons, earlier))) == ()


def test_that_two_answers_of_one_batch_give_one_result_in_any_order(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    head = records.persons[0]
    other = replace(head, custody=Custody("prison", date(2025, 8, 1)))
    one = compared(declaration, replace(records, persons=(other, *records.persons)))
    assert compared(declaration, replace(records, persons=(*records.persons, other))) == one


def test_that_a_name_in_doubt_shows_the_rows_it_was_read_from(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    named = replace(records.persons[2], name="陈晓山")
    (item,) = compared(declaration, replace(records, persons=(*records.persons[:2], named)))
    assert item.record_ids == ("p3",)


@shared
@given(family=st.sampled_from(["王", "欧阳", "周", "陈"]), staff=st.sampled_from(["王某", "陈某"]))
def test_that_a_surname_decides_nothing(
    family: str,
    staff: str,
    declaration: Declaration,
    troubled: RegisterSlice,
    compared: Compared,
) -> None:
    told = replace(
        declaration,
        persons=tuple(replace(p, name=family + p.name[1:]) for p in declaration.persons),
    )
    rows = replace(
        troubled,
        persons=tuple(
            replace(r, name=family + r.name[1:], staff_relative=r.staff_relative and staff)
            for r in troubled.persons
        ),
        vehicles=tuple(replace(r, owner_name=family) for r in troubled.vehicles),
        estates=tuple(replace(r, owner_name=family) for r in troubled.estates),
    )
    ids = [item.id for item in compared(declaration, troubled)]
    assert sorted(item.id for item in compared(told, rows)) == sorted(ids)


def test_that_a_namesake_owns_nothing_here(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    number = "330199197503140993"
    car = replace(records.vehicles[0], id="c9", plate="浙A77777", owner_id_number=number)
    house = replace(records.estates[0], id="f9", location="城南路3号", owner_id_number=number)
    rows = RegisterSlice(
        records.persons,
        (*records.vehicles, car),
        (*records.estates, replace(house, unit_number="")),
    )
    assert compared(declaration, rows) == ()


def test_that_a_blank_number_joins_nobody_to_anything(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    unknown = replace(declaration.persons[2], id_number=" ")
    told = replace(declaration, persons=(*declaration.persons[:2], unknown), vehicles=())
    car = replace(records.vehicles[0], owner_id_number="")
    nobody = replace(records.persons[2], id_number="")
    rows = replace(records, persons=(*records.persons[:2], nobody), vehicles=(car,))
    assert [item.id for item in compared(told, rows)] == ["HJ09:m3"]


def test_that_a_number_of_fifteen_digits_finds_its_owner(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    number = declaration.persons[0].id_number
    car = replace(records.vehicles[0], owner_id_number=number[:6] + number[8:17])
    rows = replace(records, vehicles=(car,))
    assert [item.code for item in compared(replace(declaration, vehicles=()), rows)] == ["CL01"]


@pytest.mark.parametrize(
    ("as_of", "expires", "stale"),
    [
        (date(2026, 2, 8), date(2026, 6, 1), False),
        (date(2026, 2, 7), date(2026, 6, 1), True),
        (date(2026, 3, 1), date(2026, 3, 10), False),
        (date(2026, 3, 1), date(2026, 3, 9), True),
    ],
)
def test_that_traffic_data_is_stale_after_thirty_days_or_when_expired(
    as_of: date,
    expires: date,
    *,
    stale: bool,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    car = records.vehicles[0]
    source = replace(car.source, as_of=as_of, expires=expires)
    rows = replace(records, vehicles=(replace(car, source=source),))
    (item,) = compared(replace(declaration, vehicles=()), rows)
    assert (item.stale, item.source) == (stale, source)


def test_that_the_oldest_of_several_rows_decides_the_age(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    home = records.estates[0]
    old = replace(home.source, as_of=date(2025, 3, 1))
    second = replace(home, id="f2", unit_number="", location="城南路3号", source=old)
    found = compared(declaration, replace(records, estates=(home, second)))
    assert {item.code: (item.stale, item.source) for item in found} == {
        "FC01": (True, old),
        "FC02": (True, old),
    }


def test_that_of_rows_of_one_day_the_first_batch_is_named(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    home = records.estates[0]
    wife = declaration.persons[1].id_number
    hers = replace(home, id="f2", owner_id_number=wife, source=replace(home.source, batch="B0"))
    (item,) = compared(replace(declaration, estates=()), replace(records, estates=(home, hers)))
    assert item.source == hers.source


def test_that_namesakes_come_in_one_order_however_they_were_declared(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    named = tuple(replace(person, name="陈某") for person in declaration.persons)
    for persons in (named, named[::-1]):
        found = compared(replace(declaration, persons=persons), records)
        assert [item.id for item in found] == ["HJ09:m1", "HJ09:m2", "HJ09:m3"]


def test_that_of_one_kind_the_subjects_stand_together(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    names = ("甲某", "乙某", "甲某")
    persons = tuple(
        replace(p, name=name) for p, name in zip(declaration.persons, names, strict=True)
    )
    found = compared(replace(declaration, persons=persons), records)
    assert [item.id for item in found] == ["HJ09:m2", "HJ09:m1", "HJ09:m3"]


def test_that_first_checks_count_from_the_declaration(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    car = replace(records.vehicles[0], registered=date(2025, 1, 1))
    rows = replace(records, vehicles=(car,))
    assert compared(declaration, rows) == ()
    (item,) = compared(replace(declaration, last_check=None), rows)
    assert item.code == "CL09"
