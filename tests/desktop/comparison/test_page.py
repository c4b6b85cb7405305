from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.tasks import Tasks
from tests.desktop.screen import show
from tests.desktop.table import CLEAN, Memory, dossier

CAR = "CL01:r-car"


@pytest.fixture
def page(qtbot: QtBot, memory: Memory, tasks: Tasks) -> ComparisonPage:
    case = memory.case()
    page = ComparisonPage(ComparisonPresenter(case), tasks, memory.actions())
    case.watch(page.refresh)
    page.resize(860, 620)
    show(qtbot, page)
    page.begin()
    return page


def png() -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(0x3366CC)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())


def test_that_arrows_and_letters_walk_through_differences_only(
    qtbot: QtBot, page: ComparisonPage
) -> None:
    order = list(page.listing.rows.values())
    assert order[0].hasFocus()
    QTest.keyClick(order[0], Qt.Key.Key_Down)
    assert order[1].hasFocus()
    QTest.keyClick(order[1], Qt.Key.Key_J)
    assert order[2].hasFocus()
    QTest.keyClick(order[2], Qt.Key.Key_K)
    assert order[1].hasFocus()


def test_that_enter_opens_a_digit_answers_and_escape_returns(
    qtbot: QtBot, page: ComparisonPage, memory: Memory
) -> None:
    row = page.listing.rows[CAR]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert page.detail
    first = next(iter(page.detail.answers.buttons.values()))
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_2)
    assert memory.last[f"/explanations/#{CAR}/resolved"] == "sold_delivered"
    assert page.detail.answers.buttons["sold_delivered"].isChecked()
    QTest.keyClick(page.detail.answers.buttons["sold_delivered"], Qt.Key.Key_Escape)
    assert page.listing.isVisible()
    assert page.listing.rows[CAR].hasFocus()
    assert "已排除" in page.listing.rows[CAR].accessibleName()


def test_that_page_keys_lead_to_the_neighbouring_difference(
    qtbot: QtBot, page: ComparisonPage
) -> None:
    order = list(page.listing.rows)
    page.open(order[0])
    assert page.detail
    QTest.keyClick(page.detail, Qt.Key.Key_PageDown)
    assert page._presenter.current == order[1]


def test_that_typed_words_stand_and_are_saved_on_leaving(
    qtbot: QtBot, page: ComparisonPage, memory: Memory
) -> None:
    page.open(CAR)
    assert page.detail
    edit = page.detail.text_edit
    edit.setFocus()
    QTest.keyClicks(edit, "sold in May")
    assert edit.toPlainText() == "sold in May"
    assert memory.saved == []
    page.detail.observed_edit.setFocus()
    assert memory.last[f"/explanations/#{CAR}/text"] == "sold in May"


def test_that_a_photo_becomes_a_thumbnail_and_can_be_removed(
    qtbot: QtBot, page: ComparisonPage, memory: Memory, tmp_path: Path
) -> None:
    file = tmp_path / "car.png"
    file.write_bytes(png())
    page.open(CAR)
    detail = page.detail
    assert detail
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    detail.photos.given.emit(mime)
    qtbot.waitUntil(lambda: any(not b.icon().isNull() for b in detail.photos._buttons.values()))
    assert memory.photos["sha256:a1"][:3] == b"\xff\xd8\xff"
    assert memory.last[f"/explanations/#{CAR}/evidence"] == ["a1"]
    button = detail.photos._buttons["sha256:a1"]
    assert not button.icon().isNull()
    QTest.keyClick(button, Qt.Key.Key_Delete)
    assert memory.last[f"/explanations/#{CAR}/evidence"] == []
    assert detail.photos._buttons == {}


def test_that_a_photo_can_be_left_out_with_the_mouse_alone(
    qtbot: QtBot, page: ComparisonPage, memory: Memory, tmp_path: Path
) -> None:
    page.open(CAR)
    detail = page.detail
    assert detail
    photos, left = detail.photos, Qt.MouseButton.LeftButton
    assert not photos.leave_out.isVisible()
    file = tmp_path / "car.png"
    file.write_bytes(png())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    photos.given.emit(mime)
    qtbot.waitUntil(lambda: "sha256:a1" in photos._buttons)

    QTest.mouseClick(photos._buttons["sha256:a1"], left)
    assert photos._buttons["sha256:a1"].isChecked()
    QTest.mouseClick(photos.leave_out, left)

    assert memory.last[f"/explanations/#{CAR}/evidence"] == []
    assert not photos.leave_out.isVisible()


def test_that_an_unreadable_photo_is_told_in_a_sentence(
    qtbot: QtBot, page: ComparisonPage, tmp_path: Path
) -> None:
    page.open(CAR)
    with qtbot.waitSignal(page.failed) as told:
        page.taker.files([tmp_path / "gone.jpg"], CAR)
    assert "读不出“gone.jpg”：没有这个文件" in told.args[0]


def test_that_going_on_leads_through_what_is_open_then_out(page: ComparisonPage) -> None:
    assert page.onward() == ""
    order = list(page.listing.rows)
    page.open(order[0])
    assert page.onward() == "核实下一处"
    assert page.forward()
    assert page._presenter.current == order[1]
    for discrepancy_id in order:
        page.open(discrepancy_id)
        page._presenter.answer("unresolved")
    assert page.onward() == ""
    assert not page.forward()
    assert page.detail is None


def test_that_a_clean_household_shows_only_agreement(
    qtbot: QtBot, memory: Memory, tasks: Tasks
) -> None:
    case = memory.case(dossier(CLEAN))
    page = ComparisonPage(ComparisonPresenter(case), tasks, memory.actions())
    qtbot.addWidget(page)
    assert page.listing.rows == {}
    assert not page.begin()
    assert not page.forward()
