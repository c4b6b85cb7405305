from datetime import UTC, datetime

from caseworker_app.desktop.step import words
from caseworker_app.model.household import Disability


def test_that_an_instant_is_shown_in_civil_time() -> None:
    assert words.clock(datetime(2026, 11, 22, 2, 5, tzinfo=UTC)) == "10:05"
    assert words.written("2026-11-22T17:05:00+00:00") == "11月23日 01:05"
    assert words.written("") == ""


def test_that_a_disability_is_named_with_its_grade() -> None:
    assert words.disability(Disability(6, 2)) == "精神残疾二级"
    assert words.disability(None) == ""


def test_that_bytes_are_rounded_for_a_person() -> None:
    assert [words.size(n) for n in (0, 1, 2048, 3_400_000)] == ["0 KB", "1 KB", "2 KB", "3.2 MB"]


def test_that_codes_are_never_shown_raw() -> None:
    assert words.relation("41") == "孙子"
    assert words.difference("CL01") == "未申报机动车"
    assert words.vehicle("disability_compensation_vehicle") == "残疾人代步车"
    assert words.vehicle("something new") == "其他车辆"
