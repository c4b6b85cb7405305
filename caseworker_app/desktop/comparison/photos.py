"""Photos of the evidence: chosen as files or dropped, shown small."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QToolButton, QVBoxLayout, QWidget

from caseworker_app.desktop.comparison.presenter import Photo
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label

_SIDE = 96
_KINDS = (".jpg", ".jpeg", ".png", ".heic", ".webp", ".bmp")


class Photos(QWidget):
    """Asks for bytes by ``wanted`` and is given them by ``show_picture``."""

    chosen = Signal(Path)
    wanted = Signal(str)
    """Hash of a photo to be shown."""
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._pictures: dict[str, QPixmap] = {}
        self._shown: tuple[Photo, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self.add = Button("添加照片…", icon="image_add", key="Ctrl+P")
        self._hint = Label(
            "也可以把照片拖到这里；选中照片按 Delete 移除", Text.SMALL, Shade.THIRD, wrap=True
        )
        self._strip = QWidget()
        self._flow = Flow(self._strip, Gap.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.SMALL))
        column.addWidget(self._strip)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        self.add.clicked.connect(self.browse)

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        if photos == self._shown:
            return
        self._shown = photos
        clear(self._flow)
        self._buttons = {}
        for photo in photos:
            button = self._button(photo)
            self._buttons[photo.sha] = button
            self._flow.addWidget(button)
            if photo.sha in self._pictures:
                button.setIcon(QIcon(self._pictures[photo.sha]))
            else:
                self.wanted.emit(photo.sha)
        self._strip.setVisible(bool(photos))
        self._strip.updateGeometry()

    def show_picture(self, sha: str, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(QByteArray(data))
        side = look.current().px(_SIDE) * 2
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._pictures[sha] = picture.scaled(side, side, keep, smooth)
        if sha in self._buttons:
            self._buttons[sha].setIcon(QIcon(self._pictures[sha]))

    def browse(self) -> None:
        """Let the person choose files; nothing blocks meanwhile."""
        dialog = QFileDialog(self, "选择证据照片")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"照片 ({' '.join('*' + kind for kind in _KINDS)})")
        dialog.filesSelected.connect(self._take)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(_is_photo(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take([url.toLocalFile() for url in event.mimeData().urls()])
        event.acceptProposedAction()

    def _take(self, files: list[str]) -> None:
        for file in filter(_is_photo, files):
            self.chosen.emit(Path(file))

    def _button(self, photo: Photo) -> QToolButton:
        side = look.current().px(_SIDE)
        button = _PhotoButton()
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(f"证据照片 {photo.caption}")
        button.setToolTip(photo.caption)
        button.deleted.connect(lambda: self.removed.emit(photo.id))
        return button


class _PhotoButton(QToolButton):
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


def _is_photo(file: str) -> bool:
    return file.lower().endswith(_KINDS)
