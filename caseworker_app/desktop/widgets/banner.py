"""One line that says what happened and offers what to do about it."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Size, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.label import Label


class News(Enum):
    """What kind of message: (tone, icon)."""

    INFO = (Tone.BLUE, "info")
    SUCCESS = (Tone.GREEN, "checkmark_circle")
    WARNING = (Tone.ORANGE, "warning")
    OFFLINE = (Tone.GREY, "cloud_off")
    ERROR = (Tone.RED, "error_circle")


class Banner(QWidget):
    """Hidden until ``say``; Esc on it or the cross hides it again."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self._tone = Tone.BLUE
        self._mark = QLabel()
        self._text = Label("", wrap=True)
        self.action = Button("", Kind.QUIET)
        self._close = Button("", Kind.QUIET, icon="dismiss")
        self._close.setAccessibleName(tr("关闭提示"))
        self._close.setToolTip(tr("关闭 (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(Gap.LARGE), px(6), px(Gap.SMALL), px(6))
        row.setSpacing(px(Gap.MEDIUM))
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.action)
        row.addWidget(self._close)
        self.action.clicked.connect(self.acted)
        self._close.clicked.connect(self.hide)
        self.hide()

    def say(self, news: News, text: str, action: str = "", key: str = "") -> None:
        """Show a sentence, with a button for what to do now if there is one."""
        self._tone, name = news.value
        colour = look.current().tone(self._tone).text
        self._mark.setPixmap(icons.pixmap(name, colour))
        self._text.set_tone(self._tone)
        self._text.setText(text)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        if action and key:
            self.action.set_key(key)
        self.action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.update()

    def fail(self, error: Exception, action: str = "", key: str = "") -> None:
        """Say why something failed; a bug is raised, and the crash dialog reports it."""
        self.say(News.ERROR, sentence(error), action, key)

    def text(self) -> str:
        """Return the sentence shown, or empty when hidden."""
        return "" if self.isHidden() else self._text.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.paint(now.tone(self._tone).fill))
            radius = now.px(Size.RADIUS)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
