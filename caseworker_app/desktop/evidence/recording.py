"""A recording comes in: what it is about, who agreed, that the yes is heard first."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.step.editors import Pick
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.dialogs import Dialog, open_once
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.evidence import RECORDINGS, Spoken

_WHY = tr(
    "只为有争议的一处录音。开录先说明用途、问“同意录音吗”，听到“同意”再往下谈；不同意就不录，改为文字记录。"
)

_KINDS = tr("手机或录音笔录的 M4A、MP3、WAV、AMR，不超过 15 MB")


class RecordingDialog(Dialog):
    """Ctrl+Enter takes it in, Esc goes back; nothing is read before."""

    taken = Signal(Path, object)
    """The file, and a ``Spoken``."""

    def __init__(
        self,
        parent: QWidget,
        disputed: tuple[tuple[str, str], ...],
        people: tuple[str, ...],
        file: Path | None = None,
    ) -> None:
        super().__init__(parent)
        px = look.current().px
        self.setWindowTitle(tr("添加录音"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(px(480), parent.rect().width()))
        self._file = file
        self.about = Pick(tr("关于哪一处"), disputed)
        self.about.setSizeAdjustPolicy(Pick.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who = QLineEdit(people[0] if people else "")
        self.who.setPlaceholderText(tr("姓名"))
        self.heard = QCheckBox(tr("录音一开头就说明了用途，并听得到对方同意"))
        self.caption = QLineEdit()
        self.caption.setPlaceholderText(tr("如：谈车辆转卖经过"))
        self.choose = Button(tr("选择录音文件…"), key="Ctrl+O")
        self.take = Button(tr("收下录音"), Kind.PRIMARY, key="Ctrl+Return")
        self.cancel = Button(tr("取消"))
        self._name = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        scroll = Scroll()
        for widget in (
            Label(tr("添加录音"), Text.HEADING),
            Label(_WHY, Text.BODY, Shade.SECOND, wrap=True),
            Field(tr("关于哪一处差异"), self.about, required=True),
            Field(tr("谁同意录音"), self.who, required=True),
            self.heard,
            Field(tr("录音内容"), self.caption),
            self.choose,
            self._name,
        ):
            scroll.body.addWidget(widget)
        scroll.body.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(Gap.WIDE)] * 4)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.resize(self.minimumWidth(), min(px(560), parent.rect().height()))
        self._connect()
        self._show()

    def set_file(self, file: Path) -> None:
        self._file = file
        self._show()

    def _browse(self) -> None:
        dialog = QFileDialog(self, tr("选择录音"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(
            tr("录音 ({names})", names=" ".join("*" + kind for kind in RECORDINGS))
        )
        dialog.fileSelected.connect(lambda name: self.set_file(Path(name)))
        open_once(dialog)

    def _show(self) -> None:
        file = self._file
        self._name.setText(file.name if file else _KINDS)
        agreed = bool(self.who.text().strip()) and self.heard.isChecked()
        self.take.setEnabled(agreed and file is not None and bool(self.about.code()))

    def _take(self) -> None:
        if self._file is None:
            return
        spoken = Spoken(
            self.who.text().strip(),
            self.heard.isChecked(),
            self.caption.text().strip(),
            self.about.code(),
        )
        self.accept()
        self.taken.emit(self._file, spoken)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._browse)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        self.who.textChanged.connect(self._show)
        self.heard.toggled.connect(self._show)
