"""What is done once the event at hand is over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def soon(owner: QObject, act: Callable[[], object]) -> None:
    """Do something next; nothing where ``owner`` is gone by then.

    ``QTimer.singleShot(0, …)`` never lets go of an owner that goes first.
    """
    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start()
