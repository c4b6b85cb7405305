from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from caseworker_app.desktop.step.page import clear


def test_that_what_is_cleared_goes_with_all_that_is_in_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.addLayout(row)
    column.addStretch()
    labels = [QLabel("甲"), QLabel("乙")]
    row.addWidget(labels[0])
    column.addWidget(labels[1])

    clear(column)

    assert column.count() == 0
    assert not isValid(row)
    qtbot.waitUntil(lambda: not any(map(isValid, labels)))
