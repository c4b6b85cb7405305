"""家庭变化 on the screen: by keyboard alone, by mouse alone, live, and taken back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.household.change_flow import ChangeFlow
from caseworker_app.desktop.household.change_form import ChangeForm
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.household.presenter import HouseholdPresenter
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.departments import Funeral
from caseworker_app.store.step import Turn
from caseworker_app.wire.units import flatten
from caseworker_app.workflow.household_change import Elsewhere, OtherHome
from caseworker_app.workflow.undo import Reach, Undone
from tests.desktop.screen import show
from tests.desktop.table import (
    DIFFERING,
    GRANNY,
    Memory,
    dossier,
    number,
    visit_of,
)
from tests.desktop.truncation import cut_texts
from tests.desktop.visiting import visit_page

BRIDE = number("19880202", "008")
DIED = date(2026, 9, 28)
_FUNERAL = Funeral("fu1", DIFFERING.persons[0].source, GRANNY, DIED, "王桂兰")
FILE = dossier(replace(DIFFERING, funerals=(_FUNERAL,)))


@pytest.fixture
def page(qtbot: QtBot, memory: Memory, tasks: Tasks) -> VisitPage:
    memory.begun, memory.file = visit_of(FILE), FILE
    made = visit_page(tasks, memory, FILE)
    made.resize(1290, 720)
    show(qtbot, made)
    QTest.qWait(30)
    return made


@pytest.fixture
def step(page: VisitPage) -> HouseholdPage:
    step = page.pages[Step.HOUSEHOLD]
    assert isinstance(step, HouseholdPage)
    return step


@pytest.fixture
def flow(step: HouseholdPage) -> ChangeFlow:
    return step.flow


def form_of(flow: ChangeFlow) -> ChangeForm:
    assert flow.form is not None
    return flow.form


def key(code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, code, modifier)


def words(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_that_a_birth_is_written_by_keyboard_alone(
    page: VisitPage, step: HouseholdPage, flow: ChangeFlow
) -> None:
    key(Qt.Key.Key_F7)
    key(Qt.Key.Key_1)
    words("Li Xiaoxiao")
    key(Qt.Key.Key_Tab)
    words(number("20260302", "005"))
    assert form_of(flow).day.line.text() == "2026-03-02"
    for _ in range(3):
        key(Qt.Key.Key_Tab)
    assert form_of(flow).day.line.hasFocus()
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Space)
    assert [member.name for member in page._presenter.view().side.members][-1] == "Li Xiaoxiao"
    key(Qt.Key.Key_Return, CTRL)
    assert not flow.is_open
    assert step.change.hasFocus()
    (change,) = page.case.visit.changes or ()
    assert (change.kind, change.day, change.papers) == (
        ChangeKind.BIRTH,
        date(2026, 3, 2),
        ("birth_certificate",),
    )
    assert len(step.members) == 4
    assert "起计入" in step.members[change.who[0]]._why.text()


def test_that_a_death_known_to_the_funeral_house_takes_two_keys(
    page: VisitPage, step: HouseholdPage, flow: ChangeFlow
) -> None:
    key(Qt.Key.Key_F7)
    key(Qt.Key.Key_Return)
    seen = page.case.checked("m1")
    assert (seen.excluded, seen.died) == ("dead", DIED)
    assert page.next_button.text() == "接着办理户主变更"
    key(Qt.Key.Key_Return, CTRL)
    key(Qt.Key.Key_Space)
    assert page.case.visit.household.head_id == "m2"
    assert page.header.title.text() == "李建国"
    key(Qt.Key.Key_Return, CTRL)
    assert set(step.changes.lines) == {change.id for change in page.case.visit.changes or ()}
    assert step.changes._months.text() == "计入人数：到2026年9月 3 人，2026年10月起 2 人"
    assert "2026年9月28日死亡，2026年10月起不计" in step.members["m1"]._why.text()


def test_that_arrows_go_through_what_registers_show_and_stop_at_the_ends(
    page: VisitPage, flow: ChangeFlow
) -> None:
    key(Qt.Key.Key_F7)
    assert flow.start is not None
    first, *_, last = flow.start.hints
    key(Qt.Key.Key_Up)
    assert first.hasFocus()
    for _ in flow.start.hints:
        key(Qt.Key.Key_Down)
    assert last.hasFocus()


def test_that_a_marriage_is_written_by_mouse_alone(
    page: VisitPage, step: HouseholdPage, flow: ChangeFlow
) -> None:
    click(step.change)
    assert flow.start is not None
    click(flow.start.hints[1])
    form = form_of(flow)
    assert form.person.number.text() == BRIDE
    click(form.papers._buttons["marriage"])
    form.person.status.activated.emit(form.person.status.findData(EmploymentStatus.EMPLOYED.value))
    click(form.day.open)
    form.day._calendar.clicked.emit(QDate(2026, 11, 3))
    click(page.next_button)
    (change,) = page.case.visit.changes or ()
    assert (change.kind, change.day) == (ChangeKind.MARRIAGE, date(2026, 11, 3))
    assert page.case.visit.household.members[-1].name == "赵玲"


def test_that_the_side_card_follows_each_answer(page: VisitPage, flow: ChangeFlow) -> None:
    before = page.side.per_capita.text()
    flow.begin(ChangeKind.MOVE_OUT)
    form = form_of(flow)
    form.who_one._buttons["m2"].click()
    assert page.side.per_capita.text() != before
    assert "计入人数 3 人 → 2 人" in form._told[0].text
    form.who_one._buttons["m3"].click()
    counted = page.case.live.determination.counted
    assert set(counted) == {"m1", "m2"}


def test_that_taking_a_change_back_restores_everything(
    page: VisitPage, step: HouseholdPage, flow: ChangeFlow
) -> None:
    before = flatten(page.case.visit)
    key(Qt.Key.Key_F7)
    key(Qt.Key.Key_3)
    words("Zhao Ling")
    key(Qt.Key.Key_Tab)
    words(BRIDE)
    assert len(step.members) == 4
    key(Qt.Key.Key_Delete, CTRL)
    assert flatten(page.case.visit) == before
    assert len(step.members) == 3
    assert not step.changes.isVisible()
    assert "已撤销" in page.banner.text()


def test_that_a_change_opens_from_the_list_and_goes_by_mouse(
    page: VisitPage, step: HouseholdPage, flow: ChangeFlow
) -> None:
    before = flatten(page.case.visit)
    flow.begin(ChangeKind.MOVE_OUT)
    form_of(flow).who_one._buttons["m2"].click()
    click(form_of(flow).back)
    (line,) = step.changes.lines.values()
    step._scroll.ensureWidgetVisible(line)
    click(line)
    assert form_of(flow).who_one.code() == "m2"
    click(form_of(flow).remove)
    assert flatten(page.case.visit) == before


def test_that_escape_goes_back_and_keeps_what_was_answered(
    page: VisitPage, memory: Memory, flow: ChangeFlow
) -> None:
    flow.begin(ChangeKind.SERVICE)
    form_of(flow).who_one._buttons["m2"].click()
    form_of(flow).reason.setFocus()
    words("letter seen")
    key(Qt.Key.Key_Escape)
    assert not flow.is_open
    (change,) = page.case.visit.changes or ()
    assert change.reason == "letter seen"
    assert not page.case.has_unsaved


def test_that_a_day_that_is_none_is_pointed_out(page: VisitPage, flow: ChangeFlow) -> None:
    flow.begin(ChangeKind.DEATH)
    form = form_of(flow)
    form.who_one._buttons["m1"].click()
    form.day.line.setFocus()
    words("13-45")
    key(Qt.Key.Key_Tab)
    assert "2026-11-03" in form._day_field.error()
    form.day.line.setFocus()
    form.day.line.selectAll()
    words("11-3")
    key(Qt.Key.Key_Tab)
    assert form._day_field.error() == ""
    assert page.case.checked("m1").died == date(2026, 11, 3)


def test_that_a_wrong_number_is_red_and_a_known_one_is_told(
    qtbot: QtBot, page: VisitPage, memory: Memory, flow: ChangeFlow
) -> None:
    memory.elsewhere = {BRIDE: (Elsewhere("h7", "赵大海", "示低保2020-0031", "赵玲"),)}
    flow.begin(ChangeKind.MARRIAGE)
    field = form_of(flow).person
    field.number.setFocus()
    words(BRIDE[:17] + ("1" if BRIDE[17] != "1" else "2"))
    assert "校验位不符" in field._said.error()
    field.number.selectAll()
    words(BRIDE)
    qtbot.waitUntil(lambda: "赵大海" in field._said._line.text())
    field.number.selectAll()
    words(GRANNY)
    assert "本户成员王桂兰" in field._said.error()
    assert page.case.visit.changes is None


def test_that_a_split_names_head_roles_and_new_home(page: VisitPage, flow: ChangeFlow) -> None:
    flow.begin(ChangeKind.SPLIT)
    form = form_of(flow)
    click(form.who_many._buttons["m2"])
    click(form.who_many._buttons["m3"])
    assert form.roles.picks["m3"].code() == "20"
    click(form.head._buttons["m3"])
    form.address.setFocus()
    form.address.selectAll()
    words("Hebuli 3-102")
    (change,) = page.case.visit.changes or ()
    assert change.other is not None
    assert (change.head, change.other.living_address) == ("m3", "Hebuli 3-102")
    assert {role.id: role.relation for role in change.roles} == {"m2": "51", "m3": "02"}
    told = [effect.text for effect in form._told]
    assert any("另立新户档案" in text for text in told)
    assert not any("住址相同" in text for text in told)


def test_that_two_households_are_merged_by_keyboard(
    qtbot: QtBot, page: VisitPage, memory: Memory, flow: ChangeFlow
) -> None:
    memory.others = (OtherHome("h9", "示低保2020-0031", "赵大海", "小营社区", 2, 156000, ""),)
    key(Qt.Key.Key_F7)
    key(Qt.Key.Key_F)
    words("zdh")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "h9" in form_of(flow).search.lines)
    qtbot.waitUntil(form_of(flow).search.lines["h9"].hasFocus)
    key(Qt.Key.Key_Return)
    assert "赵大海" in form_of(flow).search._chosen.text()
    key(Qt.Key.Key_Return, CTRL)
    assert "并户日期" in page.banner.text()
    form_of(flow).day.line.setFocus()
    words("11-20")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(memory.merged))
    assert memory.merged[0].other is not None
    assert memory.merged[0].other.id == "h9"
    qtbot.waitUntil(lambda: not flow.is_open)


def test_that_what_is_missing_leads_into_the_change(page: VisitPage, flow: ChangeFlow) -> None:
    flow.begin(ChangeKind.MISSING)
    form_of(flow).who_one._buttons["m2"].click()
    flow.close()
    (change,) = page.case.visit.changes or ()
    page.jump(f"/changes/#{change.id}/day")
    assert form_of(flow).day.line.hasFocus()
    page.jump("/members/#m2/status")
    assert not flow.is_open


def test_that_another_step_and_back_finds_the_flow_as_it_was(
    page: VisitPage, flow: ChangeFlow
) -> None:
    flow.begin(ChangeKind.MISSING)
    form_of(flow).who_one._buttons["m2"].click()
    page.go(Step.COMPARISON)
    page.go(Step.HOUSEHOLD)
    assert flow.is_open
    assert form_of(flow).who_one.code() == "m2"


def test_that_a_later_change_has_to_go_first(page: VisitPage, flow: ChangeFlow) -> None:
    flow.begin(ChangeKind.PRISON)
    form_of(flow).who_one._buttons["m2"].click()
    form_of(flow).how._buttons["prison"].click()
    first = flow._act.change_id
    flow.close()
    flow.begin(ChangeKind.RETURN)
    form_of(flow).who_one._buttons["m2"].click()
    flow.close()
    flow.open_change(first)
    click(form_of(flow).remove)
    assert "请先撤销它" in page.banner.text()
    assert len(page.case.visit.changes or ()) == 2


def test_that_undoing_a_change_closes_its_questions(
    qtbot: QtBot, page: VisitPage, step: HouseholdPage, memory: Memory, flow: ChangeFlow
) -> None:
    before = flatten(page.case.visit)
    flow.begin(ChangeKind.MOVE_OUT)
    form_of(flow).who_one._buttons["m2"].click()
    qtbot.waitUntil(lambda: bool(memory.saved))
    turns = {path: Turn(new, before.get(path)) for path, new in memory.last.items()}
    memory.turn.append(Undone(turns, Reach(0, 1)))
    page.undo_bar.undo()
    qtbot.waitUntil(lambda: not flow.is_open)
    assert flatten(page.case.visit) == before
    assert step.change.hasFocus()
    assert "已撤销：家庭变化" in page.banner.text()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_that_no_text_is_cut_and_all_has_a_name(
    qapp: QApplication, qtbot: QtBot, memory: Memory, scale: float
) -> None:
    style.apply(qapp, Look(scale=scale))
    case = memory.case(FILE, visit_of(FILE))
    page = HouseholdPage(HouseholdPresenter(case))
    case.watch(page.refresh)
    page.resize(round(860 * min(scale, 1.5)), 620)
    show(qtbot, page)
    page.flow.open()
    QTest.qWait(1)
    assert cut_texts(page) == []
    for kind in [kind for kind in ChangeKind if kind is not ChangeKind.MERGED]:
        page.flow.begin(kind)
        form = form_of(page.flow)
        for choice in (form.who_one, form.who_many):
            button = choice._buttons.get("m2")
            if button and button.isVisible():
                button.click()
        QTest.qWait(1)
        assert cut_texts(page) == [], kind
        for editor in (form.day.line, form.reason, form.papers, form.person.name):
            assert editor.accessibleName()
        if form.remove.isVisible():
            click(form.remove)
