from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, strategies as st

from caseworker_app.model import id_number
from caseworker_app.rules.matching.index import PersonIndex
from caseworker_app.rules.matching.people import Answer, KnownPerson, Stated
from tests.rules.matching.people import number, slipped, told, town

BORN = date(1958, 3, 12)
NUMBER = number("33012219580312002")
PLACE = "桐庐县云溪镇云溪村12号"
WANG = KnownPerson("h1", "m1", "王桂兰", NUMBER, (f"浙江省杭州市{PLACE}", ""), booklet="H0001")
TOWN = town(300, Random(7))
INDEX = PersonIndex(TOWN)


def find(stated: Stated, *people: KnownPerson) -> Answer:
    return PersonIndex(people or (WANG,)).find(stated)


def reasons(stated: Stated, *people: KnownPerson) -> list[str]:
    answer = find(stated, *people)
    assert not answer.known
    return [candidate.reason for candidate in answer.candidates]


@pytest.mark.parametrize(
    "written", [NUMBER, f" {NUMBER[:6]} {NUMBER[6:]} ", "３３" + NUMBER[2:], "330122580312002"]
)
def test_that_a_good_number_joins_however_it_is_written(written: str) -> None:
    assert find(Stated(written, "另一个名字")) == Answer(known=(WANG,))


def test_that_a_person_known_in_two_households_is_joined_in_both() -> None:
    again = replace(WANG, household="h2", person="m9")

    assert find(Stated(NUMBER, ""), WANG, again).known == (WANG, again)


def test_that_name_birth_and_address_never_overrule_a_good_number_of_somebody_else() -> None:
    other = number("33012219580312004")

    assert find(Stated(other, "王桂兰", birth=BORN, address=PLACE)) == Answer()


def test_that_one_slip_with_name_and_birth_date_is_asked_about() -> None:
    assert reasons(Stated(NUMBER[:14] + "9" + NUMBER[15:], "王桂兰")) == [
        "号码第15位不同，姓名、出生日期相同"
    ]
    swapped = NUMBER[:12] + "21" + NUMBER[14:]
    assert reasons(Stated(swapped, " 王桂蘭 ", "王桂兰", birth=BORN)) == [
        "号码第13、14位颠倒，姓名、出生日期相同"
    ]


def test_that_a_slip_of_a_number_without_a_check_is_asked_about() -> None:
    assert reasons(Stated("330122580312007", "王桂兰")) == ["号码第15位不同，姓名、出生日期相同"]
    assert reasons(Stated("330122580313002", "王桂兰", birth=BORN)) == [
        "号码第12位不同，姓名、出生日期相同"
    ]


def test_that_a_slip_in_the_birth_date_says_that_nothing_else_gives_it() -> None:
    assert reasons(Stated(NUMBER[:12] + "92" + NUMBER[14:], "王桂兰")) == [
        "号码第13位不同，姓名相同；名单没有可核对的出生日期"
    ]


def test_that_another_birth_date_speaks_against_every_candidate() -> None:
    stated = Stated(NUMBER[:-1], "王桂兰", birth=date(1958, 3, 13), address=PLACE)

    assert find(stated) == Answer()


def test_that_name_birth_date_and_address_together_are_asked_about() -> None:
    assert reasons(Stated("", "王桂兰", birth=BORN, address=PLACE)) == [
        "没有号码，姓名、出生日期、住址相同"
    ]
    assert reasons(Stated("33012219580312", "王桂兰", birth=BORN, address=PLACE)) == [
        "号码有误，姓名、出生日期、住址相同"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        Stated("", "王桂兰"),
        Stated("", "王桂兰", birth=BORN),
        Stated("", "王桂兰", birth=BORN, address="12号"),
        Stated("", "王桂兰", birth=BORN, address="桐庐县云溪镇云溪村"),
        Stated("", "王桂兰", address=PLACE),
        Stated("", "王桂花", birth=BORN, address=PLACE),
        Stated("", "", birth=BORN, address=PLACE),
        Stated("无", "王桂兰"),
        Stated(NUMBER[:-2], "王桂兰"),
        Stated(NUMBER[:-1], "王"),
    ],
)
def test_that_less_than_that_leads_to_nobody(stated: Stated) -> None:
    assert find(stated, WANG, replace(WANG, person="m2", number="")) == Answer()


def test_that_a_faulty_number_on_file_joins_nobody_by_itself() -> None:
    faulty = replace(WANG, number="H0987654(3)")

    assert reasons(Stated("H09876543", "王桂兰"), faulty) == [
        "号码与档案相同但不合编码规则，姓名相同"
    ]
    assert find(Stated("H09876543", "李桂兰"), faulty) == Answer()


def test_that_two_equally_good_candidates_are_both_shown() -> None:
    right = number("33012219580312004")
    twin = replace(WANG, household="h0", person="m5", number=right)
    between = Stated(right[:17] + NUMBER[17], "王桂兰")

    answer = find(between, WANG, twin)

    assert [c.whom.person for c in answer.candidates] == ["m5", "m1"]
    assert answer == find(between, twin, WANG)


def test_that_one_person_under_two_numbers_is_shown_once_for_the_better_reason() -> None:
    slip = replace(WANG, number=NUMBER[:13] + "3" + NUMBER[14:])

    for people in ((WANG, slip), (slip, WANG)):
        (reason,) = reasons(Stated(NUMBER[:16] + "4" + NUMBER[17:], "王桂兰"), *people)
        assert reason == "号码第17位不同，姓名、出生日期相同"


def test_that_two_of_one_name_in_one_household_are_both_shown() -> None:
    twin = replace(WANG, person="m2", number=number("33012219580312004"))
    between = Stated(twin.number[:17] + NUMBER[17], "王桂兰")
    assert [c.whom.person for c in find(between, WANG, twin).candidates] == ["m1", "m2"]


def test_that_one_person_under_two_numbers_a_slip_away_is_shown_for_the_birth_date() -> None:
    typed = NUMBER[:16] + "4" + NUMBER[17:]
    other = replace(WANG, number=typed[:12] + "2" + typed[13:])
    for people in ((WANG, other), (other, WANG)):
        assert reasons(Stated(typed, "王桂兰"), *people) == ["号码第17位不同，姓名、出生日期相同"]


def test_that_the_better_founded_candidate_comes_first() -> None:
    typed = NUMBER[:17] + ("0" if NUMBER[17] != "0" else "1")
    same = replace(WANG, household="h4", number=typed)
    slip = replace(WANG, household="h3", addresses=())
    place = replace(WANG, household="h2", number=number("33012219580312115"))
    born = replace(WANG, household="h1", number=typed[:12] + "2" + typed[13:])
    assert reasons(Stated(typed, "王桂兰", address=PLACE), born, place, slip, same) == [
        "号码与档案相同但不合编码规则，姓名相同",
        "号码第18位不同，姓名、出生日期相同",
        "号码有误，姓名、出生日期、住址相同",
        "号码第13位不同，姓名相同；名单没有可核对的出生日期",
    ]


def test_that_a_person_on_file_without_a_name_is_not_meant_by_a_missing_former_name() -> None:
    nameless = replace(WANG, name="")
    assert find(Stated(NUMBER[:-1], "王桂兰"), nameless) == Answer()


def test_that_who_was_born_in_this_century_never_had_fifteen_digits() -> None:
    young = replace(WANG, number=number("33012220010312002"))
    assert find(Stated("330122010312007", "王桂兰"), young) == Answer()


def test_that_six_characters_with_a_number_are_an_address() -> None:
    short = Stated("", "王桂兰", birth=BORN, address="云溪村12号")
    assert reasons(short) == ["没有号码，姓名、出生日期、住址相同"]


def test_that_a_booklet_of_two_households_concerns_both() -> None:
    again = replace(WANG, household="h2", person="m9", number=number("33012219580312004"))
    newborn = Stated(number("33012220260312002"), "王小宝", booklet="H0001")
    assert find(newborn, WANG, again).booklet == (WANG, again)


def test_that_a_row_of_the_booklet_concerns_its_household() -> None:
    newborn = number("33012220260312002")

    assert find(Stated(newborn, "王小宝", booklet="H0001")) == Answer(booklet=(WANG,))
    assert find(Stated(newborn[:-1], "王小宝", booklet="H0001")) == Answer(booklet=(WANG,))
    assert find(Stated(newborn, "王小宝", booklet="H0002")) == Answer()
    assert find(Stated("", "王小宝", booklet="H0001")) == Answer()


@given(st.integers(0, 299), st.integers(0, 10**9), st.booleans())
def test_that_every_slip_leads_to_its_person_and_joins_nobody(n: int, seed: int, b: bool) -> None:  # noqa: FBT001  # drawn
    answer = INDEX.find(told(TOWN[n], slipped(TOWN[n].number, Random(seed)), with_birth=b))

    assert answer.known == ()
    assert TOWN[n].person in [candidate.whom.person for candidate in answer.candidates]


@given(
    st.one_of(st.text("0123456789Xx 　", max_size=20), st.sampled_from([p.number for p in TOWN])),
    st.one_of(st.text(max_size=4), st.sampled_from([p.name for p in TOWN])),
    st.one_of(st.none(), st.dates()),
    st.text(max_size=12),
)
def test_that_whatever_a_row_says_only_a_good_number_joins(
    typed: str, name: str, birth: date | None, address: str
) -> None:
    answer = INDEX.find(Stated(typed, name, birth=birth, address=address))

    upgraded = id_number.upgrade(id_number.normalise(typed))
    assert all(person.number == upgraded for person in answer.known)
    assert not (answer.known and answer.candidates)
    assert bool(answer.known) == any(person.number == upgraded for person in TOWN)


def test_that_slips_are_found_among_many_of_the_same_name() -> None:
    dice = Random(11)
    people = town(3_000, dice)
    index = PersonIndex(people)
    rows = [(p, told(p, slipped(p.number, dice), with_birth=dice.random() < 0.5)) for p in people]

    found = sum(
        person.person in [candidate.whom.person for candidate in index.find(row).candidates]
        for person, row in rows
    )
    alone = sum(len(index.find(row).candidates) == 1 for _, row in rows)

    assert len({p.name for p in people}) < len(people)
    assert found >= 0.998 * len(people)
    assert alone >= 0.99 * len(people)
