"""Room for a page that may need more than the screen has: then, and only then, it scrolls."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.widgets.scroll import is_low
from caseworker_app.desktop.widgets.soon import soon


class Stack(QStackedWidget):
    """Needs as much as the page in sight: one that is not shown takes no room.

    The room around it measures anew when another page comes in sight.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: _ask_for_room(self))

    def fill(self, page: QWidget) -> None:
        """Be all that stands on a page."""
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        if page is None:
            return QSize(0, 0)
        return page.minimumSizeHint().expandedTo(page.minimumSize())

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return QSize(0, 0) if page is None else page.sizeHint()

    def hasHeightForWidth(self) -> bool:
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        page = self.currentWidget()
        return -1 if page is None else page.heightForWidth(width)


class Room(QScrollArea):
    """Letters may be so large that a page is higher than the window; keys still reach all.

    A low window has one bar for the whole page: what scrolls by itself elsewhere is unrolled.

    A page arranges itself by the size it is given, and then may need another: it is only ever
    given more until the window changes, so that the two cannot chase each other.
    """

    def __init__(self, inside: Stack) -> None:
        super().__init__()
        self._inside = inside
        self._needed = QSize(0, 0)
        inside.setBackgroundRole(QPalette.ColorRole.Window)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.begin_anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def begin_anew(self) -> None:
        """Measure the page in sight as if for the first time."""
        self._needed = QSize(0, 0)
        self._fit()

    def bring_to_top(self, part: QWidget) -> None:
        """Begin what is in sight with a part, as far as the page scrolls at all."""
        top = part.mapTo(self._inside, QPoint(0, 0)).y() if part is not self._inside else 0
        self.verticalScrollBar().setValue(top)

    def _fit(self) -> None:
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        self._needed = self._needed.expandedTo(self._inside.minimumSizeHint())
        if is_low(self):
            wide = max(room.width() - bar, self._needed.width())
            self._needed.setHeight(max(self._inside.heightForWidth(wide), self._needed.height()))
        if self._needed.height() > room.height():
            room.setWidth(room.width() - bar)
        if self._needed.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self._inside.resize(room.expandedTo(self._needed))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring the focus in sight, but never move what a pointer is just pressing."""
        if now is not None and not QApplication.mouseButtons() and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)
            soon(now, lambda: self.ensureWidgetVisible(now))  # once all is laid out


def _ask_for_room(changed: QWidget) -> None:
    """Have the room around measure anew: another page came in sight."""
    changed.updateGeometry()
    soon(changed, lambda: _give_room(changed))  # the other page is still at work


def _give_room(changed: QWidget) -> None:
    around: QWidget | None = changed
    while around is not None and not isinstance(around, Room):
        around = around.parentWidget()
    if around is not None:
        around.begin_anew()
        around.bring_to_top(changed)
