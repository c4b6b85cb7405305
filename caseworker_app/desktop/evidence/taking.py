"""How photos come in: as files, from the clipboard, dropped; decoded off the UI thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.evidence import EvidenceActions
from caseworker_app.desktop.step.proof import take_in
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.dialogs import open_once
from caseworker_app.errors import UserError
from caseworker_app.workflow.evidence import FILE, PICTURES, RECORDINGS, Added, Shot

_MOST_PIXELS = 40_000_000
_NO_PHOTO = tr("这里收 JPG、PNG 照片。录音请在“佐证”里选“添加录音”。")


class Taker(QObject):
    """Takes photos into a visit and says how it went; ``owner`` is the screen that asks."""

    told = Signal(str)
    warned = Signal(str)
    failed = Signal(str)
    added = Signal(str)
    """Id of a photo that is in the visit now."""

    def __init__(self, owner: QWidget, case: Case, tasks: Tasks, actions: EvidenceActions) -> None:
        super().__init__(owner)
        self._owner, self._case, self._tasks, self._actions = owner, case, tasks, actions

    def files(self, files: list[Path], place: str, caption: str = "", way: str = FILE) -> None:
        """Take pictures; each is told of by itself, so that a bad one hinders no other."""
        for file in files:
            self._take(partial(self._actions.read, file, way), place, caption)

    def mime(self, mime: QMimeData, place: str, caption: str = "") -> bool:
        """Take what was dropped or pasted; False where no picture is in it."""
        files = pictures(mime)
        if files:
            self.files(files, place, caption)
            return True
        image = mime.imageData() if mime.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            copy = image.copy()
            self._take(lambda: self._actions.shot(png(copy)), place, caption)
            return True
        self.failed.emit(_NO_PHOTO)
        return False

    def browse(self, place: str, caption: str = "") -> None:
        """Let the person choose files; nothing blocks meanwhile."""
        choose(self._owner, tr("选择照片"), lambda files: self.files(files, place, caption))

    def _take(self, shoot: Callable[[], Shot], place: str, caption: str) -> None:
        visit_id = self._case.visit.id
        self._tasks.into_store(
            self._owner,
            shoot,
            lambda shot: self._actions.add_photo(visit_id, shot, caption, place),
            lambda added: self._took(added, place),
            self._not_taken,
        )

    def _took(self, added: Added, place: str) -> None:
        take_in(self._case, added, place)
        photo = added.attachment
        self.added.emit(photo.id)
        twin = photo.origin.twin if photo.origin else None
        if added.again:
            self.warned.emit(tr("这张照片本次核查已经收下过，没有再收一份"))
        elif twin == self._case.visit.household.number:
            self.warned.emit(tr("已收下，但本户以前的核查用过同一张照片，请核对是不是拿错了"))
        elif twin:
            self.warned.emit(
                tr("已收下，但另一户（{twin}）用过同一张照片，请核对是不是拿错了", twin=twin)
            )
        else:
            self.told.emit(tr("已收下照片，只存在加密的资料里"))

    def _not_taken(self, error: Exception) -> None:
        self.failed.emit(sentence(error))


def holds_pictures(mime: QMimeData) -> bool:
    return bool(pictures(mime)) or mime.hasImage()


def pictures(mime: QMimeData) -> list[Path]:
    """Return the picture files among what is dropped, by the ends of their names."""
    return _local(mime, PICTURES)


def recordings(mime: QMimeData) -> list[Path]:
    return _local(mime, RECORDINGS)


def choose(owner: QWidget, title: str, chosen: Callable[[list[Path]], None]) -> QFileDialog:
    """Ask for pictures; ``chosen`` gets them."""
    dialog = QFileDialog(owner, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(tr("照片 ({names})", names=" ".join("*" + kind for kind in PICTURES)))
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    open_once(dialog)
    return dialog


def png(image: QImage) -> bytes:
    """Return a picture of the clipboard as a file's bytes; for a thread that may take its time."""
    if image.width() * image.height() > _MOST_PIXELS:
        raise UserError(tr("剪贴板里的图片太大，超过 4000 万像素。请缩小后再粘贴。"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, Qt takes text
    return bytes(data.data())


def _local(mime: QMimeData, kinds: tuple[str, ...]) -> list[Path]:
    files = (url.toLocalFile() for url in mime.urls() if url.isLocalFile())
    return [Path(file) for file in files if file.lower().endswith(kinds)]
