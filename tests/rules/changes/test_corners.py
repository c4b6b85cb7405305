"""What is rare in a change of the household: asked anew, left out, taken over by default."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.departments import Schooling
from caseworker_app.model.finding import Finding, Newcomer
from caseworker_app.model.household import Member
from caseworker_app.model.register import Marriage, PersonRecord, RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from caseworker_app.rules.changes import confirmed, kinds, known, months
from caseworker_app.rules.changes.apply import again, in_the_way, of_difference
from caseworker_app.rules.changes.relations import OTHER
from caseworker_app.rules.changes.split import new_declaration, new_household
from tests.rules.changes.homes import DAY, HOME, MEMBERS, VISIT, about, number

SOURCE = Source("公安 户籍", date(2026, 11, 1), "B1", date(2027, 1, 1))
SON, DAUGHTER = number("20260102", "001"), number("20260102", "002")


def test_that_a_change_worded_for_the_first_time_is_applied() -> None:
    drawn = about(ChangeKind.BIRTH, "m2", "c1")

    assert again(VISIT, *drawn).changes == (drawn[0],)


def test_that_the_change_of_a_difference_is_found_by_it() -> None:
    change = replace(about(ChangeKind.DEATH, "m1", "c1")[0], difference="HJ01:p1")
    visit = replace(VISIT, changes=(change,))

    assert of_difference(visit, "HJ01:p1") == change
    assert of_difference(visit, "HJ01:p2") is None


@pytest.mark.parametrize(
    ("told", "born", "relation"),
    [("21", SON, "21"), ("长子", SON, "20"), ("", DAUGHTER, "30")],
)
def test_that_a_registers_own_word_is_no_relation(told: str, born: str, relation: str) -> None:
    found = Finding("HJ04:p9", newcomer=Newcomer("李小满", born, told))

    assert confirmed._relation(ChangeKind.BIRTH, VISIT, "", found) == relation


def test_that_who_moved_in_without_a_word_is_somebody_else() -> None:
    found = Finding("HJ04:p9", newcomer=Newcomer("李小满", SON, ""))

    assert confirmed._relation(ChangeKind.MOVE_IN, VISIT, "", found) == OTHER


def test_that_a_paper_is_called_by_its_name_and_an_unknown_one_by_its_code() -> None:
    kind, papers = next((k, p) for k, p in kinds.PAPERS.items() if p)
    code, name = papers[0]

    assert kinds.paper(kind, code) == name
    assert kinds.paper(kind, "zz") == "zz"


def test_that_a_change_is_said_with_the_answer_that_decides_it() -> None:
    kind, hows = next((k, h) for k, h in kinds.HOWS.items() if h)
    code, word = hows[0]

    assert kinds.said(HouseholdChange("c1", kind, how=code)) == f"{kind.zh}（{word}）"
    assert kinds.said(HouseholdChange("c1", ChangeKind.DEATH)) == ChangeKind.DEATH.zh


def test_that_nothing_is_said_of_who_was_left_out_before() -> None:
    members = tuple(replace(m, excluded="dead") for m in VISIT.members)
    row = PersonRecord("p1", SOURCE, MEMBERS[0].id_number, "王桂兰", "H0427", death=DAY)

    assert tuple(known.hints(replace(VISIT, members=members), RegisterSlice((row,)))) == ()


def test_that_a_school_attended_as_written_down_is_no_change() -> None:
    boy = MEMBERS[3]
    school = Schooling("s1", SOURCE, boy.id_number, boy.name, "实验小学", "义务教育")
    there = replace(VISIT.members[3], status=EmploymentStatus.STUDENT, study="")
    visit = replace(VISIT, members=(*VISIT.members[:3], there))

    hints = known.hints(visit, RegisterSlice(schoolings=(school,)))
    assert [hint.kind for hint in hints] == []


def test_that_nobody_is_married_into_a_household_by_who_has_left_it() -> None:
    wed = Marriage("20", number("19900101", "002"), "新人", DAY)
    row = PersonRecord("p1", SOURCE, MEMBERS[0].id_number, "王桂兰", "H0427", marriage=wed)
    members = (replace(VISIT.members[0], excluded="separate"), *VISIT.members[1:])

    hints = tuple(known.hints(replace(VISIT, members=members), RegisterSlice((row,))))
    assert ChangeKind.MARRIAGE not in {hint.kind for hint in hints}


def test_that_another_head_moves_nobody_in_or_out() -> None:
    head = HouseholdChange("c1", ChangeKind.HEAD, ("m2",), DAY, head="m2")
    visit = replace(VISIT, changes=(head,))

    assert months.steps(visit) == ()
    assert months.counted_in(visit, Month(2020, 1)) == {m.id for m in MEMBERS}


def test_that_a_split_without_its_other_file_makes_none() -> None:
    split = HouseholdChange("c1", ChangeKind.SPLIT, ("m2",), DAY)

    with pytest.raises(ValueError, match="c1"):
        new_household(VISIT, split)


def test_that_who_was_not_visited_goes_into_the_new_file_as_filed() -> None:
    split, _ = about(ChangeKind.SPLIT, "m2", "c1")
    visit = replace(VISIT, members=tuple(m for m in VISIT.members if m.id != "m2"))

    (moved,) = new_household(visit, split).members
    filed: Member = HOME.members[1]
    assert (moved.id, moved.status) == (filed.id, filed.status)


def test_that_who_comes_after_another_head_is_in_its_way_and_moves_the_number() -> None:
    head = HouseholdChange("c1", ChangeKind.HEAD, ("m2",), DAY, head="m2")
    born, _ = about(ChangeKind.BIRTH, "m2", "c2")
    visit = replace(VISIT, changes=(head, born))

    assert in_the_way(visit, "c1") == (born,)
    assert months.moves(born)


def test_that_only_what_rests_on_another_head_is_in_its_way() -> None:
    head = HouseholdChange("c1", ChangeKind.HEAD, ("m2",), DAY, head="m2")
    gone, _ = about(ChangeKind.DEATH, "m1", "c2")

    assert in_the_way(replace(VISIT, changes=(head, gone)), "c1") == ()


def test_that_who_declared_nothing_is_declared_as_filed() -> None:
    split, _ = about(ChangeKind.SPLIT, "m2", "c1")
    said = Declaration("h1", DAY, HOME.region, "H0427", "m1", ())

    (person,) = new_declaration(said, VISIT, split).persons
    assert (person.member_id, person.id_number) == ("m2", MEMBERS[1].id_number)


def test_that_changes_of_two_people_are_in_nobodys_way() -> None:
    one, _ = about(ChangeKind.DEATH, "m1", "c1")
    two, _ = about(ChangeKind.STUDY, "m4", "c2")

    assert in_the_way(replace(VISIT, changes=(one, two)), "c1") == ()
