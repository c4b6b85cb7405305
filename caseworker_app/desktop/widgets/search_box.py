"""A search field: a glass at the left, a cross at the right, keys for both ways out."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Size
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind


class SearchBox(QLineEdit):
    """Down and Enter go to what was found, Esc clears."""

    left = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        px = look.current().px
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(tr("搜索"))
        self.setAccessibleDescription(placeholder)
        self.setToolTip(tr("搜索 (Ctrl+F)"))
        self.setTextMargins(px(Size.ICON + Gap.TINY), 0, px(Size.CONTROL - Gap.MEDIUM), 0)
        self._cross = Button("", Kind.QUIET, icon="dismiss")
        self._cross.setParent(self)
        self._cross.setAccessibleName(tr("清除搜索"))
        self._cross.setToolTip(tr("清除 (Esc)"))
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.hide()
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._cross.sizeHint()
        high = self.rect().height()
        self._cross.setGeometry(self.rect().width() - side.width(), 0, side.width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now = look.current()
        with QPainter(self) as painter:
            glass = icons.pixmap("search", now.colours.text2)
            top = (self.rect().height() - now.px(Size.ICON)) // 2
            painter.drawPixmap(QPoint(now.px(Gap.SMALL), top), glass)
