"""Photos of the evidence: chosen as files, dropped or pasted, shown small."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from caseworker_app.desktop.comparison.presenter import Photo
from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.evidence.taking import holds_pictures
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label

_SIDE = 96


class Photos(QWidget):
    asked = Signal()
    """Files are to be chosen."""
    given = Signal(QMimeData)
    """Something was dropped or pasted."""
    removed = Signal(str)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._pictures = pictures
        self._shown: tuple[Photo, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._chosen = ""
        self.add = Button(tr("添加照片…"), icon="image_add", key="Ctrl+P")
        self.paste = Button(tr("粘贴照片"), key="Ctrl+Shift+V")
        self.leave_out = Button(tr("不用选中的照片"), Kind.QUIET)
        self._hint = Label(
            tr("也可以把照片拖到这里；选中照片按 Delete，这处差异就不再用它，照片仍在佐证里"),
            Text.SMALL,
            Shade.THIRD,
            wrap=True,
        )
        self._strip = QWidget()
        self._flow = Flow(self._strip, Gap.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.SMALL))
        column.addWidget(self._strip)
        buttons = QWidget()
        row = Flow(buttons, Gap.SMALL)
        row.addWidget(self.add)
        row.addWidget(self.paste)
        row.addWidget(self.leave_out)
        column.addWidget(buttons)
        column.addWidget(self._hint)
        self.add.clicked.connect(self.asked)
        self.paste.clicked.connect(self._paste)
        pictures.came.connect(self._came)
        self.leave_out.clicked.connect(lambda: self.removed.emit(self._chosen))
        self.leave_out.hide()

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
            button.setIcon(_icon(self._pictures.small(photo.sha), photo.turned))
        self._strip.setVisible(bool(photos))
        self._strip.updateGeometry()
        self.leave_out.setVisible(bool(photos))
        there = [photo.id for photo in photos]
        self._choose(self._chosen if self._chosen in there else next(iter(there), ""))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.given.emit(event.mimeData())

    def _came(self, sha: str) -> None:
        for photo in self._shown:
            if photo.sha == sha:
                self._buttons[sha].setIcon(_icon(self._pictures.small(sha), photo.turned))

    def _choose(self, photo_id: str) -> None:
        """Note which photo is meant, where the focus goes on to what is done with it."""
        self._chosen = photo_id
        for photo in self._shown:
            self._buttons[photo.sha].setChecked(photo.id == photo_id)

    def _paste(self) -> None:
        self.given.emit(QGuiApplication.clipboard().mimeData())

    def _button(self, photo: Photo) -> QToolButton:
        side = look.current().px(_SIDE)
        button = _PhotoButton()
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(tr("佐证照片 {caption}", caption=photo.caption))
        button.setToolTip(photo.caption)
        button.focused.connect(lambda: self._choose(photo.id))
        button.clicked.connect(lambda: self._choose(photo.id))
        button.deleted.connect(lambda: self.removed.emit(photo.id))
        return button


class _PhotoButton(QToolButton):
    deleted = Signal()
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


def _icon(picture: QPixmap, degrees: int) -> QIcon:
    return QIcon(picture.transformed(QTransform().rotate(degrees)))
