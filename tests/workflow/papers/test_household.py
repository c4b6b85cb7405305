from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.documents import form as forms
from caseworker_app.model.declaration import Authorisation, DeclaredObligor
from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import ENTRIES, known
from tests.documents.conftest import id_number
from tests.workflow.papers.cases import cases

_BORN = "20120921"


@pytest.fixture
def plain(pack: Pack) -> Case:
    return cases(pack)["plain"]


@pytest.fixture
def full(pack: Pack) -> Case:
    return cases(pack)["full"]


def _with_minor(case: Case, relation: str = "20") -> Case:
    home = case.household
    child = replace(home.members[2], id_number=id_number(33, _BORN), relation=relation)
    return replace(case, household=replace(home, members=(*home.members[:2], child)))


def _names(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return [row["name"] for row in value if isinstance(row, dict)]


def test_that_only_members_who_count_are_asked_to_authorise(full: Case) -> None:
    assert [m.id for m in full.household.members] == ["m1", "m2", "m3", "m4"]
    assert _names(ENTRIES["members"](full)) == ["沈䶮生", "韩㛃", "沈𬭩𪚥"]


def test_that_without_a_determination_the_visit_says_who_counts(full: Case) -> None:
    assert _names(ENTRIES["members"](replace(full, determination=None))) == [
        "沈䶮生",
        "韩㛃",
        "沈𬭩𪚥",
    ]
    filed = replace(full, determination=None, visit=None)
    assert len(_names(ENTRIES["members"](filed))) == 3


def test_that_every_grown_member_signs_and_a_guardian_for_each_minor(plain: Case) -> None:
    case = _with_minor(plain)

    assert _names(ENTRIES["adults"](case)) == ["沈䶮生", "韩㛃"]
    assert ENTRIES["wards"](case) == [
        {
            "name": "沈𬭩𪚥",
            "id_number": id_number(33, _BORN),
            "guardian": "沈䶮生",
            "kinship": "父亲",
        }
    ]


def test_that_the_head_of_a_woman_is_the_mother(plain: Case) -> None:
    home = plain.household
    head = replace(home.head, id_number=id_number(22, "19580312"))
    case = _with_minor(replace(plain, household=replace(home, members=(head, *home.members[1:]))))
    wards = ENTRIES["wards"](case)

    assert isinstance(wards, list)
    assert isinstance(wards[0], dict)
    assert wards[0]["kinship"] == "母亲"


@pytest.mark.parametrize("relation", ["41", "28", "38", "75"])
def test_that_no_guardian_is_proposed_whom_the_file_does_not_know(
    plain: Case, relation: str
) -> None:
    wards = ENTRIES["wards"](_with_minor(plain, relation))

    assert isinstance(wards, list)
    assert isinstance(wards[0], dict)
    assert not wards[0]["guardian"]


def test_that_an_adult_without_capacity_does_not_sign_twice(plain: Case) -> None:
    form = forms.read("F02")
    wife = plain.household.members[1]
    ward: Json = {"name": wife.name, "id_number": wife.id_number, "guardian": "沈䶮生"}

    assert _names(known(form, plain)["adults"]) == ["沈䶮生", "韩㛃", "沈𬭩𪚥"]
    assert _names(known(form, plain, {"wards": [ward]})["adults"]) == ["沈䶮生", "沈𬭩𪚥"]


def test_that_who_applies_promises_first_and_the_others_after(plain: Case) -> None:
    form = forms.read("F03")

    assert known(form, plain)["applicant"] == "沈䶮生"
    assert _names(known(form, plain)["other_adults"]) == ["韩㛃", "沈𬭩𪚥"]
    assert _names(known(form, plain, {"applicant": "韩㛃"})["other_adults"]) == [
        "沈䶮生",
        "沈𬭩𪚥",
    ]


def test_that_of_two_people_of_one_name_the_other_still_signs(plain: Case) -> None:
    home = plain.household
    twin = replace(home.members[1], name="沈䶮生")
    case = replace(plain, household=replace(home, members=(home.head, twin)))

    assert _names(ENTRIES["other_adults"](case)) == ["沈䶮生"]


def test_that_a_grown_member_applies_for_a_head_who_is_a_minor(plain: Case) -> None:
    home = plain.household
    head = replace(home.head, id_number=id_number(33, _BORN))
    case = replace(plain, household=replace(home, members=(head, *home.members[1:])))

    assert ENTRIES["applicant"](case) == "韩㛃"


def test_that_obligors_carry_the_number_they_declared(full: Case) -> None:
    number = id_number(44, "19850203")
    said = replace(
        full.declaration, obligors=(DeclaredObligor("o1", "沈玉兰", number, "30", ("m1",)),)
    )
    assert ENTRIES["obligors"](replace(full, declaration=said)) == [
        {"name": "沈玉兰", "relation": "女", "id_number": number, "supports": "沈䶮生、韩㛃"},
        {"name": "沈建国", "relation": "弟", "id_number": "", "supports": "沈䶮生"},
    ]


def test_that_a_household_without_obligors_has_no_sheet_for_them(plain: Case) -> None:
    assert "obligors" not in known(forms.read("F02"), plain)


def test_that_only_an_authorisation_in_force_is_cited(plain: Case) -> None:
    def signed(day: date, until: date | None = None) -> Json:
        told = (Authorisation("m1", day, until),)
        declared = replace(plain.declaration, authorisations=told)
        return ENTRIES["authorised"](replace(plain, declaration=declared))

    assert ENTRIES["authorised"](plain) is None
    assert signed(date(2026, 11, 2)) == "2026年11月2日签署的核对授权书"
    assert signed(date(2026, 11, 21)) is None
    assert signed(date(2024, 1, 1), date(2025, 1, 1)) is None


def test_that_all_sources_are_proposed(plain: Case) -> None:
    choices = forms.read("F02").entry("data_sources").choices

    assert ENTRIES["data_sources"](plain) == list(choices)
    assert len(choices) == len(set(choices))


def test_that_whom_a_letter_asks_about_is_whom_it_was_issued_for(full: Case) -> None:
    assert _names(ENTRIES["queried"](full)) == ["沈䶮生"]
    assert _names(ENTRIES["queried"](replace(full, about="m2"))) == ["韩㛃"]
