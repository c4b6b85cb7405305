"""Tab goes on as one reads: through the layouts, whatever was made first."""

from collections.abc import Iterator
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
"""What has parts that are no stops of their own."""

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def move_on(top: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop below ``top``, or to the one before; False without stops."""
    now = QApplication.focusWidget()
    stops = [stop for stop in _stops(top) if stop is now or not _is_beside(stop, now)]
    if not stops:
        return False
    while now is not None and now not in stops:
        now = now.parentWidget()
    at = stops.index(now) + (1 if forward else -1) if now is not None else 0
    reason = Qt.FocusReason
    stops[at % len(stops)].setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    return True


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not (widget.isVisible() and widget.isEnabled()):
        return
    tab = Qt.FocusPolicy.TabFocus
    if widget.focusPolicy() & tab == tab and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, _WHOLE):
        return
    for part in _parts(widget):
        yield from _stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """Return what stands in a widget, in the order it is read."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    if isinstance(widget, QStackedWidget):
        return [page] if (page := widget.currentWidget()) is not None else []
    layout = widget.layout()
    direct = widget.findChildren(QWidget, options=_DIRECT)
    placed = list(_placed(layout, direct)) if layout is not None else []
    return placed + [one for one in direct if not one.isWindow() and one not in placed]


def _placed(layout: QLayout, within: list[QWidget]) -> Iterator[QWidget]:
    """Yield the widgets of a layout in its order.

    Its items are never looked at: Qt deletes them unseen, and whatever comes to lie in their
    place would then be taken for one.
    """
    if isinstance(layout, QStackedLayout):
        page = layout.currentWidget()
        yield from [] if page is None else [page]
        return
    widgets = [(layout.indexOf(one), one) for one in within]
    inner = [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    inside = [(_place(layout, at), part) for at, part in (*widgets, *inner) if at >= 0]
    for _, part in sorted(inside, key=itemgetter(0)):
        if isinstance(part, QWidget):
            yield part
        elif isinstance(part, QLayout):
            yield from _placed(part, within)


def _place(layout: QLayout, at: int) -> tuple[int, int]:
    """Return row and column."""
    place = layout.getItemPosition(at) if isinstance(layout, QGridLayout) else None
    row, column = (place[0], place[1]) if isinstance(place, tuple) else (0, at)
    return row, column


def _is_beside(stop: QWidget, now: QWidget | None) -> bool:
    """Whether the arrow keys lead from one to the other: both are of one exclusive group."""
    if not (isinstance(stop, QAbstractButton) and isinstance(now, QAbstractButton)):
        return False
    group = stop.group()
    return bool(group) and group is now.group() and group.exclusive()
