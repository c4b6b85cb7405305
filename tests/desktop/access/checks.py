"""What is wrong with a screen for who cannot see it well, or has only a keyboard."""

import re
from itertools import islice, pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from caseworker_app.desktop.evidence.tile import TileButton
from caseworker_app.desktop.tour.page import TourPage
from caseworker_app.desktop.widgets.lazy_table import LazyTable
from caseworker_app.desktop.widgets.signature_pad import SignaturePad
from tests.desktop.access.desk import LAPTOP
from tests.desktop.truncation import cut_texts

_CONTROLS = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
)
_NAMELESS = {QAccessible.Role.NoRole, QAccessible.Role.Client}
"""Roles that tell a screen reader nothing."""
_HALT = re.compile(r"^[，、；：]|[，、；：]\s*([，、；：。]|$)")
_RING = 60
"""Pixels that change at least where a control takes the focus: more than a cursor has."""
_SLACK = 2
_MOST = 600
"""Presses of Tab after which no screen has anything new."""


def controls(top: QWidget) -> list[QWidget]:
    """Return what one can type into or press, in sight and enabled."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.window() is top.window()
        and widget.isVisible()
        and widget.isEnabled()
        and (isinstance(widget, _CONTROLS) or _takes_tab(widget))
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        and not widget.focusProxy()
    ]


def unnamed(top: QWidget) -> list[str]:
    """Return the controls that a screen reader finds without a name or without a role.

    Qt knows no role for a sheet one draws on, for what only scrolls, for a veil.
    """
    found = []
    for widget in controls(top):
        node = QAccessible.queryAccessibleInterface(widget)
        name, role = node.text(QAccessible.Text.Name), node.role()
        drawn = isinstance(widget, SignaturePad | QScrollArea | TourPage)
        if not name.strip() or (role in _NAMELESS and not drawn):
            found.append(f"{_word(widget)} {role.name}")
    return found


def halting(top: QWidget) -> list[str]:
    """Return the names in which a comma stands where nothing was said before or after it."""
    named = [widget for widget in top.findChildren(QWidget) if widget.isVisible()]
    return [_word(widget) for widget in named if _HALT.search(widget.accessibleName())]


def unringed(top: QWidget) -> list[str]:
    """Return the controls that look the same with the focus as without."""
    found = []
    for widget in controls(top):
        if not _takes_tab(widget):
            continue
        clear = QApplication.focusWidget()
        if clear is not None:
            clear.clearFocus()
        QApplication.processEvents()
        before = _seen(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.isVisible() and widget.hasFocus() and _changed(before, _seen(widget)) < _RING:
            found.append(_word(widget))
    return found


def _seen(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _changed(before: QImage, after: QImage) -> int:
    """Return how many pixels differ, counted up to ``_RING``."""
    if before.size() != after.size():
        return _RING
    one, other = bytes(before.constBits()), bytes(after.constBits())
    if one == other:
        return 0
    differing = (one[at : at + 4] != other[at : at + 4] for at in range(0, len(one), 4))
    return sum(islice(filter(None, differing), _RING))


def walked(top: QWidget) -> list[QWidget]:
    """Return what Tab reaches, in the order it does; a sheet or a page of links takes several."""
    top.activateWindow()
    QTest.qWaitForWindowActive(top.window())
    begin = next((widget for widget in controls(top) if _takes_tab(widget)), None)
    if begin is None:
        return []
    begin.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(_MOST):
        now = QApplication.focusWidget()
        if now is None or (found and now is found[0] and len(found) > 1):
            break
        if now not in found:
            found.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return found


def unreached(top: QWidget, reached: list[QWidget]) -> list[str]:
    """Return the controls that neither Tab, nor the arrows of their group, nor a key reaches.

    A wall of tiles is one stop, its arrows are tested with it.
    """
    groups = {w.group() for w in reached if isinstance(w, QAbstractButton)} - {None}
    return [
        _word(widget)
        for widget in controls(top)
        if widget not in reached
        and not (isinstance(widget, QAbstractButton) and widget.group() in groups)
        and not any(not s.key().isEmpty() for s in widget.findChildren(QShortcut))
        and not any(widget.isAncestorOf(one) for one in reached)
        and "(" not in widget.toolTip()
        and not (isinstance(widget, TileButton) and any(isinstance(r, TileButton) for r in reached))
    ]


def disordered(reached: list[QWidget]) -> list[str]:
    """Return the steps of Tab that go up, or to the left in a line; the last leads to the first."""
    round_trip = pairwise([*reached, *reached[:1]])
    back = [(one, other) for one, other in round_trip if _goes_back(one, other)]
    return [f"{_word(one)} → {_word(other)}" for one, other in back] if len(back) > 1 else []


def overflowing(top: QWidget) -> list[str]:
    """Return what is cut, or reached only by scrolling sideways; a sheet scrolls within itself."""
    found = [f"cut: {text}" for text in cut_texts(top)]
    for area in top.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside is not None:
            over = inside.rect().width() - area.viewport().rect().width()
            found += [f"{type(inside).__name__} {over} px too wide"] if over > 0 else []
    for table in top.findChildren(LazyTable):
        if table.isVisible() and table.horizontalHeader().length() > table.viewport().width():
            found.append(f"table {table.accessibleName()}")
    found += [f"outside: {_word(widget)}" for widget in controls(top) if not _is_whole(widget)]
    size = top.rect().size()
    if size.width() > LAPTOP.width() or size.height() > LAPTOP.height():
        found.append(f"window {size.width()}×{size.height()}")
    return found


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return policy & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


def _goes_back(one: QWidget, other: QWidget) -> bool:
    above = one.parentWidget()
    while above is not None and not above.isAncestorOf(other):
        above = above.parentWidget()
    if above is None or one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    here, there = _branch(above, one), _branch(above, other)
    if there.bottom() <= here.top() + _SLACK:
        return there.left() < here.right()
    same_line = there.top() < here.center().y() < there.bottom()
    return same_line and there.right() <= here.left() + _SLACK


def _branch(above: QWidget, widget: QWidget) -> QRect:
    """Return where the part of ``above`` lies that holds a widget."""
    part, held = widget, widget.parentWidget()
    while held is not None and held is not above:
        part, held = held, held.parentWidget()
    return part.geometry()


def _is_whole(widget: QWidget) -> bool:
    """Whether a control lies within all that holds it, as far as nothing scrolls down to it."""
    box, part, held = widget.rect(), widget, widget.parentWidget()
    while held is not None and not part.isWindow():
        box.translate(part.pos())
        room = held.rect()
        if box.left() < room.left() - _SLACK or box.right() > room.right() + _SLACK:
            return False
        if isinstance(held.parent(), QScrollArea):
            return True
        if box.top() < room.top() - _SLACK or box.bottom() > room.bottom() + _SLACK:
            return False
        part, held = held, held.parentWidget()
    return True


def _word(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"
