from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given, strategies as st

from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.economy import Income
from caseworker_app.model.values import Json
from caseworker_app.wire.canonical import canonical, digest
from caseworker_app.wire.units import flatten, restore

NAMES = st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"]), min_size=1)


@dataclass(frozen=True)
class Part:
    id: str
    share: Fraction
    marks: tuple[int, ...]
    day: date | None = None


@dataclass(frozen=True)
class Whole:
    name: str
    parts: tuple[Part, ...]


PARTS = st.builds(
    Part,
    NAMES,
    st.fractions(0, 1),
    st.lists(st.integers(-(2**53), 2**53), max_size=3).map(tuple),
    st.none() | st.dates(),
)
WHOLES = st.builds(
    Whole, st.text(), st.lists(PARTS, max_size=4, unique_by=lambda part: part.id).map(tuple)
)


@given(WHOLES)
def test_that_a_value_flattened_and_restored_is_itself_up_to_the_order_of_its_parts(
    whole: Whole,
) -> None:
    back = restore(flatten(whole), Whole)

    assert back.name == whole.name
    assert sorted(back.parts, key=lambda part: part.id) == sorted(
        whole.parts, key=lambda part: part.id
    )


def test_that_items_with_an_id_are_units_of_their_own() -> None:
    income = Income("i1", "m1", IncomeKind.WAGE, monthly=143_000)

    assert flatten({"incomes": [income]})["/incomes/#i1/monthly"] == 143_000


def test_that_the_order_of_keys_does_not_change_the_bytes() -> None:
    assert canonical({"b": 1, "a": 2}) == canonical({"a": 2, "b": 1}) == b'{"a":2,"b":1}'


def test_that_an_absent_unit_has_the_empty_digest() -> None:
    assert digest(None) == ""
    assert digest(0) != digest("") != digest(False)


@pytest.mark.parametrize("share", ["1/0", "half", ""])
def test_that_a_share_that_is_no_number_is_a_fault_of_the_value(share: str) -> None:
    units: dict[str, Json] = {"/id": "p1", "/share": share, "/marks": []}

    with pytest.raises(msgspec.ValidationError, match="share"):
        restore(units, Part)
