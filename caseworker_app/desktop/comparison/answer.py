"""The answers the law offers to one difference, each with article, effect and papers."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.comparison.presenter import AnswerRow
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label

_RING = 18


class AnswerButton(QAbstractButton):
    """One answer: its words, whether the item counts, the article, the papers it rests on."""

    def __init__(self, answer: AnswerRow, number: int) -> None:
        super().__init__()
        px = look.current().px
        self.code = answer.code
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(joined(f"{number} {answer.zh}", answer.effect, answer.article))
        self.setToolTip(tr("按 {number} 选择", number=number))
        tone = Tone.ORANGE if answer.counts else Tone.GREEN
        face = ChipFace(answer.effect, tone, Shape.NONE)
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(Label(f"{number}", Text.SMALL, Shade.THIRD))
        head.addWidget(Label(answer.zh, Text.STRONG, wrap=True), 1)
        head.addWidget(Chip(face))
        column = QVBoxLayout(self)
        column.setContentsMargins(
            px(_RING + 2 * Gap.MEDIUM), px(Gap.SMALL), px(Gap.MEDIUM), px(Gap.SMALL)
        )
        column.setSpacing(px(2))
        column.addLayout(head)
        grounds = " · ".join(filter(None, (answer.evidence, answer.article)))
        if grounds:
            column.addWidget(Label(grounds, Text.SMALL, Shade.SECOND, wrap=True))
        self._outlook = Label("", Text.SMALL, wrap=True)
        column.addWidget(self._outlook)
        self.show_outlook(answer)
        for label in self.findChildren(QWidget):
            label.setForegroundRole(QPalette.ColorRole.WindowText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_outlook(self, answer: AnswerRow) -> None:
        self._outlook.setText(answer.outlook)
        self._outlook.setVisible(bool(answer.outlook))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, chosen = look.current(), self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = now.colours.accent if chosen or self.hasFocus() else now.colours.line
            painter.setPen(QPen(look.paint(edge), now.px(Size.FOCUS) if self.hasFocus() else 1))
            ground = now.colours.accent_soft if chosen else now.colours.surface
            painter.setBrush(look.paint(ground))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, now.px(Size.RADIUS), now.px(Size.RADIUS))
            side = now.px(_RING)
            ring = QRectF(now.px(Gap.MEDIUM), now.px(Gap.MEDIUM), side, side)
            painter.setPen(
                QPen(look.paint(now.colours.accent if chosen else now.colours.edge), 1.5)
            )
            painter.setBrush(look.paint(now.colours.surface))
            painter.drawEllipse(ring)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.paint(now.colours.accent))
                inner = side / 4
                painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))


class Answers(QWidget):
    """The answers in a column; digits choose, ↑↓ move."""

    picked = Signal(str)

    def __init__(self, answers: tuple[AnswerRow, ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, AnswerButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.SMALL))
        for number, answer in enumerate(answers, start=1):
            button = AnswerButton(answer, number)
            button.clicked.connect(lambda _on, code=answer.code: self.picked.emit(code))
            self._group.addButton(button)
            self.buttons[answer.code] = button
            column.addWidget(button)
        self.show_answers(answers)

    def show_answers(self, answers: tuple[AnswerRow, ...]) -> None:
        self._group.setExclusive(False)
        for answer in answers:
            self.buttons[answer.code].setChecked(answer.chosen)
            self.buttons[answer.code].show_outlook(answer)
        self._group.setExclusive(True)

    def focus_first(self) -> None:
        """Put the focus on the chosen answer, or on the first."""
        chosen = (button for button in self.buttons.values() if button.isChecked())
        button = next(chosen, next(iter(self.buttons.values()), None))
        if button:
            button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        buttons = list(self.buttons.values())
        if 0 <= digit < len(buttons):
            buttons[digit].setFocus()
            buttons[digit].click()
        else:
            super().keyPressEvent(event)
