"""What the telephone's folder offers."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from caseworker_app.desktop.evidence.phone import PhoneView
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label

_SIDE = 84
_HEIC = tr(
    "{count} 张是 HEIC 格式，读不了。苹果手机在“设置—相机—格式”里选"
    "“兼容性最佳”后重拍，或用微信不勾“原图”发过来。"
)


class PhoneStrip(Card):
    """New pictures to click on; hidden while no folder is chosen."""

    picked = Signal(Path)
    all_picked = Signal()
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setSpacing(look.current().px(Gap.SMALL))
        self.title = Label("", Text.STRONG, wrap=True)
        self.line = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self.problem = Label("", Text.SMALL, wrap=True)
        self.problem.set_tone(Tone.ORANGE)
        self._tiles = QWidget()
        self._flow = Flow(self._tiles, Gap.SMALL)
        self.buttons: dict[Path, QToolButton] = {}
        self.all = Button(tr("全部收下"), icon="checkmark")
        self.change = Button(tr("换文件夹…"), Kind.QUIET)
        head = QHBoxLayout()
        head.setSpacing(look.current().px(Gap.SMALL))
        words = QVBoxLayout()
        words.setSpacing(look.current().px(2))
        for label in (self.title, self.line, self.problem):
            words.addWidget(label)
        head.addLayout(words, 1)
        head.addWidget(self.all)
        head.addWidget(self.change)
        self.body.addLayout(head)
        self.add(self._tiles)
        self.all.clicked.connect(self.all_picked)
        self.change.clicked.connect(self.folder_asked)
        self.hide()

    def show_view(self, view: PhoneView, target: str, *, is_open: bool) -> None:
        self.setVisible(bool(view.folder) and is_open)
        count = len(view.offers)
        self.title.setText(_title(view))
        self.line.setText(
            tr("点一下就收进“{target}”", target=target)
            if count
            else tr("文件夹 {folder}", folder=view.folder)
        )
        problem = view.problem or (_HEIC.format(count=view.heic) if view.heic else "")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.all.setVisible(count > 1)
        self._tiles.setVisible(bool(count))
        if tuple(self.buttons) != tuple(offer.path for offer in view.offers):
            clear(self._flow)
            self.buttons = {}
            for offer in view.offers:
                button = self._button(offer.path, offer.preview.jpeg)
                self.buttons[offer.path] = button
                self._flow.addWidget(button)
            self._tiles.updateGeometry()

    def _button(self, path: Path, jpeg: bytes) -> QToolButton:
        side = look.current().px(_SIDE)
        picture = QPixmap()
        picture.loadFromData(QByteArray(jpeg))
        button = QToolButton()
        button.setIcon(QIcon(picture))
        button.setIconSize(QSize(side, side))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(tr("手机照片 {name}", name=path.name))
        button.setToolTip(path.name)
        button.clicked.connect(lambda _on=False: self.picked.emit(path))
        return button


def _title(view: PhoneView) -> str:
    if view.problem:
        return tr("看不到手机照片")
    if not view.looked:
        return tr("正在看手机照片文件夹…")
    waiting = tr("，{waiting} 张还在传", waiting=view.waiting) if view.waiting else ""
    if view.offers:
        return tr("手机里有 {n} 张新照片{waiting}", n=len(view.offers), waiting=waiting)
    return tr("手机照片文件夹里还没有新照片{waiting}", waiting=waiting)
