"""待遇发放: what a ledger calls assistance, where it is paid, in which months."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Category
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison.facts import Facts, lay_out
from caseworker_app.rules.comparison.ledger import (
    assistance_elsewhere,
    benefit,
    is_here,
    is_paid,
    told,
)
from caseworker_app.rules.comparison.limits import limits
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import DAY, HEAD, WIFE
from tests.rules.comparison.other_rows import allowance, beside

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
MARCH = Month(2026, 3)


@pytest.fixture
def facts(declaration: Declaration, records: RegisterSlice, pack: Pack) -> Facts:
    return lay_out(declaration, records, limits(pack.on(DAY)), DAY)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("城市最低生活保障金", "低保"),
        ("农村低保金", "低保"),
        ("最低生活保障边缘家庭补助", "低边"),
        ("低保边缘家庭价格补贴", "低边"),
        ("低边家庭补助", "低边"),
        ("特困人员救助供养金", "特困"),
        ("农村五保供养", "特困"),
        ("事实无人抚养儿童基本生活补贴", "事实无人抚养"),
        ("孤儿基本生活费", "孤儿"),
        ("失业保险金", ""),
    ],
)
def test_that_assistance_is_known_by_the_ways_ledgers_write_it(
    kind: str, word: str, facts: Facts
) -> None:
    assert benefit(facts, allowance(kind=kind)) == word


def test_that_what_the_place_lists_is_assistance_too(facts: Facts, pack: Pack) -> None:
    pairs = frozenset({frozenset({"低保", "移民补贴"}), frozenset({"低保", "补贴"})})
    others = replace(pack.registers.others, exclusive=pairs)
    place = replace(pack, registers=replace(pack.registers, others=others), changes=())
    facts = replace(facts, limits=limits(place))
    assert benefit(facts, allowance(kind="移民补贴款")) == "移民补贴"
    assert benefit(facts, allowance(kind="房租补贴")) == "补贴"
    assert benefit(facts, allowance(kind="失业保险金")) == ""


@pytest.mark.parametrize(
    ("since", "last_paid", "monthly", "paid"),
    [
        (None, None, 1, True),
        (MARCH, MARCH, 1, True),
        (MARCH.plus(1), None, 1, False),
        (None, MARCH.plus(-1), 1, True),
        (None, MARCH.plus(-2), 1, False),
        (None, None, 0, False),
    ],
)
def test_that_an_allowance_is_paid_still_where_the_list_is_a_month_behind(
    since: Month | None,
    last_paid: Month | None,
    monthly: int,
    paid: bool,  # noqa: FBT001  # a case
    facts: Facts,
) -> None:
    row = allowance(since=since, last_paid=last_paid, monthly=monthly)
    assert is_paid(facts, row) is paid


def test_that_an_old_list_tells_of_its_own_month(facts: Facts) -> None:
    source = Source("某部门", date(2025, 12, 20), "B1", date(2026, 6, 1))
    assert is_paid(facts, allowance(source=source, last_paid=Month(2025, 11)))
    assert not is_paid(facts, allowance(source=source, last_paid=Month(2025, 10)))
    later = replace(source, as_of=date(2026, 5, 1))
    assert is_paid(facts, allowance(source=later, last_paid=Month(2026, 2)))


@pytest.mark.parametrize(
    ("place", "here"),
    [("", True), ("330199999999", True), ("330198001002", False), ("360199001201", False)],
)
def test_that_a_county_pays_here_or_elsewhere(
    place: str,
    here: bool,  # noqa: FBT001  # a case
    facts: Facts,
) -> None:
    assert is_here(facts, allowance(place=place)) is here


def test_that_a_county_renumbered_into_ours_pays_here_and_one_into_another_does_not(
    facts: Facts,
) -> None:
    moved = replace(facts, declaration=replace(facts.declaration, region="330105001001"))
    assert is_here(moved, allowance(place="330103001001"))
    assert not is_here(moved, allowance(place="330104001001"))


def test_that_only_assistance_to_that_person_paid_elsewhere_is_assistance_elsewhere(
    facts: Facts,
) -> None:
    away = allowance(id="r1", kind="低保金", place="360199001201")
    rows = (
        away,
        replace(away, id="r2", id_number=WIFE),
        replace(away, id="r3", place="330199001201"),
        replace(away, id="r4", last_paid=Month(2025, 6)),
        replace(away, id="r5", kind="失业保险金"),
    )
    facts = replace(facts, others=beside(RegisterSlice(), *rows))
    assert [row.id for row in assistance_elsewhere(facts, HEAD)] == ["r1"]


def test_that_an_allowance_is_told_as_far_as_it_is_known() -> None:
    full = allowance(kind="特困供养", since=Month(2024, 3))
    assert told(full) == "特困供养 每月1,600元，2024-03起，最近发放 2026-02"
    assert told(allowance(kind="特困供养", last_paid=None)) == "特困供养 每月1,600元"


@pytest.mark.parametrize(
    ("category", "kind", "barred"),
    [
        (Category.DIBAO, "特困供养", True),
        (Category.EXPENDITURE_DIBAO, "特困供养", True),
        (Category.SINGLE_LISTED, "特困供养", True),
        (Category.LOW_MARGIN, "特困供养", True),
        (Category.TEKUN, "低保金", True),
        (Category.TEKUN, "孤儿基本生活费", True),
        (Category.DIBAO, "孤儿基本生活费", False),
        (Category.LOW_MARGIN, "低保金", False),
        (Category.RIGID_FAMILY, "特困供养", False),
    ],
)
def test_that_what_a_household_draws_excludes_other_assistance(
    category: Category,
    kind: str,
    barred: bool,  # noqa: FBT001  # a case
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    drawing = replace(declaration, category=category)
    found = compared(drawing, beside(records, allowance(kind=kind)))
    assert [d.code for d in found] == ["SR12"] * barred
