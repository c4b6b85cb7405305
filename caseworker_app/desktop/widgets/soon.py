"""What is done once the event at hand is over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_MOMENT_MS = 1


def soon(owner: QObject, act: Callable[[], object]) -> None:
    """Do something next; nothing where ``owner`` is gone by then.

    Without a moment in between PySide never lets go of an owner that goes first. The timer is
    no child of its owner, which may be on its way out as it asks.
    """
    QTimer.singleShot(_MOMENT_MS, owner, act)
