"""What nobody wrote down is taken as nothing: no figure, no mark, no claim is ever presumed."""

from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction

import pytest

from caseworker_app.model import (
    declaration,
    determination,
    discrepancy,
    economy,
    household,
    register,
    visit,
)
from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.household import Household, Member
from caseworker_app.model.values import Month

MODULES = (declaration, determination, discrepancy, economy, household, register, visit)
NOUNS = [
    noun
    for module in MODULES
    for noun in vars(module).values()
    if isinstance(noun, type) and is_dataclass(noun) and noun.__module__ == module.__name__
]
PRESUMED = {
    "share": Fraction(1),
    "registered": True,
    "township": True,
    "size": 1,
    "children": 1,
    "supported": 1,
}
"""The whole house, in the register; an investigator of the township; an only child who lives alone
and supports one person: what is usual, and to the household's good or harm only when said."""


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: f"{noun.__module__}.{noun.__name__}")
def test_that_a_number_or_mark_left_out_is_nothing(noun: type) -> None:
    assert is_dataclass(noun)
    for field in fields(noun):
        if field.default is MISSING or not isinstance(field.default, int | Fraction | None):
            continue
        if field.name in PRESUMED and field.default is not None:
            assert field.default == PRESUMED[field.name], field.name
        else:
            assert not field.default, field.name


HEAD = Member("m1", "王伯年", "330199195601010000", "02", EmploymentStatus.RETIRED)
SON = Member("m2", "王小年", "330199198501010012", "22", EmploymentStatus.IDLE)


def test_that_a_member_is_found_by_its_id_never_by_its_place() -> None:
    home = Household(
        id="h1",
        number="1",
        category=Category.DIBAO,
        monthly=1,
        since=Month(2024, 1),
        head_id="m2",
        region="330106001001",
        village="东村",
        registered_address="",
        living_address="",
        phone="",
        hukou_number="H1",
        members=(HEAD, SON),
    )
    assert home.member("m1") is HEAD
    assert home.head is SON
