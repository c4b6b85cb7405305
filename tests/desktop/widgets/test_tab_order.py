from collections import Counter

from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from caseworker_app.desktop.widgets.tab_order import move_on
from tests.desktop.screen import show


def _page() -> QWidget:
    """Return fields in layouts within layouts, made in another order than they stand."""
    fields = {name: QLineEdit(name) for name in "fedcba"}
    page, row, grid = QWidget(), QHBoxLayout(), QGridLayout()
    column = QVBoxLayout(page)
    column.addWidget(fields["a"])
    column.addLayout(row)
    column.addLayout(grid)
    row.addWidget(fields["b"])
    row.addWidget(fields["c"])
    grid.addWidget(fields["f"], 1, 1)
    grid.addWidget(fields["e"], 1, 0)
    grid.addWidget(fields["d"], 0, 0)
    return page


def _focused() -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget.text()


def test_that_tab_goes_as_one_reads_through_layouts_within_layouts(qtbot: QtBot) -> None:
    page = _page()
    show(qtbot, page)
    assert _focused() == "a"

    passed = []
    for _ in range(7):
        move_on(page, forward=True)
        passed.append(_focused())
    move_on(page, forward=False)

    assert "".join(passed) == "bcdefab"
    assert _focused() == "a"


def _items() -> Counter[str]:
    """Return what Python holds of the inside of layouts."""
    held = Shiboken.getAllValidWrappers()
    return Counter(
        type(one).__name__
        for one in held
        if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)
    )


def test_that_nothing_is_kept_that_qt_deletes_unseen(qtbot: QtBot) -> None:
    page = _page()
    show(qtbot, page)
    before = _items()

    for _ in range(7):
        move_on(page, forward=True)

    assert _items() == before
