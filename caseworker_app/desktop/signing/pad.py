"""One signer's place: the name, the pad, replay, clear, confirm."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from caseworker_app.desktop.evidence.taking import holds_pictures
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.signing.presenter import WITNESSES, Signer
from caseworker_app.desktop.step.editors import fill
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.signature_pad import SignaturePad

_PAD = 150
_PRINT = 64


class SignerCard(Card):
    """Ink is confirmed by the button; a confirmed signature can be replayed or taken back."""

    confirmed = Signal()
    withdrawn = Signal()
    named = Signal(str)
    press_asked = Signal()
    """A picture of the finger's print is to be chosen."""
    given = Signal(QMimeData)
    """A picture of it was dropped."""
    unpress_asked = Signal()

    def __init__(self, signer: Signer) -> None:
        super().__init__()
        px = look.current().px
        self.role = signer.role
        self._signed = False
        self.pad = SignaturePad(signer.who)
        self.pad.setFixedHeight(px(_PAD))
        self._name = Label("", Text.STRONG)
        self._title = Label(signer.title, Text.SMALL, Shade.SECOND)
        self._state = Chip(ChipFace("", Tone.GREY))
        self._hint = Label("", Text.SMALL, Shade.THIRD, wrap=True)
        self.name_edit = QLineEdit()
        self.name_edit.setPlaceholderText(tr("见证人姓名"))
        self.confirm = Button(tr("确认签字"), icon="checkmark")
        self.replay = Button(tr("回放"), Kind.QUIET, icon="play")
        self.clear = Button(tr("重签"), Kind.QUIET, icon="arrow_undo")
        self.press = Button(tr("捺印…"), Kind.QUIET, icon="image_add")
        self.press.setToolTip(tr("按了手印的，把手印的照片或扫描件放进来；也可以拖到这里"))
        self.unpress = Button(tr("撤下捺印…"), Kind.QUIET)
        self._print = QLabel()
        self._printed = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def show_signer(self, signer: Signer, *, is_open: bool) -> None:
        """Show who signs and what was signed; ink not yet confirmed is left alone.

        Whether the card is asked for at all the page shows: alone it would be a window.
        """
        signed = bool(signer.strokes)
        if signed or self._signed:
            self.pad.set_strokes(signer.strokes, signer.width, signer.height)
        self._signed = signed
        self._name.setText(signer.name or tr("未指定"))
        named = signer.role in WITNESSES and not signed
        self.name_edit.setVisible(named)
        self._name.setVisible(not named)
        self._title.setText(signer.title)
        self.name_edit.setAccessibleName(tr("{who}姓名", who=signer.who))
        self._show_print(signer)
        self.press.setEnabled(signer.may_press)
        fill(self.name_edit, signer.name)
        self._hint.setText(signer.hint)
        self._hint.setVisible(bool(signer.hint) and not signed)
        self._state.set_face(_face(signer))
        self._state.setVisible(signed or bool(signer.print_id))
        self.pad.setAccessibleName(
            tr("{title} {name} 签名区", title=signer.title, name=signer.name)
        )
        self.pad.setEnabled(is_open and not signed and bool(signer.name))
        self.replay.setVisible(signed)
        self.clear.setVisible(is_open)
        self.confirm.setVisible(is_open and not signed)
        self._ready()
        acts = {self.confirm: tr("确认"), self.replay: tr("回放"), self.clear: tr("重签")}
        acts |= {self.press: tr("捺印"), self.unpress: tr("撤下捺印")}
        for button, act in acts.items():
            button.setAccessibleName(f"{act} {signer.title} {signer.name}")

    def ink(self) -> bool:
        return self.pad.has_ink()

    def show_print(self, picture: QPixmap) -> None:
        """Show the print a signer left, as far as there is a picture of it."""
        high = look.current().px(_PRINT)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._print.setPixmap(picture if picture.isNull() else picture.scaledToHeight(high, smooth))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.press.isEnabled() and holds_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.given.emit(event.mimeData())

    def _show_print(self, signer: Signer) -> None:
        there = bool(signer.print_id)
        self._print.setVisible(there)
        self._print.setAccessibleName(tr("{name}的捺印", name=signer.name))
        self._printed.setText(tr("捺印 {pressed}", pressed=signer.pressed) if there else "")
        self._printed.setVisible(there)
        self.press.setVisible(signer.may_press and not there)
        self.unpress.setVisible(there and signer.may_press)

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
        pressed = QHBoxLayout()
        pressed.setSpacing(px(Gap.SMALL))
        pressed.addWidget(self._print)
        pressed.addWidget(self._printed, 1)
        pressed.addStretch()
        pressed.addWidget(self.unpress)
        pressed.addWidget(self.press)
        self.body.addLayout(pressed)

    def _connect(self) -> None:
        self.pad.changed.connect(self._ready)
        self.confirm.clicked.connect(self.confirmed)
        self.replay.clicked.connect(self.pad.replay)
        self.clear.clicked.connect(self._again)
        self.name_edit.textEdited.connect(self.named)
        self.press.clicked.connect(self.press_asked)
        self.unpress.clicked.connect(self.unpress_asked)

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
        return ChipFace(
            tr("内容有改动，请重签") if signer.strokes else tr("内容有改动，请重新捺印"),
            Tone.ORANGE,
            Shape.TRIANGLE,
        )
    done = tr("已签 {signed}", signed=signer.signed) if signer.strokes else tr("已捺印")
    return ChipFace(done, Tone.GREEN, Shape.TICK)
