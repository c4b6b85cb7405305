"""What an eye sees of a window: how much of a part, what scrolls it, which way the arrows go."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QButtonGroup,
    QDialog,
    QScrollArea,
    QWidget,
)

NOTCH = 120
"""What the wheel turns by one notch."""


def called(widget: QWidget) -> str:
    """Return how a screen reader calls a part: by its name, a button else by its words."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def said(widget: QWidget) -> str:
    """Return the words that stand on a part."""
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def visible(widget: QWidget) -> QRect:
    return widget.visibleRegion().boundingRect()


def same_choice(one: QWidget, other: QWidget) -> bool:
    """Return whether arrows go from one to the other: Tab reaches only one of them."""
    group, another = _group(one), _group(other)
    if group is not None or another is not None:
        return group == another
    return type(one) is type(other) and not other.focusPolicy() & Qt.FocusPolicy.TabFocus


def _group(widget: QWidget) -> QButtonGroup | None:
    return (
        cast("QButtonGroup | None", widget.group()) if isinstance(widget, QAbstractButton) else None
    )


def towards(one: QWidget, other: QWidget) -> Qt.Key:
    way = other.mapToGlobal(other.rect().center()) - one.mapToGlobal(one.rect().center())
    if abs(way.y()) > one.rect().height() // 2:
        return Qt.Key.Key_Down if way.y() > 0 else Qt.Key.Key_Up
    return Qt.Key.Key_Right if way.x() > 0 else Qt.Key.Key_Left


def scrolled_by(widget: QWidget) -> Iterator[QAbstractScrollArea]:
    above = widget.parentWidget()
    while above is not None and not isinstance(widget, QDialog):
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def turn(view: QWidget, angle: int) -> None:
    middle = QPointF(view.rect().center())
    QApplication.sendEvent(
        view,
        QWheelEvent(
            middle,
            QPointF(view.mapToGlobal(view.rect().center())),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    QApplication.processEvents()
