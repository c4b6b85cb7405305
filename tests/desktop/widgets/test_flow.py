from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from caseworker_app.desktop.widgets.flow import Flow


def _items(flow: Flow) -> list[QLayoutItem]:
    return [item for at in range(flow.count()) if (item := flow.itemAt(at)) is not None]


def test_that_a_layout_takes_along_what_it_held(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = Flow(page)
    for _ in range(3):
        flow.addWidget(QLabel())
    held = _items(flow)

    delete(page)

    assert len(held) == 3
    assert not any(map(isValid, held))


def test_that_a_widget_that_goes_leaves_the_others(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = Flow(page)
    first, second = QLabel(), QLabel()
    flow.addWidget(first)
    flow.addWidget(second)

    delete(first)

    assert [item.widget() for item in _items(flow)] == [second]
