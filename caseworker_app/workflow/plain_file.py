"""A file in the clear, written where a person wants it: a paper, a piece of evidence."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from caseworker_app.errors import OutsideError, cause


def write(file: Path, data: bytes) -> None:
    """Write a file anew, whole or not at all; raises OutsideError where the disk refuses.

    It is on the disk before this returns, so that a stick may be pulled then.
    """
    with writing(file) as part:
        part.write(data)


@contextmanager
def writing(file: Path) -> Iterator[BinaryIO]:
    """Yield what is written to piece by piece; the file is there once the block ends well."""
    draft = file.with_name(f".{secrets.token_hex(4)}.part")  # a bundle and a paper may go at once
    try:
        with draft.open("wb") as part:
            yield part
            part.flush()
            os.fsync(part.fileno())
        draft.replace(file)
    except OSError as error:
        raise OutsideError(
            f"存不到“{file}”：{cause(error)}。请看看存储卡是否插好、空间够不够，再存一次。"
        ) from error
    finally:
        with suppress(OSError):  # the stick may be gone
            draft.unlink(missing_ok=True)
