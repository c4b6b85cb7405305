"""Finds text that does not fit where it is shown."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QPushButton,
    QWidget,
)

_SLACK = 1


def cut_texts(root: QWidget) -> list[str]:
    """Return the texts of visible labels, buttons and headings below ``root`` that are cut."""
    QApplication.sendPostedEvents()  # layouts settle
    cut = [label.text() for label in root.findChildren(QLabel) if _label_is_cut(label)]
    cut += [button.text() for button in root.findChildren(QPushButton) if _button_is_cut(button)]
    cut += [
        button.text()
        for button in root.findChildren(QAbstractButton)
        if not isinstance(button, QPushButton) and _choice_is_cut(button)
    ]
    for heading in root.findChildren(QHeaderView):
        if heading.isVisible() and heading.orientation() is Qt.Orientation.Horizontal:
            cut += _cut_headings(heading)
    return cut


def _label_is_cut(label: QLabel) -> bool:
    if not label.isVisible() or not label.text():
        return False
    room = label.contentsRect()
    if not label.wordWrap():
        return _advance(label, label.text()) > room.width() + _SLACK
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
    box = QRect(0, 0, room.width(), 1_000_000)
    needed = QFontMetrics(label.font()).boundingRect(box, flags, label.text())
    return needed.height() > room.height() + _SLACK


def _button_is_cut(button: QPushButton) -> bool:
    shown = button.isVisible() and bool(button.text())
    return shown and button.rect().width() + _SLACK < button.minimumSizeHint().width()


def _choice_is_cut(button: QAbstractButton) -> bool:
    shown = button.isVisible() and bool(button.text())
    return shown and button.rect().width() + _SLACK < button.sizeHint().width()


def _cut_headings(heading: QHeaderView) -> list[str]:
    model = heading.model()
    titles = {
        at: str(model.headerData(at, Qt.Orientation.Horizontal))
        for at in range(heading.count())
        if not heading.isSectionHidden(at)
    }
    return [
        title
        for at, title in titles.items()
        if heading.sectionSizeFromContents(at).width() > heading.sectionSize(at) + _SLACK
    ]


def _advance(widget: QWidget, text: str) -> int:
    return max(QFontMetrics(widget.font()).horizontalAdvance(line) for line in text.splitlines())
