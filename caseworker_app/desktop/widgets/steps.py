"""The steps of a visit or an import: where one stands, what is done, which key leads there."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.flow import Even


class StepState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    ATTENTION = "attention"
    LOCKED = "locked"


_WORDS = {
    StepState.WAITING: tr("未完成"),
    StepState.DONE: tr("已完成"),
    StepState.ATTENTION: tr("有待处理"),
    StepState.LOCKED: tr("还不能进行"),
}

_DISC = 26
_HIGH, _LOW = 52, 44


@dataclass(frozen=True, slots=True)
class StepFace:
    """One step: its code, word, state and a short remark such as ``3 项待说明``."""

    code: str
    title: str
    state: StepState = StepState.WAITING
    note: str = ""


class _Step(QAbstractButton):
    def __init__(self, face: StepFace, number: int) -> None:
        super().__init__()
        self.face, self.number = face, number
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        QShortcut(QKeySequence(f"Ctrl+{number}"), self, self.click)
        self.set_face(face, high=False)

    def set_face(self, face: StepFace, *, high: bool) -> None:
        """Show a state; ``high`` leaves room for a note, for all steps where one has a note."""
        self.face, self._is_high = face, high
        self.setText(face.title)
        self.setToolTip(f"{face.title} (Ctrl+{self.number})")
        words = joined(face.title, _WORDS[face.state], face.note)
        self.setAccessibleName(tr("第 {number} 步 {words}", number=self.number, words=words))
        self.setEnabled(face.state is not StepState.LOCKED)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        now = look.current()
        title = QFontMetrics(now.font(Text.STRONG)).horizontalAdvance(self.face.title)
        note = QFontMetrics(now.font(Text.SMALL)).horizontalAdvance(self.face.note)
        wide = now.px(_DISC + Gap.MEDIUM + 2 * Gap.SMALL) + max(title, note)
        return QSize(wide, now.px(_HIGH if self._is_high else _LOW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        colours, box = now.colours, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = (
                QPen(look.paint(colours.focus), now.px(Size.FOCUS))
                if self.hasFocus()
                else Qt.PenStyle.NoPen
            )
            painter.setPen(ring)
            ground = colours.accent_soft if self.isChecked() else colours.hover
            painter.setBrush(
                look.paint(ground)
                if self.isChecked() or self.underMouse()
                else Qt.BrushStyle.NoBrush
            )
            painter.drawRoundedRect(box, now.px(Size.RADIUS), now.px(Size.RADIUS))
            side = now.px(_DISC)
            disc = QRectF(now.px(Gap.SMALL), box.center().y() - side / 2, side, side)
            self._paint_disc(painter, disc)
            self._paint_words(painter, box.adjusted(disc.right() + now.px(Gap.SMALL), 0, 0, 0))

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        now = look.current()
        colours, state = now.colours, self.face.state
        tones = {StepState.DONE: Tone.GREEN, StepState.ATTENTION: Tone.ORANGE}
        pair = now.tone(tones.get(state, Tone.GREY))
        fill, ink = pair.fill, pair.text
        if self.isChecked() and state is StepState.WAITING:
            fill, ink = colours.accent, colours.on_accent
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.paint(fill))
        painter.drawEllipse(disc)
        painter.setPen(QPen(look.paint(ink), now.scale * 2))
        if state is StepState.DONE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.36))
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(disc.left() + x * disc.width(), disc.top() + y * disc.height())
                        for x, y in tick
                    ]
                )
            )
            return
        painter.setFont(now.font(Text.CHIP))
        sign = "!" if state is StepState.ATTENTION else str(self.number)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        now = look.current()
        shade = Shade.ACCENT if self.isChecked() else Shade.TEXT
        painter.setPen(now.shade(shade if self.isEnabled() else Shade.THIRD))
        painter.setFont(now.font(Text.STRONG if self.isChecked() else Text.BODY))
        middle = Qt.AlignmentFlag.AlignVCenter
        if not self.face.note:
            painter.drawText(box, middle, self.face.title)
            return
        upper, lower = QRectF(box), QRectF(box)
        upper.setBottom(box.center().y() + now.px(1))
        lower.setTop(box.center().y() - now.px(1))
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom, self.face.title)
        painter.setFont(now.font(Text.SMALL))
        painter.setPen(now.shade(Shade.SECOND))
        painter.drawText(lower, Qt.AlignmentFlag.AlignTop, self.face.note)


class StepRail(QWidget):
    """The steps in one line or two; Ctrl+1 … Ctrl+9 or a click asks for one, the page decides."""

    asked = Signal(str)

    def __init__(self, faces: Sequence[StepFace], name: str = tr("核查步骤")) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._steps: dict[str, _Step] = {}
        row = Even(self, Gap.TINY)
        for number, face in enumerate(faces, start=1):
            step = _Step(face, number)
            self._group.addButton(step)
            row.addWidget(step)
            self._steps[face.code] = step
            step.clicked.connect(self._ask)
        self.set_faces(faces)

    def set_current(self, code: str) -> None:
        self._steps[code].setChecked(True)

    def set_faces(self, faces: Sequence[StepFace]) -> None:
        """Show new states of the same steps."""
        high = any(face.note for face in faces)
        for face in faces:
            self._steps[face.code].set_face(face, high=high)

    def _ask(self) -> None:
        step = self.sender()
        if isinstance(step, _Step):
            self.asked.emit(step.face.code)
