"""Pictures of the sheet out of the store: decoded off the UI thread, small ones kept."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
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

        self._tasks.on_database(
            self._owner, lambda: _decoded(self._bytes_of(sha), side), shown, self._failed
        )


def _decoded(data: bytes, side: int) -> QImage:
    """Return a picture, no longer than ``side`` unless that is 0."""
    image = QImage.fromData(QByteArray(data))
    if not side or image.isNull():
        return image
    keep = Qt.AspectRatioMode.KeepAspectRatio
    return image.scaled(QSize(side, side), keep, Qt.TransformationMode.SmoothTransformation)
