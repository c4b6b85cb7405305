"""Pictures out of the store: read in their turn, decoded beside it, small ones kept."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.tasks import Tasks

_THUMB = 280


class Pictures(QObject):
    """``small`` and ``large`` return what is there by now and say ``came`` when more is."""

    came = Signal(str)
    """Hash of a picture that may be shown now."""

    def __init__(
        self,
        owner: QWidget,
        tasks: Tasks,
        bytes_of: Callable[[str], bytes],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(owner)
        self._owner, self._tasks, self._bytes_of, self._failed = owner, tasks, bytes_of, failed
        self._small: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        self._large = ("", QPixmap())

    def small(self, sha: str) -> QPixmap:
        if sha not in self._asked:
            self._asked.add(sha)
            side = round(_THUMB * self._owner.devicePixelRatioF())
            self._fetch(sha, side, lambda image: self._small.update({sha: image}))
        return self._small.get(sha, QPixmap())

    def large(self, sha: str) -> QPixmap:
        """Return the picture in full where it is the last asked for, until then the small one."""
        if self._large[0] != sha:
            self._large = (sha, QPixmap())
            self._fetch(sha, 0, lambda image: self._keep_large(sha, image))
        full = self._large[1]
        return self._small.get(sha, QPixmap()) if full.isNull() else full

    def _keep_large(self, sha: str, picture: QPixmap) -> None:
        if self._large[0] == sha:
            self._large = (sha, picture)

    def _fetch(self, sha: str, side: int, keep: Callable[[QPixmap], None]) -> None:
        def shown(image: QImage) -> None:
            keep(QPixmap.fromImage(image))
            self.came.emit(sha)

        def decode(data: bytes) -> None:
            self._tasks.on_paper(self._owner, lambda: _decoded(data, side), shown, self._failed)

        self._tasks.on_database(self._owner, lambda: self._bytes_of(sha), decode, self._failed)


def _decoded(data: bytes, side: int) -> QImage:
    """Return a picture, as long as ``side`` unless that is 0."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)  # QImage.fromData would keep Python's lock while it decodes
    if side:
        room = QSize(side, side)
        reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
