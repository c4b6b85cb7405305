"""A column of content longer than the window; what has the focus stays in sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap


class Scroll(QScrollArea):
    """Add content to ``body``."""

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

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring the focus in sight, but never move what a pointer is just pressing."""
        if now is not None and not QApplication.mouseButtons() and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)
