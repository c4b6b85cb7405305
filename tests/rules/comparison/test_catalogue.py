"""The catalogue, the answers and the words against the code lists they repeat."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.codes import names, table
from caseworker_app.model.codes import Category, DiscrepancyState, Level, Register
from caseworker_app.model.source import Source
from caseworker_app.rules.comparison.answers import answers
from caseworker_app.rules.comparison.catalogue import BESIDE, KINDS
from caseworker_app.rules.comparison.facts import months_before
from caseworker_app.rules.comparison.identity import one_slip
from caseworker_app.rules.comparison.limits import limits
from caseworker_app.rules.comparison.words import VEHICLE_STATUS, VEHICLE_USE
from caseworker_app.rules.policy.pack import Pack


def test_that_the_catalogue_repeats_the_code_list() -> None:
    listed = {
        row["code"]: (row["name_zh"], row["default_severity"]) for row in table("discrepancies")
    }
    assert {code: (kind.zh, kind.level.zh) for code, kind in KINDS.items()} == listed


def test_that_there_are_fifty_seven_kinds_of_four_sorts() -> None:
    assert Counter(kind.register for kind in KINDS.values()) == {
        Register.PERSON: 14,
        Register.VEHICLE: 12,
        Register.ESTATE: 16,
        Register.OTHER: 15,
    }
    assert set(KINDS) > BESIDE


@pytest.mark.parametrize("code", KINDS)
def test_that_every_kind_can_be_confirmed_refuted_and_left_open(code: str) -> None:
    found = answers(code)
    assert {answer.state for answer in found} == {
        DiscrepancyState.CONFIRMED,
        DiscrepancyState.REFUTED,
        DiscrepancyState.UNRESOLVED,
    }
    assert any(answer.conclusion == "effect" for answer in found)
    assert len({answer.code for answer in found}) == len(found)
    assert found[-1].code == "unresolved"


@pytest.mark.parametrize("code", KINDS)
def test_that_every_answer_has_an_article_evidence_and_a_known_conclusion(code: str) -> None:
    articles = {row["code"] for row in table("legal_basis")}
    for answer in answers(code):
        assert answer.article in articles
        assert answer.evidence_zh
        assert answer.counts is (answer.conclusion in ("effect", "unresolved"))
        assert answer.conclusion in (
            "effect",
            "no_effect",
            "exempt",
            "registry_wrong",
            "unresolved",
        )


def test_that_a_car_sold_and_delivered_does_not_count() -> None:
    for code in ("CL01", "CL02"):
        (sold,) = (answer for answer in answers(code) if answer.code == "sold_delivered")
        assert (sold.article, sold.counts) == ("CC-224", False)


def test_that_the_answers_of_the_worked_cases_exist() -> None:
    assert "inherited_share_not_usable" in {answer.code for answer in answers("FC03")}


def test_that_a_code_outside_the_catalogue_has_no_answers() -> None:
    with pytest.raises(KeyError):
        answers("XX01")


def test_that_the_words_of_status_and_use_are_those_of_the_lists() -> None:
    assert names("vehicle_status") == VEHICLE_STATUS
    uses = names("vehicle_use_nature")
    assert {code: uses[code] for code in VEHICLE_USE} == VEHICLE_USE


def test_that_limits_come_from_the_pack(pack: Pack) -> None:
    found = limits(pack)
    assert found.low_margin_vehicle_price == 150_000_00
    assert (found.dwellings_max, found.area_per_capita) == (1, 40_20)
    low = replace(pack.property[Category.LOW_MARGIN], vehicle_price_below=None)
    without = replace(pack, property={**pack.property, Category.LOW_MARGIN: low}, changes=())
    assert limits(without).low_margin_vehicle_price is None
    assert (found.lookback_months, found.use_months) == (24, 12)
    assert found.ordinary_displacement == 250
    assert ("330104", "330102") in found.renumbered
    other = replace(pack.registers, lookback_months=36, shelf_days_by_department={"局": 7})
    moved = limits(replace(pack, registers=other, changes=()))
    assert moved.lookback_months == 36
    assert moved.shelf.days("某局", Register.PERSON) == 7


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 10), 24, date(2024, 3, 10)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 24, date(2022, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_that_months_are_counted_back_by_the_calendar(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("330199", "330198", True),
        ("330199", "303199", True),
        ("330199", "330199", False),
        ("330199", "330188", False),
        ("330199", "33019", False),
        ("123", "321", False),
    ],
)
def test_that_one_slip_is_one_digit_or_one_swap(left: str, right: str, *, near: bool) -> None:
    assert one_slip(left, right) is near


def test_that_an_unknown_department_gets_the_life_of_its_register(pack: Pack) -> None:
    source = Source("某局", date(2026, 1, 1), "B", date(2027, 1, 1))
    shelf = limits(pack).shelf
    assert not shelf.is_stale(source, Register.VEHICLE, date(2026, 1, 31))
    assert shelf.is_stale(source, Register.VEHICLE, date(2026, 2, 1))
    assert not shelf.is_stale(source, Register.PERSON, date(2026, 2, 1))
    assert shelf.days("市民政局 婚姻登记处", Register.PERSON) == 60


def test_that_red_is_for_what_would_end_the_benefit() -> None:
    red = {code for code, kind in KINDS.items() if kind.level is Level.RED}
    assert red >= {"HJ01", "HJ10", "HJ13", "CL01", "FC01", "FC02"}
