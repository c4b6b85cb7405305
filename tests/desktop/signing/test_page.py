import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.signing.presenter import (
    FIRST,
    MEMBER,
    SECOND,
    WITNESS,
    WITNESS2,
    SigningPresenter,
)
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.errors import OutsideError, RefusedError
from caseworker_app.intake.photo import draw_sketch
from caseworker_app.model.visit import Attachment
from caseworker_app.rules.evidence import FINGERPRINT
from caseworker_app.workflow.seal import Sealed
from tests.desktop.screen import assert_saves, show, slow_files
from tests.desktop.table import CLEAN, Memory, dossier
from tests.desktop.truncation import cut_texts


@pytest.fixture
def case(memory: Memory) -> Case:
    case = memory.case(dossier(CLEAN))
    case.put({"/present": "m1", "/living/impression": "as_declared"})
    return case


@pytest.fixture
def page(qtbot: QtBot, case: Case, memory: Memory, tasks: Tasks) -> SigningPage:
    page = SigningPage(SigningPresenter(case), tasks, memory.actions())
    case.watch(page.refresh)
    page.resize(860, 900)
    show(qtbot, page)
    return page


def draw(qtbot: QtBot, page: SigningPage, role: str) -> None:
    pad = page.cards[role].pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 40))
    for step in range(1, 12):
        QTest.mouseMove(pad, QPoint(20 + 9 * step, 40 + 5 * step))
    QTest.mouseRelease(
        pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(130, 100)
    )


def test_that_ink_is_confirmed_shown_as_signed_and_the_next_pad_follows(
    qtbot: QtBot, page: SigningPage, memory: Memory
) -> None:
    card = page.cards[MEMBER]
    assert not card.confirm.isEnabled()
    draw(qtbot, page, MEMBER)
    assert card.confirm.isEnabled()
    card.confirm.click()
    qtbot.waitUntil(lambda: bool(memory.signed))
    qtbot.waitUntil(card.replay.isVisible)
    assert memory.signed == [("member", "王桂兰")]
    assert page.cards[FIRST].pad.hasFocus()
    assert card.pad.strokes()


def test_that_ink_not_yet_confirmed_survives_a_change(
    qtbot: QtBot, page: SigningPage, case: Case
) -> None:
    draw(qtbot, page, MEMBER)
    case.put({"/opinion": "补一句"})
    assert page.cards[MEMBER].ink()


def test_that_a_signature_can_be_given_anew(
    qtbot: QtBot, page: SigningPage, memory: Memory
) -> None:
    draw(qtbot, page, MEMBER)
    page.cards[MEMBER].confirm.click()
    qtbot.waitUntil(page.cards[MEMBER].replay.isVisible)
    page.cards[MEMBER].clear.click()
    qtbot.waitUntil(lambda: memory.unsigned == ["member"])
    qtbot.waitUntil(page.cards[MEMBER].confirm.isVisible)
    assert page.cards[MEMBER].pad.strokes() == ()
    assert page.cards[MEMBER].pad.isEnabled()


def test_that_the_witness_signs_after_being_named(qtbot: QtBot, page: SigningPage) -> None:
    card = page.cards[WITNESS]
    assert not card.pad.isEnabled()
    card.name_edit.setFocus()
    QTest.keyClicks(card.name_edit, "Zhao")
    assert card.pad.isEnabled()
    assert card.name_edit.text() == "Zhao"


def test_that_a_refusal_asks_for_two_witnesses(qtbot: QtBot, page: SigningPage, case: Case) -> None:
    assert not page.cards[WITNESS2].isVisible()
    page.unsigned.setFocus()
    QTest.keyClicks(page.unsigned, "disputes the amount")
    assert page.cards[WITNESS2].isVisible()
    assert case.visit.unsigned == "disputes the amount"
    for role, name in ((WITNESS, "Zhao"), (WITNESS2, "Qian")):
        QTest.keyClicks(page.cards[role].name_edit, name)
        assert page.cards[role].pad.isEnabled()
    assert page.cards[WITNESS].name_edit.text() == "Zhao"
    assert cut_texts(page) == []


def test_that_a_print_of_the_finger_is_shown_and_can_be_withdrawn(
    qtbot: QtBot, page: SigningPage, case: Case, memory: Memory, tmp_path: Path
) -> None:
    file = tmp_path / "print.jpg"
    file.write_bytes(draw_sketch("捺印", 1))
    memory.begun = case.visit
    card = page.cards[MEMBER]
    page.press(MEMBER, [file])
    qtbot.waitUntil(lambda: not card._print.pixmap().isNull())
    (pressed,) = case.visit.attachments
    assert (pressed.role, pressed.bound_to, pressed.caption) == ("fingerprint", MEMBER, "王桂兰")
    assert card._state.face().text == "已捺印"
    assert not any(m.place == "/signatures/#member" for m in case.live.missing)

    card.unpress.click()
    dialog = page.findChild(QuestionDialog)
    assert dialog is not None
    dialog.reason.setPlainText("没有按清楚")
    dialog.confirm.click()
    qtbot.waitUntil(card.press.isVisible)
    assert case.visit.attachments[0].withdrawn is not None


def test_that_a_print_being_read_is_kept_although_the_visit_is_put_away(
    qtbot: QtBot, case: Case, memory: Memory, tasks: Tasks, tmp_path: Path
) -> None:
    file, slow = tmp_path / "print.jpg", threading.Event()
    file.write_bytes(draw_sketch("捺印", 1))
    memory.begun = case.visit
    page = SigningPage(SigningPresenter(case), tasks, memory.actions())
    tasks.on_files(tasks, lambda: slow.wait(10), lambda _read: None, page._fail)
    page.press(MEMBER, [file])
    delete(page)
    slow.set()

    qtbot.waitUntil(lambda: len(memory.begun.attachments) == 1)


def test_that_a_print_that_is_lost_is_told_once(
    qtbot: QtBot, case: Case, memory: Memory, tasks: Tasks
) -> None:
    def lose(_sha: str) -> bytes:
        raise OutsideError("这张照片已损坏，请重新拍照。")

    page = SigningPage(SigningPresenter(case), tasks, replace(memory.actions(), photo=lose))
    qtbot.addWidget(page)
    case.watch(page.refresh)
    lost = Attachment("a1", "sha256:lost", FINGERPRINT, "image/jpeg", 9, bound_to=MEMBER)
    told: list[str] = []
    page.failed.connect(told.append)
    case.take(replace(case.visit, attachments=(lost,)))
    qtbot.waitUntil(lambda: bool(told))
    page.refresh()
    qtbot.wait(50)
    assert len(told) == 1


def test_that_a_print_that_is_no_picture_is_told(
    qtbot: QtBot, page: SigningPage, case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "print.jpg"
    file.write_text("text", "utf-8")
    with qtbot.waitSignal(page.failed) as told:
        page.press(MEMBER, [file])
    assert "不是可以读取的照片" in told.args[0]
    assert case.visit.attachments == ()


def test_that_places_to_sign_stand_below_each_other_where_it_is_narrow(
    qtbot: QtBot, page: SigningPage
) -> None:
    def left(role: str) -> int:
        return page.cards[role].mapTo(page, QPoint(0, 0)).x()

    assert left(FIRST) != left(SECOND)
    page.resize(500, 900)
    qtbot.waitUntil(lambda: left(FIRST) == left(SECOND))


def test_that_sealing_is_asked_once_more_and_then_shows_the_paper(
    qtbot: QtBot, page: SigningPage, case: Case, memory: Memory
) -> None:
    assert not page.seal_button.isEnabled()
    case.live = replace(case.live, missing=())
    page.refresh()
    with qtbot.waitSignal(page.told) as told:
        page.seal_button.click()
        dialog = page.findChild(QuestionDialog)
        assert dialog is not None
        dialog.confirm.click()
    assert memory.sealed == ["v1"]
    assert "HC-2026-000427" in told.args[0]
    assert "9f3c2a7be01d" in page._paper.text()
    assert page.save_button.isVisible()
    assert not page.seal_button.isVisible()


def test_that_a_refusal_to_seal_is_told_and_the_button_comes_back(
    qtbot: QtBot, case: Case, memory: Memory, tasks: Tasks
) -> None:
    def refuse(_visit: str) -> Sealed:
        raise RefusedError("还缺签字，请补签。")

    actions = replace(memory.actions(), seal=refuse)
    page = SigningPage(SigningPresenter(case), tasks, actions)
    qtbot.addWidget(page)
    case.live = replace(case.live, missing=())
    page.refresh()
    with qtbot.waitSignal(page.failed) as told:
        page._seal()
    assert told.args == ["还缺签字，请补签。"]
    assert page.seal_button.isEnabled()


def test_that_the_sealed_paper_is_written_where_asked(
    qtbot: QtBot, page: SigningPage, tasks: Tasks, tmp_path: Path
) -> None:
    file = tmp_path / "核查表.pdf"
    with qtbot.waitSignal(page.told), slow_files(tasks):
        page.write_pdf(file)
        assert_saves(qtbot, tasks)
        assert not file.exists()
    assert file.read_bytes() == b"%PDF-1.7 form"


def test_that_a_full_or_missing_disk_is_told_in_a_sentence(
    qtbot: QtBot, page: SigningPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.failed) as told:
        page.write_pdf(tmp_path / "gone" / "a.pdf")
    assert "存不到" in told.args[0]
    assert QApplication.activeModalWidget() is None
