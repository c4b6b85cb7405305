"""A column of content longer than the window; what has the focus stays in sight."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap

_LOW = 480
"""Height of a window at scale 1 below which a page has one bar for all of it."""


def is_low(widget: QWidget) -> bool:
    """Whether a widget is in a window too low for parts that scroll by themselves."""
    return widget.window().rect().height() < look.current().px(_LOW)


class Scroll(QScrollArea):
    """Add content to ``body``. Inside another scroll area of a low window it is as high as that."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Window)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, look.current().px(Gap.SMALL), 0)
        self.body.setSpacing(look.current().px(Gap.LARGE))
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def hasHeightForWidth(self) -> bool:
        return self._is_unrolled()

    def heightForWidth(self, width: int) -> int:
        inside = self.widget()
        return inside.heightForWidth(width) if inside is not None else -1

    def sizeHint(self) -> QSize:
        inside = self.widget()
        if inside is None or not self._is_unrolled():
            return super().sizeHint()
        return inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        if inside is None or not self._is_unrolled():
            return super().minimumSizeHint()
        return inside.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        policy = Qt.ScrollBarPolicy
        off = self._is_unrolled()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if off else policy.ScrollBarAsNeeded
        )
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._is_unrolled():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _is_unrolled(self) -> bool:
        around = self.parentWidget()
        while around is not None and not (isinstance(around, QScrollArea) or around.isWindow()):
            around = around.parentWidget()
        return isinstance(around, QScrollArea) and is_low(self)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring the focus in sight, but never move what a pointer is just pressing."""
        if now is not None and not QApplication.mouseButtons() and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)
