"""腾出空间: where the disk is full, what must go on gets the space set aside for it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from caseworker_app.store import ballast
from caseworker_app.store.database import DiskFullError

T = TypeVar("T")


def with_room(folder: Path, work: Callable[[], T]) -> T:
    """Do what may be done twice and return what it does.

    Where the disk is full the space set aside in the installation is let go, and it begins once
    more. Raises DiskFullError where there was none, or it was not enough.
    """
    try:
        return work()
    except DiskFullError:
        if not ballast.release(folder):
            raise
    return work()
