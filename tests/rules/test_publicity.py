from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.household import Member
from caseworker_app.model.id_number import check_digit
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.publicity import is_grown, shown_name
from tests.rules.packs import NATIONAL, PLAIN

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(PLAIN, "zj_demo.toml", NATIONAL)


def _member(one: str, name: str, born: str) -> Member:
    first = f"330106{born}001"
    return Member(one, name, first + check_digit(first), "02", EmploymentStatus.UNABLE)


CHILD = _member("m1", "沈小宝", "20120304")
YOUNGER = _member("m2", "欧阳小燕", "20150607")
GRANDMOTHER = _member("m3", "韩㛃", "19510705")
AUNT = _member("m4", "沈玉兰", "19850101")


def test_that_a_grown_head_is_shown_wherever_it_stands_in_the_file(pack: Pack) -> None:
    assert shown_name((GRANDMOTHER, CHILD, AUNT), "m4", DAY, pack) == "沈玉兰"


def test_that_the_first_grown_member_is_shown_where_the_head_is_a_minor(pack: Pack) -> None:
    assert shown_name((CHILD, YOUNGER, GRANDMOTHER, AUNT), "m1", DAY, pack) == "韩㛃"


def test_that_a_head_who_does_not_count_is_not_shown(pack: Pack) -> None:
    assert shown_name((GRANDMOTHER, CHILD), "m4", DAY, pack) == "韩㛃"


@pytest.mark.parametrize(("head", "shown"), [("m1", "沈某某"), ("m2", "欧某某"), ("m4", "沈某某")])
def test_that_no_name_is_shown_of_children_on_their_own(head: str, shown: str, pack: Pack) -> None:
    assert shown_name((CHILD, YOUNGER), head, DAY, pack) == shown


def test_that_a_name_is_hidden_where_nobody_can_tell_the_age(pack: Pack) -> None:
    unknown = replace(AUNT, id_number="H1234567")

    assert shown_name((unknown,), "m4", DAY, pack) == "沈某某"


def test_that_nobody_is_shown_where_nobody_counts(pack: Pack) -> None:
    assert not shown_name((), "m1", DAY, pack)


@pytest.mark.parametrize(
    ("day", "grown"), [(date(2030, 3, 3), False), (date(2030, 3, 4), True), (DAY, False)]
)
def test_that_a_child_is_of_age_on_the_eighteenth_birthday(
    day: date, *, grown: bool, pack: Pack
) -> None:
    assert is_grown(CHILD, day, pack) is grown


def test_that_an_old_number_of_fifteen_digits_tells_the_age(pack: Pack) -> None:
    assert is_grown(replace(AUNT, id_number="330106850101001"), DAY, pack)
