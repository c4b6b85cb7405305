"""现场发现 by keyboard: a key opens the sheet, Enter keeps it, Esc loses nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.errors import RefusedError
from caseworker_app.model.codes import FoundKind
from caseworker_app.model.found import Found
from tests.desktop.screen import show
from tests.desktop.table import Memory

PLATE = "A8Y8Y8"


@pytest.fixture
def page(qtbot: QtBot, memory: Memory, tasks: Tasks) -> ComparisonPage:
    case = memory.case()
    page = ComparisonPage(ComparisonPresenter(case), tasks, memory.actions())
    case.watch(page.refresh)
    page.resize(860, 620)
    show(qtbot, page)
    page.begin()
    return page


def written(page: ComparisonPage, text: str = PLATE) -> None:
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.editor
    assert page.editor.value.hasFocus()
    QTest.keyClicks(page.editor.value, text)


def test_that_a_key_opens_the_sheet_and_enter_keeps_and_asks(
    qtbot: QtBot, page: ComparisonPage, memory: Memory
) -> None:
    written(page)
    assert page.onward() == "记下并提请查询"
    assert page.editor
    QTest.keyClick(page.editor.value, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.editor is None)

    (fact,) = memory.found
    assert (fact.value, fact.kind, memory.asked) == (PLATE, FoundKind.VEHICLE, [PLATE])
    (row,) = page.listing.found.values()
    assert row.hasFocus()
    assert "已提请查询" in row.accessibleName()


def test_that_escape_keeps_what_was_typed_without_asking(
    qtbot: QtBot, page: ComparisonPage, memory: Memory
) -> None:
    written(page)
    assert page.editor
    QTest.keyClick(page.editor, Qt.Key.Key_Escape)
    assert page.listing.isVisible()
    qtbot.waitUntil(lambda: len(page.listing.found) == 1)
    assert memory.asked == []


def test_that_going_away_keeps_what_was_typed(
    qtbot: QtBot, page: ComparisonPage, memory: Memory
) -> None:
    written(page)
    page.hide()
    qtbot.waitUntil(lambda: len(memory.found) == 1)


def test_that_an_empty_sheet_says_what_to_write(page: ComparisonPage, memory: Memory) -> None:
    written(page, "")
    assert page.editor
    QTest.keyClick(page.editor.value, Qt.Key.Key_Return)
    assert page.editor._value_field.error().startswith("请先写下")
    assert page.back()
    assert not page.listing.isHidden()
    assert memory.found == ()


def test_that_a_person_found_is_a_row_among_the_differences(
    qtbot: QtBot, page: ComparisonPage
) -> None:
    before = set(page.listing.rows)
    written(page, "Zhao")
    assert page.editor
    page.editor.kind.set_code("vehicle")
    page.editor.kind_picked.emit("person")
    assert page.forward()
    qtbot.waitUntil(lambda: page.editor is None)
    (new,) = set(page.listing.rows) - before
    assert new.startswith("HJ04:found-")


def test_that_arrows_lead_from_found_facts_to_differences(
    qtbot: QtBot, page: ComparisonPage
) -> None:
    written(page)
    page.keep_found()
    qtbot.waitUntil(lambda: bool(page.listing.found))
    (fact,) = page.listing.found.values()
    fact.setFocus()
    QTest.keyClick(fact, Qt.Key.Key_Down)
    first = next(iter(page.listing.rows.values()))
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert fact.hasFocus()
    QTest.keyClick(fact, Qt.Key.Key_Return)
    assert page.editor
    assert page.editor.value.text() == PLATE


def test_that_a_fact_can_be_taken_away(qtbot: QtBot, page: ComparisonPage, memory: Memory) -> None:
    written(page)
    page.keep_found()
    qtbot.waitUntil(lambda: bool(page.listing.found))
    page.open_found(memory.found[0].id)
    assert page.editor
    page.editor.remove.click()
    qtbot.waitUntil(lambda: not page.listing.found)
    assert memory.found == ()


def test_that_a_refusal_is_a_sentence_and_the_sheet_stays(
    qtbot: QtBot, page: ComparisonPage, memory: Memory
) -> None:
    written(page)
    memory.refuse = RefusedError("已经有人签字。")
    with qtbot.waitSignal(page.failed) as told:
        page.keep_found()
    assert told.args == ["已经有人签字。"]
    assert page.editor
    assert page.editor.value.text() == PLATE


def test_that_an_answer_that_adds_a_line_leaves_the_focus_where_it_is(
    qtbot: QtBot, page: ComparisonPage, memory: Memory
) -> None:
    key = list(page.listing.rows)[1]
    page.listing.rows[key].setFocus()
    memory.found = (Found("f1", FoundKind.PERSON, "钱七"),)
    page._presenter.take(memory._findings())
    assert "HJ04:found-f1" in page.listing.rows
    assert page.listing.rows[key].hasFocus()
