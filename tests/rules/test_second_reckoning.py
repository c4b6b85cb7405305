"""Two reckonings that share no code come to the same answer, household by household."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from caseworker_app.model.economy import EconomicStatus
from caseworker_app.rules.determination import entitlement
from tests.bench.stock import stock
from tests.rules.any_home import HOMES
from tests.rules.packs import PACK
from tests.rules.second_reckoning import reckon


def agree(status: EconomicStatus) -> None:
    first, second = entitlement(status, PACK), reckon(status)
    facts = first.assessment
    assert tuple(p.id for p in facts.members) == second.counted
    assert facts.annual == second.income * 100
    assert first.category is second.category
    assert (first.gap, first.top_up, first.monthly) == (
        second.gap * 100, second.top_up * 100, second.monthly * 100,
    )  # fmt: skip
    listed = second.single_listed or {}
    assert dict(first.single_listed) == {who: yuan * 100 for who, yuan in listed.items()}
    assert first.care == second.care


@given(HOMES)
@settings(max_examples=300)
def test_that_a_second_reckoning_agrees_on_any_household(status: EconomicStatus) -> None:
    agree(status)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_that_a_second_reckoning_agrees_on_a_realistic_stock(seed: int) -> None:
    for status in stock(1000, seed):
        agree(status)


def test_that_the_two_can_disagree() -> None:
    """The second knows one standard only: under another the first must part from it."""
    richer = replace(PACK, standards=replace(PACK.standards, dibao=140_100), changes=())
    first = [entitlement(status, richer).monthly for status in stock(100, 1)]
    assert first != [reckon(status).monthly * 100 for status in stock(100, 1)]
