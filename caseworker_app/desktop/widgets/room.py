"""Room for a page that may need more than the screen has: then, and only then, it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget


class Stack(QStackedWidget):
    """Needs as much as the page in sight: one that is not shown takes no room."""

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        if page is None:
            return QSize(0, 0)
        return page.minimumSizeHint().expandedTo(page.minimumSize())


class Room(QScrollArea):
    """Letters may be so large that a page is wider or higher than the window; keys still reach all.

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
        inside.currentChanged.connect(self._begin_anew)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._begin_anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def _begin_anew(self) -> None:
        self._needed = QSize(0, 0)
        self._fit()

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        self._needed = self._needed.expandedTo(self._inside.minimumSizeHint())
        if self._needed.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if self._needed.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self._inside.resize(room.expandedTo(self._needed))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring the focus in sight, but never move what a pointer is just pressing."""
        if now is not None and not QApplication.mouseButtons() and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)
