from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.step.jumps import limits, reasons
from caseworker_app.model.values import Fen
from caseworker_app.model.visit import ChangeReason, Visit
from caseworker_app.rules.earlier import FIGURES, Jump, Limit, jumps, reason
from tests.desktop.table import DAY, dossier, visit_of

MARCH = date(2026, 3, 2)
LIMITS = (
    Limit("income", 30, 120000, date(2026, 1, 1)),
    Limit("spending", 50, 30000, date(2026, 1, 1)),
    Limit("money", 50, 500000, date(2026, 1, 1)),
)


def with_money(fen: Fen, day: date = DAY) -> Visit:
    visit = visit_of(dossier())
    return replace(visit, day=day, property=replace(visit.property, money=fen))


@pytest.mark.parametrize(
    ("before", "now", "asked"),
    [
        (1000000, 500000, False),  # by half exactly: the limit is not passed
        (1000000, 499900, True),
        (1000000, 1500100, True),
        (100000, 400000, False),  # fourfold, yet less than the least difference
        (0, 600000, True),
        (0, 0, False),
    ],
)
def test_that_a_figure_asks_beyond_its_share_and_its_least(
    before: Fen, now: Fen, *, asked: bool
) -> None:
    found = jumps(with_money(now), with_money(before, MARCH), LIMITS)
    assert bool(found) == asked
    if asked:
        assert found == (Jump("money", before, now, MARCH),)


def test_that_the_share_is_rounded_down_and_none_of_nothing() -> None:
    assert Jump("income", 1200000, 480000, MARCH).percent == 60
    assert Jump("income", 300, 100, MARCH).percent == 66
    assert Jump("income", 0, 100, MARCH).percent is None


def test_that_spending_not_written_down_yet_is_not_compared() -> None:
    visit = visit_of(dossier())
    rich = replace(visit, expenses=tuple(replace(e, monthly=90000) for e in visit.expenses))
    assert jumps(visit, rich, LIMITS) == ()
    assert [j.what for j in jumps(rich, visit, LIMITS)] == ["spending"]


def test_that_a_limit_holds_only_in_its_time() -> None:
    before, now = with_money(0, MARCH), with_money(10**7)
    later = (replace(LIMITS[2], since=date(2027, 1, 1)),)
    ended = (replace(LIMITS[2], until=date(2026, 6, 30)),)
    assert jumps(now, before, LIMITS)
    assert jumps(now, before, later) == jumps(now, before, ended) == ()


def test_that_without_a_visit_before_nothing_is_asked() -> None:
    assert jumps(with_money(10**9), None, LIMITS) == ()


def test_that_the_shipped_lists_ask_and_answer_for_every_figure() -> None:
    assert {limit.what for limit in limits()} == FIGURES.keys()
    for what in FIGURES:
        for jump in (Jump(what, 100, 10, MARCH), Jump(what, 10, 100, MARCH)):
            given = reasons(jump, DAY)
            assert len(given) >= 4
            assert given[-1][0] == "other"
            assert reasons(jump, date(2025, 12, 31)) == ()


def test_that_a_reason_without_a_code_is_none() -> None:
    given = ChangeReason("income", "job", 100, MARCH)
    empty = replace(given, id="money", code="")
    visit = replace(visit_of(dossier()), reasons=(given, empty))

    assert reason(visit, "income") == given
    assert reason(visit, "money") is None
