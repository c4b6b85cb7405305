"""成年: of age from the eighteenth birthday on, with either form of the identity number."""

from datetime import date

import pytest

from caseworker_app.model.ages import is_adult

_BIRTHDAY = date(2028, 3, 14)


@pytest.mark.parametrize(
    ("number", "day", "of_age"),
    [
        ("330199201003140012", date(2028, 3, 13), False),
        ("330199201003140012", _BIRTHDAY, True),
        ("330199580314001", _BIRTHDAY, True),
        ("330199", _BIRTHDAY, False),
    ],
)
def test_that_one_is_of_age_from_the_eighteenth_birthday(
    number: str, day: date, *, of_age: bool
) -> None:
    assert is_adult(number, day) is of_age
