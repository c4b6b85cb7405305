"""手机照片文件夹: a folder a telephone fills is looked at; pictures that are whole are offered."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.step.evidence import EvidenceActions
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.errors import CaseworkError
from caseworker_app.workflow.evidence import Preview, Sighting, settled

_LOOK_MS = 2500
_FRESH = timedelta(hours=24)
_HEIC = (".heic", ".heif")


@dataclass(frozen=True, slots=True)
class Offer:
    """A picture of the folder that is whole and not in the visit yet."""

    path: Path
    preview: Preview


@dataclass(frozen=True, slots=True)
class PhoneView:
    folder: str
    """Empty while none is chosen."""
    offers: tuple[Offer, ...]
    waiting: int
    """Pictures still being written."""
    heic: int
    """Pictures in a form that cannot be read."""
    problem: str
    """Why the folder cannot be seen, or ""."""
    looked: bool
    """Whether it was looked at once."""


@dataclass(slots=True)
class _Seen:
    """What is known of the folder."""

    sightings: dict[Path, Sighting] = field(default_factory=dict)
    old: set[Path] | None = None
    """Pictures that lay there long before: a camera's folder holds years. None until seen."""
    previews: dict[Path, tuple[Sighting, Preview | None]] = field(default_factory=dict)
    """None while a picture is half there."""


class PhoneFolder(QObject):
    """Looks every few seconds while somebody can see it; never on the UI thread."""

    changed = Signal()

    def __init__(
        self, owner: QWidget, tasks: Tasks, actions: EvidenceActions, now: datetime
    ) -> None:
        super().__init__(owner)
        self._owner, self._tasks, self._actions = owner, tasks, actions
        self._since = now - _FRESH
        self._folder = actions.phone_folder()
        self._seen = _Seen()
        self._problem = ""
        self._looked = False
        self._busy = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        if self._folder:
            self._timer.start()

    def set_folder(self, folder: str) -> None:
        """Look at another folder from now on, and remember it."""
        self._folder, self._seen, self._problem, self._looked = folder, _Seen(), "", False
        self._actions.set_phone_folder(folder)
        self._timer.start()
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """Look once, unless the last look still goes on or nobody is there to see it."""
        if self._busy or not self._folder or not self._owner.isVisible():
            return
        self._busy = True
        folder = Path(self._folder)
        self._tasks.on_files(
            self._owner,
            lambda: self._actions.sightings(folder),
            partial(self._sighted, folder),
            self._not_seen,
        )

    def view(self, taken: frozenset[str]) -> PhoneView:
        """Return what is offered; ``taken`` are hashes of files the visit holds already."""
        ready = [(path, p) for path, (_, p) in self._seen.previews.items() if p is not None]
        pictures = self._seen.sightings.keys() - (self._seen.old or set())
        heic = sum(path.suffix.lower() in _HEIC for path in pictures)
        return PhoneView(
            self._folder,
            tuple(Offer(path, p) for path, p in ready if p.sha not in taken),
            len(pictures) - len(ready) - heic,
            heic,
            self._problem,
            self._looked,
        )

    def _sighted(self, folder: Path, found: tuple[Sighting, ...]) -> None:
        self._busy = False
        if folder != Path(self._folder):
            return
        before, self._problem = self._seen.sightings, ""
        self._looked = True
        since = self._since.timestamp() * 1e9
        old = self._seen.old
        if old is None:
            old = self._seen.old = {one.path for one in found if one.changed < since}
        self._seen.sightings = {one.path: one for one in found}
        there = self._seen.sightings
        kept = {p: s for p, s in self._seen.previews.items() if there.get(p) == s[0]}
        self._seen.previews = kept
        for one in reversed(found):
            fresh = one.path not in old and one.path not in kept
            readable = one.path.suffix.lower() not in _HEIC
            if fresh and readable and settled(one, before.get(one.path)):
                self._ask_for(one)
        self.changed.emit()

    def _ask_for(self, one: Sighting) -> None:
        self._tasks.on_files(
            self._owner,
            lambda: self._actions.preview(one.path),
            lambda shown: self._shown(one, shown),
            lambda error: self._half(one, error),
        )

    def _shown(self, one: Sighting, shown: Preview) -> None:
        if self._seen.sightings.get(one.path) == one:
            self._seen.previews[one.path] = (one, shown)
            self.changed.emit()

    def _half(self, one: Sighting, error: Exception) -> None:
        """Wait for a picture that cannot be read yet, until it changes."""
        if not isinstance(error, CaseworkError):
            raise error
        if self._seen.sightings.get(one.path) == one:
            self._seen.previews[one.path] = (one, None)

    def _not_seen(self, error: Exception) -> None:
        self._busy = False
        self._problem, self._looked = sentence(error), True
        self.changed.emit()
