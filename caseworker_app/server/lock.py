"""One process for one data folder: two would answer from two memories."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from caseworker_app.errors import OutsideError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FILE = "server.lock"


@contextmanager
def only_process(folder: Path) -> Iterator[None]:
    """Hold the folder; raises OutsideError when another process holds it.

    The system lets go of the lock when the process ends, however it ends.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / _FILE).open("ab") as file:
        try:
            hold(file)
        except OSError as error:
            raise OutsideError(
                f"数据文件夹 {folder} 正被另一个服务器程序使用。"
                "请先停止那一个，或换一个文件夹再启动。"
            ) from error
        yield


def hold(file: BinaryIO) -> None:
    """Keep a file to oneself until it is closed; raises OSError where another has it."""
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
