from datetime import date

import pytest

from caseworker_app.desktop.checks.income import IncomePresenter, IncomeRow
from caseworker_app.desktop.widgets.grid.face import Entry
from caseworker_app.desktop.widgets.grid.kinds import Value
from caseworker_app.model.codes import IncomeKind
from tests.desktop.table import Memory


@pytest.fixture
def presenter(memory: Memory) -> IncomePresenter:
    return IncomePresenter(memory.case())


def put(presenter: IncomePresenter, income_id: str, column: str, value: Value) -> None:
    presenter.enter((Entry(income_id, column, value),))


def row(presenter: IncomePresenter, income_id: str) -> IncomeRow:
    return next(row for row in presenter.view().rows if row.id == income_id)


def test_that_declared_stands_beside_checked(presenter: IncomePresenter) -> None:
    pension = row(presenter, "i1")
    assert (pension.name, pension.type, pension.per) == ("王桂兰", "城乡居民养老金", "月")
    assert (pension.declared, pension.checked, pension.excluded) == (36000, 36000, 14300)
    assert not pension.differs
    assert row(presenter, "i2").per == "年"


def test_that_an_amount_goes_to_the_unit_its_kind_has(
    memory: Memory, presenter: IncomePresenter
) -> None:
    presenter.enter((Entry("i1", "amount", 40000), Entry("i2", "amount", None)))
    assert memory.last == {"/incomes/#i1/monthly": 40000, "/incomes/#i2/annual": 0}
    assert row(presenter, "i1").differs
    assert row(presenter, "i2").checked == 0


def test_that_the_determination_follows_each_keystroke(presenter: IncomePresenter) -> None:
    case = presenter._case
    figures = []
    for fen in (100, 1000, 10000, 100000):
        presenter.typing(Entry("i2", "amount", fen * 12))
        figures.append(case.live.determination.income_annual)
    assert figures == sorted(set(figures))


def test_that_one_key_sets_a_row_to_what_was_declared(
    memory: Memory, presenter: IncomePresenter
) -> None:
    put(presenter, "i1", "amount", 99900)
    put(presenter, "i1", "excluded", 0)
    presenter.as_declared("i1")
    assert memory.last["/incomes/#i1/monthly"] == 36000
    assert not row(presenter, "i1").differs


def test_that_an_added_row_is_marked_undeclared(memory: Memory, presenter: IncomePresenter) -> None:
    added = presenter.add("m2")
    put(presenter, added, "type", "零工")
    put(presenter, added, "amount", 150000)
    assert memory.everything[f"/incomes/#{added}/who"] == "m2"
    shown = row(presenter, added)
    assert (shown.declared, shown.checked, shown.type) == (None, 150000, "零工")
    assert shown.differs


def test_that_an_added_row_disappears_when_removed(
    memory: Memory, presenter: IncomePresenter
) -> None:
    added = presenter.add("m2")
    presenter.remove(added)
    assert memory.last[f"/incomes/#{added}/id"] is None
    assert [r.id for r in presenter.view().rows] == ["i2", "i1"]


def test_that_a_declared_row_is_struck_out_in_sight_and_can_come_back(
    presenter: IncomePresenter,
) -> None:
    presenter.remove("i1")
    struck = row(presenter, "i1")
    assert (struck.declared, struck.checked) == (36000, None)
    presenter.as_declared("i1")
    assert row(presenter, "i1").checked == 36000


def test_that_changing_the_kind_keeps_the_money_of_a_year(
    memory: Memory, presenter: IncomePresenter
) -> None:
    added = presenter.add("m2")
    put(presenter, added, "amount", 100000)
    put(presenter, added, "kind", IncomeKind.BUSINESS.value)
    assert memory.last[f"/incomes/#{added}/annual"] == 1200000
    assert row(presenter, added).checked == 1200000
    put(presenter, added, "kind", IncomeKind.WAGE.value)
    assert row(presenter, added).checked == 100000


def test_that_all_rows_return_to_declared_and_added_ones_stay(presenter: IncomePresenter) -> None:
    added = presenter.add("m2")
    put(presenter, "i1", "amount", 1)
    presenter.remove("i2")
    presenter._case.put(presenter.unchanged())
    assert [row(presenter, i).checked for i in ("i1", "i2", added)] == [36000, 120000, 0]


def test_that_the_sums_of_a_year_are_plain(presenter: IncomePresenter) -> None:
    put(presenter, "i1", "amount", 50000)
    view = presenter.view()
    assert (view.declared_year, view.checked_year) == (36000 * 12 + 120000, 50000 * 12 + 120000)
    assert view.differing == 1


def test_that_an_income_can_be_given_to_another_member(
    memory: Memory, presenter: IncomePresenter
) -> None:
    put(presenter, "i2", "who", "m2")
    assert memory.last == {"/incomes/#i2/who": "m2"}
    assert row(presenter, "i2").name == "李建国"


def test_that_a_pasted_row_takes_its_kind_before_its_amount(
    memory: Memory, presenter: IncomePresenter
) -> None:
    added = presenter.add("m2")
    presenter.enter(
        (
            Entry(added, "amount", 600000),
            Entry(added, "kind", "business"),
            Entry(added, "type", "养殖"),
            Entry(added, "who", "m1"),
        )
    )
    shown = row(presenter, added)
    assert (shown.name, shown.type, shown.per, shown.checked) == ("王桂兰", "养殖", "年", 600000)
    assert len(memory.saved) == 2  # the row, and the block in one step


def test_that_a_rise_by_a_new_job_is_not_counted_for_some_months(
    memory: Memory, presenter: IncomePresenter
) -> None:
    case = presenter._case
    added = presenter.add("m2")
    put(presenter, added, "amount", 300000)
    whole = case.live.determination.income_annual
    put(presenter, added, "increment", 100000)
    put(presenter, added, "since", date(2026, 9, 1))
    path = f"/incomes/#{added}/job_disregard"
    assert memory.everything[f"{path}/increment"] == 100000
    assert memory.everything[f"{path}/month"] == 3
    assert str(row(presenter, added).job_since) == "2026-09"
    assert case.live.determination.income_annual < whole
    put(presenter, added, "since", date(2025, 9, 1))
    assert case.live.determination.income_annual == whole
    put(presenter, added, "increment", None)
    assert memory.last == {f"{path}/increment": None, f"{path}/month": None}


def test_that_rows_added_here_stay_in_their_order_behind_the_declared(
    presenter: IncomePresenter,
) -> None:
    first = presenter.add("m2", count=3)
    ids = [r.id for r in presenter.view().rows]
    assert ids[:2] == ["i2", "i1"]
    assert ids[2] == first
    put(presenter, ids[4], "who", "m1")
    assert [r.id for r in presenter.view().rows] == ids
