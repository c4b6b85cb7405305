import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.household.presenter import HouseholdPresenter
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.model.codes import Dataset
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.found import Findings
from tests.desktop.comparison.bereaved import DEATH, bereaved, lapsed
from tests.desktop.screen import show
from tests.desktop.table import DIFFERING, Memory, dossier
from tests.desktop.truncation import cut_texts


def comparison(qtbot: QtBot, tasks: Tasks, file: Dossier, width: int = 860) -> ComparisonPage:
    memory = Memory()
    case = memory.case(file)
    page = ComparisonPage(ComparisonPresenter(case), tasks, memory.actions())
    case.watch(page.refresh)
    page.resize(width, 620)
    show(qtbot, page)
    page.begin()
    return page


def test_that_enter_opens_the_death_and_a_digit_rules_it_out(qtbot: QtBot, tasks: Tasks) -> None:
    page = comparison(qtbot, tasks, bereaved(DIFFERING))
    line = page.listing.proposals[DEATH]
    assert line.hasFocus()

    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.detail
    first = next(iter(page.detail.answers.buttons.values()))
    QTest.keyClick(first, Qt.Key.Key_2)
    assert page.detail.answers.buttons["alive"].isChecked()

    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert "已撤回" in page.listing.proposals[DEATH].accessibleName()


def test_that_arrows_lead_from_the_proposal_into_the_differences(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = comparison(qtbot, tasks, bereaved(DIFFERING))
    line, first = page.listing.proposals[DEATH], next(iter(page.listing.rows.values()))

    QTest.keyClick(line, Qt.Key.Key_Down)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert line.hasFocus()


def test_that_the_household_step_leads_to_the_difference(qtbot: QtBot) -> None:
    page = HouseholdPage(HouseholdPresenter(Memory().case(bereaved())))
    show(qtbot, page)
    asked: list[str] = []
    page.jump_asked.connect(asked.append)

    QTest.keyClick(page.proposals.lines[DEATH], Qt.Key.Key_Return)

    assert asked == [f"/explanations/#{DEATH}"]


def test_that_the_household_step_shows_what_an_answer_of_the_office_proposes(
    qtbot: QtBot,
) -> None:
    case = Memory().case(dossier())
    page = HouseholdPage(HouseholdPresenter(case))
    case.watch(page.refresh)
    show(qtbot, page)
    assert not page.proposals.isVisible()

    fresh = bereaved(DIFFERING)
    case.found(Findings(case.visit, fresh.discrepancies, fresh.records))

    assert DEATH in page.proposals.lines
    assert page.proposals.isVisible()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 640), (1.0, 860), (1.5, 1182), (2.0, 1182)])
def test_that_no_word_of_it_is_cut(
    qtbot: QtBot, lettered: QApplication, tasks: Tasks, scale: float, width: int
) -> None:
    style.apply(lettered, Look(scale=scale))
    page = comparison(qtbot, tasks, bereaved(DIFFERING), width)
    qtbot.wait(20)
    assert cut_texts(page) == []
    late = comparison(qtbot, tasks, lapsed(Dataset.VEHICLE, Dataset.PERSON), width)
    qtbot.wait(20)
    assert cut_texts(late) == []
    assert any("到期删除" in label.text() for label in late.findChildren(Label))
