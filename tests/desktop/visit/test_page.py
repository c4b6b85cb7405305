import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.errors import OutsideError
from caseworker_app.model.codes import AnswerState, FoundKind
from caseworker_app.model.found import Found, FoundAnswer
from tests.desktop.screen import show
from tests.desktop.table import NOW, Memory
from tests.desktop.visiting import visit_page

CAR = "CL01:r-car"


@pytest.fixture
def page(qtbot: QtBot, memory: Memory, tasks: Tasks) -> VisitPage:
    page = visit_page(tasks, memory)
    page.resize(1180, 768)
    show(qtbot, page)
    return page


def test_that_the_side_card_follows_the_typing(qtbot: QtBot, page: VisitPage) -> None:
    page.go(Step.CHECKS)
    checks = page.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    table = checks.income.grid.table
    qtbot.waitUntil(table.hasFocus)
    before = page.side.per_capita.text()
    for sign in "90000":
        QTest.keyClicks(table.editor() or table, sign)
    assert page.side.per_capita.text() != before
    assert page.saved.text() == "正在保存…"


def test_that_a_pause_saves_what_is_being_typed(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    page._idle.setInterval(10)
    page.case.type({"/opinion": "写到一半"})
    qtbot.waitUntil(lambda: memory.saved == [("v1", {"/opinion": "写到一半"})])
    qtbot.waitUntil(lambda: page.saved.text() == "已保存 10:32")


def test_that_a_failed_save_is_told_and_made_good_by_the_button(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    memory.refuse = OutsideError("磁盘已满，请腾出空间后再存。")
    page.case.put({"/opinion": "同意"})
    qtbot.waitUntil(lambda: "磁盘已满" in page.banner.text())
    assert page.saved.text() == "未保存"
    page.banner.action.click()
    qtbot.waitUntil(lambda: memory.saved == [("v1", {"/opinion": "同意"})])
    qtbot.waitUntil(lambda: page.saved.text() == "已保存 10:32")


def test_that_keys_lead_through_all_steps_and_back(qtbot: QtBot, page: VisitPage) -> None:
    walked = []
    for _ in range(12):
        walked.append(page._presenter.current)
        page.forward()
    assert list(dict.fromkeys(walked)) == list(Step)[:5]
    assert "封存" in page.banner.text()
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page._presenter.current is Step.DETERMINATION)
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page._presenter.current is Step.SIGNING)
    QTest.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page._presenter.current is Step.COMPARISON)


def test_that_the_hint_leads_to_the_field(qtbot: QtBot, page: VisitPage) -> None:
    page.go(Step.CHECKS)
    assert "综合印象" in page.hint.text()
    QTest.keyClick(page, Qt.Key.Key_F8)
    checks = page.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    qtbot.waitUntil(checks.living.isVisible)
    assert checks.living.isAncestorOf(page.focusWidget())


def test_that_going_back_to_the_list_saves_first(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    page.case.type({"/opinion": "甲"})
    with qtbot.waitSignal(page.closed):
        page.leave.click()
    qtbot.waitUntil(lambda: memory.saved == [("v1", {"/opinion": "甲"})])


def test_that_a_thing_in_dispute_opens_its_difference(page: VisitPage) -> None:
    page.jump(f"/explanations/#{CAR}/state")
    comparison = page.pages[Step.COMPARISON]
    assert isinstance(comparison, ComparisonPage)
    assert page._presenter.current is Step.COMPARISON
    assert comparison.detail is not None


def test_that_a_visit_is_walked_from_first_key_to_seal(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    page.case.put({"/present": "m1", "/living/impression": "as_declared"})
    comparison, signing = page.pages[Step.COMPARISON], page.pages[Step.SIGNING]
    assert isinstance(comparison, ComparisonPage)
    assert isinstance(signing, SigningPage)
    page.go(Step.COMPARISON)
    for discrepancy_id in list(comparison.listing.rows):
        comparison.open(discrepancy_id)
        comparison._presenter.answer("registry_wrong")
    page.go(Step.SIGNING)
    for role in ("member", "investigator1", "investigator2"):
        pad = signing.cards[role].pad
        QTest.mousePress(
            pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, 20)
        )
        for step in range(1, 12):
            QTest.mouseMove(pad, QPoint(10 + 8 * step, 20 + 6 * step))
        QTest.mouseRelease(
            pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, 90)
        )
        signing.cards[role].confirm.click()
        qtbot.waitUntil(signing.cards[role].replay.isVisible)
    assert [role for role, _ in memory.signed] == ["member", "investigator1", "investigator2"]
    page.case.live = replace(page.case.live, missing=())
    signing.refresh()
    signing.seal_button.click()
    dialog = signing.findChild(QuestionDialog)
    assert dialog is not None
    dialog.confirm.click()
    qtbot.waitUntil(lambda: page.saved.text() == "已封存")
    page.forward()
    assert page._presenter.current is Step.DELIVERY


def test_that_work_begins_at_the_first_field_not_at_the_way_out(
    qtbot: QtBot, page: VisitPage
) -> None:
    household = page.pages[Step.HOUSEHOLD]
    qtbot.waitUntil(lambda: household.isAncestorOf(page.focusWidget()))


def test_that_good_news_of_one_step_is_gone_in_the_next_but_a_failed_save_stays(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    page.pages[Step.HOUSEHOLD].told.emit("核查表已存好")
    page.go(Step.CHECKS)
    assert page.banner.text() == ""
    memory.refuse = OutsideError("磁盘已满。")
    page.case.put({"/opinion": "同意"})
    qtbot.waitUntil(lambda: "磁盘已满" in page.banner.text())
    memory.refuse = OutsideError("磁盘已满。")
    page.go(Step.COMPARISON)
    assert "磁盘已满" in page.banner.text()


def test_that_the_countdowns_stand_in_the_head_or_in_the_line_below(
    qtbot: QtBot, page: VisitPage
) -> None:
    dead = {"/members/#m1/excluded": "dead", "/members/#m1/died": "2026-10-08"}
    page.case.type(dead)
    assert "成员死亡后核查办结" in page.running.accessibleName()
    assert "第（三）项" in page.running.toolTip()
    assert page.running.isVisible()
    page.resize(700, 768)
    qtbot.waitUntil(page.running.isHidden)
    assert "成员死亡后核查办结" in page.brief.text()


def test_that_an_answer_of_the_office_reaches_the_visit_on_the_table(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    asked = Found("f1", FoundKind.VEHICLE, "浙A8Y8Y8", ask="q1", asked=NOW.isoformat())
    memory.found = (asked,)
    page.case.found(memory._findings())
    page.case.type({"/opinion": "还在写"})
    told = FoundAnswer(AnswerState.NONE, "登记中没有（2026-11-22 查询）", NOW.isoformat())
    memory.found = (replace(asked, answer=told),)
    page.look_again()
    qtbot.waitUntil(lambda: page.banner.text() == f"浙A8Y8Y8 已答复：{told.text}")

    assert page.case.visit.opinion == "还在写"
    assert page.case.visit.found == memory.found
    memory.found = ()
    page.look_again()
    qtbot.wait(50)
    assert page.case.visit.found, "nothing waits, so nothing is looked for"


def test_that_a_visit_put_away_as_it_comes_in_sight_is_let_go(
    qtbot: QtBot, tasks: Tasks, memory: Memory
) -> None:
    page = visit_page(tasks, memory)
    page.show()
    delete(page)
    qtbot.wait(50)

    seen = weakref.ref(page)
    del page
    gc.collect()
    assert seen() is None
