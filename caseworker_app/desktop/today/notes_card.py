"""The card of what is to be seen to: each line leads where it can be done."""

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import fonts, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text
from caseworker_app.desktop.today.presenter import Note
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll

WIDTH = 300
_BAR = 4
_PAD = 6
_LEAST = 160


class NoteLine(QAbstractButton):
    """One note: a bar of its colour, its sentence in as many lines as it needs."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self._note = note
        fonts.cover((note.text,))
        self.setText(note.text)
        self.setAccessibleName(note.text)
        self.setToolTip(note.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        now = look.current()
        return ceil(self._laid(width).boundingRect().height()) + now.px(2 * _PAD)

    def sizeHint(self) -> QSize:
        wide = look.current().px(_LEAST)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(_LEAST), look.current().px(Size.CONTROL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                look.fill(painter, self.rect(), now.colours.hover)
            bar = self.rect().adjusted(now.px(2), now.px(_PAD), 0, -now.px(_PAD))
            bar.setWidth(now.px(_BAR))
            look.fill(painter, bar, now.tone(self._note.tone).text)
            painter.setPen(now.shade(Shade.TEXT))
            words = QPointF(now.px(_BAR + Gap.MEDIUM), now.px(_PAD))
            self._laid(self.rect().width()).draw(painter, words)
            if self.hasFocus():
                painter.setPen(QPen(look.paint(now.colours.focus), now.px(Size.FOCUS)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _laid(self, width: int) -> QTextLayout:
        px = look.current().px
        return laid(self.text(), width - px(_BAR + Gap.MEDIUM) - px(_PAD))


def laid(text: str, width: float) -> QTextLayout:
    """Return a text in lines of a width: broken at words, within one that is longer than a line."""
    found = QTextLayout(text, look.current().font(Text.BODY))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found.setTextOption(option)
    found.beginLayout()
    below = 0.0
    while (line := found.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, below))
        below += line.height()
    found.endLayout()
    return found


class NotesCard(Card):
    """Tab goes through the lines, Enter or the space bar follows one."""

    followed = Signal(object)
    """Where a note leads."""

    def __init__(self) -> None:
        super().__init__(tr("提醒"))
        self.lines: list[NoteLine] = []
        scroll = Scroll()
        inside = scroll.widget()
        if inside is not None:
            inside.setBackgroundRole(QPalette.ColorRole.Base)
        scroll.body.setSpacing(look.current().px(Gap.SMALL))
        self._column = QVBoxLayout()
        self._column.setSpacing(look.current().px(Gap.SMALL))
        scroll.body.addLayout(self._column)
        scroll.body.addStretch()
        self._nothing = Label(tr("没有要提醒的。"), Text.BODY, Shade.SECOND, wrap=True)
        self.add(self._nothing)
        self.add(scroll, 1)

    def show_notes(self, notes: Sequence[Note]) -> None:
        clear(self._column)
        self.lines = []
        for note in notes:
            line = NoteLine(note)
            line.clicked.connect(partial(self.followed.emit, note.leads_to))
            self._column.addWidget(line)
            self.lines.append(line)
        self._nothing.setVisible(not notes)
