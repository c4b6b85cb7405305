"""What registers show of the household that nobody has written down."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.departments import Funeral, Schooling
from caseworker_app.model.register import Custody, Marriage, PersonRecord, RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.rules.changes.apply import apply
from caseworker_app.rules.changes.known import Hint, hints
from tests.rules.changes.homes import DAY, MEMBERS, VISIT, about, number

POLICE = Source("公安户籍", date(2026, 10, 31), "b1", date(2027, 1, 31))
FUNERALS = replace(POLICE, department="民政殡葬")


def row(who: int, **facts: object) -> PersonRecord:
    member = MEMBERS[who - 1]
    plain = PersonRecord(f"r{who}", POLICE, member.id_number, member.name, "H0427")
    return replace(plain, **facts)  # type: ignore[arg-type]  # fields of a row


def found(*rows: PersonRecord, **more: object) -> tuple[Hint, ...]:
    return hints(VISIT, replace(RegisterSlice(persons=rows), **more))  # type: ignore[arg-type]  # lists


def test_that_a_death_is_known_from_funeral_house_and_booklet_once() -> None:
    funeral = Funeral("f1", FUNERALS, MEMBERS[0].id_number, date(2026, 9, 28), "王桂兰")
    (hint,) = found(row(1, death=date(2026, 9, 28)), funerals=(funeral,))
    assert (hint.kind, hint.who, hint.day) == (ChangeKind.DEATH, "m1", date(2026, 9, 28))
    assert hint.source == "民政殡葬 2026-10-31"


def test_that_a_newborn_of_the_booklet_is_offered_with_everything() -> None:
    baby = number("20260302", "005")
    new = PersonRecord("r9", POLICE, baby, "李小小", "H0427", moved_in_reason="出生")
    (hint,) = found(new)
    assert (hint.kind, hint.name, hint.number) == (ChangeKind.BIRTH, "李小小", baby)
    assert (hint.day, hint.relation) == (date(2026, 3, 2), "20")


def test_that_who_moved_in_or_was_adopted_is_told_apart() -> None:
    child, grown = number("20200302", "004"), number("19900302", "004")
    rows = (
        PersonRecord("r8", POLICE, child, "小花", "H0427", moved_in_reason="收养"),
        PersonRecord("r9", POLICE, grown, "大花", "H0427", moved_in=date(2026, 5, 1)),
    )
    assert [hint.kind for hint in found(*rows)] == [ChangeKind.ADOPTION, ChangeKind.MOVE_IN]


def test_that_strangers_and_people_gone_are_not_offered() -> None:
    other = number("19900302", "004")
    away = PersonRecord("r9", POLICE, other, "甲", "H0427", moved_out=date(2026, 5, 1))
    assert found(away) == ()
    assert found(replace(away, moved_out=None, hukou_number="H9")) == ()
    assert found(replace(away, moved_out=None, hukou_kind="集体户")) == ()


def test_that_a_spouse_of_the_marriage_register_comes_as_the_head_names_one() -> None:
    spouse = number("19600202", "001")
    (hint,) = found(row(1, marriage=Marriage("21", spouse, "老张", date(2026, 6, 1))))
    assert (hint.kind, hint.number, hint.relation) == (ChangeKind.MARRIAGE, spouse, "10")
    couple = row(2, marriage=Marriage("21", MEMBERS[2].id_number, "赵玲", date(2016, 6, 1)))
    assert found(couple) == ()


def test_that_a_divorced_spouse_on_the_list_is_offered_to_leave() -> None:
    (hint,) = found(row(2, marriage=Marriage("40", MEMBERS[2].id_number, "赵玲", DAY)))
    assert (hint.kind, hint.who) == (ChangeKind.DIVORCE, "m3")


def test_that_prison_service_missing_and_moving_are_known() -> None:
    inside = Custody("prison", date(2026, 2, 1))
    assert [h.how for h in found(row(2, custody=inside))] == ["prison"]
    assert found(row(2, custody=replace(inside, until=date(2026, 3, 1)))) == ()
    assert [h.kind for h in found(row(2, service="conscript"))] == [ChangeKind.SERVICE]
    assert [h.how for h in found(row(2, missing="court"))] == ["court"]
    assert [h.kind for h in found(row(2, moved_out=date(2026, 1, 5)))] == [ChangeKind.MOVE_OUT]


def test_that_a_school_is_offered_to_who_is_not_known_to_study() -> None:
    school = Schooling("s1", POLICE, MEMBERS[1].id_number, stage="本科", enrolled=date(2026, 9, 1))
    (hint,) = found(schoolings=(school,))
    assert (hint.kind, hint.how, hint.day) == (
        ChangeKind.STUDY,
        "bachelor_full_time",
        date(2026, 9, 1),
    )


def test_that_nothing_is_offered_twice() -> None:
    told = apply(VISIT, *about(ChangeKind.DEATH, "m1", "c1"))
    records = RegisterSlice(persons=(row(1, death=date(2026, 9, 28)),))
    assert hints(told, records) == ()


def test_that_nothing_is_said_of_who_was_left_out_before() -> None:
    members = tuple(replace(m, excluded="prison") for m in VISIT.members)
    records = RegisterSlice(persons=(row(1, death=date(2026, 9, 28)),))
    assert hints(replace(VISIT, members=members), records) == ()


@pytest.mark.parametrize(
    ("study", "kinds"),
    [("", []), ("compulsory", []), ("senior_secondary", [ChangeKind.STUDY])],
)
def test_that_only_another_school_than_the_one_written_down_is_a_change(
    study: str, kinds: list[ChangeKind]
) -> None:
    school = Schooling("s1", POLICE, MEMBERS[3].id_number, stage="义务教育")
    pupil = replace(VISIT.members[3], study=study)
    visit = replace(VISIT, members=(*VISIT.members[:3], pupil))
    assert [h.kind for h in hints(visit, RegisterSlice(schoolings=(school,)))] == kinds


def test_that_who_no_longer_counts_brings_no_spouse() -> None:
    wed = row(2, marriage=Marriage("20", number("19900101", "002"), "新人", DAY))
    assert [hint.kind for hint in found(wed)] == [ChangeKind.MARRIAGE]
    away = replace(VISIT.members[1], excluded="adult_independent")
    visit = replace(VISIT, members=(VISIT.members[0], away, *VISIT.members[2:]))
    assert hints(visit, RegisterSlice(persons=(wed,))) == ()
