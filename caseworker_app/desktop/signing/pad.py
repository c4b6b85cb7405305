"""One signer's place: the name, the pad, replay, clear, confirm."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.signing.presenter import WITNESS, Signer
from caseworker_app.desktop.step.editors import fill
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.signature_pad import SignaturePad

_PAD = 150


class SignerCard(Card):
    """Ink is confirmed by the button; a confirmed signature can be replayed or taken back."""

    confirmed = Signal()
    withdrawn = Signal()
    named = Signal(str)

    def __init__(self, signer: Signer) -> None:
        super().__init__()
        px = look.current().px
        self.role = signer.role
        self._signed = False
        self.pad = SignaturePad(signer.title.partition("（")[0])
        self.pad.setFixedHeight(px(_PAD))
        self._name = Label("", Text.STRONG)
        self._title = Label(signer.title, Text.SMALL, Shade.SECOND)
        self._state = Chip(ChipFace("", Tone.GREY))
        self._hint = Label("", Text.SMALL, Shade.THIRD, wrap=True)
        self.name_edit = QLineEdit()
        self.name_edit.setPlaceholderText("见证人姓名")
        self.name_edit.setAccessibleName("见证人姓名")
        self.confirm = Button("确认签字", icon="checkmark")
        self.replay = Button("回放", Kind.QUIET, icon="play")
        self.clear = Button("重签", Kind.QUIET, icon="arrow_undo")
        self._lay_out()
        self._connect()
        self.show_signer(signer, is_open=True)

    def show_signer(self, signer: Signer, *, is_open: bool) -> None:
        """Show who signs and what was signed; ink not yet confirmed is left alone."""
        signed = bool(signer.strokes)
        if signed or self._signed:
            self.pad.set_strokes(signer.strokes, signer.width, signer.height)
        self._signed = signed
        self._name.setText(signer.name or "未指定")
        self.name_edit.setVisible(signer.role == WITNESS and not signed)
        self._name.setVisible(signer.role != WITNESS or signed)
        fill(self.name_edit, signer.name)
        self._hint.setText(signer.hint)
        self._hint.setVisible(bool(signer.hint) and not signed)
        self._state.set_face(_face(signer))
        self._state.setVisible(signed)
        self.pad.setAccessibleName(f"{signer.title} {signer.name} 签名区")
        self.pad.setEnabled(is_open and not signed and bool(signer.name))
        self.replay.setVisible(signed)
        self.clear.setVisible(is_open)
        self.confirm.setVisible(is_open and not signed)
        self._ready()
        for button, act in ((self.confirm, "确认"), (self.replay, "回放"), (self.clear, "重签")):
            button.setAccessibleName(f"{act} {signer.title} {signer.name}")

    def ink(self) -> bool:
        return self.pad.has_ink()

    def _lay_out(self) -> None:
        px = look.current().px
        self.body.setSpacing(px(Gap.SMALL))
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        for widget in (self._title, self._name):
            head.addWidget(widget)
        head.addWidget(self.name_edit, 1)
        head.addStretch()
        head.addWidget(self._state)
        foot = QHBoxLayout()
        foot.addWidget(self.replay)
        foot.addWidget(self._hint, 1)
        foot.addStretch()
        foot.addWidget(self.clear)
        foot.addWidget(self.confirm)
        self.body.addLayout(head)
        self.body.addWidget(self.pad)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.pad.changed.connect(self._ready)
        self.confirm.clicked.connect(self.confirmed)
        self.replay.clicked.connect(self.pad.replay)
        self.clear.clicked.connect(self._again)
        self.name_edit.textEdited.connect(self.named)

    def _ready(self) -> None:
        self.confirm.setEnabled(self.pad.has_ink() and not self._signed)
        self.clear.setEnabled(bool(self.pad.strokes()))

    def _again(self) -> None:
        if self._signed:
            self.withdrawn.emit()
        else:
            self.pad.clear()


def _face(signer: Signer) -> ChipFace:
    if signer.stale:
        return ChipFace("内容有改动，请重签", Tone.ORANGE, Shape.TRIANGLE)
    return ChipFace(f"已签 {signer.signed}", Tone.GREEN, Shape.TICK)
