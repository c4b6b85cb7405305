from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from caseworker_app.model.codes import Action, Category, Level
from caseworker_app.model.values import Month, civil, instant, square_metres, uuid7, yuan


@pytest.mark.parametrize(
    ("fen", "written"),
    [(0, "0"), (130_100, "1,301"), (130_099, "1,300.99"), (5, "0.05"), (-124_000, "-1,240")],
)
def test_that_money_is_written_as_on_a_form(fen: int, written: str) -> None:
    assert yuan(fen) == written


@pytest.mark.parametrize(
    ("area", "written"), [(3750, "37.5"), (4020, "40.2"), (9000, "90"), (4833, "48.33")]
)
def test_that_an_area_is_written_without_needless_zeros(area: int, written: str) -> None:
    assert square_metres(area) == written


@given(st.integers(0, 30_000), st.integers(-500, 500))
def test_that_months_add_and_subtract(start: int, months: int) -> None:
    month = Month(start // 12, start % 12 + 1)

    assert month.months_until(month.plus(months)) == months
    assert 1 <= month.plus(months).month <= 12


def test_that_the_month_after_december_is_january() -> None:
    assert Month.of(date(2025, 12, 31)).plus(1) == Month.parse("2026-01")
    assert str(Month(2026, 1)) == "2026-01"


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_that_a_uuid_is_version_7_and_sorts_by_time(milliseconds: int, noise: bytes) -> None:
    text = uuid7(milliseconds, noise)

    assert [len(part) for part in text.split("-")] == [8, 4, 4, 4, 12]
    assert text[14] == "7"
    assert text[19] in "89ab"
    assert int(text.replace("-", "")[:12], 16) == milliseconds


def test_that_a_uuid_is_laid_out_as_in_the_example_of_the_standard() -> None:
    noise = (0xCC3 << 68 | 0x18C4DC0C0C07398F).to_bytes(10, "big")
    assert uuid7(0x017F22E279B0, noise) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_that_no_bit_of_a_uuid_runs_into_the_next_field() -> None:
    ones = "-ffff-7fff-bfff-ffffffffffff"
    assert uuid7(2**49 - 1, b"\xff" * 10) == f"ffffffff{ones}"
    assert uuid7(2**48, bytes(10)) == "00000000-0000-7000-8000-000000000000"
    assert uuid7(2**48 - 1, b"\xff" * 10 + b"\x00") == f"ffffffff{ones}"


def test_that_codes_are_read_back_with_their_words() -> None:
    assert Category("dibao").zh == "低保"
    assert Action("CONV-LM") is Action.TO_LOW_MARGIN
    assert [level.zh for level in Level] == ["红", "橙", "黄", "蓝"]


@given(st.integers())
def test_that_no_number_others_tell_for_an_instant_breaks_a_calendar(milliseconds: int) -> None:
    assert 1970 <= civil(instant(milliseconds)).year <= 9999


@given(st.integers(min_value=0, max_value=253_402_000_000_000))
def test_that_an_instant_is_to_the_millisecond(milliseconds: int) -> None:
    assert instant(milliseconds) - instant(0) == timedelta(milliseconds=milliseconds)


@pytest.mark.parametrize(
    "at",
    [
        datetime.max.replace(tzinfo=UTC),
        datetime.min.replace(tzinfo=UTC),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
    ],
)
def test_that_an_instant_at_the_ends_of_the_calendar_can_be_shown(at: datetime) -> None:
    assert civil(at).year == at.year
