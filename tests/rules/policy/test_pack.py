from datetime import date

import pytest

from caseworker_app.model.codes import Residence
from caseworker_app.rules.policy.pack import Below
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PACK, PLAIN

HISTORY = """dibao = [
  { value = 1301, since = 2025-01-23, source = "x" },
  { value = 1402, since = 2026-03-15, source = "y" },
] #"""


@pytest.mark.parametrize(
    ("test", "held"),
    [(Below.STRICTLY, [True, False, False]), (Below.AT_MOST, [True, True, False])],
)
def test_that_a_line_is_met_from_below_and_where_the_pack_says_so_on_it(
    test: Below, held: list[bool]
) -> None:
    assert [test.holds(value, 10) for value in (9, 10, 11)] == held


@pytest.mark.parametrize("residence", [None, *Residence])
def test_that_a_value_for_all_holds_in_town_and_country(residence: Residence | None) -> None:
    pack = read_pack(PLAIN.replace("dibao = 1301", HISTORY, 1), "p.toml", NATIONAL)
    assert pack.on(date(2026, 3, 15), residence).standards.dibao == 140_200


def test_that_a_pack_is_in_force_from_its_first_day_to_its_last() -> None:
    days = (date(2025, 1, 22), PACK.effective_from, PACK.effective_to, date(2027, 1, 1))
    assert [PACK.in_force(day) for day in days] == [False, True, True, False]


def test_that_a_pack_shows_itself_without_its_texts_and_other_moments() -> None:
    """A report of a fault holds the pack: its values, once."""
    shown = repr(PACK)
    assert PACK.hash in shown
    a_line_of_text, a_named_value = r"\n", "Reason("
    assert not any(told in shown for told in (a_line_of_text, a_named_value, "changes="))
