"""What everybody is to a new head."""

import pytest

from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.household import Household, Member
from caseworker_app.rules.changes.relations import after_head, among, of_spouse
from tests.rules.changes.homes import HOME, number

_FAMILY = (
    ("head", "02", "19600101", "001"),
    ("wife", "10", "19620101", "002"),
    ("father", "51", "19350101", "001"),
    ("son", "20", "19850101", "001"),
    ("daughter", "30", "19880101", "002"),
    ("sons_wife", "38", "19860101", "004"),
    ("grandson", "41", "20150101", "001"),
    ("brother", "73", "19650101", "003"),
    ("cousin", "97", "19700101", "001"),
)


def family() -> Household:
    people = tuple(
        Member(key, key, number(born, order), relation, EmploymentStatus.IDLE)
        for key, relation, born, order in _FAMILY
    )
    return Household("h", "", HOME.category, 0, HOME.since, "head", "", "", "", "", "", "", people)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("wife", "10 02 53 20 30 38 41 80 80"),
        ("son", "51 52 61 02 77 10 20 80 80"),
        ("daughter", "51 52 61 71 02 80 20 80 80"),
        ("father", "20 38 02 41 42 80 80 20 80"),
        ("brother", "71 80 51 80 80 80 80 02 80"),
        ("grandson", "61 62 80 51 52 80 02 80 80"),
        ("sons_wife", "53 80 80 80 80 02 80 80 80"),
        ("cousin", "80 80 80 80 80 80 80 80 02"),
    ],
)
def test_the_relations_to_a_new_head(new: str, expected: str) -> None:
    roles = after_head(family(), new)
    assert " ".join(role.relation for role in roles) == expected
    assert [role.was for role in roles] == [relation for _, relation, _, _ in _FAMILY]


def test_that_the_head_stays_what_he_is() -> None:
    assert after_head(family(), "head") == ()


def test_the_relations_of_a_part_that_leaves() -> None:
    roles = among(family(), ("son", "sons_wife", "grandson"), "son")
    assert [(r.id, r.relation) for r in roles] == [
        ("son", "02"),
        ("sons_wife", "10"),
        ("grandson", "20"),
    ]


def test_the_relation_of_who_marries_in() -> None:
    assert [of_spouse(code) for code in ("02", "20", "32", "51")] == ["10", "38", "28", "97"]
