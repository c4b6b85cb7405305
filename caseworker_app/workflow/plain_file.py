"""A file in the clear, written where a person wants it: a paper, a piece of evidence."""

import os
from contextlib import suppress
from pathlib import Path

from caseworker_app.errors import OutsideError, cause


def write(file: Path, data: bytes) -> None:
    """Write a file anew, whole or not at all; raises OutsideError where the disk refuses.

    It is on the disk before this returns, so that a stick may be pulled then.
    """
    draft = file.with_name(f".{os.getpid()}.part")
    try:
        with draft.open("wb") as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        draft.replace(file)
    except OSError as error:
        with suppress(OSError):  # the stick may be gone
            draft.unlink()
        raise OutsideError(
            f"存不到“{file}”：{cause(error)}。请看看存储卡是否插好、空间够不够，再存一次。"
        ) from error
