from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.determination.page import DeterminationPage
from caseworker_app.desktop.determination.presenter import DeterminationPresenter
from caseworker_app.desktop.determination.tree import GroundWidget
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.button import Button
from tests.desktop.screen import show
from tests.desktop.table import CLEAN, Memory, dossier


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case(dossier(CLEAN))


@pytest.fixture
def page(qtbot: QtBot, case: Case, tasks: Tasks) -> DeterminationPage:
    page = DeterminationPage(DeterminationPresenter(case), tasks)
    case.watch(page.refresh)
    page.resize(860, 620)
    show(qtbot, page)
    return page


def test_that_the_answer_follows_every_change(page: DeterminationPage, case: Case) -> None:
    before = page.amount.text()
    case.type({"/incomes/#i1/monthly": 0, "/incomes/#i2/annual": 0})
    assert page.amount.text() != before


def test_that_the_button_leads_to_what_is_missing(qtbot: QtBot, page: DeterminationPage) -> None:
    buttons = [b for b in page.findChildren(Button) if b.text() == "去三核查"]
    with qtbot.waitSignal(page.jump_asked) as asked:
        QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert asked.args == ["/living/impression"]
    assert "综合印象" in buttons[0].accessibleName()


def test_that_the_tree_opens_by_key_and_stays_open_when_figures_change(
    qtbot: QtBot, page: DeterminationPage, case: Case
) -> None:
    root = page.findChild(GroundWidget)
    assert root is not None
    assert not root.parts.isHidden()
    inner = next(g for g in root.findChildren(GroundWidget) if not g.toggle.isHidden())
    assert inner.parts.isHidden()
    inner.toggle.setFocus()
    QTest.keyClick(inner.toggle, Qt.Key.Key_Space)
    assert not inner.parts.isHidden()
    name = inner.path
    case.type({"/incomes/#i1/monthly": 5000})
    page.show_grounds()
    again = page.findChildren(GroundWidget)
    assert any(g.path == name and not g.parts.isHidden() for g in again)


def test_that_the_card_of_what_comes_next_follows_the_outcome(
    page: DeterminationPage, case: Case
) -> None:
    rows = page.ahead.rows.count()
    assert "近亲属备案" in page.ahead.spared.text()
    assert "没有近亲属备案" in page.ahead.spared.toolTip()
    names = [row.accessibleName() for row in page.ahead.findChildren(QWidget)]
    assert any("事先告知书" in name and "镇街经办人员" in name for name in names)
    case.take(replace(case.visit, household=replace(case.visit.household, monthly=100)))
    assert page.ahead.rows.count() == rows - 2
    assert "听取陈述申辩" in page.ahead.spared.text()


def test_that_f2_takes_over_the_proposed_opinion(
    qtbot: QtBot, page: DeterminationPage, memory: Memory
) -> None:
    QTest.keyClick(page, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(memory.saved))
    assert page.opinion.toPlainText() == memory.last["/opinion"]


def test_that_an_opinion_is_saved_when_left(
    qtbot: QtBot, page: DeterminationPage, memory: Memory
) -> None:
    page.jump("/opinion")
    QTest.keyClicks(page.opinion, "agreed")
    QTest.keyClick(page.opinion, Qt.Key.Key_Tab)
    assert memory.last == {"/opinion": "agreed"}


def test_that_no_step_of_the_tree_comes_up_as_a_window(
    qtbot: QtBot, page: DeterminationPage
) -> None:
    root = page.findChild(GroundWidget)
    assert root is not None
    for step in root.findChildren(GroundWidget):
        step.show_parts(shown=True)
    steps = root.findChildren(GroundWidget)
    assert not any(step.isWindow() or step.toggle.isWindow() for step in steps)
    assert page.isActiveWindow()
