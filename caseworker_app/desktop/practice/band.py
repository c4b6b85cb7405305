"""The band over everything in practice: that nothing of it is real, and the ways out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.label import Label

SENTENCE = tr("练习——数据均为虚构，不会送达")


class Band(QWidget):
    reset_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.setAccessibleName(SENTENCE)
        mark = QLabel()
        colour = look.current().tone(Tone.ORANGE).text
        mark.setPixmap(icons.pixmap("hat_graduation", colour))
        sentence = Label(SENTENCE, Text.STRONG)
        sentence.set_tone(Tone.ORANGE)
        self.reset = Button(tr("重新开始"), icon="arrow_reset", key="Ctrl+Shift+R")
        self.leave = Button(tr("离开练习"), icon="door_arrow_left", key="Ctrl+Shift+W")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(Gap.LARGE), px(Gap.TINY), px(Gap.LARGE), px(Gap.TINY))
        row.setSpacing(px(Gap.MEDIUM))
        row.addWidget(mark)
        row.addWidget(sentence)
        row.addStretch()
        row.addWidget(self.reset)
        row.addWidget(self.leave)
        self.reset.clicked.connect(self.reset_asked)
        self.leave.clicked.connect(self.left)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            look.fill(painter, self.rect(), look.current().tone(Tone.ORANGE).fill)


def under_band(band: Band, page: QWidget) -> QWidget:
    """Return a page with the band over it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(band)
    column.addWidget(page, 1)
    return whole
