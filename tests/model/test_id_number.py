"""公民身份号码 against the vectors (invented numbers of a county that does not exist)."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, strategies as st

from caseworker_app.model import id_number

VECTORS = yaml.safe_load(Path(__file__).with_name("vectors.yaml").read_text("utf-8"))["id_card"]
FULL = [v for v in VECTORS["vectors"] if "id" in v]
LEGACY = [v for v in VECTORS["vectors"] if "id15" in v]


@pytest.mark.parametrize("vector", FULL, ids=lambda v: v["id"])
def test_that_check_digit_birth_and_sex_agree_with_the_vectors(vector: dict[str, object]) -> None:
    number = str(vector["id"])
    assert (id_number.check_digit(number[:17]) == number[17]) is vector["check_ok"]
    assert (id_number.birth(number) is not None) is vector["birth_ok"]
    assert (id_number.fault(number) is None) is (vector["check_ok"] and vector["birth_ok"])
    if "sex" in vector:
        assert id_number.is_male(number) is (vector["sex"] == 1)


@pytest.mark.parametrize("vector", LEGACY, ids=lambda v: v["id15"])
def test_that_a_number_of_fifteen_digits_is_upgraded(vector: dict[str, str]) -> None:
    assert id_number.upgrade(vector["id15"]) == vector["upgraded"]
    assert id_number.upgrade(vector["upgraded"]) == vector["upgraded"]


@pytest.mark.parametrize("place", range(17))
def test_that_the_weight_of_a_place_is_the_power_of_two_the_standard_gives_it(place: int) -> None:
    one = "0" * place + "1" + "0" * (16 - place)
    assert id_number.check_digit(one) == "10X98765432"[2 ** (17 - place) % 11]


def test_that_blanks_wide_characters_and_a_small_x_are_folded() -> None:
    assert id_number.normalise("３３０１９９ 19970101 008x") == "33019919970101008X"
    assert id_number.normalise("330199-19970101-008Ⅹ") == "33019919970101008X"


def test_that_each_fault_says_what_is_wrong() -> None:
    texts = ("330199", "33019919580314O012", "3301991958031400A2", "")
    reasons = [id_number.fault(text) for text in texts]
    assert [r.reason if r else "" for r in reasons] == [
        "身份号码应为18位，现为6位",
        "身份号码前17位应为数字",
        "身份号码前17位应为数字",
        "身份号码应为18位，现为0位",
    ]


def test_that_age_changes_on_the_birthday() -> None:
    number = "330199195803140012"
    assert id_number.age(number, date(2025, 3, 13)) == 66
    assert id_number.age(number, date(2025, 3, 14)) == 67


@pytest.mark.parametrize("number", ["33019919950230001X", "330199", ""])
def test_that_a_number_without_a_real_birthday_gives_no_age(number: str) -> None:
    assert id_number.age(number, date(2025, 3, 13)) == 0


@pytest.mark.parametrize("vector", LEGACY, ids=lambda v: v["id15"])
def test_that_a_number_of_fifteen_digits_gives_the_same_age(vector: dict[str, str]) -> None:
    day = date(2025, 3, 13)
    assert id_number.age(vector["id15"], day) == id_number.age(vector["upgraded"], day) > 0


def test_that_nobody_is_of_an_age_before_birth() -> None:
    assert id_number.age("330199202603140012", date(2025, 3, 14)) == 0


def test_that_a_masked_number_hides_the_day_of_birth() -> None:
    assert id_number.masked("330199195803140012") == "330199********0012"
    assert id_number.masked("123") == "***"


@given(
    st.dates(date(1900, 1, 1), date(2025, 12, 31)),
    st.integers(0, 999),
    st.integers(0, 16),
    st.integers(1, 9),
)
def test_that_one_wrong_digit_is_always_noticed(
    born: date, sequence: int, place: int, shift: int
) -> None:
    first17 = f"330199{born:%Y%m%d}{sequence:03d}"
    number = first17 + id_number.check_digit(first17)
    wrong = str((int(number[place]) + shift) % 10)
    assert id_number.fault(number) is None
    assert id_number.fault(number[:place] + wrong + number[place + 1 :]) is not None
