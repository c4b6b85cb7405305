from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.faces import ChipFace
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.theme.tokens import Text, Tone
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.dialogs import Dialog, Question, ask, lay_over, tell
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.income_bar import IncomeBar
from caseworker_app.desktop.widgets.label import Label, Line
from caseworker_app.desktop.widgets.progress import Progress
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.desktop.widgets.steps import StepFace, StepRail, StepState
from caseworker_app.errors import OutsideError
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts


def test_that_an_error_takes_the_place_of_the_hint_and_is_spoken(qtbot: QtBot) -> None:
    field = Field("电话", QLineEdit(), hint="手机或座机", required=True)
    show(qtbot, field)

    field.set_error("少了一位，请核对")
    wrong = field.error(), field.editor.accessibleDescription(), field.editor.property("wrong")
    field.set_error("")

    assert wrong == ("少了一位，请核对", "少了一位，请核对", True)
    assert field.error() == ""
    assert field.editor.accessibleDescription() == "手机或座机"
    assert field.editor.accessibleName() == "电话，必填"


def test_that_a_banner_says_offers_and_goes(qtbot: QtBot) -> None:
    banner = Banner()
    acted: list[None] = []
    banner.acted.connect(lambda: acted.append(None))
    banner.say(News.OFFLINE, "没有网络，记录在本机", "重试")
    show(qtbot, banner)

    banner.action.click()
    said = banner.text(), banner.accessibleName()
    QTest.keyClick(banner, Qt.Key.Key_Escape)

    assert said == ("没有网络，记录在本机", "没有网络，记录在本机")
    assert acted == [None]
    assert banner.isHidden()


def test_that_a_reason_is_needed_before_the_answer_counts(qtbot: QtBot) -> None:
    page = QWidget()
    show(qtbot, page)
    reasons: list[str] = []
    question = Question("退回核查", "退回后需重新签字。", "退回", danger=True, reason="理由")
    dialog = ask(page, question, reasons.append)

    dialog.confirm.click()
    refused = dialog.isVisible(), list(reasons)
    dialog.reason.setPlainText(" 漏填收入 ")
    dialog.confirm.click()

    assert refused == (True, [])
    assert reasons == ["漏填收入"]


def test_that_going_back_from_a_question_answers_nothing(qtbot: QtBot) -> None:
    page = QWidget()
    show(qtbot, page)
    answers: list[str] = []

    QTest.keyClick(ask(page, Question("锁定", "现在锁定？"), answers.append), Qt.Key.Key_Escape)
    tell(page, "提示", "磁盘快满了").confirm.click()

    assert answers == []


def test_that_a_sheet_leaves_the_edge_of_the_window_it_lies_over_in_sight(qtbot: QtBot) -> None:
    window = QWidget()
    window.setGeometry(40, 30, 900, 600)
    show(qtbot, window)
    sheet = Dialog(window)

    lay_over(sheet, window)

    over, under = sheet.geometry(), window.geometry()
    assert under.contains(over, proper=True)
    assert (over.center(), under.width() - over.width()) == (
        under.center(),
        under.height() - over.height(),
    )


def test_that_steps_are_asked_for_by_key_and_a_locked_one_is_not(qtbot: QtBot) -> None:
    rail = StepRail(
        [
            StepFace("compare", "比对", StepState.DONE),
            StepFace("income", "收入", StepState.ATTENTION, "2 项待说明"),
            StepFace("sign", "签字", StepState.LOCKED),
        ]
    )
    asked: list[str] = []
    rail.asked.connect(asked.append)
    show(qtbot, rail)

    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1):
        QTest.keyClick(rail, key, Qt.KeyboardModifier.ControlModifier)

    assert asked == ["income", "compare"]
    assert rail._steps["income"].accessibleName() == "第 2 步 收入，有待处理，2 项待说明"


def test_that_pictures_are_spoken() -> None:
    bar, progress, chip, empty = (
        IncomeBar(),
        Progress("送达"),
        Chip(ChipFace("红", Tone.RED)),
        EmptyState(),
    )
    bar.set_figures(105_667, ("低保", 124_000), ("低边", 248_000))
    progress.set_done(3, 12)
    empty.say("people", "没有户", "等待分配")

    assert bar.accessibleName() == "月人均收入 1,056.67 元，低保 1,240 元，低边 2,480 元"
    assert progress.accessibleName() == "送达 3 / 12"
    assert chip.accessibleName() == "红"
    assert empty.accessibleName() == "没有户 等待分配"


def test_that_a_name_is_never_read_as_mark_up(qtbot: QtBot) -> None:
    label = Label("<b>王</b>")
    show(qtbot, label)

    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_that_painted_parts_grow_with_the_letters(qapp: QApplication, scale: float) -> None:
    style.apply(qapp, Look(scale=scale))
    chip = Chip(ChipFace("逾期 12 天", Tone.RED))

    assert chip.sizeHint().height() == round(24 * scale)
    assert chip.sizeHint().width() > 55 * scale


def test_that_cut_text_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    label = Label("共同生活的家庭成员", wrap=False)
    label.setParent(page)
    show(qtbot, page)
    label.setFixedWidth(40)

    assert cut_texts(page) == ["共同生活的家庭成员"]
    label.setFixedWidth(400)
    assert cut_texts(page) == []


@pytest.mark.parametrize(
    "text", ["签字之前还要补齐", "To complete before signing", "Allowance, 1,301"]
)
def test_that_a_line_with_room_for_it_does_not_break(qtbot: QtBot, text: str) -> None:
    line = Line(text, Text.HEADING)
    qtbot.addWidget(line)

    assert line.sizeHint().height() == line.heightForWidth(2000)


def test_that_steps_are_equally_high_with_a_note_or_without(qtbot: QtBot) -> None:
    faces = [
        StepFace("one", "家庭", StepState.DONE, ""),
        StepFace("two", "签字", StepState.WAITING, "3 处待补"),
    ]
    rail = StepRail(faces)
    show(qtbot, rail)

    heights = {step.rect().height() for step in rail.findChildren(QAbstractButton)}
    rail.set_faces([replace(face, note="") for face in faces])

    assert len(heights) == 1
    qtbot.waitUntil(
        lambda: max(s.rect().height() for s in rail.findChildren(QAbstractButton)) < max(heights)
    )


def test_that_a_failure_is_told_and_a_fault_of_the_program_is_not_hidden(qtbot: QtBot) -> None:
    banner = Banner()
    show(qtbot, banner)

    banner.fail(OutsideError("磁盘已满。"))
    with pytest.raises(KeyError):
        banner.fail(KeyError("a bug"))

    assert banner.text() == "磁盘已满。"


@pytest.mark.parametrize(
    ("name", "typed"), [("名单.xlsx", "b"), ("佐证.jpg", "b"), ("表.pdf", "b.x")]
)
def test_that_the_ending_of_a_saved_file_may_be_left_out(
    qtbot: QtBot, tmp_path: Path, name: str, typed: str
) -> None:
    page, chosen = QWidget(), list[Path]()
    show(qtbot, page)
    ask_where(page, "另存", str(tmp_path / name), chosen.append, kind="")
    dialog = page.findChild(QFileDialog)
    assert dialog
    assert Path(dialog.selectedFiles()[0]).name == name

    line = dialog.findChild(QLineEdit)
    assert line
    line.setText(typed)
    QTest.keyClick(line, Qt.Key.Key_Return)

    ending = Path(typed).suffix or Path(name).suffix
    assert chosen == [tmp_path / f"b{ending}"]
