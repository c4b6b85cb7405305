"""Where a list is dropped or chosen."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QVBoxLayout, QWidget

from caseworker_app.desktop.lists.wizard import ENDINGS
from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.dialogs import open_once
from caseworker_app.desktop.widgets.label import Label

_PICTURE = 40
_TALL = 240
_HINT = tr("可用 .xlsx、.xls、.ods、.csv 文件，一次一份。名单留在原处，不会改动。")


class DropZone(QWidget):
    """Takes one file by dropping or choosing; says which one it has."""

    chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("名单文件"))
        self._mark = QLabel()
        self.title = Label("", Text.HEADING, wrap=True)
        self._line = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self.button = Button(tr("选择文件"), Kind.PRIMARY, key="Ctrl+O")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self._line)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(*[px(Gap.WIDE)] * 4)
        self._parts.setSpacing(px(Gap.LARGE))
        self._parts.addWidget(self._mark)
        self._parts.addLayout(words, 1)
        self._parts.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.button.clicked.connect(self.browse)
        self.ask()

    def ask(self) -> None:
        """Show that no file is in hand."""
        self._show("arrow_upload", tr("把部门发来的名单拖到这里，或选择文件"), _HINT)
        self._stand(upright=True)
        self.button.setText(tr("选择文件"))
        self.button.set_kind(Kind.PRIMARY)

    def reading(self, name: str) -> None:
        self._show("document_search", tr("正在打开 {name}", name=name), tr("正在查看表头和头几行"))
        self._stand(upright=False)
        self.button.setEnabled(False)

    def has(self, name: str, line: str) -> None:
        """Show the file in hand."""
        self._show("document_table", name, line)
        self._stand(upright=False)
        self.button.setText(tr("换一份"))
        self.button.set_kind(Kind.PLAIN)

    def browse(self) -> None:
        """Let the person choose a file; nothing blocks meanwhile."""
        dialog = QFileDialog(self, tr("选择部门名单"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(
            tr("名单 ({names})", names=" ".join("*" + ending for ending in ENDINGS))
        )
        dialog.fileSelected.connect(lambda file: self.chosen.emit(Path(file)))
        open_once(dialog)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.chosen.emit(Path(files[0]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        colours = now.colours
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(look.paint(colours.accent if self._over else colours.edge), now.px(1.5))
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(look.paint(colours.accent_soft if self._over else colours.surface))
            radius = now.px(Size.CARD_RADIUS)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, radius, radius)

    def _show(self, icon: str, title: str, line: str) -> None:
        self._mark.setPixmap(icons.pixmap(icon, look.current().colours.accent, _PICTURE))
        self.title.setText(title)
        self._line.setText(line)
        self.button.setEnabled(True)

    def _stand(self, *, upright: bool) -> None:
        """Stand tall in the middle while asking, lie flat above the rest afterwards."""
        way, align = QBoxLayout.Direction, Qt.AlignmentFlag
        self._parts.setDirection(way.TopToBottom if upright else way.LeftToRight)
        middle = align.AlignHCenter if upright else align.AlignLeft
        for label in (self.title, self._line, self._mark):
            label.setAlignment(middle | align.AlignVCenter)
        self.setMinimumHeight(look.current().px(_TALL) if upright else 0)

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()
