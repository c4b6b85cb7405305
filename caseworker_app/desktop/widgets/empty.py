"""What stands where there is nothing to show: empty, loading, failed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.label import Label

_PICTURE = 48
_WIDE = 400


class EmptyState(QWidget):
    """A picture, a heading, a sentence, and the way out where there is one."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self._picture = QLabel()
        self._title = Label("", Text.HEADING)
        self._text = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._text.setFixedWidth(px(_WIDE))
        self.action = Button("")
        column = QVBoxLayout(self)
        column.setSpacing(px(Gap.SMALL))
        column.addStretch(2)
        for widget in (self._picture, self._title, self._text, self.action):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.action.clicked.connect(self.acted)

    def say(self, icon: str, title: str, text: str = "", action: str = "") -> None:
        colour = look.current().colours.text3
        self._picture.setPixmap(icons.pixmap(icon, colour, _PICTURE))
        self._title.setText(title)
        self._text.setText(text)
        high = self._text.heightForWidth(self._text.minimumWidth())
        self._text.setMinimumHeight(max(0, high))
        self._text.setVisible(bool(text))
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(f"{title} {text}".strip())

    def title(self) -> str:
        return self._title.text()
