"""Cyclic garbage is collected here only: on the UI thread, and as a whole only while nobody types.

Left to itself Python collects in whichever thread happens to make an object. A whole collection
there stops the UI thread for a tenth of a second, and it may take a widget apart in a thread that
must not touch it.
"""

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250
_YOUNG, _MIDDLE, _OLD = gc.get_threshold()
_MMAP_THRESHOLD, _LARGE_BYTES = -3, 256 << 10
"""``M_MMAP_THRESHOLD`` of malloc.h, and from which size on a thing is large."""
_REST_SECONDS = 1.5
"""Who types has paused this long before everything is looked through."""
_PAUSE_SECONDS = 5.0
"""A pause as long as this is used once to tidy up, however little has piled up."""


class Garbage(QObject):
    """Collects while it lives; ``rested`` returns the seconds since the last key."""

    def __init__(self, parent: QObject, rested: Callable[[], float]) -> None:
        super().__init__(parent)
        self._rested = rested
        self._is_tidy = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        gc.disable()
        large_apart()

    def look(self) -> None:
        """Collect as much as has piled up."""
        young, middle, old = gc.get_count()
        rested = self._rested()
        was_tidy, self._is_tidy = self._is_tidy, rested >= _PAUSE_SECONDS
        if self._is_tidy and not was_tidy:
            gc.collect()
            give_back()
        elif old > _OLD and rested >= _REST_SECONDS:
            gc.collect()
        elif middle > _MIDDLE:
            gc.collect(1)
        elif young > _YOUNG:
            gc.collect(0)

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()


def settle() -> None:
    """Take what is loaded by now for lasting: it is never looked through again."""
    gc.freeze()


def large_apart() -> None:
    """Have pictures lie by themselves in memory: freed, they go back to the system at once.

    The allocator of Linux learns to put ever larger ones between small things, and cannot give
    their place back once something small came to lie beside them.
    """
    tune = _of_glibc("mallopt")
    if tune is not None:
        tune(_MMAP_THRESHOLD, _LARGE_BYTES)


def give_back() -> None:
    """Return to the system what was freed in between what is kept, where its allocator can.

    The one of Linux keeps it all otherwise: a third of what the program holds after a day.
    """
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


def _of_glibc(name: str) -> Callable[..., int] | None:
    """Return a function of the allocator of Linux; None on other systems."""
    found = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    return cast("Callable[..., int] | None", found)
