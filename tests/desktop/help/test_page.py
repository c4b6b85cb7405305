import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.help import presenter
from caseworker_app.desktop.help.page import HelpWindow
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from tests.desktop.truncation import cut_texts


@pytest.fixture
def work(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(700, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot: QtBot, work: QWidget, name: str) -> HelpWindow:
    window = HelpWindow(work)
    window.show_page(name)
    window.resize(460, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_that_a_page_is_shown_by_its_name_and_links_lead_on_and_back(
    qtbot: QtBot, work: QWidget
) -> None:
    window = opened(qtbot, work, "signing")
    assert "念给家里人听" in window.reader.toPlainText()

    window.reader.anchorClicked.emit(QUrl("printing.md"))
    assert window.name == "printing"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert window.name == "signing"


def test_that_what_is_searched_for_is_found_by_keys(qtbot: QtBot, work: QWidget) -> None:
    window = opened(qtbot, work, "start")
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    window.search_box.setText("拒绝签字")
    assert window.hits.isVisible()
    QTest.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.hits.hasFocus()
    QTest.keyClick(window.hits, Qt.Key.Key_Return)

    assert window.name == "signing"
    assert window.reader.textCursor().selectedText() == "拒绝签字"


def test_that_nothing_found_is_said(qtbot: QtBot, work: QWidget) -> None:
    window = opened(qtbot, work, "start")

    window.search_box.setText("没有这样的词")

    assert "没有找到" in window.hits.item(0).text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_that_a_key_closes_it(qtbot: QtBot, work: QWidget, key: Qt.Key) -> None:
    window = opened(qtbot, work, "start")

    QTest.keyClick(window, key)

    assert not window.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_that_every_page_is_readable_at_every_size(
    qtbot: QtBot, work: QWidget, qapp: QApplication, scale: float
) -> None:
    style.apply(qapp, Look(scale=scale, dark=True))
    window = opened(qtbot, work, "start")
    window.resize(round(420 * scale), 700)

    for name in presenter.topics():
        window.show_page(name)
        assert cut_texts(window) == []
        bar = window.reader.horizontalScrollBar()
        assert bar.maximum() == 0, name
