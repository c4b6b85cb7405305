"""Undo on the screen: keys, where it goes, what it says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit import told
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.values import Json
from caseworker_app.store.step import Turn
from caseworker_app.workflow.undo import Reach, Undone
from tests.desktop.screen import show
from tests.desktop.table import Memory, dossier, visit_of
from tests.desktop.visiting import visit_page

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, memory: Memory) -> VisitPage:
    page = visit_page(tasks, memory)
    page.resize(1180, 768)
    show(qtbot, page)
    return page


def turned(path: str, before: Json, after: Json) -> Undone:
    return Undone({path: Turn(before, after)}, Reach(0, 1))


def press(page: VisitPage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(page.window().focusWidget(), key, held)


def test_that_an_undo_shows_goes_there_and_says_so(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    page.case.put({"/incomes/#i1/monthly": 40000})
    qtbot.waitUntil(page.undo_bar.undo_button.isEnabled)
    memory.turn.append(turned("/incomes/#i1/monthly", 40000, 36000))
    memory.turn.append(turned("/incomes/#i1/monthly", 36000, 40000))
    press(page, Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: "已撤销" in page.banner.text())
    assert (
        page.banner.text() == "已撤销：收入核查 · 王桂兰 城乡居民养老金，每月金额 400 元 → 360 元"
    )
    assert page._presenter.current is Step.CHECKS
    checks = page.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    assert checks.income.grid.table.row_id() == "i1"
    assert page.case.visit.incomes[0].monthly == 36000
    qtbot.waitUntil(page.undo_bar.redo_button.isEnabled)
    press(page, Qt.Key.Key_Z, _BOTH)
    qtbot.waitUntil(lambda: "已重做" in page.banner.text())
    assert page.case.visit.incomes[0].monthly == 40000


def test_that_what_is_being_typed_is_saved_before_it_is_undone(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    household = page.pages[Step.HOUSEHOLD]
    assert isinstance(household, HouseholdPage)
    household.phone.setFocus()
    QTest.keyClicks(household.phone, "9")
    memory.turn.append(turned("/household/phone", "138000012349", "13800001234"))
    press(page, Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: "已撤销" in page.banner.text())
    assert memory.saved[0][1] == {"/household/phone": "138000012349"}
    assert household.phone.text() == "13800001234"
    assert household.phone.hasFocus() or household.isAncestorOf(page.window().focusWidget())


def test_that_a_field_of_its_own_keeps_its_own_undo(
    qtbot: QtBot, page: VisitPage, memory: Memory
) -> None:
    household = page.pages[Step.HOUSEHOLD]
    assert isinstance(household, HouseholdPage)
    page.case.put({"/opinion": "甲"})
    qtbot.waitUntil(page.undo_bar.undo_button.isEnabled)
    memory.turn.append(turned("/opinion", "甲", ""))
    household.other.setFocus()
    QTest.keyClicks(household.other, "abc")
    press(page, Qt.Key.Key_Z, _CONTROL)
    assert household.other.text() != "abc"
    assert len(memory.turn) == 1
    assert isinstance(page.window().focusWidget(), QLineEdit)


def test_that_nothing_can_be_undone_where_nothing_was_done(page: VisitPage) -> None:
    assert not page.undo_bar.undo_button.isEnabled()
    assert not page.undo_bar.redo_button.isEnabled()


@pytest.mark.parametrize(
    ("path", "before", "after", "said"),
    [
        ("/members/#m2/disability", [4, 3], None, "家庭成员 · 李建国，残疾 “肢体三级” → 空"),
        ("/members/#m1/met", True, False, "家庭成员 · 王桂兰，是否见到 是 → 否"),
        ("/living/appliances", ["tv"], [], "实际生活状况，家用电器 电视机 → 空"),
        ("/expenses/#food/monthly", 80000, 0, "生活支出 · 食品，每月金额 800 元 → 0 元"),
        ("/rigid/#medical/vouchers", 3, 2, "刚性支出 · 医疗自付，票据张数 3 → 2"),
        ("/support/#o1/exempt", "", "dibao", "赡养抚养扶养费 · 李秀梅，是否免除 空 → “本人是低保”"),
        ("/opinion", "甲", "乙", "调查意见 “甲” → “乙”"),
        (
            "/members/#m3/status",
            "student",
            "child",
            "家庭成员 · 李小宝，从业状况 “在校” → “未入学儿童”",
        ),
        ("/present", "m1", "m2", "在场签字人 “王桂兰” → “李建国”"),
        ("/kind", "yearly", "change", "类别 “年度复核” → “变更核查”"),
        ("/cause", "employment", "", "收入增加的原因 “家人就业增收” → 空"),
        ("/apply_alone", "adult_jobless_severe", "", "按单人户申请 “是” → 空"),
        (
            "/explanations/#CL01:r-car/state",
            "confirmed",
            "open",
            "三比对的说明，处理 “已查实” → “待说明”",
        ),
        ("/property/dwellings/#d1/area", 6350, 6400, "财产核查，面积 63.5 ㎡ → 64 ㎡"),
        ("/reasons/#income/code", "lost_job", "ill", "与上次核查相比"),
        ("/attachments/#a1/bound_to", "/living/kitchen", "", "佐证"),
        ("/paid_after_death", ["2026-10"], [], "本次核查"),
    ],
)
def test_that_an_undo_is_said_in_the_words_of_the_screen(
    path: str, before: Json, after: Json, said: str
) -> None:
    sentence = told.sentence(turned(path, before, after), visit_of(dossier()), "已撤销")
    assert sentence == f"已撤销：{said}"


def test_that_an_undone_answer_of_a_difference_is_said_and_not_when_it_was_given() -> None:
    path = "/explanations/#CL01:r-car"
    given = {"at": "2026-11-22T10:00:00+00:00", "resolved": "dead", "state": "confirmed"}
    turns = {f"{path}/{field}": Turn(value, None) for field, value in given.items()}
    told_so = told.sentence(Undone(turns, Reach(0, 1)), visit_of(dossier()), "已撤销")
    assert told_so == "已撤销：三比对的说明，处理 “已查实” → 空"


def test_that_an_undone_answer_of_a_change_names_the_change() -> None:
    left = HouseholdChange("c1", ChangeKind.MOVE_OUT, who=("m2",))
    visit = replace(visit_of(dossier()), changes=(left,))
    path = "/changes/#c1/papers"
    assert told.sentence(turned(path, ["moved"], []), visit, "已撤销") == (
        "已撤销：家庭变化 · 迁出：李建国"
    )
    both = {path: Turn(["moved"], []), "/changes/#c1/day": Turn(None, "2026-10-01")}
    both["/members/#m2/status"] = Turn("idle", "employed")
    assert told.place(Undone(both, Reach(0, 1))) == "/changes/#c1/day"


def test_that_a_whole_row_is_said_as_one() -> None:
    path = "/incomes/#i1"
    done = Undone(
        {f"{path}/id": Turn("i1", None), f"{path}/monthly": Turn(36000, None)}, Reach(1, 1)
    )
    told_so = told.sentence(done, visit_of(dossier()), "已撤销")
    assert told_so == "已撤销：收入核查 · 王桂兰 城乡居民养老金，去掉一行"
