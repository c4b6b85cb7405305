"""One difference in full: the three sides, the answers, what was seen and said, the evidence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.comparison.answer import Answers
from caseworker_app.desktop.comparison.photos import Photos
from caseworker_app.desktop.comparison.presenter import Detail
from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.step.editors import TextArea
from caseworker_app.desktop.step.inner import InnerPage
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.flow import Even
from caseworker_app.desktop.widgets.label import Label

_FIELD, _SIDE = 200, 160
"""Least widths at scale 1 of what stands side by side."""


class DetailView(InnerPage):
    """Esc goes back to the list, Page Up and Page Down to the neighbouring difference."""

    stepped = Signal(int)
    picked = Signal(str)
    reopened = Signal()
    observed = Signal(str)
    explained = Signal(str)
    left = Signal()

    def __init__(self, detail: Detail, pictures: Pictures) -> None:
        super().__init__(tr("全部差异"), tr("回到全部差异 (Esc)"))
        self.answers = Answers(detail.answers)
        self.observed_edit = TextArea(tr("现场看到的"), 2, tr("看到什么、停放在哪、谁在用"))
        self.text_edit = TextArea(tr("家庭说明"), 2, tr("家庭怎么说，证明人是谁"))
        self.photos = Photos(pictures)
        self.undo = Button(tr("重新待核实"), Kind.QUIET, icon="arrow_undo")
        self._written = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._proposal = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._found = Label("", Text.STRONG, wrap=True)
        self._state = Chip(detail.row.state)
        self._lay_out(detail)
        self._connect()

    def show_detail(self, detail: Detail) -> None:
        self.answers.show_answers(detail.answers)
        self.observed_edit.fill(detail.observed)
        self.text_edit.fill(detail.text)
        self.photos.show_photos(detail.photos)
        self._written.setText(detail.written)
        self._proposal.setText(tr("照目前核实的情况：{proposal}", proposal=detail.proposal))
        self._found.setText(detail.row.found or tr("还没有核实"))
        self._state.set_face(detail.row.state)
        self.undo.setVisible(detail.row.closed)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001  # a state, like setEnabled
        for widget in (self.answers, self.observed_edit, self.text_edit, self.photos, self.undo):
            widget.setEnabled(is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay_out(self, detail: Detail) -> None:
        self._frame(tr("{place} · 翻页键看上一处、下一处", place=detail.place), self.undo)
        body = self._scroll.body
        body.addWidget(self._facts(detail))
        findings = Card(tr("核实结论"))
        ask = tr("；").join(detail.ask)
        if ask:
            findings.add(
                Label(tr("可以请家庭出示：{ask}", ask=ask), Text.SMALL, Shade.SECOND, wrap=True)
            )
        findings.add(self._proposal)
        findings.add(self.answers)
        body.addWidget(findings)
        words = Card(tr("看到的和说的"))
        sides = Even(gap=Gap.LARGE, least=_FIELD)
        sides.addWidget(Field(tr("现场看到的"), self.observed_edit))
        sides.addWidget(Field(tr("家庭说明"), self.text_edit))
        words.body.addLayout(sides)
        words.add(self.photos)
        body.addWidget(words)
        body.addStretch()

    def _facts(self, detail: Detail) -> Card:
        px, row = look.current().px, detail.row
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(Chip(row.level))
        head.addWidget(Label(row.name, Text.HEADING, wrap=True), 1)
        head.addWidget(self._state)
        card.body.addLayout(head)
        card.add(Label(f"{row.subject} · {detail.duty}", Text.BODY, Shade.SECOND, wrap=True))
        declared, registered = (
            Label(t, Text.STRONG, wrap=True) for t in (row.declared, row.registered)
        )
        source = Label(row.source, Text.SMALL, Shade.SECOND, wrap=True)
        if row.stale:
            source.setText(tr("{source}，数据过旧，不能单独作为退出依据", source=row.source))
            source.set_tone(Tone.ORANGE)
        sides = Even(gap=Gap.WIDE, least=_SIDE)
        sides.addWidget(_side(tr("申报"), declared))
        sides.addWidget(_side(tr("部门登记"), registered, source))
        sides.addWidget(_side(tr("现场核实"), self._found, self._written))
        card.body.addLayout(sides)
        return card

    def _connect(self) -> None:
        self.undo.clicked.connect(self.reopened)
        self.answers.picked.connect(self.picked)
        self.observed_edit.typed.connect(self.observed)
        self.text_edit.typed.connect(self.explained)
        self.observed_edit.left.connect(self.left)
        self.text_edit.left.connect(self.left)


def _side(title: str, *labels: Label) -> QWidget:
    held = QWidget()
    side = QVBoxLayout(held)
    side.setContentsMargins(0, 0, 0, 0)
    side.setSpacing(look.current().px(2))
    side.addWidget(Label(title, Text.SMALL, Shade.SECOND))
    for label in labels:
        side.addWidget(label)
    side.addStretch()
    return held
