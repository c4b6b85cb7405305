"""Somebody leaves the laptop: it is about to sleep, its lid is closed, its screen is locked."""

from PySide6.QtCore import QObject, Signal


class Away(QObject):
    """Tells of it; a system that tells nothing has nothing more than this."""

    leaving = Signal()

    def ready(self) -> None:
        """Let the laptop sleep: the store is closed."""
