"""Ballast: space kept beside the store, let go when the disk is full.

Without it a full disk could not even take the receipts that allow it to be cleared out.
"""

import os
import shutil
from enum import Enum
from pathlib import Path

SIZE = 8 << 20
_ROOM = 4 * SIZE
"""Bytes that must be free before some are set aside."""
_FILE = "ballast"
_PIECE = 1 << 20


class State(Enum):
    NONE = "none"
    KEPT = "kept"
    SPENT = "spent"
    """Let go, until there is room again."""


def state(folder: Path) -> State:
    """Return whether space is set aside in an installation."""
    try:
        size = (folder / _FILE).stat().st_size
    except OSError:
        return State.NONE
    return State.KEPT if size else State.SPENT


def take(folder: Path) -> bool:
    """Set space aside where there is plenty; return whether it is."""
    file = folder / _FILE
    if state(folder) is State.KEPT:
        return True
    try:
        if shutil.disk_usage(folder).free < _ROOM:
            return False
        _fill(file)
    except OSError:
        release(folder)
        return False
    return True


def release(folder: Path) -> bool:
    """Let the space go; return whether there was any the disk gave back."""
    if state(folder) is not State.KEPT:
        return False
    try:
        os.truncate(folder / _FILE, 0)
    except OSError:  # some disks need room to give room back
        return False
    return True


def _fill(file: Path) -> None:
    with file.open("wb") as ballast:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(ballast.fileno(), 0, SIZE)
        else:
            for _ in range(SIZE // _PIECE):
                ballast.write(os.urandom(_PIECE))  # zeros might be stored as nothing
        ballast.flush()
        os.fsync(ballast.fileno())
