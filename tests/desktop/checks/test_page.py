import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import ChecksPresenter, Part
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.codes import RigidKind
from tests.desktop.screen import show
from tests.desktop.table import Memory


@pytest.fixture
def memory() -> Memory:
    return Memory()


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


def test_that_typing_an_amount_moves_the_determination_and_saves_on_enter(
    qtbot: QtBot, page: ChecksPage, case: Case, memory: Memory
) -> None:
    edit = page.income.amounts["i2"]
    assert edit.hasFocus()
    before = case.live.determination.income_annual
    edit.selectAll()
    QTest.keyClicks(edit, "24000")
    assert case.live.determination.income_annual == before + 2400000 - 120000
    assert edit.text() == "24000"
    assert memory.saved == []
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert memory.last == {"/incomes/#i2/annual": 2400000}
    assert page.income.amounts["i1"].hasFocus()


def test_that_arrows_stay_in_the_column(qtbot: QtBot, page: ChecksPage) -> None:
    QTest.keyClick(page.income.amounts["i2"], Qt.Key.Key_Down)
    assert page.income.amounts["i1"].hasFocus()
    QTest.keyClick(page.income.amounts["i1"], Qt.Key.Key_Up)
    assert page.income.amounts["i2"].hasFocus()


def test_that_f2_in_a_row_takes_what_was_declared(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    edit = page.income.amounts["i1"]
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "999")
    QTest.keyClick(edit, Qt.Key.Key_F2)
    assert edit.fen() == 36000
    assert memory.last["/incomes/#i1/monthly"] == 36000
    assert page.income._marks["i1"].face().text == "一致"


def test_that_a_row_is_added_named_and_struck_out_by_keys(
    qtbot: QtBot, page: ChecksPage, memory: Memory
) -> None:
    page.income.add()
    (added,) = page.income.types
    name = page.income.types[added]
    qtbot.waitUntil(name.hasFocus)
    QTest.keyClicks(name, "casual")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert memory.everything[f"/incomes/#{added}/type"] == "casual"
    assert memory.everything[f"/incomes/#{added}/who"] == "m1"
    amount = page.income.amounts[added]
    QTest.keyClick(amount, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert added not in page.income.amounts
    assert memory.last[f"/incomes/#{added}/who"] is None


def test_that_delete_alone_edits_the_text_and_keeps_the_row(qtbot: QtBot, page: ChecksPage) -> None:
    edit = page.income.amounts["i2"]
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == ""
    assert "i2" in page.income.amounts


def test_that_a_field_cleared_while_typing_stays_empty_until_it_is_left(
    qtbot: QtBot, page: ChecksPage, case: Case
) -> None:
    edit = page.income.amounts["i2"]
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    page.refresh()
    assert edit.text() == ""
    assert case.visit.incomes[1].annual == 0


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
    box = page.spending.vouchers[RigidKind.MEDICAL]
    box.setFocus()
    QTest.keyClicks(box, "12")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert memory.last["/rigid/#medical/vouchers"] == 12
    food = page.spending.expenses["food"]
    food.setFocus()
    QTest.keyClicks(food, "800")
    assert "支出为收入的" in page.spending.reading.text()


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
