import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.household.presenter import HouseholdPresenter
from tests.desktop.screen import show
from tests.desktop.table import Memory


@pytest.fixture
def page(qtbot: QtBot, memory: Memory) -> HouseholdPage:
    case = memory.case()
    page = HouseholdPage(HouseholdPresenter(case))
    case.watch(page.refresh)
    page.resize(860, 620)
    show(qtbot, page)
    return page


def test_that_f2_meets_everybody(qtbot: QtBot, page: HouseholdPage, memory: Memory) -> None:
    page.begin()
    QTest.keyClick(page.met_all, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: len(memory.saved) == 1)
    assert all(widget.met_box.isChecked() for widget in page.members.values())
    assert len(memory.last) == 3


def test_that_space_marks_who_is_present_and_only_one_is(qtbot: QtBot, page: HouseholdPage) -> None:
    granny, father = page.members["m1"], page.members["m2"]
    QTest.keyClick(granny.present_button, Qt.Key.Key_Space)
    QTest.keyClick(father.present_button, Qt.Key.Key_Space)
    assert (granny.present_button.isChecked(), father.present_button.isChecked()) == (False, True)
    assert granny.met_box.isChecked()


def test_that_choosing_a_status_shows_the_question_that_follows(
    qtbot: QtBot, page: HouseholdPage, memory: Memory
) -> None:
    father = page.members["m2"]
    assert not father.idle_pick.isVisible()
    QTest.keyClick(father.status_pick, Qt.Key.Key_Down)
    assert memory.last["/members/#m2/status"] == "idle"
    assert father.idle_pick.isVisible()


def test_that_typing_a_phone_number_is_not_disturbed(
    qtbot: QtBot, page: HouseholdPage, memory: Memory
) -> None:
    page.phone.clear()
    QTest.keyClicks(page.phone, "0571-8888 ")
    assert page.phone.text() == "0571-8888 "
    QTest.keyClick(page.phone, Qt.Key.Key_Return)
    assert memory.last == {"/household/phone": "0571-8888 "}


def test_that_the_team_rule_is_shown_where_it_is_broken(qtbot: QtBot, page: HouseholdPage) -> None:
    page.team["w2"].setFocus()
    QTest.keyClick(page.team["w2"], Qt.Key.Key_Space)
    assert "至少 2 人" in page._fault.text()
    assert not page.team["w1"].isEnabled()


def test_that_jumping_leads_to_what_is_missing(qtbot: QtBot, page: HouseholdPage) -> None:
    page.jump("/members/#m2/status")
    assert page.members["m2"].status_pick.hasFocus()
    page.jump("/present")
    assert page.members["m1"].present_button.hasFocus()
    page.jump("/investigators")
    assert page.team["w3"].hasFocus()


def test_that_everything_to_touch_has_a_name(page: HouseholdPage) -> None:
    for widget in page.members.values():
        assert "王桂兰" in widget.met_box.accessibleName() or widget is not page.members["m1"]
        for editor in (widget.status_pick, widget.excluded_pick, widget.present_button):
            assert editor.accessibleName()


def test_that_a_colleague_is_typed_in_and_stands_among_the_team(
    qtbot: QtBot, page: HouseholdPage
) -> None:
    page.other.setFocus()
    QTest.keyClicks(page.other, "Sun Hui")
    QTest.keyClick(page.other, Qt.Key.Key_Return)
    assert page.team["new1"].isChecked()
    assert page.other.text() == ""
    page.team["new1"].click()
    assert not page.team["new1"].isChecked()


def test_that_a_page_is_let_go_whole(qtbot: QtBot, memory: Memory) -> None:
    page = HouseholdPage(HouseholdPresenter(memory.case()))
    seen = weakref.ref(page)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    del page
    gc.collect()
    assert seen() is None
