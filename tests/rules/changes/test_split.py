"""The file of a household that was split off."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Category, ChangeKind, VisitKind
from caseworker_app.model.declaration import (
    Authorisation,
    Declaration,
    DeclaredEstate,
    DeclaredPerson,
)
from caseworker_app.model.register import PersonRecord, RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from caseworker_app.rules.changes.apply import apply
from caseworker_app.rules.changes.split import (
    new_declaration,
    new_household,
    only_on_paper,
    own_rows,
    splits,
)
from tests.rules.changes.homes import HOME, MEMBERS, VISIT, about

SPLIT, _ = about(ChangeKind.SPLIT, "m2", "c1")
AFTER = apply(VISIT, SPLIT)
SAID = Declaration(
    "h1", date(2026, 10, 20), HOME.region, "H0427", "m1",
    tuple(DeclaredPerson(m.id, m.name, m.id_number, m.marital, "H0427") for m in MEMBERS),
    estates=(DeclaredEstate("e1", "某处", 100, "m2"), DeclaredEstate("e2", "某处", 100, "m1")),
    money=1_850_000,
    authorisations=(Authorisation("m1", date(2026, 1, 1)), Authorisation("m2", date(2026, 1, 1))),
)  # fmt: skip


def test_that_the_new_file_names_where_it_came_from_and_gets_nothing_yet() -> None:
    (change,) = splits(AFTER)
    home = new_household(AFTER, change)
    assert [m.relation for m in home.members] == ["02"]
    assert (home.head.name, home.category, home.monthly) == ("李建国", Category.NONE, 0)
    assert home.since == Month(2026, 12)
    assert home.origin is not None
    assert (home.origin.household, home.origin.visit, home.origin.head) == ("h1", "v1", "王桂兰")
    assert home.members[0].excluded == ""


def test_that_it_takes_what_is_its_own_along() -> None:
    said = new_declaration(SAID, AFTER, SPLIT)
    assert [p.member_id for p in said.persons] == ["m2"]
    assert [e.id for e in said.estates] == ["e1"]
    assert said.money == 30_000
    assert said.authorisations == (Authorisation("m2", date(2026, 1, 1)),)
    assert AFTER.property.money == 1_820_000


def test_that_only_its_own_register_rows_go_along() -> None:
    source = Source("公安户籍", date(2026, 10, 31), "b", date(2027, 1, 1))
    rows = tuple(PersonRecord(m.id, source, m.id_number, m.name, "H0427") for m in MEMBERS)
    kept = own_rows(new_household(AFTER, SPLIT), RegisterSlice(persons=rows))
    assert [row.id for _, row in kept] == ["m2"]


def test_that_one_address_for_both_is_pointed_out() -> None:
    assert SPLIT.other is not None
    moved = replace(SPLIT, other=replace(SPLIT.other, living_address="河埠里3幢102室"))
    assert only_on_paper(VISIT, SPLIT)
    assert not only_on_paper(VISIT, moved)
    assert VISIT.kind is VisitKind.YEARLY


def test_that_a_split_without_its_other_file_makes_none() -> None:
    unnamed = replace(SPLIT, other=None)
    assert splits(replace(AFTER, changes=(unnamed,))) == ()
    with pytest.raises(ValueError, match="c1"):
        new_household(AFTER, unnamed)


def test_that_who_was_not_visited_goes_into_the_new_file_as_filed() -> None:
    unseen = replace(AFTER, members=tuple(m for m in AFTER.members if m.id != "m2"))
    (moved,) = new_household(unseen, SPLIT).members
    assert moved == replace(MEMBERS[1], relation="02")


def test_that_who_declared_nothing_is_declared_as_filed() -> None:
    (person,) = new_declaration(replace(SAID, persons=()), AFTER, SPLIT).persons
    assert (person.member_id, person.id_number) == ("m2", MEMBERS[1].id_number)
