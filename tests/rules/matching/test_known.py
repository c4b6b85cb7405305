from dataclasses import replace
from datetime import date

from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.declaration import (
    Authorisation,
    Declaration,
    DeclaredObligor,
    DeclaredPerson,
)
from caseworker_app.model.household import Household, Member
from caseworker_app.model.values import Month
from caseworker_app.rules.matching.known import known
from caseworker_app.rules.matching.people import KnownPerson

DAY = date(2026, 11, 22)
WANG, OLD, ZENG, FANG = (
    "330106195803120026",
    "330106580312002",
    "33010619870504001X",
    "330106198001010021",
)
HOME = Household(
    id="h1",
    number="1",
    category=Category.DIBAO,
    monthly=0,
    since=Month(2021, 7),
    head_id="m1",
    region="330106001002",
    village="香积社区",
    registered_address="香积寺路12号",
    living_address="文三路3号",
    phone="",
    hukou_number="OLD",
    members=(
        Member("m1", "王桂兰", WANG, "02", EmploymentStatus.RETIRED),
        Member("m2", "曾𬱟", ZENG, "20", EmploymentStatus.UNABLE),
    ),
)
DECLARED = Declaration(
    "h1",
    DAY,
    "330106001002",
    "H1",
    "m1",
    (
        DeclaredPerson("m1", "王桂兰", OLD, "30", "H1"),
        DeclaredPerson("m2", "曾𬱟", FANG, "10", "H1"),
    ),
    obligors=(DeclaredObligor("o1", "王芳", FANG, "30", ("m1",)),),
)
PLACES = ("香积寺路12号", "文三路3号")


def test_that_everybody_is_known_once_under_each_number() -> None:
    assert known(HOME, DECLARED, DAY) == (
        KnownPerson("h1", "m1", "王桂兰", WANG, PLACES, "H1"),
        KnownPerson("h1", "m2", "曾𬱟", ZENG, PLACES),
        KnownPerson("h1", "m2", "曾𬱟", FANG, PLACES),
        KnownPerson("h1", "o1", "王芳", FANG, PLACES),
    )


def test_that_a_household_that_declared_nothing_is_known_by_its_file() -> None:
    people = known(HOME, None, DAY)

    assert [person.number for person in people] == [WANG, ZENG]
    assert [person.booklet for person in people] == ["OLD", ""]
    assert not any(person.barred for person in people)


def test_that_with_each_stands_whether_the_rows_may_be_taken_in() -> None:
    given = replace(DECLARED, authorisations=(Authorisation("m1", DAY),))

    assert [person.barred for person in known(HOME, given, DAY)] == [
        "",
        "没有核对授权书",
        "没有核对授权书",
        "义务人没有同意核对",
    ]
