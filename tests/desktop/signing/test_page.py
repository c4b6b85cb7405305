from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.signing.presenter import FIRST, MEMBER, WITNESS, SigningPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.errors import RefusedError
from caseworker_app.workflow.seal import Sealed
from tests.desktop.screen import show
from tests.desktop.table import CLEAN, Memory, dossier


@pytest.fixture
def memory() -> Memory:
    return Memory()


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
    qtbot: QtBot, page: SigningPage, tmp_path: Path
) -> None:
    file = tmp_path / "核查表.pdf"
    with qtbot.waitSignal(page.told):
        page.write_pdf(file)
    assert file.read_bytes() == b"%PDF-1.7 form"


def test_that_a_full_or_missing_disk_is_told_in_a_sentence(
    qtbot: QtBot, page: SigningPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.failed) as told:
        page.write_pdf(tmp_path / "gone" / "a.pdf")
    assert "存不到" in told.args[0]
    assert QApplication.activeModalWidget() is None
