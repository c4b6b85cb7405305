import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.tour.page import TourPage
from caseworker_app.desktop.tour.presenter import STOPS
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts

_LAST = len(STOPS)


def made(qtbot: QtBot) -> tuple[QWidget, TourPage]:
    """Return a window with a part of each name, and the tour over it."""
    window = QWidget()
    window.resize(1366, 768)
    column = QVBoxLayout(window)
    parts = {stop.target: QLabel(stop.target) for stop in STOPS if stop.target}
    field = QLineEdit()
    column.addWidget(field)
    for part in parts.values():
        column.addWidget(part)
    show(qtbot, window)
    field.setFocus()
    return window, TourPage(window, parts.get)


def test_that_keys_lead_through_and_the_focus_comes_back(qtbot: QtBot) -> None:
    window, tour = made(qtbot)
    seen = [tour.title.text()]
    with qtbot.waitSignal(tour.ended):
        for _ in STOPS:
            QTest.keyPress(tour, Qt.Key.Key_Right)
            seen.append(tour.title.text())

    assert seen[:_LAST] == [stop.title for stop in STOPS]
    assert isinstance(window.focusWidget(), QLineEdit)


def test_that_each_button_tells_its_key(qtbot: QtBot) -> None:
    _, tour = made(qtbot)
    buttons = (tour.skip, tour.before, tour.onward)
    assert [b.accessibleDescription() for b in buttons] == ["快捷键 Esc", "快捷键 ←", "快捷键 →"]


def test_that_one_can_go_back_and_skip(qtbot: QtBot) -> None:
    _, tour = made(qtbot)
    QTest.keyClick(tour, Qt.Key.Key_Return)
    QTest.keyClick(tour, Qt.Key.Key_Left)
    assert tour.title.text() == STOPS[0].title

    with qtbot.waitSignal(tour.ended):
        QTest.keyPress(tour, Qt.Key.Key_Escape)


def test_that_the_mouse_does_as_well_and_reaches_nothing_below(qtbot: QtBot) -> None:
    window, tour = made(qtbot)
    left = Qt.MouseButton.LeftButton

    QTest.mouseClick(tour, left, pos=QPoint(20, 20))
    assert tour.title.text() == STOPS[0].title
    QTest.mouseClick(tour.onward, left)
    QTest.mouseClick(tour.before, left)
    assert tour.title.text() == STOPS[0].title
    assert window.childAt(20, 20) in (tour, *tour.findChildren(QWidget))
    with qtbot.waitSignal(tour.ended):
        tour.skip.click()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_that_the_card_hides_neither_its_words_nor_what_it_points_at(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    style.apply(qapp, Look(scale=scale))
    _, tour = made(qtbot)

    for _ in STOPS:
        assert cut_texts(tour) == []
        assert tour.rect().contains(tour.card.geometry())
        tour.move_on(1)
