import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import ChecksPresenter, Part
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.widgets.grid.grid import Grid
from caseworker_app.model.codes import IncomeKind
from tests.desktop.screen import show
from tests.desktop.table import Memory


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case()


@pytest.fixture
def page(qtbot: QtBot, case: Case) -> ChecksPage:
    page = ChecksPage(ChecksPresenter(case))
    case.watch(page.refresh)
    page.resize(860, 620)
    show(qtbot, page)
    page.begin()
    return page


def press(
    page: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(page.window().focusWidget(), key, held)


def write(grid: Grid, text: str) -> None:
    for sign in text:
        QTest.keyClicks(grid.table.editor() or grid.table, sign)


def shown(grid: Grid, row: str, column: str) -> str:
    cells = grid.table.cells
    return cells.text(cells.number(row), cells.column(column))


def test_that_typing_an_amount_moves_the_determination_and_saves_on_enter(
    qtbot: QtBot, page: ChecksPage, case: Case, memory: Memory
) -> None:
    grid = page.income.grid
    assert grid.table.hasFocus()
    assert grid.table.row_id() == "i2"
    before = case.live.determination.income_annual
    write(grid, "24000")
    assert case.live.determination.income_annual == before + 2400000 - 120000
    assert memory.saved == []
    press(page, Qt.Key.Key_Return)
    assert memory.last == {"/incomes/#i2/annual": 2400000}
    assert grid.table.row_id() == "i1"


def test_that_arrows_stay_in_the_column(qtbot: QtBot, page: ChecksPage) -> None:
    press(page, Qt.Key.Key_Down)
    assert page.income.grid.table.row_id() == "i1"
    press(page, Qt.Key.Key_Up)
    assert page.income.grid.table.row_id() == "i2"


def test_that_f4_in_a_row_takes_what_was_declared(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    grid = page.income.grid
    grid.focus("i1", "amount")
    write(grid, "999")
    assert shown(grid, "i1", "mark") == "有改动"
    press(page, Qt.Key.Key_F4)
    assert memory.last["/incomes/#i1/monthly"] == 36000
    assert shown(grid, "i1", "amount") == "360"
    assert shown(grid, "i1", "mark") == "一致"


def test_that_a_row_is_added_named_and_struck_out_by_keys(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    press(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    grid = page.income.grid
    added = grid.table.row_id()
    write(grid, "casual")
    press(page, Qt.Key.Key_Tab)
    write(grid, "1500")
    press(page, Qt.Key.Key_Return)
    assert memory.everything[f"/incomes/#{added}/type"] == "casual"
    assert memory.everything[f"/incomes/#{added}/who"] == "m1"
    assert memory.everything[f"/incomes/#{added}/monthly"] == 150000
    grid.focus(added, "amount")
    press(page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert grid.table.cells.number(added) == -1
    assert memory.last[f"/incomes/#{added}/who"] is None


def test_that_delete_alone_empties_the_cell_and_keeps_the_row(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    press(page, Qt.Key.Key_Delete)
    assert memory.last == {"/incomes/#i2/annual": 0}
    assert page.income.grid.table.cells.number("i2") >= 0


def test_that_a_wage_asks_for_the_rise_of_a_new_job(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    assert not page.income.jobs.isVisible()
    page.income.add()
    assert page.income.jobs.isVisible()
    (row,) = page.income.jobs.table.cells.rows
    page.income.jobs.focus(row.id, "increment")
    write(page.income.jobs, "1000")
    press(page, Qt.Key.Key_Tab)
    write(page.income.jobs, "2026-10")
    press(page, Qt.Key.Key_Return)
    assert memory.last == {f"/incomes/#{row.id}/job_disregard/month": 2}
    assert "第 2 个月，增收部分不计入" in shown(page.income.jobs, row.id, "reading")


def test_that_a_list_of_incomes_is_pasted_from_a_spreadsheet(
    qtbot: QtBot, page: ChecksPage, case: Case, memory: Memory
) -> None:
    page.income.grid.paste(
        "王桂兰\t经营净收入\t种植\t\t2,400\t\r\n李建国\t工资性收入\t零工\t\t一千\t\r\n", 2, 0
    )
    page.income.grid.paste("1\n2\n", 0, 4)
    assert "粘贴 2 行" in page.income.grid.line.text()
    found = {(i.who, i.kind, i.type, i.annual or i.monthly) for i in case.visit.incomes}
    assert ("m1", IncomeKind.BUSINESS, "种植", 240000) in found
    assert ("m2", IncomeKind.WAGE, "零工", 0) in found
    (wrong,) = page.income.grid.wrongs().values()
    assert wrong.text == "一千"


def test_that_a_text_not_taken_of_a_row_gone_hinders_nothing(
    qtbot: QtBot, page: ChecksPage, case: Case, memory: Memory
) -> None:
    def waiting(case: Case) -> list[str]:
        return [m.place for m in case.live.missing if m.code == "text_not_taken"]

    page.income.add()
    (row,) = page.income.jobs.table.cells.rows
    page.income.jobs.focus(row.id, "increment")
    write(page.income.jobs, "x")
    press(page, Qt.Key.Key_Return)
    assert waiting(case) == [f"/incomes/#{row.id}/increment"]
    page.income.grid.focus(row.id, "amount")
    page.income.strike()
    assert waiting(case) == []

    memory.drafts["jobs/gone/increment"] = "x"
    again = memory.case()
    (place,) = waiting(again)
    later = ChecksPage(ChecksPresenter(again))
    again.watch(later.refresh)
    show(qtbot, later)
    later.jump(place)
    assert waiting(again) == []


def test_that_the_parts_follow_each_other(page: ChecksPage) -> None:
    seen = []
    while page.forward():
        seen.append(page._presenter.part)
    assert seen == list(Part)[1:]
    assert page.onward() == ""
    assert page.assets.money.hasFocus()
    while page.back():
        pass
    assert page.onward() == "下一项：赡养抚养扶养费"


def test_that_jumping_opens_the_part_and_the_field(page: ChecksPage) -> None:
    page.jump("/living/impression")
    assert page._presenter.part is Part.LIVING
    assert page.living.isAncestorOf(page.focusWidget())
    page.jump("/living/note")
    assert page.living.note.hasFocus()


def test_that_a_choice_is_saved_and_several_stay_several(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    page.show_part(Part.LIVING)
    page.living.choices["impression"].setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert memory.last == {"/living/impression": "hard"}
    page.living.choices["appliances"].setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert memory.last == {"/living/appliances": ["tv"]}


def test_that_a_better_impression_shows_what_is_asked(page: ChecksPage) -> None:
    page.show_part(Part.LIVING)
    page._presenter.living.choose("impression", "much_better")
    assert "写明" in page.living._note_field.error()


def test_that_vouchers_and_rigid_amounts_are_saved(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    page.show_part(Part.SPENDING)
    page.spending.rigid.focus("medical", "vouchers")
    write(page.spending.rigid, "12")
    press(page, Qt.Key.Key_Return)
    assert memory.last["/rigid/#medical/vouchers"] == 12
    page.spending.living.focus("food", "monthly")
    write(page.spending.living, "800")
    assert "支出为收入的" in page.spending.reading.text()
    page.spending.rigid.focus("medical", "annual")
    press(page, Qt.Key.Key_F4)
    assert memory.last["/rigid/#medical/annual"] == 860000


def test_that_a_thing_in_dispute_leads_to_its_difference(qtbot: QtBot, page: ChecksPage) -> None:
    page.show_part(Part.PROPERTY)
    with qtbot.waitSignal(page.jump_asked) as asked:
        page.assets.asked.emit("/explanations/#CL01:r-car/state")
    assert asked.args == ["/explanations/#CL01:r-car/state"]


def test_that_numbers_of_persons_accept_digits_only(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    page.show_part(Part.SUPPORT)
    box = page.support.cards["o1"].numbers["size"]
    box.setFocus()
    QTest.keyClicks(box, "a4")
    assert box.count() == 4
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert memory.last == {"/support/#o1/size": 4}


def test_that_a_talk_with_a_neighbour_is_added_and_typed(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    page.show_part(Part.LIVING)
    card = page.living.neighbours
    card.add_button.click()
    (talk,) = card.talks.values()
    qtbot.waitUntil(talk.edits["name"].hasFocus)
    QTest.keyClicks(talk.edits["said"], "honest")
    QTest.keyClick(talk.edits["said"], Qt.Key.Key_Return)
    assert memory.last == {"/neighbours/#new1/said": "honest"}
    talk.remove.click()
    assert card.talks == {}
